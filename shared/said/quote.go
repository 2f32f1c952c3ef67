package said

import "strings"

// quotes drops what the person did not write: quoted lines wherever they
// stand, and all that follows the head of a mail that is quoted without signs.
func (t *letter) quotes(ours []string) {
	t.strays()
	k := knownOf(ours)
	human := false
	for i := range t.lines {
		l := &t.lines[i]
		t.work++
		switch {
		case l.text == "" && l.mark != end, l.gone:
			continue
		case l.quoted:
			l.gone = true
			continue
		case l.mark == signature:
			continue // dropped later, and no word of the person's
		}
		cut, until := t.head(i, human, k)
		if cut {
			t.cut(i)
			return
		}
		human = human || until < 0
		for n := i; n <= until; n++ {
			t.lines[n].gone = true
			t.indent(n)
		}
	}
	t.indented()
}

// head says what line i is the head of: cut, if all that follows is quoted;
// else up to which line it only introduces quoted lines; -1 if it is none.
func (t *letter) head(i int, human bool, k known) (cut bool, until int) {
	l := &t.lines[i]
	switch {
	case l.mark == end:
		return true, -1
	case l.mark == prefix:
		return human && !t.quotedAfter(i) && !t.prefixAfter(i), i
	case k.has(l.text):
		return human, i
	case t.delimiter(i), t.headerBlock(i):
		return true, -1
	case t.messageRule(i):
		return !t.quotedAfter(i), i
	}
	if t.runsOn(i) {
		return true, -1
	}
	return t.introduced(i)
}

// runsOn says whether line i says who wrote when and goes on with what they
// wrote: something joined the lines.
func (t *letter) runsOn(i int) bool {
	l := &t.lines[i]
	if !strings.Contains(l.text, ": ") || len(l.text) < 40 {
		return false
	}
	head := l.text[:min(len(l.text), windowBytes)]
	colon := strings.LastIndex(head, ": >")
	if at := strings.IndexByte(head, '@'); colon < 0 && at >= 0 {
		if n := strings.Index(head[at:], ": "); n > 0 {
			colon = at + n
		}
	}
	return colon > 0 && surety(traitsOf(head[:colon+1]), false) >= 5 && traitsOf(head[:colon+1]).any(opener)
}

// introduced looks for an attribution that begins with line i.
func (t *letter) introduced(i int) (cut bool, until int) {
	size := 0
	for n := i; n < len(t.lines) && n < i+windowLines; n++ {
		l := &t.lines[n]
		if size += len(l.text); l.text == "" || l.quoted || size > windowBytes {
			break
		}
		if from, found := t.attribution(n); found && from <= i {
			return !t.quotedAfter(n), n
		}
	}
	return false, -1
}

// messageRule says whether line i announces another mail: by its words, or by
// being a rule with words right above a header.
func (t *letter) messageRule(i int) bool {
	text := t.lines[i].text
	if isMessageRule(text) {
		return true
	}
	if len(text) > 120 || !strings.HasPrefix(text, "--") || ruler(text) || !strings.HasSuffix(text, "--") {
		return false
	}
	next := int(t.next[i+1])
	return next < len(t.lines) && t.header(next) != noHeader
}

// delimiter says whether a line asks to reply above it, as helpdesks do.
func (t *letter) delimiter(i int) bool {
	return len(t.lines[i].text) <= 300 && t.signsOf(i)&asksAbove != 0
}

func (t *letter) prefixAfter(i int) bool {
	l := t.after(i)
	return l != nil && (l.mark == prefix || l.mark == end)
}

// cut drops all from line i on, and what is left above it of the head: rules
// and blank lines.
func (t *letter) cut(i int) {
	for n := i; n < len(t.lines); n++ {
		t.lines[n].gone = true
	}
	for n := i - 1; n >= 0 && n >= i-6; n-- {
		text := t.lines[n].text
		if text != "" && !ruler(text) && strings.Trim(text, "*_>|- ") != "" {
			break
		}
		t.lines[n].gone = true
	}
	t.indented()
}

// strays are ends of quoted lines that a mail program wrapped: a short line
// right between two quoted ones, the first of them long.
func (t *letter) strays() {
	for i := 1; i+1 < len(t.lines); i++ {
		l, before, after := &t.lines[i], &t.lines[i-1], &t.lines[i+1]
		if !l.quoted && l.text != "" && before.quoted && after.quoted && l.mark == unmarked &&
			len(before.text) >= 60 && len(l.text) <= 40 {
			l.quoted = true
		}
	}
}

// indented decides on lines that are only indented: they are quoted if nothing
// of the person's follows them.
func (t *letter) indented() {
	for i := len(t.lines) - 1; i >= 0; i-- {
		l := &t.lines[i]
		if l.gone || l.text == "" || l.mark == signature {
			continue
		}
		if l.mark != perhaps {
			return
		}
		l.gone = true
	}
}
