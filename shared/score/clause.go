package score

import "slices"

// A clause is what stands between two marks of punctuation.
type clause struct {
	tokens  []token
	alone   bool // it is one token, and all of its line
	asked   bool // a question mark follows
	framed  bool // the clause before says that it is somebody else's number
	marked  bool // the clause before says that it is a mark at school
	values  []int
	doubt   bool
	strange bool // it says something that does not belong to a score
	leads   int  // the score leads the clause: where that ends
}

// read finds the scores that the clause claims.
func (c *clause) read() {
	for i := range c.tokens {
		switch t := &c.tokens[i]; t.what {
		case unknown, aNoise:
			c.strange = true
		case aDoubt:
			c.strange, c.doubt = true, c.doubt || c.plausible(i)
		case aWord:
			c.strange = c.strange || t.sense&(isFluff|isCue|isUnit|isStar|isTurn) == 0
		}
	}
	for i := range c.tokens {
		if c.number(i) {
			c.claim(i)
		}
	}
	if c.strange && len(c.values) == 0 {
		c.leads = 0
		c.doubt = c.doubt || c.corrects()
	}
}

// corrects reports whether the clause takes back a score before it and ends with
// another: "would be 10, but I had to wait, so 7".
func (c *clause) corrects() bool {
	last := len(c.tokens) - 1
	return last > 0 && c.tokens[0].what == aWord && c.tokens[0].sense&isTurn != 0 &&
		c.tokens[last].what == aNumber && !c.tokens[last].spelled && !c.barred(last)
}

// number reports whether the token is a number that may be a score. A word that
// is something else as well is one only where it is alone.
func (c *clause) number(i int) bool {
	t := &c.tokens[i]
	return t.what == aNumber && (!t.spelled || t.sense == 0 || c.alone) || t.what == aFraction
}

// claim takes the number's side, unless what is around it speaks against it.
func (c *clause) claim(i int) {
	t := &c.tokens[i]
	if c.denied(i) {
		c.strange = true
		return
	}
	if c.schooled(i) {
		c.strange, c.doubt = true, true
		return
	}
	next, fits := c.behind(i)
	lead := c.leading(i)
	switch {
	case !fits, c.barred(i):
		c.strange = true
		return
	case !c.strange, t.what == aFraction, lead && next, c.cued(i):
	default:
		return
	}
	if slices.ContainsFunc(c.tokens[i+1:], func(t token) bool { return t.what == aWord && t.sense&isNot != 0 && t.sense&isAfter == 0 }) {
		c.doubt = true
		return
	}
	if c.values = append(c.values, t.n); lead {
		c.leads = c.tokens[i].to
		for _, u := range c.tokens[i+1:] {
			if u.what != aWord || u.sense&(isUnit|isStar) == 0 {
				break
			}
			c.leads = u.to
		}
	}
}

// behind looks at what follows the number: it fits if that belongs to a score or
// ends the clause, and it goes on if it is what people say behind one.
func (c *clause) behind(i int) (goesOn, fits bool) {
	for k := i + 1; k < len(c.tokens); k++ {
		switch t := &c.tokens[k]; {
		case t.what == anEmoji:
		case t.what == aFraction, t.what == aNumber && (!t.spelled || t.sense == 0):
			return true, true // which of the two it is, both claim
		case t.what != aWord && !t.spelled:
			return false, false
		case t.sense&isAfter != 0:
			c.doubt = c.doubt || c.rival(k+1)
			return true, true
		case t.sense&(isUnit|isStar|isFluff|isCue|isTurn) != 0:
		default:
			return false, false
		}
	}
	return true, true
}

// rival reports whether a number of nothing in particular stands there: "7 and
// 8".
func (c *clause) rival(k int) bool {
	return k < len(c.tokens) && c.tokens[k].what == aNumber && !c.tokens[k].spelled &&
		(k+1 == len(c.tokens) || c.tokens[k+1].what != unknown)
}

// leading reports whether nothing of account stands before the number.
func (c *clause) leading(i int) bool {
	return !slices.ContainsFunc(c.tokens[:i], func(t token) bool {
		return t.what != anEmoji && (t.what != aWord || t.sense&(isFluff|isCue) == 0)
	})
}

// barred reports whether the word before the number makes it something else.
func (c *clause) barred(i int) bool {
	if i == 0 {
		return false
	}
	t := &c.tokens[i-1]
	return t.what == aWord && t.sense&isBar != 0 && t.sense&(isFluff|isCue|isUnit) == 0
}

// cued reports whether the clause says before the number that a score comes, no
// more than a few words before.
func (c *clause) cued(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch t := &c.tokens[k]; {
		case t.what == aWord && t.sense&isCue != 0:
			return true
		case t.what == aNoise, t.what == aNumber && !t.spelled, t.what == aWord && t.sense&isBar != 0 && t.sense&isFluff == 0:
			return false
		}
	}
	return false
}

// plausible reports whether a doubtful number might have been meant as a score:
// what it counts is not said.
func (c *clause) plausible(i int) bool {
	_, fits := c.behind(i)
	return fits && !c.barred(i)
}

// says reports whether a word of that sense stands behind a leading score, if
// that is asked.
func (c *clause) says(s sense, asked bool) bool {
	return asked && slices.ContainsFunc(c.tokens, func(t token) bool { return t.what == aWord && t.sense&s != 0 && t.from >= c.leads })
}
