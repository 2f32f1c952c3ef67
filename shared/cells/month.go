package cells

import (
	"time"

	"heed/shared/heed"
)

// Month returns the first and the last day of the calendar month that the day
// lies in.
func Month(d heed.Day) (first, last heed.Day) {
	y, m, _ := time.Unix(int64(d)*86400, 0).UTC().Date()
	return dayOf(y, m), dayOf(y, m+1) - 1
}

// dayOf returns the first day of a month; month 13 is the next January.
func dayOf(y int, m time.Month) heed.Day {
	return heed.Day(time.Date(y, m, 1, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Sum merges the cells of several parts of the rows, key by key.
func Sum(parts ...map[Key]*Cell) map[Key]*Cell {
	whole := map[Key]*Cell{}
	for _, part := range parts {
		for key, c := range part {
			if have := whole[key]; have != nil {
				c = Merge(have, c)
			}
			whole[key] = c
		}
	}
	return whole
}

// IsEmpty reports whether the cell is of no rows.
func (c *Cell) IsEmpty() bool {
	for _, s := range c.Classes {
		if !s.empty() {
			return false
		}
	}
	return true
}

// Whole reports whether the days from first, a month's first, to last hold a
// whole month.
func Whole(first, last heed.Day) bool {
	_, end := Month(first)
	return end <= last
}
