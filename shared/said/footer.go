package said

import (
	"strings"
)

const (
	footerBytes = 240
	noticeBytes = 1500 // of a line, searched for signs
	noticeLeast = 55
)

var (
	sentPhrases = listOf(sentPrefixes)
	sendStems   = listOf(sendBegins)
	getStems    = listOf(getBegins)
	selves      = listOf(selfBegins)
	phoneLabels = listOf(phoneNames)
)

// sentFrom says whether a line is one that a phone, a mail program or a
// scanner adds: "Sent from my iPhone". It is a word of sending beside a
// product, or a phrase that is known whole.
func (t *letter) sentFrom(i int) bool {
	text := t.lines[i].text
	if len(text) < 6 || len(text) > footerBytes {
		return false
	}
	text = strings.Trim(withoutLinks(text), " *_-[]()<>")
	if text == "" || strings.HasSuffix(text, "?") {
		return false
	}
	head, _, more := strings.Cut(text, ",")
	product := t.signsOf(i)&hasProduct != 0
	if strings.Count(text, " ") <= 7 && startsAny(text, sentPhrases()) && (!more || product) {
		return true
	}
	if !product || strings.Count(head, " ") > 11 {
		return false
	}
	return signsOf(head)&hasProduct != 0 && sends(head, text)
}

// sends looks for a word of sending, or of getting such a program, where such
// lines have it. "I sent you a photo from my phone" is a person's.
func sends(head, text string) bool {
	if signsOf(head)&hasSending != 0 {
		return len(head) <= 120
	}
	words := strings.Fields(head)
	first, last := words[0], strings.Trim(words[len(words)-1], ".!")
	switch {
	case startsAny(first, sendStems()):
		return len(words) <= 7 || !strings.HasSuffix(text, ".")
	case startsAny(first, getStems()):
		return len(words) <= 7 && !strings.HasSuffix(text, ".")
	case isSelf(first):
		for _, w := range words[1:] {
			if startsAny(w, sendStems()) || startsAny(w, getStems()) {
				return true
			}
		}
		return false
	}
	return len(words) <= 5 && (startsAny(last, sendStems()) || startsAny(last, getStems()))
}

func isSelf(word string) bool {
	for _, w := range selves() {
		if word == w {
			return true
		}
	}
	return false
}

// withoutLinks drops <...>, [...](...) and web addresses from a line.
func withoutLinks(text string) string {
	if !strings.ContainsAny(text, "<(/") {
		return text
	}
	var kept []string
	for _, w := range strings.Fields(strings.NewReplacer("<", " <", "](", " (", "[", "", "]", " ").Replace(text)) {
		if strings.Contains(w, "://") || strings.HasPrefix(w, "<") && strings.HasSuffix(strings.TrimRight(w, "."), ">") {
			continue
		}
		kept = append(kept, w)
	}
	return strings.Join(kept, " ")
}

// footer says whether a line belongs to what lists, scanners and helpdesks put
// at the foot of a mail.
func (t *letter) footer(i int) bool {
	if len(t.lines[i].text) > 600 {
		return false
	}
	found := t.signsOf(i)
	return found&isFooter != 0 || found&isPrint != 0 && found&isEarth != 0
}

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

// mechanical says whether a line is of the kinds that no person types.
func (t *letter) mechanical(i int) bool {
	return t.footer(i) || t.notice(i) || t.sentFrom(i)
}

// contact says whether the paragraph that begins with line i and ends the
// stretch is a card: short lines, a telephone number or an address among them,
// below a name. After a colon it is what the person wants to say.
func (t *letter) contact(i, hi int) bool {
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
	if !t.few(i, hi) || !nameLike(name) {
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
