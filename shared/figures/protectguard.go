package figures

import (
	"maps"
	"slices"

	"heed/shared/heed"
)

// A guard knows what is shown of a year so far, and what that tells apart.
type guard struct {
	months []map[heed.Dim]*crowd
	pairs  []*pair
	torn   map[string][]bool // by dimension and month: its values are more than the whole
	shown  map[Target]bool
}

func newGuard(ask heed.Ask, months []Month) *guard {
	g := &guard{torn: map[string][]bool{}, shown: map[Target]bool{}}
	for _, month := range months {
		all := map[heed.Dim]*crowd{}
		for dim, cell := range month {
			if !Tells(dim.Name) {
				all[dim] = crowdOf(ask, cell)
			}
		}
		if all[heed.Dim{}] == nil {
			all[heed.Dim{}] = crowdOf(ask, nil)
		}
		g.months = append(g.months, all)
	}
	names := g.names()
	for _, inner := range names {
		p := newPair("", inner, g.months, nil)
		g.torn[inner] = p.torn
		g.pairs = append(g.pairs, p)
	}
	for _, outer := range names {
		for _, inner := range names {
			if outer != inner {
				g.pairs = append(g.pairs, newPair(outer, inner, g.months, g.torn))
			}
		}
	}
	if len(names) == 0 {
		g.pairs = append(g.pairs, newPair("", "", g.months, nil))
	}
	return g
}

// names lists the dimensions.
func (g *guard) names() []string {
	all := map[string]bool{}
	for _, month := range g.months {
		for dim := range month {
			all[dim.Name] = true
		}
	}
	delete(all, "")
	return slices.Sorted(maps.Keys(all))
}

// over adds up the heads of some months.
func (g *guard) over(first, last int) map[heed.Dim]*heads {
	all := map[heed.Dim]*heads{}
	for _, month := range g.months[first : last+1] {
		for dim, c := range month {
			if all[dim] == nil {
				all[dim] = &heads{}
			}
			all[dim].add(&c.heads)
		}
	}
	return all
}

// open shows the figure if it may be, and reports whether.
func (g *guard) open(t Target) bool {
	var all heads
	for m := t.First; m <= t.Last; m++ {
		if torn := g.torn[t.Dim.Name]; torn != nil && torn[m] {
			return false
		}
		if c := g.months[m][t.Dim]; c != nil {
			all.add(&c.heads)
		}
	}
	if all.people() < fewest {
		return false
	}
	g.shown[t] = true
	safe := g.move(t)
	if !safe {
		delete(g.shown, t)
		g.move(t)
	}
	return safe
}

// move puts all pieces that the figure holds into the patches that they are in
// now, and reports whether none of these is of too few.
func (g *guard) move(t Target) bool {
	safe := true
	for _, p := range g.pairs {
		if t.Dim.Name == "" || t.Dim.Name == p.outer || t.Dim.Name == p.inner {
			safe = p.move(t, g.patchOf) && safe
		}
	}
	return safe
}

// A patch names the shown figures that some responses lie in: of the whole, and
// of one value of each dimension of a pair.
type patch struct{ whole, outer, inner mark }

func (g *guard) patchOf(m int, p *piece) patch {
	return patch{g.mark(m, heed.Dim{}), g.markOf(m, p.outer), g.markOf(m, p.inner)}
}

// A mark names the shown figures of one dimension value that hold a month. It is
// zero if none does.
type mark struct {
	dim   heed.Dim
	which uint8 // of month 1, quarter 2, year 4
	from  int   // first month of the shortest
}

func (g *guard) markOf(m int, dim heed.Dim) mark {
	if dim.Name == "" {
		return mark{}
	}
	return g.mark(m, dim)
}

func (g *guard) mark(m int, dim heed.Dim) mark {
	k := mark{dim: dim}
	for _, length := range []int{12, 3, 1} {
		k.which <<= 1
		first := m - m%length
		if g.shown[Target{first, first + length - 1, dim}] {
			k.which, k.from = k.which|1, first
		}
	}
	if k.which == 0 {
		return mark{}
	}
	return k
}
