package records

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/table"
)

// A Mark says that a day's rows changed in a way that neither of the indexes
// shows. It is put before the change and removed, if unchanged, by a roll-up
// that began after it.
type Mark struct {
	Day     heed.Day
	version uint64
}

// PutMark marks a day. Marking it again makes another mark of it, which a
// roll-up already under way does not remove.
func (s Store) PutMark(ctx context.Context, day heed.Day) error {
	key := table.Key{PK: table.MarkPrefix, SK: dayKey(day)}
	return again(ctx, func() error {
		item, err := s.Table.Get(ctx, key)
		if err != nil && !errors.Is(err, table.ErrNotFound) {
			return fmt.Errorf("read mark: %w", err)
		}
		return s.put(ctx, table.Item{Key: key, Data: []byte{controlFormat}}, item.Version)
	})
}

// Marks lists the marked days.
func (s Store) Marks(ctx context.Context) ([]Mark, error) {
	var marks []Mark
	for item, err := range s.all(ctx, table.Query{PK: table.MarkPrefix, Consistent: true}) {
		if err != nil {
			return nil, fmt.Errorf("read marks: %w", err)
		}
		day, err := dayOf(item.SK)
		if err != nil {
			return nil, err
		}
		marks = append(marks, Mark{day, item.Version})
	}
	return marks, nil
}

// Unmark removes the mark unless the day was marked again since.
func (s Store) Unmark(ctx context.Context, m Mark) error {
	err := s.Table.Delete(ctx, table.Key{PK: table.MarkPrefix, SK: dayKey(m.Day)}, m.version)
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("remove mark: %w", err)
	}
	return nil
}
