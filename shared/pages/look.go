package pages

import (
	"cmp"

	"heed/shared/contrast"
	"heed/shared/markup"
	"heed/shared/surveys"
	"heed/shared/words"
)

// A Look is what every page for a customer is dressed in.
type Look struct {
	Brand  surveys.Brand
	Locale string // the customer's, BCP 47; "" for the brand's
}

// dressed is a page for a customer, and the words on it.
type dressed struct {
	markup.Page
	say   *words.Words
	brand string
}

// begin opens the page, with style sheets of its own if it has any. Its title is
// the brand's name and no more: titles end up in histories and in previews of
// links.
func (l Look) begin(own ...markup.Markup) *dressed {
	p := &dressed{say: words.For(cmp.Or(l.Locale, l.Brand.Locale)), brand: l.Brand.Name}
	p.Head(p.say.Lang, p.say.Dir, p.brand, append([]markup.Markup{markup.Markup(surveyCSS), painted(l.Brand.Color)}, own...)...)
	p.Put(`<noscript><style>`).Put(unscriptedCSS).Put(`</style></noscript><link rel="icon" href="data:,"></head><body>`)
	p.Put(`<main><p class="brand"><bdi>`).Text(p.brand).Put(`</bdi></p>`)
	return p
}

// unscriptedCSS is for browsers that run no script: they have a button of their
// own. It stands in the head, so that the other never shows.
const unscriptedCSS markup.Markup = `.live{display:none}`

// phrase adds a phrase that may name the brand.
func (p *dressed) phrase(w words.Phrase) { p.Text(w.With("brand", p.brand)) }

// The grounds of the style sheet, by day and by night, and its fields by night.
var (
	day, _        = contrast.Parse("#fbfaf7")
	night, _      = contrast.Parse("#17191c")
	nightField, _ = contrast.Parse("#202327")
)

// painted is the brand's own style sheet: its colour, what can be read on it,
// the edge it needs, and the colour itself where it is text. Without a colour
// it is a blue that is nobody's.
func painted(color string) markup.Markup {
	fill, ok := contrast.Parse(color)
	if !ok {
		fill = contrast.Color{0x1d, 0x4f, 0x91}
	}
	vars := ":root{--fill:" + fill.String() + ";--on:" + contrast.On(fill).String() +
		";--rim:" + rim(fill).String() + ";--accent:" + contrast.Against(fill, day, contrast.Text).String() + "}" +
		"@media(prefers-color-scheme:dark){:root{--accent:" + contrast.Against(fill, night, contrast.Text).String() + "}}"
	return markup.Markup(vars)
}

// rim is the edge of what is filled with the brand's colour: the colour itself
// where it can be told from everything that it may lie on.
func rim(fill contrast.Color) contrast.Color {
	for _, ground := range []contrast.Color{day, night, nightField} {
		if contrast.Ratio(fill, ground) < contrast.Edge {
			return contrast.Grey
		}
	}
	return contrast.Rim(fill)
}
