package report

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"time"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// scores answers with figures, and with when the cells they are made of were
// last brought up to date.
type scores struct {
	RolledUp time.Time        `json:"rolled_up"`
	Figures  []figures.Figure `json:"figures"`
}

// scores reads program, from, to and by: one figure for each program, or for
// each value of a dimension.
func (h *Handler) scores(r *http.Request) (any, error) {
	q := r.URL.Query()
	p, err := h.period(q)
	if err != nil {
		return nil, err
	}
	by := q.Get("by")
	if by != "" && !slices.Contains(h.Config.Dimensions, by) {
		return nil, heed.Errorf(heed.Invalid, "surveys.yaml keeps no dimension of that name; by is one of %v", h.Config.Dimensions)
	}
	programs := h.Config.Programs
	if name := q.Get("program"); name != "" {
		one := h.Config.Program(name)
		if one == nil {
			return nil, heed.Errorf(heed.Invalid, "surveys.yaml has no program of that name")
		}
		programs = []surveys.Program{*one}
	}
	out := scores{Figures: []figures.Figure{}}
	if out.RolledUp, err = h.Store.RolledUp(r.Context()); err != nil {
		return nil, err
	}
	for i := range programs {
		list, err := h.figures(r.Context(), &programs[i], by, p)
		if err != nil {
			return nil, err
		}
		out.Figures = append(out.Figures, list...)
	}
	return out, nil
}

// figures merges a program's cells over the period, by value of a dimension.
func (h *Handler) figures(ctx context.Context, program *surveys.Program, by string, p period) ([]figures.Figure, error) {
	all, err := h.Store.Cells(ctx, program.Name, by, p.first, p.last)
	if err != nil {
		return nil, err
	}
	values := map[string][]*cells.Cell{}
	if by == "" {
		values[""] = nil // a program without a touchpoint has a figure too
	}
	for key, cell := range all {
		values[key.Value] = append(values[key.Value], cell)
	}
	last := min(p.last, heed.DayOf(h.Now(), h.Config.Zone))
	rolled, err := h.Store.RolledUp(ctx)
	if err != nil {
		return nil, err
	}
	settled := figures.Settled(last, program, h.Config.Zone, rolled) // an answer that no roll-up saw is in no cell
	var out []figures.Figure
	for value, list := range values {
		f := figures.Of(program, cells.Merge(list...), settled)
		out = append(out, f.Over(p.first, p.last, heed.Dim{Name: by, Value: value}))
	}
	slices.SortFunc(out, func(a, b figures.Figure) int { return cmp.Compare(a.Value, b.Value) })
	return out, nil
}
