package figures

import (
	"math/bits"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
)

// A crowd is the hashed groups of scopes that somebody of responded: a bit each.
type crowd uint64

var _ [64 - estimates.Groups]struct{} // they fit

// people is how many there are at least.
func (c crowd) people() int { return bits.OnesCount64(uint64(c)) }

// few reports whether so few are behind it that nothing may be told of them.
func (c crowd) few() bool { return c != 0 && c.people() < fewest }

// heads are how many responses each group has.
type heads [estimates.Groups]uint64

// headsOf counts the responses that a figure of the cell counts.
func headsOf(ask heed.Ask, cell *cells.Cell) *heads {
	var h heads
	if cell == nil {
		return &h
	}
	for _, sums := range cell.Classes {
		for slot, w := range sums.Responses {
			if ask.Holds(int(slot.Score)) {
				h[slot.Group] += w.N
			}
		}
	}
	return &h
}

// takeOff takes part off, and reports whether it was within.
func (h *heads) takeOff(part *heads) bool {
	for i, n := range part {
		if n > h[i] {
			return false
		}
	}
	for i, n := range part {
		h[i] -= n
	}
	return true
}

func (h *heads) crowd() (c crowd) {
	for i, n := range h {
		if n > 0 {
			c |= 1 << i
		}
	}
	return c
}

func (h *heads) responses() (n uint64) {
	for _, responses := range h {
		n += responses
	}
	return n
}
