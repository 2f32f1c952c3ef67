package figures

// An end is the shortest shown figure that holds a month, of the whole or of a
// value: a month from 0 on, a quarter, the year, or none. The months of one end
// are told apart from all others and not from each other, since figures of a
// line lie within one another or have no month in common.
type end uint8

const (
	quarters  end = 12
	wholeYear end = 16
	none      end = 17
	ends          = 18
)

func (t *Target) end() end {
	switch t.Last - t.First {
	case 0:
		return end(t.First)
	case 2:
		return quarters + end(t.First/3)
	}
	return wholeYear
}

// A star is the responses of one end of a value, by the ends of the whole that
// they lie in.
type star struct {
	hidden bool // its end is none
	in     [ends]crowd
}

// stars are those of a line, but for those that tie nothing and are tied.
func (l *line) stars(whole *line) (list []star) {
	var all [ends]star
	var seen [ends]int
	for m, who := range l.who {
		if in := &all[l.at[m]].in[whole.at[m]]; who != 0 {
			if *in == 0 {
				seen[l.at[m]]++
			}
			*in |= who
		}
	}
	for e := range all {
		s := &all[e]
		s.hidden = end(e) == none
		if seen[e] == 0 || !s.hidden && seen[e] == 1 && s.enough() {
			continue
		}
		list = append(list, *s)
	}
	return list
}

// enough reports whether some end of the whole holds enough people.
func (s *star) enough() bool {
	for _, who := range s.in {
		if who.people() >= fewest {
			return true
		}
	}
	return false
}

// safe reports whether what is shown of the whole and of values, whose stars
// these are, tells nothing of 1 to 4 people.
//
// However figures are added and subtracted, a response is counted as often as
// a sum of two numbers says: one for its end of the whole, one for that of its
// value. Both are 0 for the end none, and else may be anything. Take ends for
// points, with the second numbers negated, and responses for threads between
// them: then a response is not counted where its two points have the same
// number. Who gives points two numbers or more cuts the threads between them,
// and only those cut are counted: so nothing is told of few if no cut that
// parts any threads parts those of fewer than 5 people.
//
// Points that 5 people or more tie can't be parted by a smaller cut. They are
// one knot, and so are knots that 5 people tie, all between them taken together.
// If all that hangs together becomes one knot, there is no small cut. If it does
// not there may be none all the same, since the ways around by third points are
// not added up: what is shown is safe, and at times a little more would be.
func safe(stars [][]star) bool {
	k := untied()
	for {
		var between [ends][ends]crowd
		loose := false
		for _, list := range stars {
			for i := range list {
				loose = !k.gather(&list[i], &between) || loose
			}
		}
		tied, linked := k.tie(&between)
		if !tied {
			return !loose && !linked
		}
	}
}

// knots say for each end of the whole which knot it belongs to, by one of its ends.
type knots [ends]end

func untied() (k knots) {
	for e := range k {
		k[e] = end(e)
	}
	return k
}

// gather finds the knot that the star belongs to, and puts who ties it to
// others between these. It reports whether there is such a knot.
func (k *knots) gather(s *star, between *[ends][ends]crowd) bool {
	var in [ends]crowd
	home, found := k[none], s.hidden
	for e, who := range s.in {
		at := k[e]
		in[at] |= who
		if !found && in[at].people() >= fewest {
			home, found = at, true
		}
	}
	if !found {
		return false
	}
	for at, who := range in {
		if end(at) != home {
			between[home][at] |= who
			between[at][home] |= who
		}
	}
	return true
}

// tie makes knots with enough people between them one. It reports whether there
// were any, and whether others have somebody between them.
func (k *knots) tie(between *[ends][ends]crowd) (tied, linked bool) {
	for a := range between {
		for b := range a {
			switch who := between[a][b]; {
			case who.few():
				linked = true
			case who != 0:
				k.join(k[a], k[b])
				tied = true
			}
		}
	}
	return tied, linked
}

func (k *knots) join(a, b end) {
	for e := range k {
		if k[e] == b {
			k[e] = a
		}
	}
}
