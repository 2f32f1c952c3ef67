package report

import (
	"context"
	"encoding/hex"
	"strings"

	"heed/shared/heed"
)

// What one page of touchpoints costs at the most: rows that are shown, rows that
// are looked at for them, and days. Whoever wants more goes on behind the last.
const (
	pageRows   = 100
	pageLooked = 5000
	pageDays   = 62
)

// A place is where a walk through a period's rows, the latest day first, goes on:
// behind a row of a day, or with the day if the id is zero.
type place struct {
	day heed.Day
	id  heed.RowID
}

func (p place) String() string {
	if p.id == (heed.RowID{}) {
		return p.day.String()
	}
	return p.day.String() + "." + p.id.String()
}

// placeOf reads a place within a period; "" is its beginning.
func placeOf(text string, within period) (place, error) {
	if text == "" {
		return place{day: within.last}, nil
	}
	wrong := heed.Errorf(heed.Invalid, "\"after\" is what an earlier page gives as next")
	days, id, _ := strings.Cut(text, ".")
	day, err := heed.ParseDay(days)
	raw, hexed := hex.DecodeString(id)
	if err != nil || hexed != nil || day < within.first || day > within.last || len(raw) != 0 && len(raw) != len(heed.RowID{}) {
		return place{}, wrong
	}
	p := place{day: day}
	copy(p.id[:], raw)
	return p, nil
}

// A walked is what a walk found, and where to go on; next is nil at the end.
type walked struct {
	rows   []*heed.Row
	looked int
	next   *place
}

// walk looks for the rows of a drill from a place on.
func (h *Handler) walk(ctx context.Context, d *drill, from place) (w walked, err error) {
	for begun := from.day; from.day >= d.first; from = (place{day: from.day - 1}) {
		if begun-from.day >= pageDays {
			w.next = &from
			return w, nil
		}
		for row, err := range h.Store.DayBehind(ctx, from.day, from.id) {
			if err != nil {
				return w, err
			}
			if len(w.rows) == pageRows || w.looked == pageLooked {
				w.next = &from
				return w, nil
			}
			w.looked++
			from.id = row.ID
			if d.holds(row) {
				w.rows = append(w.rows, row)
			}
		}
	}
	return w, nil
}
