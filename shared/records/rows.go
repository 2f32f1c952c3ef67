package records

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"heed/shared/heed"
	"heed/shared/table"
)

// Shards is how many partitions a day's rows are spread over.
const Shards = 16

// Row reads one row. Its error has code NotFound if there is none.
func (s Store) Row(ctx context.Context, ref heed.RowRef) (*heed.Row, error) {
	row, _, err := s.row(ctx, ref)
	return row, err
}

func (s Store) row(ctx context.Context, ref heed.RowRef) (*heed.Row, uint64, error) {
	item, err := s.Table.Get(ctx, RowKey(ref))
	if errors.Is(err, table.ErrNotFound) {
		return nil, 0, heed.Errorf(heed.NotFound, "no such row")
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read row: %w", err)
	}
	row, err := rowOf(item)
	return row, item.Version, err
}

// PutRow writes a row that was decided, unless it is there already: then it
// stands as it is.
func (s Store) PutRow(ctx context.Context, row *heed.Row) error {
	err := s.Table.PutIfAbsent(ctx, rowItem(row))
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("write row: %w", err)
	}
	return nil
}

// ErrUnchanged is returned by a change that leaves its row as it is.
var ErrUnchanged = errors.New("unchanged")

// ChangeRow reads a row, lets change alter it, and writes it unless somebody
// else wrote it in between; then it begins again. A change that returns
// ErrUnchanged ends it without a write and without an error; any other error
// ends it and is returned. The row as it then stands is returned.
func (s Store) ChangeRow(ctx context.Context, ref heed.RowRef, change func(*heed.Row) error) (*heed.Row, error) {
	var row *heed.Row
	err := again(ctx, func() error {
		var version uint64
		var err error
		if row, version, err = s.row(ctx, ref); err != nil {
			return err
		}
		if err = change(row); err != nil {
			return err
		}
		return s.Table.PutIfVersion(ctx, rowItem(row), version)
	})
	if errors.Is(err, ErrUnchanged) {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("change row: %w", err)
	}
	return row, nil
}

// Day yields the rows decided on a day, in no particular order.
func (s Store) Day(ctx context.Context, day heed.Day) iter.Seq2[*heed.Row, error] {
	return s.DayBehind(ctx, day, heed.RowID{})
}

// Shard yields those of a day's rows that are in one of its Shards partitions.
func (s Store) Shard(ctx context.Context, day heed.Day, shard uint8) iter.Seq2[*heed.Row, error] {
	return s.shardFrom(ctx, day, shard, nil)
}

// shardFrom is Shard from a key on.
func (s Store) shardFrom(ctx context.Context, day heed.Day, shard uint8, from []byte) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		for item, err := range s.all(ctx, table.Query{PK: dayPK(day, shard), From: from, Consistent: true}) {
			var row *heed.Row
			if err == nil {
				row, err = rowOf(item)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Touchpoint returns the rows of one touchpoint that were decided on a day.
func (s Store) Touchpoint(ctx context.Context, day heed.Day, id heed.TouchpointID) ([]*heed.Row, error) {
	q := table.Query{PK: dayPK(day, heed.RowID(append(id[:], make([]byte, 8)...)).Shard()), From: id[:], Before: after(id[:])}
	var rows []*heed.Row
	for item, err := range s.all(ctx, q) {
		if err != nil {
			return nil, fmt.Errorf("read touchpoint: %w", err)
		}
		row, err := rowOf(item)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// after returns the least key beyond all that begin with prefix, nil if there
// is none.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}
