// Package score reads the score that somebody says in words: "9", "9/10 –
// great", "I'd say nine", "not a 10, more like 6", "★★★★", "neuf sur dix". It
// knows no mail: what it is given is what the person said.
//
// A wrong score is worse than none, since who leaves a doubt can be asked back.
// So a number is believed only where the words around it are known to belong to
// a score (languages.go, languages_east.go), in a clause of its own, behind
// "I give" or before "out of ten"; 3 days, ticket 7, 9:30 and until 5 are
// numbers of something else. These give no score:
//
//   - two different numbers that both might be it: 7-8, between 7 and 8
//   - half points: 8.5
//   - what is said on another scale than the question's: 9/10 to a question
//     from 1 to 5. It is not converted: 4/5 might be an 8, and is not said so.
//   - what is denied behind the number: "10/10 would not call it"
//   - a number before a word that might be counted: "3 days", "9 outages"
//   - a question: "9?"
//   - a number word of a language that the customer is not known to speak, with
//     nothing of that language beside it; and one that may be their name
//
// Pictures mean a score only to the question of satisfaction: a thumb is one
// end of the scale, the five faces are its answers where they were shown, and
// stars are counted. How likely somebody recommends, no thumb says.
package score

import (
	"slices"
	"strings"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Reading is what was read of somebody's words.
type Reading struct {
	Score int    // heed.None where there is none, or a doubt
	Line  int    // the line it stands on, 0 for the first that says anything; -1 without a score
	Rest  string // the words without the score, where that stands by itself; else all of them
}

// maxLines is how many lines are read.
const maxLines = 40

// Of reads the score that the words say to a question, whose answers were shown
// in that style, to somebody with that locale; "" if it is not known. It takes
// bounded time, however long the words are.
func Of(words string, ask heed.Ask, style surveys.Style, locale string) Reading {
	none := Reading{Score: heed.None, Line: -1, Rest: words}
	low, high := ask.Range()
	if high < 0 {
		return none
	}
	s := scale{ask, style, low, high, book().spoken(locale)}
	var lines []reading
	for i, line := range cut(words) {
		if len(lines) == maxLines {
			break
		}
		l := readLine(i, line, s)
		lines = append(lines, l)
	}
	best := choose(lines)
	if best == nil {
		return none
	}
	return Reading{Score: best.values[0], Line: best.index, Rest: rest(words, best)}
}

// cut yields the lines that say anything, counted, each with where it stands.
func cut(words string) func(yield func(int, span) bool) {
	return func(yield func(int, span) bool) {
		at, n := 0, 0
		for line := range strings.Lines(words) {
			if strings.TrimSpace(line) != "" {
				if !yield(n, span{at, at + len(line), line}) {
					return
				}
				n++
			}
			at += len(line)
		}
	}
}

// A span is a line and where it stands in the words.
type span struct {
	from, to int
	text     string
}

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

// choose returns the line whose score counts: the first one's, if it begins
// with it, unless another line is nothing but another number; or else the only
// score that is claimed anywhere. nil if there is none, or a doubt.
func choose(lines []reading) *reading {
	var found *reading
	for i := range lines {
		l := &lines[i]
		if l.doubt || len(l.values) > 1 {
			if found != nil && found.index == 0 && (found.bare || found.lead > 0) {
				continue
			}
			return nil
		}
		if len(l.values) == 0 {
			continue
		}
		switch first := found != nil && found.index == 0 && (found.bare || found.lead > 0); {
		case found == nil:
			found = l
		case found.values[0] == l.values[0]:
			if l.bare && !found.bare && !first {
				found = l
			}
		case first && !l.bare && l.lead == 0:
		default:
			return nil
		}
	}
	return found
}

// rest is the words without the score that stands by itself.
func rest(words string, l *reading) string {
	switch {
	case l.bare && !(l.more && l.lead > 0):
		return strings.TrimSpace(words[:l.from] + words[l.to:])
	case l.lead > 0:
		return strings.TrimSpace(words[:l.from] + words[l.from+l.lead:])
	}
	return words
}

// A scale is what answers are possible.
type scale struct {
	heed.Ask
	style surveys.Style
	low   int
	high  int
	mine  tongues // in which number words are believed; 0 for any
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
	l.claims(list, line.text)
	if len(l.values) > 0 && (strings.Contains(line.text, "->") || strings.ContainsRune(line.text, '→')) {
		l.doubt = true // 3 -> 9
	}
	return l
}

// claims goes over the clauses of a line.
func (l *reading) claims(list []token, text string) {
	strange := false // the clause before a colon says something that is none of ours
	for begin := 0; begin < len(list); {
		end := begin
		for end < len(list) && !ends(list, begin, end) {
			end++
		}
		c := clause{tokens: list[begin:end], alone: len(list) == 1}
		if end < len(list) {
			c.asked = list[end].what == aDoubter
		}
		l.add(&c, strange, begin == 0, text)
		strange = c.strange && end < len(list) && list[end].what == aColon
		for end < len(list) && isBreak(list[end]) {
			strange = strange && list[end].what == aColon
			end++
		}
		begin = max(end, begin+1)
	}
	l.bare = l.bare && len(l.values) == 1
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
