package figures

import (
	"cmp"
	"maps"
	"slices"

	"heed/shared/heed"
)

// A line is the whole or a dimension value over the months of a year, and what
// is shown of it so far.
type line struct {
	dim heed.Dim
	who [12]crowd
	n   [12]uint64 // responses
	at  [12]end
}

func newLine(dim heed.Dim) *line {
	l := &line{dim: dim}
	for m := range l.at {
		l.at[m] = none
	}
	return l
}

func (l *line) put(m int, h *heads) { l.who[m], l.n[m] = h.crowd(), h.responses() }

// over adds up the months of a period.
func (l *line) over(t Target) (who crowd, n uint64) {
	for m := t.First; m <= t.Last; m++ {
		who, n = who|l.who[m], n+l.n[m]
	}
	return who, n
}

func (l *line) show(t Target) {
	for m := t.First; m <= t.Last; m++ {
		l.at[m] = min(l.at[m], t.end())
	}
}

// open shows the figure of the whole if it may be, whatever values it has, and
// reports whether.
func (l *line) open(t Target) bool {
	if who, _ := l.over(t); who.people() < fewest {
		return false
	}
	before, all := l.at, newLine(heed.Dim{})
	all.who = l.who
	l.show(t)
	if safe([][]star{all.stars(l)}) {
		return true
	}
	l.at = before
	return false
}

// A dimension is the whole, as one splits it.
type dimension struct {
	whole *line
	lines []*line // its values in order, and last what has none, which is never shown
	stars [][]star
	torn  [12]bool // of months whose values are more than the whole: not of one value each
}

// linesOf splits the whole by each dimension that tells nothing.
func linesOf(ask heed.Ask, months []Month) (whole *line, list []*dimension) {
	whole = newLine(heed.Dim{})
	names := map[string]bool{}
	for m, month := range months {
		whole.put(m, headsOf(ask, month[heed.Dim{}]))
		for dim := range month {
			if dim.Name != "" && Tells(dim.Name) == "" {
				names[dim.Name] = true
			}
		}
	}
	for name := range names {
		list = append(list, split(ask, months, whole, name))
	}
	return whole, list
}

// split splits the whole. Torn months are not split.
func split(ask heed.Ask, months []Month, whole *line, name string) *dimension {
	d, values := &dimension{whole: whole}, map[string]*line{}
	rest := newLine(heed.Dim{})
	for m, month := range months {
		left := headsOf(ask, month[heed.Dim{}])
		for dim, cell := range month {
			if dim.Name != name {
				continue
			}
			if values[dim.Value] == nil {
				values[dim.Value] = newLine(dim)
			}
			h := headsOf(ask, cell)
			values[dim.Value].put(m, h)
			d.torn[m] = !left.takeOff(h) || d.torn[m]
		}
		rest.put(m, left)
		if d.torn[m] {
			rest.who[m] = whole.who[m]
			for _, l := range values {
				l.who[m] = 0
			}
		}
	}
	for _, value := range slices.Sorted(maps.Keys(values)) {
		d.lines = append(d.lines, values[value])
	}
	d.lines = append(d.lines, rest)
	d.stars = make([][]star, len(d.lines))
	return d
}

// open adds what can be shown of the values in periods in which the whole is.
func (d *dimension) open(periods []Target, shown map[Target]bool) {
	for i, l := range d.lines { // the whole has ends that it had not
		d.stars[i] = l.stars(d.whole)
	}
	for _, t := range periods {
		if slices.Contains(d.torn[t.First:t.Last+1], true) {
			continue
		}
		for _, i := range d.largest(t) {
			if d.show(i, t) {
				shown[Target{t.First, t.Last, d.lines[i].dim}] = true
			}
		}
	}
}

// largest lists the values of enough people in a period, from the largest.
func (d *dimension) largest(t Target) (list []int) {
	size := make([]uint64, len(d.lines))
	for i, l := range d.lines[:len(d.lines)-1] {
		var who crowd
		if who, size[i] = l.over(t); who.people() >= fewest {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(size[b], size[a]) })
	return list
}

// show shows a value's figure if it may be, and reports whether.
func (d *dimension) show(i int, t Target) bool {
	l := d.lines[i]
	at, stars := l.at, d.stars[i]
	l.show(t)
	d.stars[i] = l.stars(d.whole)
	if safe(d.stars) {
		return true
	}
	l.at, d.stars[i] = at, stars
	return false
}
