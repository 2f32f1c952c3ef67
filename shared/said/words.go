package said

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Mail is the bodies of one mail; either may be "".
type Mail struct {
	Text, HTML string
	// Ours are sentences of the mail it answers (its delimiter, question,
	// footer), so that they are known even where nothing marks them as quoted.
	Ours []string
}

// How much of a body is read: nobody says more in a mail.
const (
	maxBytes = 1 << 20
	maxLines = 1 << 16
)

// Words returns what the person wrote, in lines, without blank lines around
// it; "" if there is nothing but what they quoted. The HTML is believed where
// it says what is quoted; where both bodies have something, the shorter is
// taken, since a quote that slips through is worse than a lost line.
func Words(m Mail) string {
	plain := read(split(m.Text), m.Ours)
	lines, marked := parse(m.HTML)
	rich := read(lines, m.Ours)
	switch {
	case rich == "" && marked && hasText(m.HTML):
		return ""
	case rich == "":
		return plain
	case plain == "", len(rich) <= len(plain):
		return rich
	}
	return plain
}

// Plain returns what the person wrote in a plain text body.
func Plain(text string) string { return read(split(text), nil) }

// HTML returns what the person wrote in an HTML body.
func HTML(body string) string {
	lines, _ := parse(body)
	return read(lines, nil)
}

func hasText(body string) bool { return strings.TrimSpace(body) != "" }

// read returns the lines of a mail that the person wrote.
func read(lines []line, ours []string) string {
	t := &letter{lines: lines}
	t.follow()
	t.quotes(ours)
	t.signatures()
	return t.kept()
}

// kept joins the lines that are left. Where something was dropped between two
// of them, they are no longer neighbours.
func (t *letter) kept() string {
	var b strings.Builder
	gap := false
	for i := range t.lines {
		l := &t.lines[i]
		if l.gone || l.text == "" {
			gap = gap || b.Len() > 0
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if gap {
				b.WriteByte('\n')
			}
		}
		gap = false
		b.WriteString(strings.TrimRight(l.raw, " \t\u00a0"))
	}
	return strings.TrimFunc(b.String(), func(r rune) bool { return invisible(r) || unicode.IsSpace(r) })
}

// valid drops what is not UTF-8.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s // nearly always, and found eight bytes at a time
	}
	return strings.ToValidUTF8(s, "")
}

// clip cuts a body to what is read of it, at a character.
func clip(s string) string {
	if len(s) <= maxBytes {
		return s
	}
	for n := maxBytes; n > maxBytes-utf8.UTFMax; n-- {
		if utf8.RuneStart(s[n]) {
			return s[:n]
		}
	}
	return s[:maxBytes]
}
