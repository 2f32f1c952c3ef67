package heed

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// A Period is the days of a calendar period, First and Last included: a day, an
// ISO week, a month, a quarter or a year, written 2026-10-05, 2026-W41,
// 2026-10, 2026-Q4 and 2026. It knows no time zone: each of its days begins
// where the program's zone has it begin.
type Period struct {
	First, Last Day
	text        string
}

// The ways to write a period; the groups are its numbers.
var (
	dayText     = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)$`)
	weekText    = regexp.MustCompile(`^(\d{4})-W(\d\d)$`)
	monthText   = regexp.MustCompile(`^(\d{4})-(\d\d)$`)
	quarterText = regexp.MustCompile(`^(\d{4})-Q([1-4])$`)
	yearText    = regexp.MustCompile(`^(\d{4})$`)
)

// ParsePeriod reads a period.
func ParsePeriod(s string) (Period, error) {
	var p Period
	if n := numbers(dayText, s); n != nil {
		p = dayPeriod(civil(n[0], n[1], n[2]))
	} else if n := numbers(weekText, s); n != nil {
		p = weekPeriod(firstMonday(n[0]) + Day(7*(n[1]-1)))
	} else if n := numbers(monthText, s); n != nil {
		p = monthPeriod(n[0], n[1])
	} else if n := numbers(quarterText, s); n != nil {
		p = quarterPeriod(n[0], n[1])
	} else if n := numbers(yearText, s); n != nil {
		p = yearPeriod(n[0])
	}
	if p.text != s || s == "" { // a 31st of June, a week 53 that the year does not have, is another period
		return Period{}, Errorf(Invalid, "%q is no calendar period; write a day as 2026-10-05, a week as 2026-W41, a month as 2026-10, a quarter as 2026-Q4, a year as 2026", s)
	}
	return p, nil
}

func numbers(form *regexp.Regexp, s string) []int {
	parts := form.FindStringSubmatch(s)
	if parts == nil {
		return nil
	}
	var n []int
	for _, part := range parts[1:] {
		i, _ := strconv.Atoi(part) // digits, and few
		n = append(n, i)
	}
	return n
}

// MonthOf returns the month that holds the day.
func MonthOf(d Day) Period {
	t := d.noon()
	return monthPeriod(t.Year(), int(t.Month()))
}

// QuarterOf returns the quarter that holds the day.
func QuarterOf(d Day) Period {
	t := d.noon()
	return quarterPeriod(t.Year(), (int(t.Month())+2)/3)
}

// YearOf returns the year that holds the day.
func YearOf(d Day) Period { return yearPeriod(d.noon().Year()) }

// WeekOf returns the ISO week that holds the day.
func WeekOf(d Day) Period { return weekPeriod(d - Day((d.noon().Weekday()+6)%7)) }

// String writes the period as ParsePeriod reads it.
func (p Period) String() string { return p.text }

// Before returns the period of the same kind that ends where this one begins.
func (p Period) Before() Period {
	d := p.First - 1
	switch {
	case len(p.text) == len("2006"):
		return YearOf(d)
	case p.text[5] == 'W':
		return WeekOf(d)
	case p.text[5] == 'Q':
		return QuarterOf(d)
	case len(p.text) == len("2006-01"):
		return MonthOf(d)
	}
	return dayPeriod(d)
}

// IsDay reports whether the period is a single day.
func (p Period) IsDay() bool { return p.First == p.Last }

func dayPeriod(d Day) Period { return Period{d, d, d.String()} }

// weekPeriod is the week that begins on a Monday. It belongs to the year that
// its Thursday is in (ISO 8601).
func weekPeriod(monday Day) Period {
	year, week := monday.noon().ISOWeek()
	return Period{monday, monday + 6, fmt.Sprintf("%04d-W%02d", year, week)}
}

// firstMonday begins the week that the year's 4 January is in, which is its
// first (ISO 8601).
func firstMonday(year int) Day {
	d := civil(year, 1, 4)
	return d - Day((d.noon().Weekday()+6)%7)
}

func monthPeriod(year, month int) Period {
	first := civil(year, month, 1)
	return Period{first, civil(year, month+1, 1) - 1, first.noon().Format("2006-01")}
}

func quarterPeriod(year, quarter int) Period {
	return Period{civil(year, 3*quarter-2, 1), civil(year, 3*quarter+1, 1) - 1, fmt.Sprintf("%04d-Q%d", year, quarter)}
}

func yearPeriod(year int) Period {
	return Period{civil(year, 1, 1), civil(year+1, 1, 1) - 1, fmt.Sprintf("%04d", year)}
}

// civil is the day of a date; a month or day beyond its last is one further on.
func civil(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d Day) noon() time.Time { return time.Unix(int64(d)*86400+43200, 0).UTC() }
