package records

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table"
)

// atOnce is how many requests of one step are under way side by side.
const atOnce = 8

// kept lists the dimensions that cells are kept for, the whole program first.
var kept = cells.Kept

// A change is a stored cell that is not what it is to be.
type change struct {
	level level
	key   cells.Key
	item  table.Item  // as stored; Version 0 if it is not
	was   *cells.Cell // what that holds, of no rows if it is not stored; of days only; nil if it can't be read
	is    *cells.Cell // nil if there is to be none
	data  []byte      // of is
}

// changes compares what is stored of a dimension and range of days with what
// is to be.
func (s Store) changes(ctx context.Context, l level, program, dim string, first, last heed.Day, now map[cells.Key]*cells.Cell) ([]change, error) {
	old, err := s.cellItems(ctx, l, program, dim, first, last)
	if err != nil {
		return nil, err
	}
	out, err := compare(l, old, now)
	if err != nil {
		return nil, err
	}
	for i := range out { // before they are written, since writing removes the parts of a large one
		if out[i].was, err = s.before(ctx, out[i].item); err != nil && !errors.Is(err, errUnreadable) {
			return nil, fmt.Errorf("cell of %s on %s: %w", out[i].key.Program, out[i].key.Day, err)
		}
	}
	return out, nil
}

func (s Store) before(ctx context.Context, item table.Item) (*cells.Cell, error) {
	if item.Version == 0 {
		return &cells.Cell{}, nil
	}
	return s.cellOf(ctx, item)
}

func compare(l level, old map[cells.Key]table.Item, now map[cells.Key]*cells.Cell) (out []change, err error) {
	old = maps.Clone(old)
	for key, cell := range now {
		c := change{level: l, key: key, item: old[key], is: cell}
		delete(old, key)
		if c.data, err = cell.MarshalBinary(); err != nil {
			return nil, fmt.Errorf("pack cell: %w", err)
		}
		if !c.stored() {
			out = append(out, c)
		}
	}
	for key, item := range old {
		out = append(out, change{level: l, key: key, item: item})
	}
	return out, nil
}

// stored reports whether the item is what the cell would be written as.
func (c *change) stored() bool {
	if c.item.Version == 0 {
		return false
	}
	if len(c.data) <= largest {
		return bytes.Equal(c.item.Data, c.data)
	}
	_, sum := cut(c.item.Data)
	return bytes.Equal(sum, sumOf(c.item.Key, c.data))
}

// write makes what is stored be what it is to be, in that opening of its month.
func (s Store) write(ctx context.Context, c *change, opening uint64) error {
	if c.is == nil {
		if err := s.removeWhole(ctx, c.item); err != nil {
			return fmt.Errorf("remove cell: %w", err)
		}
		return nil
	}
	if err := s.putWhole(ctx, c.level.key(c.key), c.data, opening, c.item); err != nil {
		return fmt.Errorf("write cell: %w", err)
	}
	return nil
}

// writeAll writes the cells of the whole program before those of its parts,
// and removes them after, so that where there is none of the whole there is
// none at all, wherever a writer dies. opening is of each one's month.
func (s Store) writeAll(ctx context.Context, all []change, opening func(cells.Key) uint64) error {
	whole := func(c *change) bool { return c.key.Dim == "" && c.is != nil }
	gone := func(c *change) bool { return c.key.Dim == "" && c.is == nil }
	part := func(c *change) bool { return c.key.Dim != "" }
	for _, now := range []func(*change) bool{whole, part, gone} {
		group, ctx := errgroup.WithContext(ctx)
		group.SetLimit(atOnce)
		for i := range all {
			if c := &all[i]; now(c) {
				group.Go(func() error { return s.write(ctx, c, opening(c.key)) })
			}
		}
		if err := group.Wait(); err != nil {
			return err
		}
	}
	return nil
}

// gather calls each with every one of list, several at once, and joins what it
// returns, in order.
func gather[S, T any](ctx context.Context, list []S, each func(ctx context.Context, one S) ([]T, error)) ([]T, error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	parts := make([][]T, len(list))
	for i, one := range list {
		group.Go(func() (err error) {
			parts[i], err = each(ctx, one)
			return err
		})
	}
	err := group.Wait()
	return slices.Concat(parts...), err
}

// lost reports whether somebody else changed the item first.
func lost(err error) bool { return errors.Is(err, table.ErrConflict) }
