package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/table"
)

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
