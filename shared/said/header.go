package said

import (
	"strings"
	"sync"
)

// A kind is which header a line is.
type kind uint8

const (
	noHeader kind = iota
	from
	sent
	to
	copied
	subject
	other // Reply-To, Importance, Attachments
)

const (
	blockLines = 16 // of a header block, looked at
	wordBytes  = 60 // of a header's name
)

// headerOf says which header a folded line is, and where its value begins.
func headerOf(text string) (k kind, value int) {
	head := text[:min(len(text), wordBytes)]
	i := strings.IndexByte(head, ':')
	if i <= 0 {
		return noHeader, 0
	}
	return headers()[aroundName.trim(head[:i])], i + 1
}

// header is headerOf for line i, found once.
func (t *letter) header(i int) kind {
	l := &t.lines[i]
	if !l.headed {
		l.headed = true
		t.work += min(len(l.text), wordBytes)
		k, value := headerOf(l.text)
		l.header, l.value = k, int32(value)
	}
	return l.header
}

func (l *line) headerValue() string { return strings.Trim(l.text[l.value:], " *_") }

// headerBlock says whether a mail's headers begin with line i: two of them at
// least, with something that a person's own "From: Berlin, To: Rome" lacks; or
// a sender's line alone, with the address.
func (t *letter) headerBlock(i int) bool {
	k := t.header(i)
	if k == noHeader || k == other {
		return false
	}
	if k == from && senderAlone(t.lines[i].headerValue()) || inOneLine(t.lines[i].text) {
		return true
	}
	kinds, proof := t.headersFrom(i)
	count := 0
	for _, is := range kinds[:other] {
		if is {
			count++
		}
	}
	return count >= 2 && (kinds[from] || kinds[to] || kinds[sent] && kinds[subject]) && (proof || t.ruledAbove(i))
}

// headersFrom collects the headers from line i on, and says whether one of
// them holds what only programs write there.
func (t *letter) headersFrom(i int) (kinds [other + 1]bool, proof bool) {
	blanks, strays := 0, 0
	for n := i; n < len(t.lines) && n < i+blockLines; n++ {
		l := &t.lines[n]
		t.work++
		if l.text == "" {
			if blanks++; blanks > 2 {
				break
			}
			continue
		}
		its := t.header(n)
		if its == noHeader {
			if strays++; strays > 2 || blanks > 0 {
				break
			}
			continue
		}
		kinds[its], strays, blanks = true, 0, 0
		proof = proof || its == subject || len(l.text) < 600 && strings.Contains(l.text, "@") || its == sent && t.look(n).dated()
	}
	return kinds, proof
}

// senderAlone says that a sender's line holds an address and nothing more.
func senderAlone(value string) bool {
	open := strings.IndexAny(value, "<[")
	return open >= 0 && open < 60 && strings.Contains(value[open:], "@") && (strings.HasSuffix(value, ">") || strings.HasSuffix(value, "]"))
}

// ruledAbove says whether a rule stands right above line i, as Outlook and
// others put it.
func (t *letter) ruledAbove(i int) bool {
	for n := i - 1; n >= 0 && n >= i-2; n-- {
		if text := t.lines[n].text; text != "" {
			return ruler(text) || isMessageRule(text)
		}
	}
	return false
}

// headers is which header each name is.
var headers = sync.OnceValue(func() map[string]kind {
	names := map[string]kind{}
	for k, text := range map[kind]string{from: fromNames, sent: sentNames, to: toNames, copied: copiedNames, subject: subjectNames, other: otherNames} {
		for _, name := range strings.FieldsFunc(fold(text), func(r rune) bool { return r == '|' || r == '\n' }) {
			names[strings.TrimSpace(name)] = k
		}
	}
	return names
})
