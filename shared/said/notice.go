package said

import (
	"strings"
)

// notices says whether a legal notice begins with line i: a word of secrecy
// and a word for whom the mail is meant, in one paragraph, and nothing of the
// person's behind it that a reader would miss.
func (t *letter) notices(i, hi int) bool {
	if !t.few(i, hi) {
		return false
	}
	size, found := 0, signs(0)
	for n := i; n < hi && n < i+12 && t.lines[n].text != ""; n++ {
		size += len(t.lines[n].text)
		found |= t.signsOf(n)
	}
	return found&isSecret != 0 && found&isMeant != 0 && size >= noticeLeast && !personal(t.lines[i].text)
}

// notice says whether a line is a legal notice by itself.
func (t *letter) notice(i int) bool {
	both := isSecret | isMeant
	text := t.lines[i].text
	return len(text) >= noticeLeast && t.signsOf(i)&both == both && !personal(text)
}

// personal says that a person asks, or speaks of themselves.
func personal(text string) bool {
	return strings.HasSuffix(text, "?") || strings.Contains(text, " my ") || strings.HasPrefix(text, "i ") ||
		strings.Contains(text, " i ") && strings.Contains(text, " you")
}

// contact says whether the paragraph that begins with line i and ends the
// stretch is a card: short lines, a telephone number or an address among them,
// below a name. After a colon it is what the person wants to say.
func (t *letter) contact(i, hi int) bool {
	if !t.few(i, hi) {
		return false
	}
	for n := i - 1; n >= 0 && n >= i-3; n-- {
		if text := t.lines[n].text; text != "" {
			if strings.HasSuffix(text, ":") {
				return false
			}
			break
		}
	}
	name := t.lines[i].raw
	if cut := strings.IndexAny(name, "|,•·"); cut > 0 {
		name = name[:cut]
	}
	if !nameLike(name) {
		return false
	}
	lines, cards := 0, 0
	for n := i; n < hi; n++ {
		text := t.lines[n].text
		if text == "" {
			continue
		}
		if lines++; hasContact(text) || strings.Contains(text, " | ") {
			cards++
		} else if sentence(text) && !t.mechanical(n) {
			return false
		}
	}
	return lines >= 2 && lines <= 14 && cards > 0
}

// hasContact says whether a short line holds a way to reach somebody.
func hasContact(text string) bool {
	if len(text) > 160 || strings.Count(text, " ") > 14 {
		return false
	}
	if strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text, "@") && strings.Contains(text, ".") {
		return true
	}
	digits := 0
	for _, c := range []byte(text) {
		if isDigit(c) {
			digits++
		}
	}
	return digits >= 7 && (strings.ContainsAny(text, "+(") || announced(text, phoneLabels()))
}

func announced(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
