package mail

import (
	"html/template"

	"heed/shared/contrast"
)

// paint is the brand's colour and what follows from it.
type paint struct {
	Accent, AtNight template.CSS // of the brand's name, by day and by night
	RimAtNight      template.CSS // of edges by night
	Cell            template.HTMLAttr
	edge, digits    string // style of what is pressed: its border, and what is written on it
	class           string // of its link
}

// The letter's own colours stand in the templates; these are its two grounds,
// against which the brand's must be seen.
var (
	day, _   = contrast.Parse("#ffffff")
	night, _ = contrast.Parse("#1b1d21")
)

// painted derives the colours from the brand's, #rrggbb, or from a blue that
// is nobody's. A colour that white can be read on fills what is pressed, with an
// edge that is seen on white and on black. Any other would need dark digits, and
// mail programs that invert what they like make those white and leave the ground:
// then the colour is a bar below, and digits and ground are the letter's.
func painted(color string) paint {
	fill, ok := contrast.Parse(color)
	if !ok {
		fill = contrast.Color{0x1d, 0x4f, 0x91}
	}
	p := paint{
		Accent:     css(contrast.Against(fill, day, contrast.Text)),
		AtNight:    css(contrast.Against(fill, night, contrast.Text)),
		RimAtNight: css(contrast.Against(fill, night, contrast.Edge)),
		edge:       "border:1px solid " + contrast.Rim(fill).String() + ";",
	}
	if contrast.On(fill) == contrast.White {
		p.Cell, p.class = template.HTMLAttr(`bgcolor="`+fill.String()+`" style="border-radius:10px;"`), "rim"
		p.digits = " line-height:46px; color:#ffffff;"
		return p
	}
	p.Cell, p.class = `style="border-radius:10px;"`, "rim ink"
	p.digits = " border-bottom:4px solid " + fill.String() + "; line-height:43px; color:#1b1c1e;"
	return p
}

// pressed is what all that is pressed has in common.
const pressed = "display:block; box-sizing:border-box; font-weight:bold; text-align:center; text-decoration:none; "

// Link is a link's looks, of that class and with that style besides.
func (p *paint) Link(class, style string) template.HTMLAttr {
	return template.HTMLAttr(`class="` + p.class + class + `" style="` + pressed + p.edge + " border-radius:10px; font-size:17px;" + p.digits + style + `"`)
}

// Face is the looks of a link that shows a smiley or a thumb, which has colours
// of its own.
func (p *paint) Face() template.HTMLAttr {
	return template.HTMLAttr(`class="rim ink" style="` + pressed + p.edge + ` border-radius:12px; padding:8px 4px 10px; font-size:15px; line-height:20px; color:#1b1c1e;"`)
}

func css(c contrast.Color) template.CSS { return template.CSS(c.String()) }
