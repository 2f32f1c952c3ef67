package score

import (
	"slices"
	"strings"
)

// A reading is what one line says.
type reading struct {
	span
	index  int
	values []int // different scores that are claimed
	doubt  bool  // something else might be one, too
	bare   bool  // the line says nothing but its score
	more   bool  // behind the score it says thanks, or the like
	lead   int   // where what follows a leading score begins, in bytes; 0 if it doesn't lead
}

func readLine(index int, line span, s scale) reading {
	l := reading{span: line, index: index, bare: true}
	list := tokens(line.text, s)
	if index > 0 && signed(line.text, list) {
		return l
	}
	if n, ok := picture(line.text, list, s); ok {
		l.values = []int{n}
		return l
	}
	for i := range list {
		if list[i].what == someStars {
			list[i] = s.stars(list[i])
		}
	}
	list = frames(abbreviated(list), s)
	l.claims(list, line.text, (s.low+s.high)/2)
	if len(l.values) > 0 && (strings.Contains(line.text, "->") || strings.ContainsRune(line.text, '→')) {
		l.doubt = true // 3 -> 9
	}
	return l
}

// claims goes over the clauses of a line. A number above the middle of the scale
// is doubted where a mere no comes right behind it.
func (l *reading) claims(list []token, text string, middle int) {
	strange := false // the clause before a colon says something that is none of ours
	var was clause
	for begin := 0; begin < len(list); {
		end := begin
		for end < len(list) && !ends(list, begin, end) {
			end++
		}
		c := clause{tokens: list[begin:end], alone: len(list) == 1, framed: was.framed, marked: was.marked}
		if end < len(list) {
			c.asked = list[end].what == aDoubter
		}
		l.add(&c, strange, begin == 0, text)
		l.doubt = l.doubt || c.only(isNot, 0) && len(was.values) == 1 && was.values[0] > middle
		strange = c.strange && end < len(list) && list[end].what == aColon
		was = clause{values: c.values}
		if end < len(list) {
			was.framed = c.only(isOther, isFluff) && isComma(text, list[end])
			was.marked = c.only(isSchool, isFluff) && list[end].what == aColon
		}
		for end < len(list) && isBreak(list[end]) {
			strange = strange && list[end].what == aColon
			end++
		}
		begin = max(end, begin+1)
	}
	l.bare = l.bare && len(l.values) == 1
}

func isComma(text string, t token) bool {
	switch text[t.from:t.to] {
	case ",", "，", "、", "،":
		return true
	}
	return false
}

// ends reports whether a clause that began at begin ends before the token.
func ends(list []token, begin, i int) bool {
	if i > begin && list[i-1].what == aWord && list[i-1].sense&isNotPast != 0 {
		return true
	}
	return isBreak(list[i]) || i > begin && list[i].what == aWord && list[i].sense&isTurn != 0 && list[i].sense&(isNot|isOf) == 0
}

func isBreak(t token) bool { return t.what == aBreak || t.what == aColon || t.what == aDoubter }

// add takes what a clause claims.
func (l *reading) add(c *clause, strange, first bool, text string) {
	c.read()
	l.doubt = l.doubt || c.doubt || len(c.values) > 0 && (c.asked || strange)
	l.bare = l.bare && !c.strange
	l.more = l.more || c.says(isFluff|isAfter, !first) || c.says(isAfter, first)
	for _, n := range c.values {
		if !slices.Contains(l.values, n) {
			l.values = append(l.values, n)
		}
	}
	if first && len(c.values) == 1 && c.leads > 0 {
		after := strings.TrimLeft(text[c.leads:], " \t\r\n.,;:!-–—/|)\u00a0\ufe0f\u20e3、。，！：；")
		l.lead = len(text) - len(after)
	}
}
