package mail

import (
	"html/template"

	"heed/shared/contrast"
)

// paint is the brand's colour and what follows from it.
type paint struct {
	Fill            template.CSS // of a number's ground
	Accent, AtNight template.CSS // the brand's name, by day and by night
	RimAtNight      template.CSS
	Filled          template.CSS // of what is pressed and has the brand's ground
	Open            template.CSS // and of what has the letter's
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
	rim := contrast.Rim(fill)
	return paint{
		Fill:       css(fill),
		Accent:     css(contrast.Against(fill, day, contrast.Text)),
		AtNight:    css(contrast.Against(fill, night, contrast.Text)),
		RimAtNight: css(contrast.Against(fill, night, contrast.Edge)),
		Filled: "display:block; box-sizing:border-box; border:1px solid " + css(rim) + "; border-radius:10px; font-size:17px; line-height:46px; font-weight:bold;" +
			" text-align:center; text-decoration:none; color:" + css(contrast.On(fill)) + ";",
		Open: "display:block; box-sizing:border-box; padding:8px 4px 10px; border:1px solid " + css(rim) + "; border-radius:12px; font-size:15px; line-height:20px;" +
			" font-weight:bold; text-align:center; text-decoration:none; color:#1b1c1e;",
	}
}

func css(c contrast.Color) template.CSS { return template.CSS(c.String()) }
