package sheets

import (
	"time"

	"heed/shared/heed"
)

// Days is the name of the period of the last 30 days, today among them.
const Days = "days"

const lastDays = 30

// A Period is the days that a sheet is of, First and Last included.
type Period struct {
	Name        string // as heed.Period writes it, or Days
	First, Last heed.Day
}

// PeriodOf returns the period of that name, as of today; heed.Invalid if there
// is none, or if sheets are not of such: of days and weeks there are too few
// answers for a sheet of their own.
func PeriodOf(name string, today heed.Day) (Period, error) {
	if name == "" || name == Days {
		return Period{Days, today - lastDays + 1, today}, nil
	}
	p, err := heed.ParsePeriod(name)
	if err == nil && p.Last-p.First < 27 {
		err = heed.Errorf(heed.Invalid, "write a month as 2026-10, a quarter as 2026-Q4, a year as 2026, or days for the last %d", lastDays)
	}
	return calendar(p), err
}

func calendar(p heed.Period) Period { return Period{p.String(), p.First, p.Last} }

// Before returns the period of the same kind that ends where p begins.
func (p Period) Before() Period {
	if c, err := heed.ParsePeriod(p.Name); err == nil {
		return calendar(c.Before())
	}
	n := p.Last - p.First + 1
	return Period{Days, p.First - n, p.First - 1}
}

// Gone is how many of its days have gone by, with the part of today that has.
func (p Period) Gone(now time.Time, zone *time.Location) float64 {
	today := heed.DayOf(now, zone)
	if today > p.Last {
		return float64(p.Last - p.First + 1)
	}
	return max(0, float64(today-p.First)+float64(now.Sub(today.Start(zone)))/float64(24*time.Hour))
}

// Final reports whether no ticket that was solved in it can count as opened
// again any more that does not already.
func (p Period) Final(now time.Time, zone *time.Location) bool {
	return !now.Before((p.Last + 1).Start(zone).Add(heed.ReopenedWithin))
}

// How far back sheets are kept up to date: what lies further back stays as it
// was made last.
const (
	Months   = 13
	quarters = 5
	years    = 2
)

// Standing lists the periods that have sheets, the shortest and latest first, as
// far back as since.
func Standing(today, since heed.Day) []Period {
	days, _ := PeriodOf(Days, today)
	list := []Period{days}
	add := func(p heed.Period, most int) {
		for range most {
			if p.Last < since {
				return
			}
			list = append(list, calendar(p))
			p = p.Before()
		}
	}
	add(heed.MonthOf(today), Months)
	add(heed.QuarterOf(today), quarters)
	add(heed.YearOf(today), years)
	return list
}

// MonthsUntil lists the first days of the Months months until the one that holds
// last, oldest first.
func MonthsUntil(last heed.Day) []heed.Day {
	list := make([]heed.Day, Months)
	m := heed.MonthOf(last)
	for i := range list {
		list[len(list)-1-i] = m.First
		m = m.Before()
	}
	return list
}
