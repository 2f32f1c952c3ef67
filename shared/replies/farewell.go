package replies

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What of somebody's words is compared with the phrases.
const (
	maxFarewell = 200 // bytes of a line
	maxClosing  = 4   // lines below the phrase: regards, a name
	meantBreak  = 50  // letters; mail programs break lines that are longer
)

// book is the phrases of all languages, folded.
type book struct{ polite, farewell map[string]bool }

var phrases = sync.OnceValue(func() *book {
	b := &book{map[string]bool{}, map[string]bool{}}
	for _, t := range farewells {
		for s := range strings.SplitSeq(t.polite, ",") {
			b.polite[fold(s)] = true
		}
		for s := range strings.SplitSeq(t.farewell, ",") {
			b.farewell[fold(s)] = true
		}
	}
	return b
})

// Farewell reports whether what a person wrote is nothing but that they want no
// more mails, in any of the languages that mails are written in: one line,
// whatever greets above it, and regards and a name below.
func Farewell(words string) bool {
	lines, said, closed := 0, false, false
	for line := range strings.Lines(words) {
		switch s := foldLine(line); {
		case s == "":
			continue
		case phrases().bare(s) == "":
			closed = closed || said
		case said && closed && lines < maxClosing:
		case !said && phrases().says(s):
			said = true
			continue
		default:
			return false
		}
		if said {
			lines++
		}
	}
	return said
}

// FarewellLine reports whether a line of its own says so, whatever else is said.
// A line that a mail program may have broken off the one before is none.
func FarewellLine(words string) bool {
	before := 0
	for line := range strings.Lines(words) {
		if before < meantBreak && phrases().says(foldLine(line)) {
			return true
		}
		before = utf8.RuneCountInString(strings.TrimSpace(line[:min(len(line), 1000)]))
	}
	return false
}

func foldLine(line string) string {
	if line = strings.TrimSpace(line); len(line) > maxFarewell {
		return "…" // which folds to nothing, so it is no phrase
	}
	return fold(line)
}

// says reports whether a folded line is a phrase, polite words aside.
func (b *book) says(s string) bool {
	return b.farewell[s] || b.farewell[b.bare(s)]
}

// bare takes the polite words off both ends of a folded line.
func (b *book) bare(s string) string {
	words := strings.Fields(s)
	for {
		n := len(words)
		for k := min(n, 4); k > 0 && len(words) == n; k-- {
			if b.polite[strings.Join(words[:k], " ")] {
				words = words[k:]
			} else if b.polite[strings.Join(words[n-k:], " ")] {
				words = words[:n-k]
			}
		}
		if len(words) == n {
			return strings.Join(words, " ")
		}
	}
}

// fold makes phrases comparable: lower case without marks on letters and
// without punctuation. Apostrophes and hyphens join what they stand between.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case c == 'ı':
			b.WriteByte('i')
		case c == 'ς':
			b.WriteRune('σ')
		case unicode.In(c, unicode.Mn, unicode.Cf), strings.ContainsRune("'’‘`´ʼ-‐‑·", c):
		case unicode.IsLetter(c), unicode.IsDigit(c), unicode.Is(unicode.Mc, c):
			b.WriteRune(c)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
