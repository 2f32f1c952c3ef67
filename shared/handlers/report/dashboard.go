package report

import (
	"bytes"
	"context"
	"net/http"
	"slices"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/surveys"
	"heed/shared/web"
)

// dashboard shows what scores answers, as a page.
func (h *Handler) dashboard(w http.ResponseWriter, r *http.Request) {
	data, err := h.board(r)
	if err != nil {
		web.Error(w, h.Log, err)
		return
	}
	var page bytes.Buffer
	if err := pages.Dashboard(&page, data); err != nil {
		web.Error(w, h.Log, err)
		return
	}
	pages.OperatorHeaders(w.Header())
	if _, err := w.Write(page.Bytes()); err != nil {
		h.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

func (h *Handler) board(r *http.Request) (*pages.DashboardData, error) {
	q, ctx := r.URL.Query(), r.Context()
	p, err := h.period(q)
	if err != nil {
		return nil, err
	}
	d := &pages.DashboardData{
		Brand: h.Config.Brand.Name, Nav: h.Nav, From: p.first.String(), To: p.last.String(),
		Zone: h.Config.Zone.String(), Dimensions: h.Config.Dimensions,
	}
	if by := q.Get("by"); slices.Contains(h.Config.Dimensions, by) {
		d.By = by
	}
	if d.Notices, err = h.notices(ctx); err != nil {
		return nil, err
	}
	for i := range h.Config.Programs {
		one, err := h.program(ctx, &h.Config.Programs[i], d.By, p)
		if err != nil {
			return nil, err
		}
		d.Programs = append(d.Programs, one)
	}
	d.Reasons, err = h.reasons(ctx, p)
	return d, err
}

// notices is what the operator should know before any number.
func (h *Handler) notices(ctx context.Context) ([]string, error) {
	var out []string
	if h.Observe {
		out = append(out, "Heed only observes: it decides and records, and invites nobody.")
	}
	paused, err := h.Store.Paused(ctx, h.Home)
	if paused {
		out = append(out, "Sending is paused. Invitations lapse 48 hours after they were due.")
	}
	return out, err
}

func (h *Handler) program(ctx context.Context, s *surveys.Program, by string, p period) (pages.ProgramData, error) {
	d := pages.ProgramData{Name: s.Name, Stage: s.Stage, Question: pages.Question{Ask: s.Ask, Own: s.Question}}
	all, err := h.figures(ctx, s, "", p)
	if err != nil {
		return d, err
	}
	d.All = measure(&all[0])
	if by == "" {
		return d, nil
	}
	parts, err := h.figures(ctx, s, by, p)
	for i := range parts {
		d.Parts = append(d.Parts, pages.PartData{Value: parts[i].Value, Measure: measure(&parts[i])})
	}
	return d, err
}

// measure is a figure as people read it.
func measure(f *figures.Figure) pages.Measure {
	m := pages.Measure{
		Shown: f.Shown, Reason: f.Reason, IntervalOnly: f.IntervalOnly, Settled: f.Settled,
		Touchpoints: f.Population, Asked: f.Asked, Answered: f.Answered, Effective: f.EffectiveN, Rate: -1,
	}
	if f.ResponseRate != nil {
		m.Rate = *f.ResponseRate
	}
	if f.Shown {
		m.Score, m.Interval = f.Display()
		m.At, m.Low, m.High = *f.Score, *f.Low, *f.High
	}
	return m
}

// The decisions whose reasons the dashboard counts: those of the last days of
// the period, and not so many that a page takes long.
const (
	reasonDays = 7
	reasonRows = 20_000
)

func (h *Handler) reasons(ctx context.Context, p period) ([]pages.ReasonCount, error) {
	counts, rows := map[heed.Reason]uint64{}, 0
	for day := p.last; day >= p.first && day > p.last-reasonDays && rows < reasonRows; day-- {
		for row, err := range h.Store.Day(ctx, day) {
			if err != nil {
				return nil, err
			}
			counts[row.Reason]++
			rows++
		}
	}
	var out []pages.ReasonCount
	for reason, n := range counts {
		out = append(out, pages.ReasonCount{Reason: reason, Count: n})
	}
	slices.SortFunc(out, func(a, b pages.ReasonCount) int { return int(a.Reason) - int(b.Reason) })
	return out, nil
}
