package mail

import (
	"unicode"
	"unicode/utf8"
)

// longestSubject is how many bytes a subject has at most: more of it is shown
// nowhere, and encoded it stays well within a header.
const longestSubject = 150

// whole reports whether a question is short enough to be read in full in a list
// of mails.
func whole(question string) bool {
	const fits = 70
	return utf8.RuneCountInString(question) <= fits && len(question) <= longestSubject
}

// clip shortens s to at most most bytes, at the end of a word where there are
// words, and says that there is more. No accent is torn from its letter.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	const more = "…"
	end := most - len(more)
	for end > 0 && !breaks(s, end) {
		end--
	}
	for word := end; word > end*3/4; word-- {
		if s[word] == ' ' {
			end = word
			break
		}
	}
	return s[:end] + more
}

// ending is a subject that ends with what must be read of it, however long the
// rest is.
func ending(subject, words string) string {
	last := " – " + words
	return clip(subject, longestSubject-len(last)) + last
}

// breaks reports whether s can be cut before byte i.
func breaks(s string, i int) bool {
	if !utf8.RuneStart(s[i]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return !unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me, unicode.Cf) && !unicode.Is(unicode.Cf, before)
}
