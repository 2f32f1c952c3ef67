package report

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
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
	Audit *audit         `json:"audit,omitempty"`
	Rates *figures.Rates `json:"response_by_class,omitempty"`
}

// MarshalJSON leaves out of a figure by the way of answering whatever is of the
// touchpoints: those that nobody answered have no such way, so there it would be
// of the answered alone.
func (s scored) MarshalJSON() ([]byte, error) {
	type plain scored
	if s.By != cells.Answer {
		return json.Marshal(plain(s))
	}
	type absent *struct{}
	s.Adjusted, s.ResponseRate = nil, nil
	return json.Marshal(struct {
		plain
		Population absent `json:"population,omitempty"`
		Eligible   absent `json:"eligible,omitempty"`
		Doubtful   absent `json:"doubtful,omitempty"`
		Asked      absent `json:"asked,omitempty"`
		Sent       absent `json:"sent,omitempty"`
		Failed     absent `json:"failed,omitempty"`
	}{plain: plain(s)})
}

// audit compares how many the draw chose with how many it should have chosen,
// by the chances that were recorded.
type audit struct {
	Drawn          uint64  `json:"drawn"`
	Expected       float64 `json:"expected"`
	StandardErrors float64 `json:"standard_errors"` // that Drawn is off by
	Alarm          bool    `json:"alarm"`           // more than chance makes likely
}

func auditOf(c *cells.Cell) *audit {
	p := c.Population()
	z, alarm := p.Audit()
	return &audit{p.Drawn, p.Expected.Float() / heed.PPB, z, alarm}
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
		return []scored{{g.whole.figure, auditOf(g.whole.cell), &rates}}, nil
	}
	var out []scored
	for _, one := range g.parts {
		out = append(out, scored{Figure: one.figure})
	}
	return out, nil
}
