package said

import (
	"strings"
	"unicode/utf8"
)

// Trims are signs that are trimmed or looked for. Package strings makes a set of its
// arguments anew for every line.
type trims struct {
	ascii [1 << 8]bool
	all   string
	wide  bool // some are not ASCII
}

var (
	wrapping     = trimsOf(" *_-=~\"'()[]>.") // a line that says who wrote when
	trailing     = trimsOf(" *_\"')")         // behind a sentence's end
	aroundName   = trimsOf(" *_.>|-")         // of a header
	aroundPhrase = trimsOf(" *_~-")           // that ends a letter
	behindPhrase = trimsOf(" ,.!;:-~)(^。，、！…।")
	aroundSent   = trimsOf(" *_-[]()<>") // "Sent from my phone"
	askOrAt      = trimsOf("?@")
	linkSigns    = trimsOf("<(/")
	beforeRule   = trimsOf(ruleSigns + " ")
	behindRule   = trimsOf(ruleSigns + " :")
)

func trimsOf(signs string) *trims {
	t := &trims{all: signs}
	for _, c := range []byte(signs) {
		t.ascii[c] = c < utf8.RuneSelf
		t.wide = t.wide || c >= utf8.RuneSelf
	}
	return t
}

func (t *trims) trim(s string) string { return t.trimRight(t.trimLeft(s)) }

func (t *trims) trimLeft(s string) string {
	for s != "" && t.ascii[s[0]] {
		s = s[1:]
	}
	if t.wide && s != "" && s[0] >= utf8.RuneSelf {
		return strings.TrimLeft(s, t.all)
	}
	return s
}

func (t *trims) trimRight(s string) string {
	for s != "" && t.ascii[s[len(s)-1]] {
		s = s[:len(s)-1]
	}
	if t.wide && s != "" && s[len(s)-1] >= utf8.RuneSelf {
		return strings.TrimRight(s, t.all)
	}
	return s
}

// in says whether one of the signs, all of them ASCII, is in s.
func (t *trims) in(s string) bool {
	for i := range len(s) {
		if t.ascii[s[i]] {
			return true
		}
	}
	return false
}

// Beginnings are phrases by their first byte.
type beginnings [1 << 8][]string

func beginningsOf(phrases []string) *beginnings {
	b := new(beginnings)
	for _, p := range phrases {
		b[p[0]] = append(b[p[0]], p)
	}
	return b
}

func (b *beginnings) of(text string) bool { return text != "" && startsAny(text, b[text[0]]) }
