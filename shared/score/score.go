// Package score reads the score that somebody says in words: "9", "9/10 –
// great", "I'd say nine", "not a 10, more like 6", "★★★★", "neuf sur dix". It
// knows no mail: what it is given is what the person said.
//
// A wrong score is worse than none, since who leaves a doubt can be asked back.
// So a number is believed only where the words around it are known to belong to
// a score (languages.go and its neighbours), in a clause of its own, behind
// "I give" or before "out of ten"; 3 days, ticket 7, 9:30 and until 5 are
// numbers of something else. These give no score:
//
//   - two different numbers that both might be it: 7-8, between 7 and 8
//   - half points: 8.5
//   - what is said on another scale than the question's: 9/10 to a question
//     from 1 to 5. It is not converted: 4/5 might be an 8, and is not said so.
//   - what is denied behind the number: "10/10 would not call it", "10 (not)"
//   - what somebody else would give, or they at other times: "normally a 10"
//   - what may be the best mark at school: "Note 1"
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
