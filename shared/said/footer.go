package said

import (
	"strings"
	"sync"
)

const (
	footerBytes = 240
	noticeBytes = 1500 // of a line, searched for signs
	noticeLeast = 55
)

var (
	sentPhrases = sync.OnceValue(func() *beginnings { return beginningsOf(listOf(sentPrefixes)()) })
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
	text = aroundSent.trim(withoutLinks(text))
	if text == "" || strings.HasSuffix(text, "?") {
		return false
	}
	head, _, more := strings.Cut(text, ",")
	product := t.signsOf(i)&hasProduct != 0
	spaces := strings.Count(text, " ")
	if (spaces <= 7 && (!more || product) || spaces <= 11 && !more && product) && sentPhrases().of(text) {
		return true
	}
	if spaces <= 5 && strings.Contains(text, "outlook") && (strings.Contains(text, "ios") || strings.Contains(text, "android")) {
		return true // where to get it, in whatever words
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
	if !linkSigns.in(text) {
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

// mechanical says whether a line is of the kinds that no person types.
func (t *letter) mechanical(i int) bool {
	return t.footer(i) || t.notice(i) || t.sentFrom(i)
}
