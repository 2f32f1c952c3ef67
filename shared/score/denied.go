package score

import "slices"

// bestMarks are the marks at school that are low numbers of a score.
const bestMarks = 2

// schooled reports whether the number may be a good mark at school: eine glatte 1.
func (c *clause) schooled(i int) bool {
	t := &c.tokens[i]
	return t.what == aNumber && 0 < t.n && t.n <= bestMarks &&
		(c.marked || slices.ContainsFunc(c.tokens[:i], func(t token) bool { return t.what == aWord && t.sense&isSchool != 0 }))
}

// only reports whether the clause says nothing but words of that sense, and of
// those that may stand beside them.
func (c *clause) only(want, beside sense) bool {
	found := false
	for i := range c.tokens {
		t := &c.tokens[i]
		if t.what != aWord && !t.spelled || t.sense&(want|beside) == 0 {
			return false
		}
		found = found || t.sense&want != 0
	}
	return found
}

// denied reports whether the number is said not to be it, or not to be theirs.
func (c *clause) denied(i int) bool {
	if c.framed {
		return true
	}
	for _, t := range c.tokens[:i] {
		if (t.what == aWord || t.spelled) && t.sense&isNot != 0 || t.what == aWord && t.sense&isOther != 0 {
			return true
		}
	}
	for _, t := range c.tokens[i+1:] {
		if t.what == aWord && t.sense&isNotPast != 0 {
			return true
		}
		if t.what != aWord || t.sense&(isUnit|isFluff|isStar) == 0 {
			return false
		}
	}
	return false
}
