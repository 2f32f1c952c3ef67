package said

import (
	"strings"
	"unicode/utf8"
)

// write adds text to the line in the making. White space is one space, except
// where it was formatted.
func (p *page) write(s string) {
	top := p.top()
	if top.pre {
		for {
			row, rest, more := strings.Cut(s, "\n")
			p.word(strings.TrimSuffix(row, "\r"), top.mark)
			if !more {
				return
			}
			p.text.WriteByte(' ')
			p.end()
			s = rest
		}
	}
	for s != "" {
		n := strings.IndexFunc(s, isSpace)
		switch {
		case n < 0:
			n = len(s)
		case n == 0:
			p.space = p.text.Len() > 0
			_, n = utf8.DecodeRuneInString(s)
			s = s[n:]
			continue
		}
		p.word(s[:n], top.mark)
		s = s[n:]
	}
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

func (p *page) word(s string, m mark) {
	if s == "" {
		return
	}
	if p.text.Len() > 0 && p.here != m && (m == quoted || p.here == quoted) {
		p.end()
	}
	if p.space && p.text.Len() > 0 {
		p.text.WriteByte(' ')
	}
	p.space, p.here = false, m
	p.text.WriteString(s)
}

// end ends the line in the making.
func (p *page) end() {
	p.space = false
	if p.text.Len() == 0 {
		return
	}
	raw := strings.TrimRight(p.text.String(), " ")
	p.text.Reset()
	l := line{raw: raw, text: strings.TrimSpace(fold(raw)), mark: p.here}
	l.quoted = l.mark == quoted || hasQuoteMark(l.text)
	p.add(l)
}

func (p *page) add(l line) {
	if len(p.lines) < maxLines {
		p.lines = append(p.lines, l)
	}
}

// blank leaves a line between paragraphs.
func (p *page) blank() {
	if n := len(p.lines); n > 0 && (p.lines[n-1].text != "" || p.lines[n-1].mark != unmarked) {
		p.add(line{})
	}
}
