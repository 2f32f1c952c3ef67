package replies

import (
	"strconv"
	"strings"
	"unicode"

	"heed/shared/heed"
)

// Score reads the score on the first line of a reply, and what else that line
// says. The line may begin with the score ("9, thanks" or "9/10") or hold one
// number alone ("I'd say 9"); a line that is quoted, or that leaves a doubt,
// holds none.
func Score(text string, ask heed.Ask) (score int, comment string, ok bool) {
	line := firstLine(text)
	if line == "" || line[0] == '>' {
		return 0, "", false
	}
	_, high := ask.Range()
	line = strings.Replace(line, "/"+strconv.Itoa(high), "", 1)
	words := strings.FieldsFunc(line, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:!()\"'–—", r)
	})
	var found []int
	for i, word := range words {
		n, err := strconv.Atoi(strings.TrimRight(word, "."))
		switch {
		case err == nil && i == 0 && ask.Holds(n):
			return n, rest(line, word), true
		case err == nil:
			found = append(found, n)
		case strings.ContainsFunc(word, unicode.IsDigit):
			return 0, "", false // a date, a time, a fraction
		}
	}
	if len(found) != 1 || !ask.Holds(found[0]) {
		return 0, "", false
	}
	return found[0], heed.Clip(line, maxComment), true
}

// maxComment bounds what is kept of a line, in bytes.
const maxComment = 1000

func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}

// rest is what follows the score that begins the line.
func rest(line, score string) string {
	_, after, _ := strings.Cut(line, score)
	return heed.Clip(strings.TrimLeftFunc(after, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r)
	}), maxComment)
}
