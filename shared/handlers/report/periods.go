package report

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
)

// periods are what most want to see beside the last 30 days.
func (h *Handler) periods(p period, by string) []boards.Link {
	today := h.today()
	month, quarter := heed.MonthOf(today), heed.QuarterOf(today)
	list := []boards.Link{{Text: "Last 30 days", Path: path("", by), Here: p.calendar == (heed.Period{}) && p.last == today && p.first == today-usualDays+1}}
	for _, one := range []struct {
		name string
		heed.Period
	}{
		{"This month", month}, {"", month.Before()}, {"This quarter", quarter}, {"", quarter.Before()}, {"This year", heed.YearOf(today)},
	} {
		list = append(list, link(one.name, one.Period, p, by))
	}
	return list
}

func link(name string, to heed.Period, here period, by string) boards.Link {
	if name == "" {
		name = named(to)
	}
	return boards.Link{Text: name, Path: path(to.String(), by), Here: to == here.calendar}
}

// named is a period as people say it.
func named(p heed.Period) string {
	first := p.First.Start(time.UTC)
	switch {
	case p == heed.MonthOf(p.First):
		return first.Format("January 2006")
	case p == heed.QuarterOf(p.First):
		return fmt.Sprintf("Quarter %d, %d", (int(first.Month())+2)/3, first.Year())
	case p == heed.WeekOf(p.First):
		_, week := first.ISOWeek()
		return fmt.Sprintf("Week %d", week)
	}
	return p.String()
}

func path(period, by string) string {
	q := url.Values{}
	if period != "" {
		q.Set("period", period)
	}
	if by != "" {
		q.Set("by", by)
	}
	return "?" + q.Encode()
}

// lastDays is where the decisions of a period's last days are counted.
func lastDays(p period, by string, today heed.Day) string {
	last := min(p.last, today)
	q := url.Values{"from": {max(p.first, last-reasonDays+1).String()}, "to": {last.String()}}
	if by != "" {
		q.Set("by", by)
	}
	return "?" + q.Encode() + "#decisions"
}

// readPage shows readers what they may see: without a period the last month
// that is settled.
func (h *Handler) readPage(w http.ResponseWriter, r *http.Request) { h.page(w, r, h.readBoard) }

func (h *Handler) readBoard(r *http.Request) (*boards.DashboardData, error) {
	q := r.URL.Query()
	rolled, err := h.Store.RolledUp(r.Context())
	if err != nil {
		return nil, err
	}
	last := func(p heed.Period) heed.Period {
		for !h.closed(p, rolled) {
			p = p.Before()
		}
		return p
	}
	today := h.today()
	month, quarter, year := last(heed.MonthOf(today)), last(heed.QuarterOf(today)), last(heed.YearOf(today))
	p := of(month)
	if q.Get("period") != "" || q.Get("from") != "" || q.Get("to") != "" {
		if p, err = h.calendar(q); err != nil {
			return nil, err
		}
	}
	by, notices := q.Get("by"), []string(nil)
	if why := figures.Tells(by); why != "" {
		notices = []string{fmt.Sprintf("There is no table by %s here: %s.", by, why)}
		by = ""
	}
	d, err := h.shown(r.Context(), by, p, h.guarded)
	if err != nil {
		return nil, err
	}
	d.Reader, d.Dimensions, d.Notices = true, h.opened(), notices
	list := []heed.Period{month.Before(), month, quarter.Before(), quarter, year}
	if !slices.Contains(list, p.calendar) {
		list = append(list, p.calendar)
	}
	for _, one := range list {
		d.Periods = append(d.Periods, link("", one, p, d.By))
	}
	return d, nil
}

// closed reports whether the period is settled in every program. Before
// anything was rolled up only long gone ones are.
func (h *Handler) closed(p heed.Period, rolled time.Time) bool {
	for i := range h.Config.Programs {
		if !figures.Settled(p.Last, &h.Config.Programs[i], h.Config.Zone, rolled) && h.Now().Sub(p.Last.Start(h.Config.Zone)) < longGone {
			return false
		}
	}
	return true
}

const longGone = 2 * 365 * 24 * time.Hour
