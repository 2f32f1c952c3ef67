package report

import (
	"math/bits"

	"heed/shared/cells"
	"heed/shared/heed"
)

// A crowd is who answered, by day: each bit is a hashed group that holds a
// response, so that as many bits are set, so many people at least have
// answered.
type crowd map[heed.Day]uint64

// fewestLeft is how many respondents a difference of two figures must be of.
const fewestLeft = 5

// crowds makes the crowds of a dimension's values from cells of days.
func crowds(ask heed.Ask, days map[cells.Key]*cells.Cell) map[string]crowd {
	all := map[string]crowd{}
	for key, cell := range days {
		c := all[key.Value]
		if c == nil {
			c = crowd{}
			all[key.Value] = c
		}
		for _, sums := range cell.Classes {
			for slot := range sums.Responses {
				if ask.Holds(int(slot.Score)) {
					c[key.Day] |= 1 << slot.Group
				}
			}
		}
	}
	return all
}

// betray reports whether one of the periods holds enough respondents to be
// shown, and leaves some but too few of the crowd.
func (c crowd) betray(within []heed.Period) bool {
	for _, p := range within {
		var in, out uint64
		for day, groups := range c {
			if p.First <= day && day <= p.Last {
				in |= groups
			} else {
				out |= groups
			}
		}
		left := bits.OnesCount64(out)
		if bits.OnesCount64(in) >= fewestLeft && left > 0 && left < fewestLeft {
			return true
		}
	}
	return false
}
