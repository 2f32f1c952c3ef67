package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// A Mark says that a day's rows changed in a way that neither of the indexes
// shows. It is put before the change, and stays until a roll-up has begun that
// surely came after it.
type Mark struct {
	Day     heed.Day
	pk      string
	at      time.Time
	version uint64
}

// How long a mark stays at least, which is longer than any function lives
// between its mark and its change; and how long one serves all who put it.
const (
	markHeld   = 5 * time.Minute
	markServes = time.Minute
)

// Done reports whether a roll-up that began at start has seen all changes that
// the mark was put for.
func (m Mark) Done(start time.Time) bool { return start.Sub(m.at) > markHeld }

// forgottenPK is the partition of marks of days of which somebody was forgotten:
// what was made of their rows must not wait. It is one of its own, for whoever
// only knows the others.
const forgottenPK = table.MarkPrefix + "#forgotten"

// PutMark marks a day.
func (s Store) PutMark(ctx context.Context, day heed.Day, now time.Time) error {
	return s.putMark(ctx, table.MarkPrefix, day, now)
}

// PutForgotten marks a day of which somebody is about to be forgotten, beside
// PutMark. The mark is to stay until all that was made of the day's rows is made
// anew.
func (s Store) PutForgotten(ctx context.Context, day heed.Day, now time.Time) error {
	return s.putMark(ctx, forgottenPK, day, now)
}

func (s Store) putMark(ctx context.Context, pk string, day heed.Day, now time.Time) error {
	key := table.Key{PK: pk, SK: dayKey(day)}
	return again(ctx, func() error {
		item, err := s.Table.Get(ctx, key)
		if err != nil && !errors.Is(err, table.ErrNotFound) {
			return fmt.Errorf("read mark: %w", err)
		}
		if err == nil {
			there, err := markOf(item)
			if err != nil || now.Sub(there.at).Abs() < markServes {
				return err
			}
		}
		var p packer
		p.byte(controlFormat)
		p.time(now)
		return s.put(ctx, table.Item{Key: key, Data: p.b}, item.Version)
	})
}

func markOf(item table.Item) (Mark, error) {
	day, err := dayOf(item.SK)
	if err != nil {
		return Mark{}, err
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	m := Mark{Day: day, pk: item.PK, at: u.time(), version: item.Version}
	return m, u.done()
}

// Marks lists the marked days.
func (s Store) Marks(ctx context.Context) ([]Mark, error) { return s.marks(ctx, table.MarkPrefix) }

// Forgotten lists the days that PutForgotten marked.
func (s Store) Forgotten(ctx context.Context) ([]Mark, error) { return s.marks(ctx, forgottenPK) }

func (s Store) marks(ctx context.Context, pk string) ([]Mark, error) {
	var marks []Mark
	for item, err := range s.all(ctx, table.Query{PK: pk, Consistent: true}) {
		if err != nil {
			return nil, fmt.Errorf("read marks: %w", err)
		}
		mark, err := markOf(item)
		if err != nil {
			return nil, err
		}
		marks = append(marks, mark)
	}
	return marks, nil
}

// Unmark removes the mark unless the day was marked again since.
func (s Store) Unmark(ctx context.Context, m Mark) error {
	err := s.Table.Delete(ctx, table.Key{PK: m.pk, SK: dayKey(m.Day)}, m.version)
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("remove mark: %w", err)
	}
	return nil
}
