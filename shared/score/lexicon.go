package score

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A language is the words by which its speakers say a score. Each field lists
// phrases with commas between them; forms of one number have a bar between them.
type language struct {
	tag     string
	numbers string // 0 to 10, in all forms that may stand alone
	fluff   string // changes nothing: articles, "a solid", "for me", thanks
	cue     string // a score comes: "I give", "rating"
	unit    string // may follow it: points
	star    string // the same, of five: stars
	of      string // between a score and the highest: "out of"
	within  string // behind the highest, before the score: "10 üzerinden 9"
	not     string // what comes next is not the score
	notPast string // what came just before is not
	bar     string // the next number is something else: until, number, than
	after   string // what may follow a leading score without a comma
	turn    string // begins anew: but, rather, more like
}

// What a phrase may be, as bits.
type sense uint16

const (
	isFluff sense = 1 << iota
	isCue
	isUnit
	isStar
	isOf
	isWithin
	isNot
	isNotPast
	isBar
	isAfter
	isTurn
	isOther  // somebody else's number comes, or another time's
	isSchool // a mark comes, of which 1 may be the best
)

// A meaning is all that a phrase may be, and the number that it says, -1 for none.
type meaning struct {
	sense
	number int
	in     tongues // that have the phrase
	says   tongues // in which it is that number
	each   []sensed
}

// sensed is what a phrase is in one language.
type sensed struct {
	sense
	in tongues
}

// A lexicon is the phrases of all languages. A word that is a number in one and
// something else in another is believed only where it stands alone.
type lexicon struct {
	phrases map[string]meaning
	tags    map[string]tongues
	longest int // of the phrases in scripts without spaces, in bytes
}

// maxPhrase is how many words a phrase has at most.
const maxPhrase = 4

// book is built when the first reply is read.
var book = sync.OnceValue(func() *lexicon {
	b := &lexicon{phrases: map[string]meaning{}, tags: map[string]tongues{}}
	for _, l := range slices.Concat(languages, further, furthest) {
		b.add(&l)
	}
	return b
})

func (b *lexicon) add(l *language) {
	in := tongues(1) << len(b.tags)
	b.tags[l.tag] = in
	for n, forms := range strings.Split(l.numbers, ",") {
		for form := range strings.SplitSeq(forms, "|") {
			b.put(form, 0, n, in)
		}
	}
	for sense, list := range map[sense]string{
		isFluff: l.fluff + "," + intended[l.tag], isCue: l.cue, isUnit: l.unit, isStar: l.star, isOf: l.of, isWithin: l.within,
		isNot: l.not, isNotPast: l.notPast, isBar: l.bar, isAfter: l.after, isTurn: l.turn,
		isOther: others[l.tag], isSchool: schooling[l.tag],
	} {
		for phrase := range strings.SplitSeq(list, ",") {
			b.put(phrase, sense, -1, in)
		}
	}
}

func (b *lexicon) put(phrase string, s sense, number int, in tongues) {
	if phrase = strings.Join(strings.Fields(fold(phrase)), " "); phrase == "" {
		return
	}
	m, known := b.phrases[phrase]
	if !known {
		m.number = -1
	}
	m.sense |= s
	m.in |= in
	m.each = append(m.each, sensed{s, in})
	if number >= 0 {
		m.says |= in
		if m.number >= 0 && m.number != number {
			m.sense |= isFluff // two languages disagree
		}
		m.number = number
	}
	b.phrases[phrase] = m
	if unspaced(phrase) {
		b.longest = max(b.longest, len(phrase))
	}
}

// marks are left out of words: what is written above and below Arabic and
// Hebrew letters, and apostrophes of all kinds.
var marks = strings.NewReplacer(
	"\u064b", "", "\u064c", "", "\u064d", "", "\u064e", "", "\u064f", "", "\u0650", "", "\u0651", "", "\u0652", "", "\u0640", "",
	"أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه",
	"'", "", "’", "", "ʼ", "", "‘", "", "`", "", "´", "", "׳", "", "\u200c", "", "\u200d", "", "\ufe0f", "",
	"ё", "е", "ı", "i", "i̇", "i", "ς", "σ",
)

// fold makes words comparable: lower case, one way to write each letter.
func fold(s string) string {
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) < 0 {
		return strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(s, "'", ""), "`", ""))
	}
	return marks.Replace(strings.ToLower(norm.NFKC.String(s)))
}
