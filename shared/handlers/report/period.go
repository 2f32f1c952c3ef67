package report

import (
	"net/url"

	"heed/shared/heed"
	"heed/shared/sheets"
)

// A period is the days from first to last, both included.
type period struct {
	first, last heed.Day
	calendar    heed.Period // the period that these days are, as it was asked for; zero if by from and to
}

// Bounds of a period.
const (
	usualDays = 30
	mostDays  = 460 // the five quarters of loyalty
)

// period reads period, or from and to; without them, or for days, it is the last
// 30 days.
func (h *Handler) period(q url.Values) (p period, err error) {
	if text := q.Get("period"); text != "" && text != sheets.Days {
		if q.Get("from") != "" || q.Get("to") != "" {
			return p, heed.Errorf(heed.Invalid, "give either period, or from and to")
		}
		c, err := heed.ParsePeriod(text)
		return of(c), err
	}
	p.last = h.today()
	if to := q.Get("to"); to != "" {
		if p.last, err = heed.ParseDay(to); err != nil {
			return p, err
		}
	}
	p.first = p.last - usualDays + 1
	if from := q.Get("from"); from != "" {
		if p.first, err = heed.ParseDay(from); err != nil {
			return p, err
		}
	}
	switch {
	case p.first > p.last:
		return p, heed.Errorf(heed.Invalid, "\"from\" lies after \"to\"")
	case p.last-p.first >= mostDays:
		return p, heed.Errorf(heed.Invalid, "a period is at most %d days", mostDays)
	}
	return p, nil
}

func of(c heed.Period) period { return period{c.First, c.Last, c} }

func (h *Handler) today() heed.Day { return heed.DayOf(h.Now(), h.Config.Zone) }

// before returns the period of the same kind, or as many days, that ends where
// p begins.
func (p period) before() period {
	if p.calendar != (heed.Period{}) {
		return of(p.calendar.Before())
	}
	days := p.last - p.first + 1
	return period{first: p.first - days, last: p.first - 1}
}

// overlaps reports whether the periods have a day in common.
func (p period) overlaps(o period) bool { return p.first <= o.last && o.first <= p.last }
