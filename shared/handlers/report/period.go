package report

import (
	"net/url"

	"heed/shared/heed"
)

// A period is the days from first to last, both included.
type period struct{ first, last heed.Day }

// Bounds of a period.
const (
	usualDays = 30
	mostDays  = 400
)

// period reads from and to; without them it is the last 30 days.
func (h *Handler) period(q url.Values) (p period, err error) {
	p.last = heed.DayOf(h.Now(), h.Config.Zone)
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
		return p, heed.Errorf(heed.Invalid, "from lies after to")
	case p.last-p.first >= mostDays:
		return p, heed.Errorf(heed.Invalid, "a period is at most %d days", mostDays)
	}
	return p, nil
}
