package report

import (
	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// withRest compares each part with what the whole is without it, and says which
// differences stand out among so many.
func (g *gathering) withRest() []compared {
	list, places := []compared{}, g.places()
	for i := range g.parts {
		one := &g.parts[i]
		c := compared{Value: one.value, Figure: scored{Figure: one.figure}, Place: &places[i]}
		rest := g.whole.side.Without(one.side) // nothing if the two were read while a roll-up wrote; the next reading fits
		c.set(g.program, one, &part{figure: rest.Figure.Over(g.first, g.last, heed.Dim{Name: g.by}), side: rest})
		if g.guarded {
			c.Other.Figure = hidden(c.Other.Figure) // the rests of two parts have in common what is in neither
		}
		list = append(list, c)
	}
	return among(list)
}

// with compares the whole with that of another period, or each part with the
// part of the same value there.
func (g *gathering) with(o *gathering) []compared {
	if g.by == "" {
		c := compared{Figure: scored{Figure: g.whole.figure}}
		c.set(g.program, &g.whole, &o.whole)
		return []compared{c}
	}
	list, places := []compared{}, g.places()
	for i := range g.parts {
		one := &g.parts[i]
		c := compared{Value: one.value, Figure: scored{Figure: one.figure}, Place: &places[i]}
		c.set(g.program, one, o.part(one.value))
		list = append(list, c)
	}
	return among(list)
}

// part is the part of a value, which may have had no touchpoint.
func (g *gathering) part(value string) *part {
	for i := range g.parts {
		if g.parts[i].value == value {
			return &g.parts[i]
		}
	}
	none := figures.SideOf(g.program, &cells.Cell{}, g.settled)
	return &part{value, &cells.Cell{}, none.Figure.Over(g.first, g.last, heed.Dim{Name: g.by, Value: value}), none}
}

// set fills in the other side, and the difference where both are shown.
func (c *compared) set(program *surveys.Program, one, other *part) {
	c.Other = scored{Figure: other.figure}
	if !one.figure.Shown || !other.figure.Shown {
		c.Difference = figures.Difference{Program: program.Name, Ask: program.Ask, Estimand: figures.EventWeighted, Reason: figures.TooFew}
		return
	}
	c.Difference = figures.Compare(other.side, one.side)
}

// among fills in what each difference is worth among all of them.
func among(list []compared) []compared {
	all := make([]figures.Difference, len(list))
	for i := range list {
		all[i] = list[i].Difference
	}
	figures.Discoveries(all)
	for i := range list {
		list[i].Difference = all[i]
	}
	return list
}

// places puts the parts that are shown in an order.
func (g *gathering) places() []figures.Place {
	peers := make([]figures.Peer, len(g.parts))
	for i, one := range g.parts {
		peers[i] = figures.Peer{Value: one.value, Cell: one.cell}
		if !one.figure.Shown {
			peers[i].Cell = &cells.Cell{}
		}
	}
	return figures.Shrink(g.program, g.whole.cell, peers)
}

// hidden is a figure without anything that comes of responses.
func hidden(f figures.Figure) figures.Figure {
	figures.Withhold(&f)
	return f
}
