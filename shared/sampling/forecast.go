package sampling

import (
	"math"
	"time"

	"heed/shared/heed"
)

// A Course is how a program with a budget went, day by day: what of its
// invitations was to be expected, and what they would have been at full rate,
// both in PPB. Nothing else may enter a forecast, as of Spending; days of no
// touchpoints may be left out.
//
// A forecast may be in floating point: the pace that comes of it is an
// integer, and each decision records what it aimed at.
type Course struct {
	Expected map[heed.Day]uint64  // this month's, up to today
	Demand   map[heed.Day]float64 // of the days remembered, and of today so far
}

// Remembered is how many days before today a forecast is made from: whole
// weeks, so that every weekday counts alike.
const Remembered = 28

// CourseSince is the first day of which a course is wanted on that day.
func CourseSince(today heed.Day) heed.Day {
	return min(heed.MonthOf(today).First, today-Remembered)
}

// What is left of today is forecast from what it has shown so far and from the
// days before, which count as much as a quarter of a day of it. Without days
// before, today counts as an hour old at least.
const (
	usualWeight = 0.25
	youngest    = 1.0 / 24
)

// Spending is what was expected of today and of this month up to now, and what
// the rest of them would take at full rate.
func (c Course) Spending(now time.Time, zone *time.Location) Spending {
	today := heed.DayOf(now, zone)
	month := heed.MonthOf(today)
	s := Spending{Today: c.Expected[today]}
	for day := month.First; day <= today; day++ {
		s.Month += c.Expected[day]
	}
	start, end := today.Start(zone), (today + 1).Start(zone)
	over := now.Sub(start).Seconds() / end.Sub(start).Seconds() // a day may have 23 hours, or 25
	usual, known := c.usual(today)
	rate := ofToday(c.Demand[today], over, usual[today%7], known)
	rest := rate * (1 - over)
	s.RestOfDay = whole(rest)
	for day := today + 1; day <= month.Last; day++ {
		if known {
			rest += usual[day%7]
		} else {
			rest += rate
		}
	}
	s.RestOfMonth = whole(rest)
	return s
}

func whole(x float64) uint64 { return uint64(math.Min(math.Max(x, 0), 1<<63)) }

// ofToday is the demand of the whole of today, of which a share is over.
func ofToday(soFar, over, usual float64, known bool) float64 {
	if !known {
		return soFar / math.Max(over, youngest)
	}
	return (usual*usualWeight + soFar) / (usualWeight + over)
}

// usual is the mean demand of the days before today that fall on a weekday, by
// the day's number modulo 7; of all of them, while they are less than two
// weeks. Days on which nothing happened count, from the first on which
// anything did.
func (c Course) usual(today heed.Day) (mean [7]float64, known bool) {
	first := today
	for day := range c.Demand {
		first = min(first, day)
	}
	first = max(first, today-Remembered)
	if first == today {
		return mean, false
	}
	var n [7]float64
	for past := first; past < today; past++ {
		for weekday := range mean {
			if today-first < 14 || int(past%7) == weekday {
				mean[weekday] += c.Demand[past]
				n[weekday]++
			}
		}
	}
	for weekday := range mean {
		mean[weekday] /= n[weekday]
	}
	return mean, true
}
