package records

import (
	"context"
	"errors"
	"fmt"
	"maps"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table"
)

// A summed is what one dimension's cells of a month are to be.
type summed struct {
	dim     string
	was     map[cells.Key]table.Item // as stored
	now     map[cells.Key]*cells.Cell
	rest    map[cells.Key]table.Item // those of was that stay, and are in now only if somebody wants them
	changes []change                 // of what is stored
}

// sum makes a month's cells.
func (r *Restatement) sum(ctx context.Context, m month, t *touched) error {
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
	return r.store.writeAll(ctx, list, r.opening)
}

// sumDim finds what a dimension's cells of a month are to be. Of a month that
// was closed, which is the sum of its days, they are that sum, less what changed
// as it was and plus that as it is: exactly, since cells are integers. Of any
// other they are summed from its days.
func (r *Restatement) sumDim(ctx context.Context, m month, dim string, closed bool, list []change) (summed, error) {
	d := summed{dim: dim}
	var err error
	if d.was, err = r.store.cellItems(ctx, ofMonth, m.program, dim, m.first, m.first); err != nil {
		return d, err
	}
	if closed {
		err = r.restated(ctx, m, &d, list)
	}
	if !closed || errors.Is(err, cells.ErrNotPart) || errors.Is(err, errUnreadable) { // it was not what it was said to be
		d.rest = nil
		d.now, err = r.sumDays(ctx, m, dim)
	}
	if err != nil {
		return d, err
	}
	old := maps.Clone(d.was)
	maps.DeleteFunc(old, func(key cells.Key, _ table.Item) bool { return d.stays(key) })
	d.changes, err = compare(ofMonth, old, d.now)
	return d, err
}

func (d *summed) stays(key cells.Key) bool {
	_, stays := d.rest[key]
	return stays
}

// restated takes from the month what changed, as it was, and adds it as it is.
// Cells of which nothing changed are not even looked at.
func (r *Restatement) restated(ctx context.Context, m month, d *summed, list []change) error {
	d.now, d.rest = map[cells.Key]*cells.Cell{}, maps.Clone(d.was)
	for _, c := range list {
		key := cells.Key{Program: m.program, Dim: c.key.Dim, Value: c.key.Value, Day: m.first}
		if d.now[key] == nil {
			var err error
			if d.now[key], err = r.store.before(ctx, d.was[key]); err != nil {
				return fmt.Errorf("month of %s: %w", m.first, err)
			}
			delete(d.rest, key)
		}
		if err := d.now[key].Replace(c.was, c.is); err != nil {
			return err
		}
	}
	maps.DeleteFunc(d.now, func(_ cells.Key, c *cells.Cell) bool { return c.IsEmpty() })
	return nil
}

func (r *Restatement) sumDays(ctx context.Context, m month, dim string) (map[cells.Key]*cells.Cell, error) {
	last := heed.MonthOf(m.first).Last
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
