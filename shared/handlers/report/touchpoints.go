package report

import (
	"net/http"
	"strconv"

	"heed/shared/heed"
)

// How far a touchpoint is looked for, in days back, and how many rows a list
// holds.
const (
	lookBack  = 400
	usualRows = 100
	mostRows  = 10_000
)

// touchpoint finds the rows of one touchpoint, by its id or a row's, on the
// day given or on the latest day that has them.
func (h *Handler) touchpoint(r *http.Request) (any, error) {
	text := r.PathValue("id")
	if len(text) == 32 {
		text = text[:16]
	}
	id, err := heed.ParseTouchpointID(text)
	if err != nil {
		return nil, err
	}
	today := heed.DayOf(h.Now(), h.Config.Zone)
	for day := today; day > today-lookBack; day-- {
		rows, err := h.Store.Touchpoint(r.Context(), day, id)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			return list(rows), nil
		}
	}
	return nil, heed.Errorf(heed.NotFound, "no such touchpoint in the last %d days; a new one takes a moment", lookBack)
}

// touchpoints lists rows of a period that fit every filter given.
func (h *Handler) touchpoints(r *http.Request) (any, error) {
	q := r.URL.Query()
	p, err := h.period(q)
	if err != nil {
		return nil, err
	}
	limit, err := limit(q.Get("limit"))
	if err != nil {
		return nil, err
	}
	var rows []*heed.Row
	for day := p.last; day >= p.first && len(rows) < limit; day-- {
		for row, err := range h.Store.Day(r.Context(), day) {
			if err != nil {
				return nil, err
			}
			if fits(q.Get("program"), row.Program) && fits(q.Get("reason"), row.Reason.String()) &&
				fits(q.Get("source"), row.Source) && fits(q.Get("object"), row.Object) {
				rows = append(rows, row)
			}
			if len(rows) == limit {
				break
			}
		}
	}
	return list(rows), nil
}

// responses lists the answered rows of a period, by the time of the answer.
func (h *Handler) responses(r *http.Request) (any, error) {
	q := r.URL.Query()
	p, err := h.period(q)
	if err != nil {
		return nil, err
	}
	limit, err := limit(q.Get("limit"))
	if err != nil {
		return nil, err
	}
	var rows []*heed.Row
	end := (p.last + 1).Start(h.Config.Zone)
	for ref, err := range h.Store.AnsweredSince(r.Context(), p.first.Start(h.Config.Zone)) {
		if err != nil {
			return nil, err
		}
		row, err := h.Store.Row(r.Context(), ref)
		if err != nil {
			return nil, err
		}
		if row.Response == nil || !row.Response.At.Before(end) || !fits(q.Get("program"), row.Program) {
			continue
		}
		if rows = append(rows, row); len(rows) == limit {
			break
		}
	}
	return list(rows), nil
}

func fits(want, have string) bool { return want == "" || want == have }

func limit(s string) (int, error) {
	if s == "" {
		return usualRows, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > mostRows {
		return 0, heed.Errorf(heed.Invalid, "limit is a number from 1 to %d", mostRows)
	}
	return n, nil
}
