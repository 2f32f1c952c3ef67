package said

import (
	"strings"
)

// A mark is what an element says of the lines in it.
type mark uint8

const (
	unmarked  mark = iota
	quoted         // part of the mail that is answered
	perhaps        // indented: quoted if nothing of the person's follows
	prefix         // says who wrote when
	end            // all that follows is quoted
	signature      // put there by the mail program
)

// A line is one line of a mail, and what is known of it.
type line struct {
	raw    string // as it came, without its break
	text   string // folded and trimmed
	mark   mark
	quoted bool // begins with >, or stands in a quote
	gone   bool // not the person's words

	looked   bool // traits are known
	searched bool // signs are known
	headed   bool // header and value are known
	signs    signs
	header   kind
	traits   traits
	value    int32 // where the header's value begins in text
	began    int32 // the line an attribution that ends here began with, plus 2; 1 is none
}

// A letter is the lines of a mail, and for each of them the place of the next
// that is not blank.
type letter struct {
	lines []line
	next  []int32
	work  int // lines looked at, so that tests see it grow
}

// split makes lines of a plain text.
func split(text string) []line {
	if text == "" {
		return nil
	}
	text = valid(clip(text))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	folded := fold(text)
	lines := make([]line, 0, min(strings.Count(text, "\n")+1, maxLines))
	for {
		raw, rest, more := strings.Cut(text, "\n")
		f, after, _ := strings.Cut(folded, "\n")
		l := line{raw: raw, text: strings.TrimSpace(f)}
		l.quoted = hasQuoteMark(l.text)
		lines = append(lines, l)
		if !more || len(lines) == maxLines {
			return lines
		}
		text, folded = rest, after
	}
}

// hasQuoteMark says whether a line begins as quoted lines do. A bar quotes
// unless the line is a row of a table.
func hasQuoteMark(text string) bool {
	switch {
	case text == "":
		return false
	case text[0] == '>':
		return true
	case text[0] == '|':
		return strings.Count(text, "|") == 1
	}
	return strings.HasPrefix(text, "&gt;")
}

// follow notes for each line the next one that is not blank, len(lines) behind
// the last, and for the line before the first too.
func (t *letter) follow() {
	t.next = make([]int32, len(t.lines)+1)
	next := int32(len(t.lines))
	for i := len(t.lines) - 1; i >= 0; i-- {
		t.next[i+1] = next
		if t.lines[i].text != "" {
			next = int32(i)
		}
	}
	t.next[0] = next
}

// after is the first line behind line i that is not blank, nil if none is.
func (t *letter) after(i int) *line {
	if n := int(t.next[i+1]); n < len(t.lines) {
		return &t.lines[n]
	}
	return nil
}

// quotedAfter says whether what follows line i is quoted. Lines that are only
// indented are, if this is asked of what introduces them.
func (t *letter) quotedAfter(i int) bool {
	l := t.after(i)
	return l != nil && (l.quoted || l.mark == perhaps)
}

// indent makes the indented lines behind line i quoted.
func (t *letter) indent(i int) {
	for n := int(t.next[i+1]); n < len(t.lines); n = int(t.next[n+1]) {
		if t.lines[n].mark != perhaps || t.lines[n].quoted {
			return
		}
		t.lines[n].quoted = true
	}
}
