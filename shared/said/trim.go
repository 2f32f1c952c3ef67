package said

import "unicode/utf8"

// Trims are ASCII characters that are trimmed. Package strings makes such a set
// anew for every line.
type trims [1 << 8]bool

var (
	wrapping     = trimsOf(" *_-=~\"'()[]>.") // a line that says who wrote when
	trailing     = trimsOf(" *_\"')")         // behind a sentence's end
	aroundName   = trimsOf(" *_.>|-")         // of a header
	aroundPhrase = trimsOf(" *_~-")           // that ends a letter
)

func trimsOf(signs string) *trims {
	t := new(trims)
	for _, c := range []byte(signs) {
		t[c] = c < utf8.RuneSelf
	}
	return t
}

func (t *trims) trim(s string) string {
	for s != "" && t[s[0]] {
		s = s[1:]
	}
	return t.trimRight(s)
}

func (t *trims) trimRight(s string) string {
	for s != "" && t[s[len(s)-1]] {
		s = s[:len(s)-1]
	}
	return s
}
