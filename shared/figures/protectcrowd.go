package figures

import (
	"maps"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
)

// heads are how many responses each hashed group of scopes has.
type heads [estimates.Groups]uint64

func (g *heads) add(o *heads) {
	for i, n := range o {
		g[i] += n
	}
}

func (g *heads) subtract(o *heads) {
	for i, n := range o {
		g[i] -= n
	}
}

// people is how many there are at least.
func (g *heads) people() (n int) {
	for _, responses := range g {
		if responses > 0 {
			n++
		}
	}
	return n
}

func (g *heads) responses() (n uint64) {
	for _, responses := range g {
		n += responses
	}
	return n
}

// A crowd is who stands behind a figure, as finely as a cell tells.
type crowd struct {
	heads
	slots map[spot]cells.Weights
}

// A spot is where in a cell responses are summed.
type spot struct {
	class cells.Class
	slot  cells.Slot
}

// crowdOf takes the responses that a figure of the cell counts.
func crowdOf(ask heed.Ask, cell *cells.Cell) *crowd {
	c := &crowd{slots: map[spot]cells.Weights{}}
	if cell == nil {
		return c
	}
	for class, sums := range cell.Classes {
		for slot, w := range sums.Responses {
			if ask.Holds(int(slot.Score)) {
				c.slots[spot{class, slot}] = w
				c.heads[slot.Group] += w.N
			}
		}
	}
	return c
}

func (c *crowd) clone() *crowd { return &crowd{c.heads, maps.Clone(c.slots)} }

// holds reports whether all sums of o fit into those of c, as they do where its
// responses are among those of c.
func (c *crowd) holds(o *crowd) bool {
	for i, n := range o.heads {
		if n > c.heads[i] {
			return false
		}
	}
	for at, w := range o.slots {
		have := c.slots[at]
		if w.N > have.N || have.W.Cmp(w.W) < 0 || w.N == have.N && w.W != have.W {
			return false
		}
	}
	return true
}

// subtract takes off o. What does not fit leaves nothing.
func (c *crowd) subtract(o *crowd) {
	for at, w := range o.slots {
		have := c.slots[at]
		n, rest := min(w.N, have.N), cells.Uint128{}
		if have.W.Cmp(w.W) > 0 {
			rest = have.W.Sub(w.W)
		}
		c.heads[at.slot.Group] -= n
		c.slots[at] = cells.Weights{N: have.N - n, W: rest}
	}
}
