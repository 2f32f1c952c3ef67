package score

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tongues are languages of the lexicon, a bit each.
type tongues uint32

// other names of languages, and those who write their numbers alike.
var alike = map[string]string{"no": "nb da", "nn": "nb da", "nb": "nb da", "da": "nb da", "iw": "he", "in": "id"}

// spoken are the tongues in which a number word is believed of somebody with
// that locale: theirs and English. 0, which is any, where none is known.
func (b *lexicon) spoken(locale string) tongues {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(locale), "_", "-"), "-")
	if base == "" {
		return 0
	}
	if tags, ok := alike[base]; ok {
		base = tags
	}
	t := b.tags["en"]
	for tag := range strings.FieldsSeq(base) {
		t |= b.tags[tag]
	}
	return t
}

// believe leaves out number words of languages that somebody is not known to
// speak: otto is a name, fire burns, bon is good. One stays where another word
// beside it is of its language and of none of theirs: "ich gebe neun".
func (r *reader) believe(list []token) []token {
	if r.mine == 0 {
		return list
	}
	for i := range list {
		list[i].sense = r.meant(&list[i])
	}
	for i := range list {
		t := &list[i]
		if !t.spelled || t.says&r.mine != 0 || r.among(list, i) {
			continue
		}
		t.what, t.spelled, t.big, t.n, t.number = unknown, false, false, 0, -1
		if t.sense != 0 {
			t.what, t.sense = aWord, r.meant(&token{what: aWord, meaning: t.meaning})
		}
	}
	return list
}

// meant is what a word is in the languages that somebody may speak: um is a
// number's article to Brazilians, and to Germans at that hour. What is a word of
// none of those is what it is in any.
func (r *reader) meant(t *token) (s sense) {
	if t.what != aWord || t.in&r.mine == 0 {
		return t.sense
	}
	for _, m := range t.each {
		if m.in&r.mine != 0 {
			s |= m.sense
		}
	}
	return s
}

// among reports whether the line holds another word that shows the language of
// the number word.
func (r *reader) among(list []token, i int) bool {
	for k := range list {
		if t := &list[k]; k != i && t.what == aWord && t.in&list[i].says != 0 && t.in&r.mine == 0 {
			return true
		}
	}
	return false
}

// signed reports whether a line is one word with a capital, as a name below the
// words is: Tien, Dix.
func signed(line string, list []token) bool {
	words := 0
	for i := range list {
		if !isBreak(list[i]) {
			words++
			if c, _ := utf8.DecodeRuneInString(line[list[i].from:]); !list[i].spelled || !unicode.IsUpper(c) {
				return false
			}
		}
	}
	return words == 1
}
