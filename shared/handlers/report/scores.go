package report

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// scores answers with figures, and with when the cells they are made of were
// last brought up to date.
type scores struct {
	RolledUp time.Time `json:"rolled_up"`
	Figures  []scored  `json:"figures"`
}

// scored is a figure; that of a whole program says also how evenly those asked
// answered, and whether as many were asked as should have been.
type scored struct {
	figures.Figure
	Audit *sheets.Audit  `json:"audit,omitempty"`
	Rates *figures.Rates `json:"response_by_class,omitempty"`
}

// MarshalJSON leaves out of a figure by the way of answering whatever is of the
// touchpoints: those that nobody answered have no such way, so there it would be
// of the answered alone.
func (s scored) MarshalJSON() ([]byte, error) {
	if sheets.OfAnswers(s.By) {
		return json.Marshal(figures.Answered{Figure: s.Figure})
	}
	type plain scored
	return json.Marshal(plain(s))
}

// scores reads program, period or from and to, by, estimand and variance: one
// figure for each program, or for each value of a dimension.
func (h *Handler) scores(r *http.Request) (any, error) {
	w, err := h.wanted(r.URL.Query())
	if err != nil {
		return nil, err
	}
	out := scores{Figures: []scored{}}
	if out.RolledUp, err = h.Store.RolledUp(r.Context()); err != nil {
		return nil, err
	}
	var rows []*heed.Row
	if w.exact {
		if rows, err = h.rows(r.Context(), &w); err != nil {
			return nil, err
		}
	}
	for i := range w.programs {
		list, err := h.score(r.Context(), &w, &w.programs[i], rows)
		if err != nil {
			return nil, err
		}
		out.Figures = append(out.Figures, list...)
	}
	return out, nil
}

func (h *Handler) score(ctx context.Context, w *wanted, program *surveys.Program, rows []*heed.Row) ([]scored, error) {
	if w.exact {
		settled, err := h.settled(ctx, program, w.period)
		return w.fromRows(program, rows, settled), err
	}
	g, err := h.gather(ctx, program, w.by, w.period)
	if err != nil {
		return nil, err
	}
	if w.by == "" {
		rates := figures.RatesOf(g.whole.cell)
		return []scored{{g.whole.figure, sheets.AuditOf(g.whole.cell), &rates}}, nil
	}
	var out []scored
	for _, one := range g.parts {
		out = append(out, scored{Figure: one.figure})
	}
	return out, nil
}
