package said

import (
	"strings"
	"sync"
)

// Signs are which tables a line has an entry of, anywhere in it.
type signs uint16

const (
	asksAbove  signs = 1 << iota // asks to reply above a line
	announces                    // a word for a mail
	isFooter                     // of a list or a scanner
	isSecret                     // of a legal notice: secrecy
	isMeant                      // of a legal notice: for whom
	hasProduct                   // a device or a mail program
	hasSending                   // a word of sending, of a script without spaces
	isPrint                      // a word of printing
	isEarth                      // a word of sparing the woods
)

// A finder finds the entries of many tables in one turn over a text: the first
// three bytes of each are looked up, and only then the rest.
type finder struct {
	hint    [1 << 16]bool
	entries map[string][]entry
}

type entry struct {
	text string
	sign signs
}

func hintOf(s string, i int) uint16 {
	return uint16(s[i])*251 ^ uint16(s[i+1])*1021<<3 ^ uint16(s[i+2])*4093
}

func (f *finder) find(text string) (found signs) {
	for i := 0; i+3 <= len(text); i++ {
		if !f.hint[hintOf(text, i)] {
			continue
		}
		for _, e := range f.entries[text[i:i+3]] {
			if found&e.sign == 0 && strings.HasPrefix(text[i:], e.text) {
				found |= e.sign
			}
		}
	}
	return found
}

var signFinder = sync.OnceValue(func() *finder {
	f := &finder{entries: map[string][]entry{}}
	for _, table := range []struct {
		text string
		sign signs
	}{
		{delimiterPhrases, asksAbove},
		{messageParts, announces},
		{footerParts, isFooter},
		{secretParts, isSecret},
		{meantParts, isMeant},
		{productNames, hasProduct},
		{sendPieces, hasSending},
		{printParts, isPrint},
		{earthParts, isEarth},
	} {
		for _, text := range listOf(table.text)() {
			if len(text) >= 3 {
				f.hint[hintOf(text, 0)] = true
				f.entries[text[:3]] = append(f.entries[text[:3]], entry{text, table.sign})
			}
		}
	}
	return f
})

// signsOf finds what a folded text has of the tables.
func signsOf(text string) signs { return signFinder().find(text) }

// signsOf finds the signs of a line, once.
func (t *letter) signsOf(i int) signs {
	l := &t.lines[i]
	if !l.searched {
		l.searched = true
		t.work += min(len(l.text), noticeBytes)
		l.signs = signsOf(l.text[:min(len(l.text), noticeBytes)])
	}
	return l.signs
}
