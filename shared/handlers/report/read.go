package report

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// Readers come in by /read/. They may not see single responses, so nothing
// there is of rows, and what they see gives none away by being subtracted:
//
//   - figures are of calendar periods, and only once these are settled: one that
//     still changes by an answer tells that answer to whoever looked before;
//   - nothing is by the channel of the answer, whose values count answers even
//     where no score is shown, nor by tag, of which a touchpoint has several, so
//     that what some of them leave of the others can't be bounded;
//   - where a week, month or quarter within a period leaves 1 to 4 respondents
//     of it, the period is not shown;
//   - figures.Protect does the same among the parts of one period.

// unsettled is why readers are not shown a figure yet.
const unsettled = "not settled yet"

// open is a dimension that readers may have figures by.
func (h *Handler) open(by string) (string, error) {
	if slices.Contains(telling, by) {
		return "", heed.Errorf(heed.Forbidden, "figures here are not by %s, whose values would tell single answers", by)
	}
	return h.dimension(by)
}

// telling are the dimensions that readers have nothing by.
var telling = []string{cells.Answer, "tag"}

// opened lists the dimensions that readers have figures by.
func (h *Handler) opened() []string {
	return slices.DeleteFunc(slices.Clone(h.Config.Dimensions), func(dim string) bool { return slices.Contains(telling, dim) })
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
			out.Figures = append(out.Figures, scored{Figure: g.whole.figure, Audit: auditOf(g.whole.cell)})
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

// guarded is gather for readers. What is told from a part could be told from
// parts of other dimensions too, so all of them are looked at.
func (h *Handler) guarded(ctx context.Context, program *surveys.Program, by string, p period) (*gathering, error) {
	g, err := h.gather(ctx, program, by, p)
	if err != nil {
		return nil, err
	}
	all := [][]part{g.parts}
	for _, dim := range h.opened() {
		if dim == by {
			continue
		}
		values, err := h.Store.Span(ctx, program.Name, dim, p.first, p.last)
		if err != nil {
			return nil, err
		}
		all = append(all, g.split(dim, values))
	}
	if err := h.conceal(ctx, g); err != nil {
		return nil, err
	}
	g.guarded = true
	g.protect(all)
	return g, nil
}

// protect takes out what readers may not see, of the whole and of all the parts
// there are of it.
func (g *gathering) protect(all [][]part) {
	open := !g.settled
	if open {
		g.whole.figure.Shown = false
	}
	var parts []figures.Protected
	for _, list := range all {
		for i := range list {
			if !g.whole.figure.Shown {
				list[i].figure.Shown = false
			}
			parts = append(parts, figures.Protected{Figure: &list[i].figure, Cell: list[i].cell})
		}
	}
	figures.Protect(figures.Protected{Figure: &g.whole.figure, Cell: g.whole.cell}, parts)
	if !open {
		return
	}
	g.whole.figure.Reason = unsettled
	for i := range g.parts {
		g.parts[i].figure.Reason = unsettled
	}
}

// conceal hides the whole, and parts, whose period less a calendar period
// within it is too few respondents.
func (h *Handler) conceal(ctx context.Context, g *gathering) error {
	within := g.calendar.Within()
	if len(within) == 0 || !g.settled {
		return nil
	}
	days, err := h.Store.Cells(ctx, g.program.Name, "", g.first, g.last)
	if err != nil {
		return err
	}
	if crowds(g.program.Ask, days)[""].betray(within) {
		g.whole.figure.Shown = false
	}
	if g.by == "" {
		return nil
	}
	if days, err = h.Store.Cells(ctx, g.program.Name, g.by, g.first, g.last); err != nil {
		return err
	}
	all := crowds(g.program.Ask, days)
	for i := range g.parts {
		if all[g.parts[i].value].betray(within) {
			g.parts[i].figure.Shown = false
		}
	}
	return nil
}
