package mail

import (
	"html/template"

	"heed/shared/contrast"
)

// paint is the brand's colour and what follows from it.
type paint struct {
	Fill, On, Rim               template.CSS // of what is pressed: its ground, the digits on it, its edge
	Accent, AtNight, RimAtNight template.CSS // of the brand's name by day and by night, and of edges by night
}

// The letter's own colours stand in the templates; these are its two grounds,
// against which the brand's must be seen.
var (
	day, _   = contrast.Parse("#ffffff")
	night, _ = contrast.Parse("#1b1d21")
)

// painted derives the colours from the brand's, #rrggbb, or from a blue that
// is nobody's. Where a mail program inverts what it likes, the digits keep
// their ground and the ground keeps an edge seen on white and on black.
func painted(color string) paint {
	fill, ok := contrast.Parse(color)
	if !ok {
		fill = contrast.Color{0x1d, 0x4f, 0x91}
	}
	return paint{
		Fill: css(fill), On: css(contrast.On(fill)), Rim: css(contrast.Rim(fill)),
		Accent:     css(contrast.Against(fill, day, contrast.Text)),
		AtNight:    css(contrast.Against(fill, night, contrast.Text)),
		RimAtNight: css(contrast.Against(fill, night, contrast.Edge)),
	}
}

func css(c contrast.Color) template.CSS { return template.CSS(c.String()) }
