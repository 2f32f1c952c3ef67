package surveys

import "time"

// Hours are when mails may go, by the customer's clock. The zero value is at
// any time.
type Hours struct {
	From, To int     // minutes of the day, From before To; both 0 for all day
	Days     [7]bool // from Sunday on; none for all
}

// farthest is how long one may have to wait for the next hours, at most: from
// one week's only day to the next's, with the clocks set back.
const farthest = 8 * 24 * time.Hour

// Next returns the first moment from t on at which mails may go, in whole
// minutes where that is later than t. Hours that begin in a gap, when clocks go
// forward, begin as it ends; those that end in it as well are left out.
func (h Hours) Next(t time.Time, zone *time.Location) time.Time {
	if h == (Hours{}) || h.open(t.In(zone)) {
		return t
	}
	local := t.In(zone)
	for day := range 9 {
		y, m, d := local.Date()
		start := time.Date(y, m, d+day, h.From/60, h.From%60, 0, 0, zone)
		if local := start.Hour()*60 + start.Minute(); local != h.From {
			start = gapEnd(start)
		}
		if !start.Before(t) && h.open(start) {
			return start.In(t.Location())
		}
	}
	return t // hours that no day has
}

// gapEnd is the moment of the clock's going forward that a time was made about
// which no clock showed: on which side of it that lies is not said.
func gapEnd(made time.Time) time.Time {
	before, after := made.ZoneBounds()
	if !before.IsZero() && made.Sub(before) < after.Sub(made) || after.IsZero() {
		return before.In(made.Location())
	}
	return after.In(made.Location())
}

// open reports whether mails may go at that local time.
func (h Hours) open(local time.Time) bool {
	if h.Days != [7]bool{} && !h.Days[local.Weekday()] {
		return false
	}
	minute := local.Hour()*60 + local.Minute()
	return h.From == h.To || h.From <= minute && minute < h.To
}

// Longest is how much later than asked for Next may be: as far as from any day to
// the second after it that has hours, should the clocks skip those of the first.
func (h Hours) Longest() time.Duration {
	if h == (Hours{}) {
		return 0
	}
	most := 0
	for from := range h.Days {
		day := from
		for open := 0; open < 2; {
			if day++; h.Days == [7]bool{} || h.Days[day%7] {
				open++
			}
		}
		most = max(most, day-from)
	}
	return min(time.Duration(most)*24*time.Hour+time.Hour, farthest)
}
