package said

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isDelimiter knows the lines that programs and people put above a signature.
func isDelimiter(raw string) bool {
	switch strings.TrimSpace(raw) {
	case "--", "—", "–", "––", "__", "-- -", "‐‐":
		return true
	}
	return false
}

// sentence says whether a line reads like prose rather than a card's line.
func sentence(text string) bool {
	text = trailing.trimRight(text)
	r, _ := utf8.DecodeLastRuneInString(text)
	words := strings.Count(text, " ") + 1
	if strings.ContainsRune(".!?。！？।", r) {
		return words >= 4 || r >= utf8.RuneSelf
	}
	return words >= 10 || utf8.RuneCountInString(text) > 90
}

// nameLike says whether a line could be a person's name: up to four words with
// capitals, if the script has such.
func nameLike(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ".,!")
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 || utf8.RuneCountInString(s) > 40 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"'*_"))
		if !unicode.IsLetter(r) || strings.ContainsAny(w, "?!:;@/0123456789。，") {
			return false
		}
		if unicode.IsLower(r) && (i == 0 && len(words) > 1 || i > 0 && !particles()[w]) {
			return false
		}
	}
	return true
}

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
