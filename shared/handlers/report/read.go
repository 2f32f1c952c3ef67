package report

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// Readers come in by /read/. They may not see single responses, so nothing
// there is of rows, and what they see gives none away by being subtracted:
//
//   - figures are of calendar periods, and only once these are settled: one that
//     still changes by an answer tells that answer to whoever looked before;
//   - nothing is by a dimension of which figures.Tells why it is not for them;
//   - of the rest figures.Open says what is shown, from all months of a year, of
//     each dimension by itself, so that it is the same for whatever is asked.

// unsettled is why readers are not shown a figure yet.
const unsettled = "not settled yet"

// open is a dimension that readers may have figures by.
func (h *Handler) open(by string) (string, error) {
	if why := figures.Tells(by); why != "" {
		return "", heed.Errorf(heed.Forbidden, "figures here are not by %s: %s", by, why)
	}
	return h.dimension(by)
}

// opened lists the dimensions that readers have figures by.
func (h *Handler) opened() []string {
	return slices.DeleteFunc(slices.Clone(h.Config.Dimensions), func(dim string) bool { return figures.Tells(dim) != "" })
}

// calendar reads period, which is at least a month: weeks reach from one month
// into the next, so that what a week leaves of a month is no period's.
func (h *Handler) calendar(q url.Values) (period, error) {
	if q.Get("from") != "" || q.Get("to") != "" {
		return period{}, heed.Errorf(heed.Forbidden, "figures here are of calendar periods: give period instead of from and to")
	}
	c, err := heed.ParsePeriod(q.Get("period"))
	if err == nil && c != heed.MonthOf(c.First) && c != heed.QuarterOf(c.First) && c != heed.YearOf(c.First) {
		err = heed.Errorf(heed.Forbidden, "a period here is a month, a quarter or a year; days and weeks do not add up to these without telling single answers")
	}
	return of(c), err
}

// readScores is scores for readers.
func (h *Handler) readScores(r *http.Request) (any, error) {
	q := r.URL.Query()
	p, err := h.calendar(q)
	if err != nil {
		return nil, err
	}
	by, err := h.open(q.Get("by"))
	if err != nil {
		return nil, err
	}
	programs, err := h.programs(q.Get("program"))
	if err != nil {
		return nil, err
	}
	if q.Get("variance") != "" || !fits(q.Get("estimand"), figures.EventWeighted) {
		return nil, heed.Errorf(heed.Forbidden, "figures here are %s and made from cells", figures.EventWeighted)
	}
	out := scores{Figures: []scored{}}
	if out.RolledUp, err = h.Store.RolledUp(r.Context()); err != nil {
		return nil, err
	}
	for i := range programs {
		g, err := h.guarded(r.Context(), &programs[i], by, p)
		if err != nil {
			return nil, err
		}
		if by == "" {
			out.Figures = append(out.Figures, scored{Figure: g.whole.figure, Audit: sheets.AuditOf(g.whole.cell)})
		}
		for _, one := range g.parts {
			out.Figures = append(out.Figures, scored{Figure: one.figure})
		}
	}
	return out, nil
}

// readCompare is compare for readers.
func (h *Handler) readCompare(r *http.Request) (any, error) {
	p, err := h.calendar(r.URL.Query())
	if err != nil {
		return nil, err
	}
	if _, err := h.open(r.URL.Query().Get("by")); err != nil {
		return nil, err
	}
	if text := r.URL.Query().Get("before"); text != "" {
		if _, err := h.calendar(url.Values{"period": {text}}); err != nil {
			return nil, err
		}
	}
	return h.compared(r, p, h.guarded)
}

// readJourney is journey for readers.
func (h *Handler) readJourney(r *http.Request) (any, error) {
	p, err := h.calendar(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return h.travelled(r, p, h.guarded)
}

// guarded is gather for readers.
func (h *Handler) guarded(ctx context.Context, program *surveys.Program, by string, p period) (*gathering, error) {
	g, err := h.gather(ctx, program, by, p)
	if err != nil {
		return nil, err
	}
	g.guarded = true
	if !g.settled {
		g.withhold(func(heed.Dim) bool { return false })
		g.whole.figure.Reason = unsettled
		for i := range g.parts {
			g.parts[i].figure.Reason = unsettled
		}
		return g, nil
	}
	months, first, err := h.months(ctx, program, by, p)
	if err != nil {
		return nil, err
	}
	open, last := figures.Open(program.Ask, months), len(months)-1
	g.withhold(func(dim heed.Dim) bool { return open[figures.Target{First: first, Last: last, Dim: dim}] })
	return g, nil
}

// months reads the months of the period's year until the period ends, of the
// whole and by a dimension if there is one, and says with which it begins. Later
// ones have no say in what is shown of it.
func (h *Handler) months(ctx context.Context, program *surveys.Program, by string, p period) (list []figures.Month, first int, err error) {
	january, at := heed.YearOf(p.last).First, map[heed.Day]int{}
	for d := january; d <= p.last; d = heed.MonthOf(d).Last + 1 {
		at[d], list = len(list), append(list, figures.Month{})
	}
	for _, dim := range slices.Compact([]string{"", by}) {
		all, err := h.Store.Months(ctx, program.Name, dim, january, p.last)
		if err != nil {
			return nil, 0, err
		}
		for key, cell := range all {
			list[at[key.Day]][heed.Dim{Name: key.Dim, Value: key.Value}] = cell
		}
	}
	return list, at[p.first], nil
}

// withhold takes out what is not open.
func (g *gathering) withhold(open func(heed.Dim) bool) {
	if !open(heed.Dim{}) {
		figures.Withhold(&g.whole.figure)
	}
	for i := range g.parts {
		if one := &g.parts[i]; !open(heed.Dim{Name: g.by, Value: one.value}) {
			figures.Withhold(&one.figure)
		}
	}
}
