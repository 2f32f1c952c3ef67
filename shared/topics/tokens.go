package topics

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"heed/shared/heed"
)

// What is read of a text: so many words (or characters, of scripts that set no
// words apart), of so many bytes. A longer run of letters is no word.
const (
	maxWords = 200
	maxBytes = 8 << 10
	maxWord  = 40 // characters
)

// A token is one word of a text, or one character of a script without spaces.
type token struct {
	text   string // lower-case
	plain  bool   // may be shown: no part of an address, no number
	dense  bool   // a character of a script without spaces
	joined bool   // nothing but space, a hyphen or a quotation mark stands before it and after the one before
}

// A reader takes a text apart.
type reader struct {
	text string
	lang string
	list []token

	joined bool // what comes next follows the last token closely
	dotted bool // within something that has dots inside, as addresses of the web
	inside bool // within a run without spaces of which that is known
}

// tokens takes a text in some language apart. It never fails: what is no text is
// left out.
func tokens(text, lang string) []token {
	r := reader{text: norm.NFC.String(heed.Clip(text, maxBytes)), lang: lang}
	for r.text != "" && len(r.list) < maxWords {
		c, n := utf8.DecodeRuneInString(r.text)
		switch {
		case dense(c):
			r.character(n)
		case unicode.IsSpace(c):
			r.inside, r.text = false, r.text[n:]
		case !r.inside && r.addressed():
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			r.word()
		default:
			r.joined = r.joined && soft(c)
			r.text = r.text[n:]
		}
	}
	return r.list
}

// dense reports whether a character's script sets no words apart by spaces.
func dense(c rune) bool { return kana(c) || unicode.In(c, unicode.Han) || unspoken(c) }

// kana are the syllables of Japanese; ー is of both sorts.
func kana(c rune) bool { return c == 'ー' || unicode.In(c, unicode.Hiragana, unicode.Katakana) }

// unspoken are scripts of whose characters two in a row say nothing to who reads
// them.
func unspoken(c rune) bool {
	return unicode.In(c, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// soft reports whether the words on both sides of a character are neighbours.
func soft(c rune) bool {
	return unicode.Is(unicode.Cf, c) || strings.ContainsRune("-‐‑_/&+'’ʼ\"“”„«»", c)
}

// character takes a character and the marks that belong to it.
func (r *reader) character(n int) {
	for n < len(r.text) {
		c, width := utf8.DecodeRuneInString(r.text[n:])
		if !unicode.IsMark(c) {
			break
		}
		n += width
	}
	r.add(token{text: strings.ToLower(r.text[:n]), plain: true, dense: true})
	r.inside, r.text = false, r.text[n:]
}

// addressed looks at a run without spaces before it is taken apart: if it is an
// address, it is stepped over.
func (r *reader) addressed() bool {
	r.inside, r.dotted = true, false
	end := strings.IndexFunc(r.text, func(c rune) bool { return unicode.IsSpace(c) || dense(c) })
	if end < 0 {
		end = len(r.text)
	}
	run := r.text[:end]
	if strings.Contains(run, "@") || strings.Contains(run, "://") || hasFold(run, "www.") {
		r.text, r.joined = r.text[end:], false
		return true
	}
	for i := 1; i+1 < len(run); i++ {
		r.dotted = r.dotted || run[i] == '.' && ascii(run[i-1]) && ascii(run[i+1]) && (run[i+1] < 'A' || run[i+1] > 'Z')
	}
	return false
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// ascii reports whether a byte is a letter or a digit.
func ascii(b byte) bool {
	return '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' || 'a' <= b && b <= 'z'
}

// word takes letters, digits and their marks, and apostrophes between them.
func (r *reader) word() {
	var b strings.Builder
	size, plain := 0, !r.dotted
	for i, c := range r.text {
		switch {
		case dense(c):
		case unicode.IsLetter(c) || unicode.IsMark(c):
			b.WriteRune(lower(c, r.lang))
			size++
			continue
		case unicode.IsDigit(c):
			b.WriteRune(c)
			size, plain = size+1, false
			continue
		case unicode.Is(unicode.Cf, c):
			continue
		case apostrophe(c) && !elides(r.lang) && lettered(r.text[i+utf8.RuneLen(c):]):
			b.WriteByte('\'')
			size++
			continue
		}
		r.text = r.text[i:]
		r.take(b.String(), size, plain)
		return
	}
	r.text = ""
	r.take(b.String(), size, plain)
}

func (r *reader) take(text string, size int, plain bool) {
	if size > maxWord {
		r.joined = false
		return
	}
	r.add(token{text: text, plain: plain})
}

func (r *reader) add(t token) {
	t.joined = r.joined
	r.list, r.joined = append(r.list, t), true
}

func apostrophe(c rune) bool { return c == '\'' || c == '’' || c == 'ʼ' }

// lettered reports whether a text begins with a letter.
func lettered(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(c)
}

func lower(c rune, lang string) rune {
	if lang == "tr" {
		return unicode.TurkishCase.ToLower(c)
	}
	return unicode.ToLower(c)
}
