package records

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strings"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table"
)

// A level is what a cell's sums are of, and the byte after its dimension.
type level byte

const (
	ofDay   level = 0
	ofMonth level = 1 // under the month's first day
	ofState level = 2 // no cell: how a month's cells stand, see month.go
)

// A cell's sort key is the dimension, the level, the day and the value, so
// that one query reads a dimension over a range of days.
func (l level) key(k cells.Key) table.Key {
	sk := append([]byte(k.Dim), byte(l))
	sk = append(sk, dayKey(k.Day)...)
	return table.Key{PK: table.CellPrefix + k.Program, SK: append(sk, k.Value...)}
}

func dayKey(d heed.Day) []byte { return binary.BigEndian.AppendUint32(nil, uint32(d)) }

func dayOf(key []byte) (heed.Day, error) {
	if len(key) < 4 {
		return 0, fmt.Errorf("day key: %w", errDamaged)
	}
	return heed.Day(binary.BigEndian.Uint32(key)), nil
}

// keyOf reads the key of a cell.
func (l level) keyOf(key table.Key) (cells.Key, error) {
	dim, rest, ok := bytes.Cut(key.SK, []byte{byte(l)})
	day, err := dayOf(rest)
	if !ok || err != nil {
		return cells.Key{}, fmt.Errorf("cell key: %w", errDamaged)
	}
	return cells.Key{
		Program: strings.TrimPrefix(key.PK, table.CellPrefix),
		Dim:     string(dim), Day: day, Value: string(rest[4:]),
	}, nil
}

// Cells reads the cells of one dimension ("" for the whole program) over the
// days from first to last, both included.
func (s Store) Cells(ctx context.Context, program, dim string, first, last heed.Day) (map[cells.Key]*cells.Cell, error) {
	return s.cells(ctx, ofDay, program, dim, first, last)
}

func (s Store) cells(ctx context.Context, l level, program, dim string, first, last heed.Day) (map[cells.Key]*cells.Cell, error) {
	out := map[cells.Key]*cells.Cell{}
	items, err := s.cellItems(ctx, l, program, dim, first, last)
	if err != nil {
		return nil, err
	}
	for key, item := range items {
		if out[key], err = s.cellOf(ctx, item); err != nil {
			return nil, fmt.Errorf("cell of %s on %s: %w", key.Program, key.Day, err)
		}
	}
	return out, nil
}

// cellOf reads the cell that an item holds, or whose parts it names.
func (s Store) cellOf(ctx context.Context, item table.Item) (*cells.Cell, error) {
	data, err := s.wholeOf(ctx, item)
	if err != nil {
		return nil, err
	}
	c := &cells.Cell{}
	if err := c.UnmarshalBinary(data); err != nil {
		return nil, fmt.Errorf("%w: %w", errUnreadable, err)
	}
	return c, nil
}

// cellItems reads the items of a dimension and range of days by what they are of.
func (s Store) cellItems(ctx context.Context, l level, program, dim string, first, last heed.Day) (map[cells.Key]table.Item, error) {
	out := map[cells.Key]table.Item{}
	q := table.Query{
		PK:   table.CellPrefix + program,
		From: append(append([]byte(dim), byte(l)), dayKey(first)...), Before: append(append([]byte(dim), byte(l)), dayKey(last+1)...),
	}
	for item, err := range s.all(ctx, q) {
		if err != nil {
			return nil, fmt.Errorf("read cells: %w", err)
		}
		key, err := l.keyOf(item.Key)
		if err != nil {
			return nil, err
		}
		out[key] = item
	}
	return out, nil
}
