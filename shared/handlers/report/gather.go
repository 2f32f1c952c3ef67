package report

import (
	"cmp"
	"context"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// A gathering is the cells of one program over a period, with their figures.
type gathering struct {
	program *surveys.Program
	period
	by      string
	settled bool
	guarded bool // what readers may not see is taken out
	whole   part
	parts   []part // by value of the dimension, in order; none if it is ""
}

// A part is a cell with its figure, as whoever asks may see it, and what it is
// compared by.
type part struct {
	value  string
	cell   *cells.Cell
	figure figures.Figure
	side   *figures.Side
}

// gather makes figures of a program's cells over a period.
func (h *Handler) gather(ctx context.Context, program *surveys.Program, by string, p period) (*gathering, error) {
	g := &gathering{program: program, period: p, by: by}
	var err error
	if g.settled, err = h.settled(ctx, program, p); err != nil {
		return nil, err
	}
	whole, err := h.Store.Span(ctx, program.Name, "", p.first, p.last)
	if err != nil {
		return nil, err
	}
	g.whole.cell = whole[""]
	if g.whole.cell == nil {
		g.whole.cell = &cells.Cell{} // a program without a touchpoint has a figure too
	}
	g.whole.side = figures.SideOf(program, g.whole.cell, g.settled)
	g.whole.figure = g.whole.side.Figure.Over(p.first, p.last, heed.Dim{})
	if by == "" {
		return g, nil
	}
	parts, err := h.Store.Span(ctx, program.Name, by, p.first, p.last)
	if err != nil {
		return nil, err
	}
	g.parts = g.split(by, parts)
	return g, nil
}

// split makes the parts of a dimension.
func (g *gathering) split(by string, values map[string]*cells.Cell) []part {
	var parts []part
	for value, cell := range values {
		side := g.whole.side.Part(cell)
		parts = append(parts, part{value, cell, side.Figure.Over(g.first, g.last, heed.Dim{Name: by, Value: value}), side})
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.value, b.value) })
	return parts
}

// settled reports whether no answer can change the period's figures any more.
// An answer that no roll-up saw is in no cell, so its last start is what counts.
func (h *Handler) settled(ctx context.Context, program *surveys.Program, p period) (bool, error) {
	rolled, err := h.Store.RolledUp(ctx)
	if err != nil {
		return false, err
	}
	return figures.Settled(min(p.last, h.today()), program, h.Config.Zone, rolled), nil
}
