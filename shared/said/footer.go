package said

import (
	"strings"
)

const (
	footerBytes = 240
	noticeBytes = 1500 // of a line, searched for signs
)

var (
	sentPhrases = listOf(sentPrefixes)
	sendStems   = listOf(sendBegins)
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
	signs := signsOf(head)
	return signs&hasProduct != 0 && (signs&hasSending != 0 || sends(head))
}

// sends looks for a word of sending where the line begins or ends.
func sends(text string) bool {
	words := strings.Fields(text)
	for i, w := range words {
		if i >= 3 && i < len(words)-2 {
			continue
		}
		if startsAny(w, sendStems()) {
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
	return len(t.lines[i].text) <= 600 && t.signsOf(i)&isFooter != 0
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
	return found&isSecret != 0 && found&isMeant != 0 && size >= 45
}

// notice says whether a line is a legal notice by itself.
func (t *letter) notice(i int) bool {
	both := isSecret | isMeant
	return len(t.lines[i].text) >= 45 && t.signsOf(i)&both == both
}

// mechanical says whether a line is of the kinds that no person types.
func (t *letter) mechanical(i int) bool {
	return t.footer(i) || t.notice(i) || t.sentFrom(i)
}

// contact says whether the paragraph that begins with line i and ends the
// stretch is a card: short lines, a telephone number or an address among them,
// below a name.
func (t *letter) contact(i, hi int) bool {
	if !t.few(i, hi) || !nameLike(strings.TrimRight(t.lines[i].raw, " ,")) {
		return false
	}
	lines, cards := 0, 0
	for n := i; n < hi; n++ {
		text := t.lines[n].text
		if text == "" {
			continue
		}
		if lines++; hasContact(text) {
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
