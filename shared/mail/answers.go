package mail

import (
	"html/template"
	"strings"
)

// write puts the answers together. Most of the time that a mail takes would go
// into what html/template checks, for each of eleven. Here is nothing left to
// check: words are escaped, colours are colours, and the URL is one (see leads).
func (s *scale) write(survey string) {
	var rich, plain strings.Builder
	rich.Grow(len(s.tiles) * (640 + len(survey)))
	plain.Grow(len(s.tiles) * (40 + len(survey)))
	href := `href="` + template.HTMLEscapeString(survey) + "?score="
	for k := range s.tiles {
		t := &s.tiles[k]
		s.cellOf(&rich, t, href)
		t.line(&plain, survey)
	}
	s.Answers, s.Plain = template.HTML(rich.String()), plain.String()
}

// cellOf writes a tile, in a table of its own where tiles need two rows on a
// phone.
func (s *scale) cellOf(b *strings.Builder, t *tile, href string) {
	if s.Across > 0 {
		put(b, "\n", `<table role="presentation" `, s.around, ` cellpadding="0" cellspacing="2" border="0"><tr><td align="center" `, s.cell, ">")
	} else {
		put(b, "\n", `<td align="center" valign="middle" `, s.cell, ">")
	}
	put(b, "<a ", href, t.digits, `" `)
	if t.heard != "" {
		put(b, `aria-label="`, template.HTMLEscapeString(t.heard), `" `)
	}
	put(b, string(s.looks), string(t.tongue), ">")
	if t.face != "" {
		put(b, `<span aria-hidden="true" style="font-size:30px; line-height:40px;">`, t.face, "</span><br>")
	}
	put(b, template.HTMLEscapeString(t.shown), "</a></td>")
	if s.Across > 0 {
		b.WriteString("</tr></table>")
	}
}

// line writes a tile for the plain text.
func (t *tile) line(b *strings.Builder, survey string) {
	switch {
	case t.meant != "":
		put(b, "\n", t.meant, "\n")
	case len(t.digits) == 1:
		put(b, "\n ", t.digits, "  ")
	default:
		put(b, "\n", t.digits, "  ")
	}
	put(b, survey, "?score=", t.digits)
}

func put(b *strings.Builder, parts ...string) {
	for _, p := range parts {
		b.WriteString(p)
	}
}
