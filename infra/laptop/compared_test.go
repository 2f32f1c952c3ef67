package laptop_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"heed/shared/heed"
)

// A part is compared with the rows that are not its own, a period with those of
// the one before it.
func TestComparedWithTheRest(t *testing.T) {
	t.Parallel()
	h := lived(t)
	rows, days := h.rows(t, "program=renewal"), dayOf(t, h)
	month := h.month(t, 70)
	score := func(of func(row) bool) *result {
		kept := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return !of(r) })
		if all := byHand(kept, map[string]string{"renewal": "nps"}, false); len(all) > 0 {
			return all["renewal/"]
		}
		return &result{}
	}
	in := func(r row, p heed.Period) bool { return p.First <= days[r.ID] && days[r.ID] <= p.Last }
	type side struct{ Compared []comparedSides }
	for query, other := range map[string]func(row, comparedSides) bool{
		"by=team":         func(r row, c comparedSides) bool { return in(r, month) && r.Dimensions["team"][0] != c.Value },
		"by=team&before=": func(r row, c comparedSides) bool { return in(r, month.Before()) && r.Dimensions["team"][0] == c.Value },
		"":                func(r row, c comparedSides) bool { return in(r, month.Before()) },
		"before=" + heed.WeekOf(month.First-20).String(): func(r row, c comparedSides) bool { return in(r, heed.WeekOf(month.First-20)) },
	} {
		var said side
		h.read(t, fmt.Sprintf("/api/compare?program=renewal&period=%s&%s", month, query), &said)
		for _, c := range said.Compared {
			want := score(func(r row) bool { return other(r, c) })
			if c.Other.N != want.N || !near(c.Other.Score, want.Score) {
				t.Errorf("%s %s: other is %s of %d, want %s of %d", query, c.Value, c.Other.written(), c.Other.N, want.written(), want.N)
			}
			d := c.Difference
			if d.Shown != (c.Figure.Shown && c.Other.Shown) {
				t.Errorf("%s %s: %+v", query, c.Value, c)
			}
			if d.Shown && (!about(*d.Difference, *c.Figure.Score-*c.Other.Score) || *d.Low > *d.Difference || *d.High < *d.Difference || *d.P < 0 || *d.P > 1) {
				t.Errorf("%s %s differs by %f", query, c.Value, *d.Difference)
			}
			if strings.Contains(query, "by=") && d.Shown && (d.Among == nil || *d.Among < *d.P-1e-12) {
				t.Errorf("%s %s: p is %v among many, and %f alone", query, c.Value, d.Among, *d.P)
			}
		}
		if len(said.Compared) == 0 || !strings.Contains(query, "by=") && !said.Compared[0].Difference.Shown && !strings.Contains(query, "W") {
			t.Errorf("%s compares %+v", query, said.Compared)
		}
	}
	for _, query := range []string{"", "program=none", "program=renewal&by=customer", "program=renewal&period=2026-10&before=2026-Q4", "program=renewal&before=October"} {
		if a := h.send(t, http.MethodGet, "/api/compare?"+query, nil, nil); a.Status != http.StatusBadRequest {
			t.Errorf("%s was answered %d", query, a.Status)
		}
	}
}

type comparedSides struct {
	Value         string
	Figure, Other result
	Difference    struct {
		Shown                    bool
		Difference, Low, High, P *float64
		Among                    *float64 `json:"p_among_many"`
	}
}
