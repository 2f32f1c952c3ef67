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

// headerOf says which header a folded line is, and what is behind its colon.
func headerOf(text string) (k kind, value string) {
	text = strings.TrimLeft(text, " *_>|-\t")
	head := text[:min(len(text), wordBytes)]
	i := strings.IndexByte(head, ':')
	if i <= 0 {
		return noHeader, ""
	}
	name := strings.Trim(head[:i], " *_.\t")
	return headers()[name], strings.Trim(text[i+1:], " *_")
}

// headerBlock says whether a mail's headers begin with line i: two of them at
// least, with something that a person's own "From: Berlin, To: Rome" lacks; or
// a sender's line alone, with the address.
func (t *letter) headerBlock(i int) bool {
	k, value := headerOf(t.lines[i].text)
	if k == noHeader || k == other {
		return false
	}
	var kinds [other + 1]bool
	blanks, strays := 0, 0
	proof := t.ruledAbove(i)
	for n := i; n < len(t.lines) && n < i+blockLines; n++ {
		text := t.lines[n].text
		t.work += min(len(text), wordBytes)
		if text == "" {
			if blanks++; blanks > 2 {
				break
			}
			continue
		}
		its, says := headerOf(text)
		if its == noHeader {
			if strays++; strays > 2 || blanks > 0 {
				break
			}
			continue
		}
		kinds[its], strays, blanks = true, 0, 0
		proof = proof || its == subject || strings.Contains(says, "@") || its == sent && t.look(n).dated()
	}
	count := 0
	for _, is := range kinds[:other] {
		if is {
			count++
		}
	}
	if count >= 2 && proof && (kinds[from] || kinds[to] || kinds[sent] && kinds[subject]) {
		return true
	}
	return k == from && senderAlone(value) || inOneLine(t.lines[i].text)
}

// inOneLine knows headers that something ran together: three names with colons
// in one line, and an address.
func inOneLine(text string) bool {
	if len(text) > 4*wordBytes+windowBytes || strings.Count(text, ":") < 3 || !strings.Contains(text, "@") {
		return false
	}
	var kinds [other + 1]bool
	count := 0
	for rest := text; ; {
		before, after, more := strings.Cut(rest, ":")
		if !more {
			return count >= 3
		}
		name := strings.Trim(before[strings.LastIndexByte(strings.TrimRight(before, " *"), ' ')+1:], " *_")
		if k := headers()[name]; k != noHeader && !kinds[k] {
			kinds[k] = true
			count++
		}
		rest = after
	}
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
