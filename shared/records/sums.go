package records

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/cells"
	"heed/shared/surveys"
	"heed/shared/table"
)

// A summed is what one dimension's cells of a month are to be.
type summed struct {
	dim     string
	now     map[cells.Key]*cells.Cell
	changes []change // of what is stored
}

// sum makes a month's cells and figures.
func (r *Restatement) sum(ctx context.Context, m month, t *touched, p *surveys.Program) error {
	byDim := map[string][]change{}
	for _, c := range t.changes {
		byDim[c.key.Dim] = append(byDim[c.key.Dim], c)
	}
	dims, err := gather(ctx, kept, func(ctx context.Context, dim string) ([]summed, error) {
		d, err := r.sumDim(ctx, m, dim, t.found.closed, byDim[dim])
		return []summed{d}, err
	})
	if err != nil {
		return err
	}
	var list []change
	for _, d := range dims {
		list = append(list, d.changes...)
	}
	if err := r.store.writeAll(ctx, list); err != nil || p == nil {
		return err
	}
	whole := dims[0].now[cells.Key{Program: m.program, Day: m.first}]
	_, err = gather(ctx, dims, func(ctx context.Context, d summed) ([]struct{}, error) {
		return nil, r.store.putFigures(ctx, m, p, d, whole)
	})
	return err
}

// sumDim finds what a dimension's cells of a month are to be. Of a month that
// was closed, which is the sum of its days, they are that sum, less what changed
// as it was and plus that as it is: exactly, since cells are integers. Of any
// other they are summed from its days.
func (r *Restatement) sumDim(ctx context.Context, m month, dim string, closed bool, list []change) (summed, error) {
	d := summed{dim: dim}
	old, err := r.store.cellItems(ctx, ofMonth, m.program, dim, m.first, m.first)
	if err != nil {
		return d, err
	}
	if closed {
		d.now, err = r.restated(ctx, m, old, list)
	}
	if !closed || errors.Is(err, cells.ErrNotPart) { // it was not what it was said to be
		d.now, err = r.sumDays(ctx, m, dim)
	}
	if err == nil {
		d.changes, err = r.store.compare(ctx, ofMonth, old, d.now)
	}
	return d, err
}

func (r *Restatement) restated(ctx context.Context, m month, old map[cells.Key]table.Item, list []change) (map[cells.Key]*cells.Cell, error) {
	now := map[cells.Key]*cells.Cell{}
	for key, item := range old {
		var err error
		if now[key], err = r.store.cellOf(ctx, item); err != nil {
			return nil, fmt.Errorf("month of %s: %w", m.first, err)
		}
	}
	for _, c := range list {
		key := cells.Key{Program: m.program, Dim: c.key.Dim, Value: c.key.Value, Day: m.first}
		rest, err := cells.Subtract(cells.Merge(now[key]), c.was)
		if err != nil {
			return nil, err
		}
		if now[key] = cells.Merge(rest, c.is); now[key].IsEmpty() {
			delete(now, key)
		}
	}
	return now, nil
}

func (r *Restatement) sumDays(ctx context.Context, m month, dim string) (map[cells.Key]*cells.Cell, error) {
	_, last := cells.Month(m.first)
	days, err := r.store.Cells(ctx, m.program, dim, m.first, last)
	if err != nil {
		return nil, err
	}
	now := map[cells.Key]*cells.Cell{}
	for value, c := range byValue(days) {
		now[cells.Key{Program: m.program, Dim: dim, Value: value, Day: m.first}] = c
	}
	return now, nil
}

// byValue merges cells by their value.
func byValue(all map[cells.Key]*cells.Cell) map[string]*cells.Cell {
	lists := map[string][]*cells.Cell{}
	for key, c := range all {
		lists[key.Value] = append(lists[key.Value], c)
	}
	out := map[string]*cells.Cell{}
	for value, list := range lists {
		out[value] = cells.Merge(list...)
	}
	return out
}
