package said

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// traitsOf reads a folded line.
func traitsOf(s string) traits {
	bare := wrapping.trim(s)
	t := ends(s, bare)
	loose, first := false, true
	for i := 0; i < len(bare); {
		r, size := utf8.DecodeRuneInString(bare[i:])
		switch {
		case isDigit(bare[i]):
			n, what := number(bare[i:])
			if t |= what; first {
				t |= opener
			}
			t &^= last
			size, first = n, false
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)) || r >= 'a' && r <= 'z':
			size = word(bare[i:])
			t = t.with(calendar()[bare[i:i+size]], first, size)
			loose, first = loose || r >= 0xe00, false
		case r == '@':
			t |= address
		}
		i += size
	}
	if loose {
		t |= looseTraits(bare)
	}
	return t
}

// with adds what a word is. Only the first word opens a line; a verb is the
// last word until a longer one follows.
func (t traits) with(word traits, first bool, size int) traits {
	if first && word.any(opener|month|weekday) {
		t |= opener
	}
	if word.has(verb) {
		t |= last
	} else if size > 3 {
		t &^= last
	}
	return t | word&^opener
}

// ends says how a line ends: with a colon, or like a sentence. A point behind
// a date or an initial is none of a sentence's.
func ends(s, bare string) (t traits) {
	if strings.HasSuffix(bare, ":") {
		t = colon
	}
	end := trailing.trimRight(s)
	if strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?") || strings.HasSuffix(end, "。") {
		return t | stop
	}
	words, point := strings.CutSuffix(end, ".")
	if !point {
		return t
	}
	w := words[strings.LastIndexAny(words, " .,(")+1:]
	if len(w) > 1 && !isDigit(w[len(w)-1]) && calendar()[w] == 0 {
		t |= stop
	}
	return t
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// word is the length of the word that s begins with.
func word(s string) int {
	for i, r := range s {
		if r < utf8.RuneSelf && (r < 'a' || r > 'z') || r >= utf8.RuneSelf && !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return max(i, 1)
		}
	}
	return len(s)
}

// looseTraits finds words that nothing parts from their neighbours.
func looseTraits(s string) (t traits) {
	for _, w := range looseVerbs() {
		if i := strings.LastIndex(s, w); i >= 0 {
			if t |= verb; i+len(w) >= len(strings.TrimRight(s, ": ")) {
				t |= last
			}
			break
		}
	}
	for _, w := range looseMonths() {
		if strings.Contains(s, w) {
			return t | month
		}
	}
	return t
}

var (
	looseVerbs  = sync.OnceValue(func() []string { return strings.Split(fold(verbParts), "|") })
	looseMonths = sync.OnceValue(func() []string { return strings.Split(fold(monthParts), "|") })
)

// calendar is what each word of the tables is.
var calendar = sync.OnceValue(func() map[string]traits {
	words := map[string]traits{}
	for text, what := range map[string]traits{months: month, weekdays: weekday, verbs: verb, openers: opener} {
		for _, w := range strings.Fields(fold(text)) {
			words[strings.Trim(w, ".")] |= what
		}
	}
	return words
})
