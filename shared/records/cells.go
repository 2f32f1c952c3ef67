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

// A cell's sort key is the dimension, a zero byte, the day and the value, so
// that one query reads a dimension over a range of days.
func cellKey(k cells.Key) table.Key {
	sk := append([]byte(k.Dim), 0)
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

func cellKeyOf(key table.Key) (cells.Key, error) {
	dim, rest, ok := bytes.Cut(key.SK, []byte{0})
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
	out := map[cells.Key]*cells.Cell{}
	items, err := s.cellItems(ctx, program, dim, first, last)
	if err != nil {
		return nil, err
	}
	for key, item := range items {
		cell := &cells.Cell{}
		if err := cell.UnmarshalBinary(item.Data); err != nil {
			return nil, fmt.Errorf("cell of %s on %s: %w", key.Program, key.Day, err)
		}
		out[key] = cell
	}
	return out, nil
}

func (s Store) cellItems(ctx context.Context, program, dim string, first, last heed.Day) (map[cells.Key]table.Item, error) {
	from := append(append([]byte(dim), 0), dayKey(first)...)
	before := append(append([]byte(dim), 0), dayKey(last+1)...)
	out := map[cells.Key]table.Item{}
	for item, err := range s.all(ctx, table.Query{PK: table.CellPrefix + program, From: from, Before: before}) {
		if err != nil {
			return nil, fmt.Errorf("read cells: %w", err)
		}
		key, err := cellKeyOf(item.Key)
		if err != nil {
			return nil, err
		}
		out[key] = item
	}
	return out, nil
}

// PutDay makes the day's cells of a program be exactly those given: writes
// those whose bytes changed and removes those that are no more. Doing it twice
// writes nothing the second time.
func (s Store) PutDay(ctx context.Context, program string, day heed.Day, dims []string, now map[cells.Key]*cells.Cell) error {
	for _, dim := range append([]string{""}, dims...) {
		old, err := s.cellItems(ctx, program, dim, day, day)
		if err != nil {
			return err
		}
		for key, cell := range now {
			if key.Dim != dim || key.Program != program {
				continue
			}
			data, err := cell.MarshalBinary()
			if err != nil {
				return fmt.Errorf("pack cell: %w", err)
			}
			was, ok := old[key]
			delete(old, key)
			if ok && bytes.Equal(was.Data, data) {
				continue
			}
			if err := s.put(ctx, table.Item{Key: cellKey(key), Data: data}, was.Version); err != nil {
				return fmt.Errorf("write cell: %w", err)
			}
		}
		for key, item := range old {
			if err := s.Table.Delete(ctx, cellKey(key), item.Version); err != nil {
				return fmt.Errorf("remove cell: %w", err)
			}
		}
	}
	return nil
}
