package report

import (
	"context"
	"encoding/hex"
	"net/http"
	"net/url"
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

// touchpoint shows the rows of one touchpoint.
func (h *Handler) touchpoint(r *http.Request) (any, error) {
	found, err := h.found(r)
	if err != nil {
		return nil, err
	}
	return list(found), nil
}

// found are the rows of one touchpoint, by its id or a row's, on the day given or
// on the latest day that has them.
func (h *Handler) found(r *http.Request) ([]*heed.Row, error) {
	text := r.PathValue("id")
	if len(text) == 32 {
		text = text[:16]
	}
	id, err := heed.ParseTouchpointID(text)
	if err != nil {
		return nil, err
	}
	last, first := h.today(), h.today()-lookBack+1
	if text := r.URL.Query().Get("day"); text != "" {
		if last, err = heed.ParseDay(text); err != nil {
			return nil, err
		}
		first = last
	}
	for day := last; day >= first; day-- {
		rows, err := h.Store.Touchpoint(r.Context(), day, id)
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			return rows, nil
		}
	}
	return nil, heed.Errorf(heed.NotFound, "no such touchpoint in the last %d days; a new one takes a moment", lookBack)
}

// touchpoints lists rows of a period that fit every filter given, the latest
// day first. Those of a single day come in the order of shard and id; where
// there are more of them than the limit, next is what to give as after to go
// on behind the last.
func (h *Handler) touchpoints(r *http.Request) (any, error) {
	q := r.URL.Query()
	p, limit, err := h.extent(q)
	if err != nil {
		return nil, err
	}
	last, err := behind(q.Get("after"), p)
	if err != nil {
		return nil, err
	}
	most := limit
	if p.first == p.last {
		most++ // one more tells that there is one
	}
	found, err := h.matching(r.Context(), q, p, last, most)
	if err != nil {
		return nil, err
	}
	if len(found) <= limit {
		return list(found), nil
	}
	out := list(found[:limit])
	out.Next = out.Rows[limit-1].ID
	return out, nil
}

// matching reads rows that fit the filters, as many as most.
func (h *Handler) matching(ctx context.Context, q url.Values, p period, last heed.RowID, most int) ([]*heed.Row, error) {
	var found []*heed.Row
	for day := p.last; day >= p.first && len(found) < most; day-- {
		for row, err := range h.Store.DayBehind(ctx, day, last) {
			if err != nil {
				return nil, err
			}
			if fits(q.Get("program"), row.Program) && fits(q.Get("reason"), row.Reason.String()) &&
				fits(q.Get("source"), row.Source) && fits(q.Get("object"), row.Object) {
				found = append(found, row)
			}
			if len(found) == most {
				break
			}
		}
	}
	return found, nil
}

// behind reads the id of the row behind which to go on; the zero id if none is
// given. It goes with a single day, since only there rows have an order.
func behind(text string, p period) (id heed.RowID, err error) {
	if text == "" {
		return id, nil
	}
	raw, err := hex.DecodeString(text)
	switch {
	case err != nil || len(raw) != len(id):
		return id, heed.Errorf(heed.Invalid, "after is the id of a row: %d hexadecimal digits", 2*len(id))
	case p.first != p.last:
		return id, heed.Errorf(heed.Invalid, "after goes with a single day: from and to the same")
	}
	return heed.RowID(raw), nil
}

// responses lists the answered rows of a period, by the time of the answer. Where
// there are more than the limit, next is what to give as after to go on behind
// the last.
func (h *Handler) responses(r *http.Request) (any, error) {
	q := r.URL.Query()
	p, limit, err := h.extent(q)
	if err != nil {
		return nil, err
	}
	var rows []*heed.Row
	after := q.Get("after")
	end := (p.last + 1).Start(h.Config.Zone)
	for ref, err := range h.Store.AnsweredSince(r.Context(), p.first.Start(h.Config.Zone)) {
		if err != nil {
			return nil, err
		}
		if after != "" {
			if ref.ID.String() == after {
				after = ""
			}
			continue
		}
		row, err := h.Store.Row(r.Context(), ref)
		if err != nil {
			return nil, err
		}
		if row.Response == nil || !row.Response.At.Before(end) || !fits(q.Get("program"), row.Program) {
			continue
		}
		if len(rows) == limit {
			out := list(rows)
			out.Next = out.Rows[limit-1].ID
			return out, nil
		}
		rows = append(rows, row)
	}
	if after != "" {
		return nil, heed.Errorf(heed.Invalid, "\"after\" is what an earlier page gives as next")
	}
	return list(rows), nil
}

func fits(want, have string) bool { return want == "" || want == have }

// extent is which days are asked for, and how many rows of them.
func (h *Handler) extent(q url.Values) (p period, rows int, err error) {
	if p, err = h.period(q); err != nil {
		return p, 0, err
	}
	rows, err = limit(q.Get("limit"))
	return p, rows, err
}

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
