package said

import "strings"

// Traits are what a line has of a line that says who wrote when.
type traits uint16

const (
	year    traits = 1 << iota // 2026, 2569 in Thailand, 1447 by the Hijra
	clock                      // 10:00, 10.00, 10h00
	numeric                    // 1.2.2026, 2026-02-01, 2026年2月1日
	month
	weekday
	address // an @
	verb    // of writing
	last    // the verb is the last word
	colon   // ends with one
	opener  // begins as such lines do
	stop    // ends like a sentence
)

func (t traits) has(all traits) bool { return t&all == all }
func (t traits) any(of traits) bool  { return t&of != 0 }

// dated says that there is a day, not just a word that may be one.
func (t traits) dated() bool {
	return t.has(numeric) || t.has(clock) && t.any(month|weekday|year) || t.has(year) && t.any(month|weekday)
}

const (
	windowLines = 5
	windowBytes = 400
)

// attribution says whether a line that says who wrote when ends with line i,
// and with which line it began. A line that mail programs wrapped is looked at
// whole; of several readings the surest is taken, of equals the shortest.
func (t *letter) attribution(i int) (from int, found bool) {
	l := &t.lines[i]
	if l.began == 0 {
		l.began = 1
		if from, found := t.attributed(i); found {
			l.began = int32(from) + 2
		}
	}
	return int(l.began) - 2, l.began > 1
}

func (t *letter) attributed(i int) (from int, found bool) {
	tail := t.look(i)
	follows := t.quotedAfter(i)
	if !tail.any(colon|last) && !(follows && tail.any(address|clock|numeric)) {
		return 0, false
	}
	var all traits
	size, best := 0, sure(0)
	for k := i; k >= 0 && i-k < windowLines; k-- {
		l := &t.lines[k]
		size += len(l.text)
		if l.text == "" || l.quoted || size > windowBytes {
			break
		}
		its := t.look(k)
		if k < i && its.has(stop) {
			break
		}
		all |= its &^ (colon | last | stop | opener)
		if s := surety(all|tail&(colon|last), follows); s > best {
			best, from = s, k
		}
	}
	if best == 0 {
		return 0, false
	}
	return t.beginning(from, i), true
}

// beginning goes up from where an attribution was found to where it began: as
// long as a line only goes on from the one above it, or the one above begins
// as attributions do.
func (t *letter) beginning(from, to int) int {
	k := from
	for ; k > 0 && to-k < windowLines-1; k-- {
		above := &t.lines[k-1]
		if above.text == "" || above.quoted || len(above.text) > windowBytes {
			break
		}
		its := t.look(k - 1)
		if its.has(stop) {
			break
		}
		begins := its.has(opener) && its.any(numeric|month|weekday|clock|year)
		here := t.lines[k].text
		opens := t.look(k).has(opener)
		broken := strings.HasSuffix(above.text, ",") && (len(above.text) <= 20 || its.has(address)) && (!opens || isDigit(here[0]))
		if !begins && !broken && (opens || !goesOn(here)) {
			break
		}
	}
	return k
}

// goesOn says whether a line of an attribution cannot be its first: it begins
// with the address of somebody named above.
func goesOn(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	return strings.HasPrefix(word, "<") || strings.HasPrefix(word, "(") || strings.Contains(word, "@") || calendar()[strings.Trim(word, ":")].has(verb)
}

// sure is how sure it is that some lines say who wrote when; 0 is not at all.
type sure int

func surety(t traits, followed bool) sure {
	switch {
	case t.has(verb|colon) && t.dated():
		return 5
	case t.has(verb | colon | address):
		return 4
	case t.has(colon|address) && t.dated():
		return 3
	case t.has(last) && t.dated() && (t.has(address) || followed):
		return 2
	case followed && t.has(colon) && (t.has(verb) || t.dated()), followed && t.has(address) && t.dated():
		return 1
	}
	return 0
}

// look finds the traits of a line, once.
func (t *letter) look(i int) traits {
	l := &t.lines[i]
	if !l.looked {
		l.looked = true
		t.work += len(l.text)
		if len(l.text) <= windowBytes {
			l.traits = traitsOf(l.text)
		}
	}
	return l.traits
}
