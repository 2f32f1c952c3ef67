package score

import (
	"unicode"
	"unicode/utf8"
)

// A token is a piece of a line.
type token struct {
	what
	meaning
	n        int  // of a number or of stars
	of       int  // of a fraction
	spelled  bool // the number is written as a word
	big      bool // the number is too large for a score, and may be the highest of another scale
	brief    bool // the word is an abbreviation
	glued    bool // it touches the token before
	from, to int  // where it stands in the line, in bytes
}

// what a token is.
type what byte

const (
	aWord   what = iota // a phrase of the lexicon that is no number
	aNumber             // that may be a score
	aFraction
	aNoise   // a number that is no score: a date, a price
	aDoubt   // one that might have been meant as a score: 8.5, 7-8
	unknown  // a word that is none of ours
	aBreak   // punctuation between clauses
	aColon   // a colon
	aDoubter // a question mark
	anEmoji
	someStars
)

// maxLine is how much of a line is read, in bytes, and maxTokens how many
// pieces of it: whoever says a score says it sooner.
const (
	maxLine   = 2000
	maxTokens = 300
)

// A reader cuts a line into tokens.
type reader struct {
	line string
	at   int
	out  []token
	low  int
	high int
	book *lexicon
	mine tongues // of number words; 0 for any
}

func tokens(line string, s scale) []token {
	r := &reader{line: line, low: s.low, high: s.high, book: book(), mine: s.mine}
	if len(line) > maxLine {
		r.line = line[:maxLine]
	}
	for r.at < len(r.line) && len(r.out) < maxTokens {
		r.next()
	}
	return r.believe(r.joined())
}

func (r *reader) next() {
	c, size := utf8.DecodeRuneInString(r.line[r.at:])
	switch {
	case digit(c) >= 0:
		r.number()
	case isLetter(c):
		r.word()
	case c == '★' || c == '⭐' || c == '☆' || c == '🌟' || c == '✭':
		r.stars()
	case c == '🔟':
		t := token{what: aNumber, n: 10}
		if t.n > r.high {
			t = token{what: aNoise, big: true}
		}
		r.put(t, size)
	default:
		if w, some := sign(c); some && !r.hyphen(c) {
			r.put(token{what: w}, size)
			return
		}
		r.at += size
	}
}

// hyphen reports whether a dash at r.at only joins words, or a number to the
// Hebrew to.
func (r *reader) hyphen(c rune) bool {
	if c != '-' && c != '–' && c != '‑' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(r.line[:r.at])
	after, _ := utf8.DecodeRuneInString(r.line[r.at+utf8.RuneLen(c):])
	return isLetter(before) && (isLetter(after) || digit(after) >= 0 && r.towards())
}

func (r *reader) put(t token, size int) {
	t.from, t.to = r.at, r.at+size
	t.glued = len(r.out) > 0 && r.out[len(r.out)-1].to == r.at
	if t.what != aWord && !t.spelled {
		t.meaning.number = -1
	}
	r.out = append(r.out, t)
	r.at += size
}

// sign is what a character that is neither letter nor digit means.
func sign(c rune) (what, bool) {
	switch c {
	case '.', ',', ';', '!', '(', ')', '[', ']', '"', '“', '”', '„', '«', '»', '-', '–', '—', '−', '…', '|', '=', '/', '\\',
		'、', '。', '，', '！', '；', '（', '）', '「', '」', '・', '।', '،', '؛', '\t':
		return aBreak, true
	case ':', '：':
		return aColon, true
	case '?', '？', '؟':
		return aDoubter, true
	case '#', '$', '€', '£', '¥', '№', '%', '٪', '％', '°', '₹', '₽', '&', '+', '~', '～', '〜', '<', '>', '@', '^':
		return aNoise, true
	}
	return anEmoji, unicode.Is(unicode.So, c) || unicode.Is(unicode.Sk, c) && c > 0xffff
}

// stars reads a run of them: full ones, then empty ones.
func (r *reader) stars() {
	full, all, begin := 0, 0, r.at
	for i, c := range r.line[begin:] {
		switch c {
		case '★', '⭐', '🌟', '✭':
			full, all = full+1, all+1
		case '☆':
			all++
		case ' ', '\ufe0f':
		default:
			r.put(token{what: someStars, n: full, of: all}, i)
			return
		}
	}
	r.put(token{what: someStars, n: full, of: all}, len(r.line)-begin)
}

// word reads a run of letters.
func (r *reader) word() {
	end := r.at
	for i, c := range r.line[r.at:] {
		if !isLetter(c) && !inWord(c) {
			break
		}
		end = r.at + i + utf8.RuneLen(c)
	}
	run := r.line[r.at:end]
	if unspaced(run) {
		r.segments(run)
		return
	}
	r.put(r.look(run), len(run))
}

func isLetter(c rune) bool {
	return unicode.IsLetter(c) || unicode.Is(unicode.M, c) && c != '\ufe0f' && c != '\u20e3'
}

// inWord tells what may stand inside a word beside letters.
func inWord(c rune) bool {
	switch c {
	case '\'', '’', 'ʼ', '‘', '`', '´', '׳', '\u200c', '\u200d':
		return true
	}
	return false
}

// unspaced reports whether the first letter is of a script that has no spaces
// between words, or that glues what belongs together.
func unspaced(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Hangul) || c == '〇'
}
