package rollup

import (
	"math"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/sampling"
)

// What is left of today is forecast from what it has shown so far and from the
// days before, which count as much as a quarter of a day of it. Without days
// before, today counts as an hour old at least.
const (
	usualWeight = 0.25
	youngest    = 1.0 / 24
)

// A demand is how many invitations days take at full rate, in PPB. A forecast
// may be in floating point: the pace that comes of it is an integer, and each
// decision records what it aimed at.
type demand struct {
	days  map[heed.Day]float64
	first heed.Day // of those known
	today heed.Day
}

// spending is what was expected of today and of this month, and what the rest
// of them would take at full rate.
func (p *paced) spending() sampling.Spending {
	today := p.today()
	first, last := cells.Month(today)
	var s sampling.Spending
	for d := first; d <= today; d++ {
		s.Month += p.expected[d]
	}
	s.Today = p.expected[today]
	start, end := today.Start(p.zone), (today + 1).Start(p.zone)
	over := p.now.Sub(start).Seconds() / end.Sub(start).Seconds() // a day may have 23 hours, or 25
	d := p.demand()
	rate := d.ofToday(over)
	rest := rate * (1 - over)
	s.RestOfDay = whole(rest)
	for day := today + 1; day <= last; day++ {
		usual, known := d.usual(day)
		if !known {
			usual = rate
		}
		rest += usual
	}
	s.RestOfMonth = whole(rest)
	return s
}

func whole(x float64) uint64 { return uint64(math.Min(math.Max(x, 0), 1<<63)) }

// demand is what days took, and what was held back of them.
func (p *paced) demand() demand {
	d := demand{days: map[heed.Day]float64{}, first: p.today(), today: p.today()}
	for day, expected := range p.expected {
		d.days[day] += float64(expected)
	}
	for _, h := range p.held {
		d.days[h.Day] += float64(h.Held)
	}
	for day := range d.days {
		d.first = min(d.first, day)
	}
	d.first = max(d.first, d.today-month)
	return d
}

// ofToday is the demand of the whole of today, of which a share is over.
func (d *demand) ofToday(over float64) float64 {
	soFar := d.days[d.today]
	usual, known := d.usual(d.today)
	if !known {
		return soFar / math.Max(over, youngest)
	}
	return (usual*usualWeight + soFar) / (usualWeight + over)
}

// usual is the mean demand of the days before today, within 28, that fall on the
// weekday of day; of all of them, while they are less than two weeks. Days on
// which nothing happened count, from the first on which anything did.
func (d *demand) usual(day heed.Day) (mean float64, known bool) {
	n := 0
	for past := d.first; past < d.today; past++ {
		if d.today-d.first < 14 || (day-past)%7 == 0 {
			mean += d.days[past]
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return mean / float64(n), true
}
