package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

const controlFormat = 1

func control(pk string) table.Key { return table.Key{PK: pk, SK: []byte("0")} }

// Paused reports whether the operator has stopped sending.
func (s Store) Paused(ctx context.Context) (bool, error) {
	_, err := s.Table.Get(ctx, control(table.PausePK))
	if errors.Is(err, table.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("read pause: %w", err)
	}
	return true, nil
}

// Pause stops sending until Resume. Doing either twice changes nothing.
func (s Store) Pause(ctx context.Context) error {
	err := s.Table.PutIfAbsent(ctx, table.Item{Key: control(table.PausePK), Data: []byte{controlFormat}})
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("write pause: %w", err)
	}
	return nil
}

// Resume lets sending go on.
func (s Store) Resume(ctx context.Context) error {
	if err := s.Table.Delete(ctx, control(table.PausePK), 0); err != nil {
		return fmt.Errorf("remove pause: %w", err)
	}
	return nil
}

// Lease takes the sender's lease until the given time and reports whether it
// was free. Whoever dies holding it is waited for no longer than that. The
// holder is a name that nobody else has: it tells one's own lease, whose
// acknowledgement was lost, from another's of the same moment.
func (s Store) Lease(ctx context.Context, holder string, now, until time.Time) (bool, error) {
	_, held, version, err := s.lease(ctx)
	if err != nil {
		return false, err
	}
	if held.After(now) {
		return false, nil
	}
	err = s.putLease(ctx, holder, until, version)
	if errors.Is(err, table.ErrConflict) {
		return false, nil
	}
	return err == nil, err
}

// Release gives the holder's lease back before its time.
func (s Store) Release(ctx context.Context, holder string, now time.Time) error {
	by, held, version, err := s.lease(ctx)
	if err != nil || by != holder || !held.After(now) {
		return err
	}
	return s.putLease(ctx, "", now, version)
}

// Evict ends whatever lease is held. It is for who knows that no sender lives.
func (s Store) Evict(ctx context.Context, now time.Time) error {
	by, _, _, err := s.lease(ctx)
	if err != nil {
		return err
	}
	return s.Release(ctx, by, now)
}

func (s Store) lease(ctx context.Context) (holder string, until time.Time, version uint64, err error) {
	item, err := s.Table.Get(ctx, control(table.LeasePK))
	if errors.Is(err, table.ErrNotFound) {
		return "", time.Time{}, 0, nil
	}
	if err != nil {
		return "", time.Time{}, 0, fmt.Errorf("read lease: %w", err)
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	until, holder = u.time(), u.string()
	return holder, until, item.Version, u.done()
}

func (s Store) putLease(ctx context.Context, holder string, until time.Time, version uint64) error {
	var p packer
	p.byte(controlFormat)
	p.time(until)
	p.string(holder)
	return s.put(ctx, table.Item{Key: control(table.LeasePK), Data: p.b}, version)
}

// RolledUp returns the start of the last roll-up that finished; zero if none
// did yet.
func (s Store) RolledUp(ctx context.Context) (time.Time, error) {
	at, _, err := s.instant(ctx, table.RollupPK)
	return at, err
}

// PutRolledUp records that a roll-up that began at start has finished.
func (s Store) PutRolledUp(ctx context.Context, start time.Time) error {
	return again(ctx, func() error {
		at, version, err := s.instant(ctx, table.RollupPK)
		if err != nil || !start.After(at) {
			return err
		}
		return s.putInstant(ctx, table.RollupPK, start, version)
	})
}

func (s Store) instant(ctx context.Context, pk string) (time.Time, uint64, error) {
	item, err := s.Table.Get(ctx, control(pk))
	if errors.Is(err, table.ErrNotFound) {
		return time.Time{}, 0, nil
	}
	if err != nil {
		return time.Time{}, 0, err
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	at := u.time()
	return at, item.Version, u.done()
}

func (s Store) putInstant(ctx context.Context, pk string, at time.Time, version uint64) error {
	var p packer
	p.byte(controlFormat)
	p.time(at)
	return s.put(ctx, table.Item{Key: control(pk), Data: p.b}, version)
}

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
