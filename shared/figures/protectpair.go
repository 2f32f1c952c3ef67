package figures

import (
	"cmp"
	"maps"
	"slices"

	"heed/shared/heed"
)

// A pair is two dimensions, or one and the whole, cut into the finest pieces
// that cells tell: a month of an inner value, where it lies within one of the
// outer, and what of each outer value is in no such.
type pair struct {
	outer, inner string
	pieces       []map[heed.Dim][]*piece // by month, under both its values
	all          [][]*piece              // by month
	torn         []bool                  // by month: the inner values are more than the whole
	patches      map[patch]*heads
}

// A piece is the responses of a month of both values. Zero are those of none.
type piece struct {
	outer, inner heed.Dim
	heads        heads
	at           patch
}

// newPair cuts the months. Those in which one of the dimensions is torn have no
// piece: nothing of it is shown.
func newPair(outer, inner string, months []map[heed.Dim]*crowd, torn map[string][]bool) *pair {
	p := &pair{outer: outer, inner: inner, torn: make([]bool, len(months)), patches: map[patch]*heads{}}
	for m, month := range months {
		p.pieces, p.all = append(p.pieces, map[heed.Dim][]*piece{}), append(p.all, nil)
		if torn != nil && (torn[outer][m] || torn[inner][m]) {
			continue
		}
		rests, order := outers(outer, month)
		for _, dim := range largest(inner, month) {
			c := month[dim]
			at := slices.IndexFunc(order, func(o heed.Dim) bool { return rests[o].holds(c) })
			if at < 0 { // within none
				p.torn[m] = p.torn[m] || outer == ""
				continue
			}
			rests[order[at]].subtract(c)
			p.put(m, &piece{outer: order[at], inner: dim, heads: c.heads})
		}
		for _, o := range order {
			p.put(m, &piece{outer: o, heads: rests[o].heads})
		}
	}
	return p
}

// outers lists copies of a month's crowds of a dimension, and of what is in none
// of them, from the smallest on.
func outers(name string, month map[heed.Dim]*crowd) (rests map[heed.Dim]*crowd, order []heed.Dim) {
	none := month[heed.Dim{}].clone()
	rests = map[heed.Dim]*crowd{{}: none}
	if name != "" {
		order = largest(name, month)
		for _, dim := range order {
			rests[dim] = month[dim].clone()
			none.subtract(month[dim])
		}
	}
	order = append(order, heed.Dim{})
	slices.SortStableFunc(order, func(a, b heed.Dim) int { return cmp.Compare(rests[a].responses(), rests[b].responses()) })
	return rests, order
}

// largest lists the values of a dimension that hold a response, from the largest.
func largest(name string, month map[heed.Dim]*crowd) []heed.Dim {
	var list []heed.Dim
	for dim, c := range month {
		if dim.Name == name && name != "" && c.responses() > 0 {
			list = append(list, dim)
		}
	}
	slices.SortFunc(list, func(a, b heed.Dim) int {
		return cmp.Or(cmp.Compare(month[b].responses(), month[a].responses()), cmp.Compare(a.Value, b.Value))
	})
	return list
}

func (p *pair) put(m int, one *piece) {
	p.all[m] = append(p.all[m], one)
	for _, dim := range []heed.Dim{one.outer, one.inner} {
		if dim.Name != "" {
			p.pieces[m][dim] = append(p.pieces[m][dim], one)
		}
	}
	p.patch(one.at).add(&one.heads)
}

func (p *pair) patch(at patch) *heads {
	if p.patches[at] == nil {
		p.patches[at] = &heads{}
	}
	return p.patches[at]
}

// move puts the pieces that a figure holds into the patches that they are in
// now, and reports whether these are safe.
func (p *pair) move(t Target, patchOf func(int, *piece) patch) bool {
	for m := t.First; m <= t.Last; m++ {
		list := p.pieces[m][t.Dim]
		if t.Dim.Name == "" {
			list = p.all[m]
		}
		for _, one := range list {
			p.patch(one.at).subtract(&one.heads)
			one.at = patchOf(m, one)
			p.patch(one.at).add(&one.heads)
		}
	}
	maps.DeleteFunc(p.patches, func(_ patch, h *heads) bool { return *h == heads{} })
	return p.safe()
}
