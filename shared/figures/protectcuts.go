package figures

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// safe reports whether what is shown tells nothing of 1 to 4 people alone.
//
// However figures are added and subtracted, each patch is counted as often as a
// sum of two numbers says: one for the figures of the whole that hold it, one for
// those of its values. What tells of some people alone counts them once and
// nobody else. A patch of 5 people or more is then not counted, so the one number
// is the other's opposite: it ties the two ends into a knot. The patches between
// knots can be counted only along a cut that none of them crosses backwards; so
// nothing is told if each such cut is crossed by at least 5 people.
//
// With a second dimension a patch has three numbers. Two of them are then taken
// as one that may be anything, which can only find more that is told; so it is
// enough that one of the three ways to do so finds nothing.
func (p *pair) safe() bool {
	return p.safeBy(func(at patch) (end, end) { return end{whole: at.whole}, end{outer: at.outer, inner: at.inner} }) ||
		p.outer != "" && (p.safeBy(func(at patch) (end, end) { return end{whole: at.whole, outer: at.outer}, end{inner: at.inner} }) ||
			p.safeBy(func(at patch) (end, end) { return end{whole: at.whole, inner: at.inner}, end{outer: at.outer} }))
}

func (p *pair) safeBy(ends func(patch) (end, end)) bool {
	k := knots{}
	for at, h := range p.patches {
		if h.people() >= fewest {
			k.tie(ends(at))
		}
	}
	between := links{}
	for at, h := range p.patches {
		if n := h.people(); n == 0 || n >= fewest {
			continue
		}
		a, b := ends(at)
		if a, b = k.of(a), k.of(b); a == b {
			continue
		}
		if between[a] == nil {
			between[a] = map[end]*heads{}
		}
		if between[a][b] == nil {
			between[a][b] = &heads{}
		}
		between[a][b].add(h)
	}
	return between.uncut()
}

// An end of a patch is the figures of the whole that hold it, or those of its
// values. The zero end is in no figure, and so always counted 0 times.
type end struct{ whole, outer, inner mark }

// knots are ends that are tied together, each leading to another of its knot,
// the last to itself.
type knots map[end]end

func (k knots) of(e end) end {
	for {
		next, ok := k[e]
		if !ok || next == e {
			return e
		}
		e = next
	}
}

func (k knots) tie(a, b end) {
	if a, b = k.of(a), k.of(b); a != b {
		k[a] = b
	}
}

// mostCuts is how many cuts are looked at before one is taken to be bad.
const mostCuts = 60

// A links is who stands between knots, by the ends of their patches.
type links map[end]map[end]*heads

// uncut reports whether no cut is crossed by 1 to 4 people. A cut is told by the
// knots behind it, and with them whatever links lead to. They need to be looked
// at only where one leads into the others: what else is behind has its own
// links that cross.
func (l links) uncut() bool {
	if len(l) > mostCuts/4 {
		return false // too much to look at for one request
	}
	seen, list := map[string]bool{}, []map[end]bool{}
	put := func(behind map[end]bool) {
		if key := keyOf(behind); !seen[key] {
			seen[key], list = true, append(list, behind)
		}
	}
	for from, to := range l {
		put(l.reach(from, nil))
		for e := range to {
			put(l.reach(e, nil))
		}
	}
	for i := 0; i < len(list); i++ {
		var crossing heads
		for from, to := range l {
			if list[i][from] {
				continue
			}
			leads := false
			for e, h := range to {
				if list[i][e] {
					leads = true
					crossing.add(h)
				}
			}
			if leads {
				put(l.reach(from, list[i]))
			}
		}
		if n := crossing.people(); n > 0 && n < fewest || len(list) > mostCuts {
			return false
		}
	}
	return true
}

// reach returns the ends, and all that links lead to from another.
func (l links) reach(from end, others map[end]bool) map[end]bool {
	all, open := maps.Clone(others), []end{from}
	if all == nil {
		all = map[end]bool{}
	}
	for len(open) > 0 {
		e := open[len(open)-1]
		open = open[:len(open)-1]
		if all[e] {
			continue
		}
		all[e] = true
		for next := range l[e] {
			open = append(open, next)
		}
	}
	return all
}

func keyOf(ends map[end]bool) string {
	var list []string
	for e := range ends {
		list = append(list, fmt.Sprint(e))
	}
	slices.Sort(list)
	return strings.Join(list, "\n")
}
