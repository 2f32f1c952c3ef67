package said

import "strings"

const (
	tailLines  = 40 // a signature's lines that are not blank
	tailSpread = 90 // its lines in all
)

// signatures drops what stands below the person's words in each stretch of
// lines that is left: between two quotes, or above a cut.
func (t *letter) signatures() {
	human := false
	for lo := 0; lo < len(t.lines); {
		if t.lines[lo].gone {
			lo++
			continue
		}
		hi := lo
		for hi < len(t.lines) && !t.lines[hi].gone {
			hi++
		}
		human = t.sign(lo, hi, human) || human
		lo = hi
	}
}

// sign drops the signatures of the lines from lo up to hi, one above another,
// and says whether the person said something there.
func (t *letter) sign(lo, hi int, human bool) bool {
	said := human
	for range 3 { // a list's footer, a phone's line, a name
		said = t.signOnce(lo, hi, human)
		last := hi
		for last > lo && (t.lines[last-1].gone || t.lines[last-1].text == "") {
			last--
		}
		if last == hi {
			break
		}
		hi = last
	}
	return said
}

func (t *letter) signOnce(lo, hi int, human bool) bool {
	for i := lo; i < hi; i++ {
		l := &t.lines[i]
		t.work++
		switch {
		case l.text == "", l.gone:
		case l.mark == signature:
			l.gone = true
		case !human && isDelimiter(l.raw) && t.proseBelow(i, hi):
			l.gone = true
		case t.signs(i, lo, hi, human):
			until := t.postscript(i, hi)
			t.drop(i, until)
			i = until - 1
		case t.sentFrom(i), t.footer(i):
			l.gone = true
			if human && t.few(i+1, hi) && t.postscript(i, hi) == hi {
				t.drop(i, hi)
				return true
			}
		default:
			human = true
		}
	}
	return human
}

func (t *letter) drop(from, to int) {
	for i := from; i < to; i++ {
		t.lines[i].gone = true
	}
}

// signs says whether a signature begins with line i and goes to hi.
func (t *letter) signs(i, lo, hi int, human bool) bool {
	l := &t.lines[i]
	if isDelimiter(l.raw) {
		return strings.HasSuffix(l.raw, "-- ") || t.few(i+1, hi)
	}
	if ruler(l.text) {
		return t.belowRule(i, hi)
	}
	if !human || len(l.text) > 600 && !t.notice(i) {
		return false
	}
	first := i == lo || t.lines[i-1].text == ""
	switch {
	case len(l.text) <= 100 && t.signsOff(i, hi):
		return true
	case first && t.notices(i, hi):
		return true
	case t.dashedName(i, lo, hi):
		return true
	}
	return first && t.contact(i, hi)
}

// proseBelow says whether a person goes on below line i: the dashes were not a
// signature's.
func (t *letter) proseBelow(i, hi int) bool {
	for n := i + 1; n < hi && n < i+tailSpread; n++ {
		if sentence(t.lines[n].text) && !t.mechanical(n) {
			return true
		}
	}
	return false
}

// few says that the lines from i up to hi are no more than a signature has.
func (t *letter) few(i, hi int) bool {
	if hi-i > tailSpread {
		return false
	}
	n := 0
	for ; i < hi; i++ {
		if t.lines[i].text != "" {
			n++
		}
	}
	return n <= tailLines
}

// belowRule says whether what stands below a rule is a card or a list's
// footer, and not more of what the person says.
func (t *letter) belowRule(i, hi int) bool {
	if !t.few(i+1, hi) {
		return false
	}
	lines, cards, prose := 0, 0, 0
	for n := i + 1; n < hi; n++ {
		text := t.lines[n].text
		if text == "" {
			continue
		}
		lines++
		switch {
		case hasContact(text) || t.mechanical(n):
			cards++
		case sentence(text):
			prose++
		}
	}
	return lines == 0 || cards > 0 && prose <= cards || prose == 0 && lines <= 6
}

// dashedName knows "-Ann" and "/Ann" on the last line, where it is no item of
// a list. It can tell a name in scripts with capitals only.
func (t *letter) dashedName(i, lo, hi int) bool {
	raw := strings.TrimSpace(t.lines[i].raw)
	name := strings.TrimLeft(raw, "-–—/~ \u00a0")
	if name == raw || len(raw)-len(name) > 4 || !nameLike(name) || !isUpper(name) {
		return false
	}
	if next := int(t.next[i+1]); next < hi && !t.mechanical(next) {
		return false
	}
	if apart := i > lo && t.lines[i-1].text == ""; !apart && strings.Contains(raw[:len(raw)-len(name)], " ") {
		return false
	}
	for n := i - 1; n >= lo; n-- {
		if before := strings.TrimSpace(t.lines[n].raw); before != "" {
			return before[0] != raw[0]
		}
	}
	return true
}

// postscript is where a person goes on below their signature; hi if nowhere.
func (t *letter) postscript(i, hi int) int {
	for n := i + 1; n < hi && n < i+tailSpread; n++ {
		text := t.lines[n].text
		if t.lines[n-1].text != "" || len(text) < 4 || text[0] != 'p' && text[0] != 'n' && !strings.HasPrefix(text, "п") && !strings.HasPrefix(text, "з") {
			continue
		}
		for _, p := range []string{"ps:", "ps ", "p.s.", "p.s ", "p. s.", "ps.", "ps,", "ps-", "p/s", "п.с.", "з.и.", "nb:", "n.b."} {
			if strings.HasPrefix(text, p) {
				return n
			}
		}
	}
	return hi
}
