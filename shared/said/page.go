package said

import (
	"bytes"
	"strings"
)

// write adds text to the line in the making. White space is one space, except
// where it was formatted.
func (p *page) write(s []byte) {
	top := p.top()
	if top.pre {
		for {
			row, rest, more := bytes.Cut(s, []byte("\n"))
			p.word(bytes.TrimSuffix(row, []byte("\r")), top.mark)
			if !more {
				return
			}
			p.text = append(p.text, ' ')
			p.end()
			s = rest
		}
	}
	for len(s) > 0 {
		n := 0
		for n < len(s) && !isSpace(s[n]) {
			n++
		}
		if n == 0 {
			p.space = len(p.text) > 0
			s = s[1:]
			continue
		}
		p.word(s[:n], top.mark)
		s = s[n:]
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func (p *page) word(s []byte, m mark) {
	if len(s) == 0 {
		return
	}
	if len(p.text) > 0 && p.here != m && (m == quoted || p.here == quoted) {
		p.end()
	}
	if p.space && len(p.text) > 0 {
		p.text = append(p.text, ' ')
	}
	p.space, p.here = false, m
	p.text = append(p.text, s...)
}

// end ends the line in the making.
func (p *page) end() {
	p.space = false
	if len(p.text) == 0 {
		return
	}
	raw := string(bytes.TrimRight(p.text, " "))
	p.text = p.text[:0]
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
