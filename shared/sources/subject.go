package sources

import (
	"html"
	"strings"
	"unicode"
)

// maxSubject bounds a subject, in characters.
const maxSubject = 200

// subject is the value for finding issues in, in one line of at most maxSubject
// characters; "" if it is a placeholder that the vendor did not fill in. Braces
// that somebody wrote about stay: this is no name.
func (t text) subject() string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range string(t) {
		switch {
		case unicode.IsSpace(r):
			gap = n > 0
			continue
		case unicode.IsControl(r):
			continue
		case gap:
			n, gap = n+1, false
			b.WriteByte(' ')
		}
		if n >= maxSubject {
			break
		}
		n++
		b.WriteRune(r)
	}
	s := strings.TrimSpace(b.String())
	if strings.HasPrefix(s, "{{") && strings.HasSuffix(s, "}}") {
		return ""
	}
	return s
}

// unmarked is what a value says that is written in HTML from end to end; any
// other is itself.
func (t text) unmarked() text {
	rest := strings.TrimSpace(string(t))
	if !strings.HasPrefix(rest, "<") || !strings.HasSuffix(rest, ">") {
		return t
	}
	var b strings.Builder
	for rest != "" {
		var words string
		words, rest, _ = strings.Cut(rest, "<")
		_, rest, _ = strings.Cut(rest, ">")
		b.WriteString(words)
		b.WriteByte(' ')
	}
	return text(html.UnescapeString(b.String()))
}
