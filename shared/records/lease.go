package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/table"
)

// A Hold is how long nothing is to be handed to the mail service, which wants
// less mail or none, and how many times in a row that was so. It rests with the
// lease, so that whoever sends next keeps to it.
type Hold struct {
	Until time.Time
	Times uint8
}

// holdFormat is the format of a lease with a hold. Without one it is written as
// before, which an older Heed reads.
const holdFormat = 2

// A lease is who sends, until when, and what all senders keep to.
type lease struct {
	holder  string
	until   time.Time
	hold    Hold
	version uint64
}

// Lease takes the sender's lease until the given time and reports whether it
// was free, which it is not during a hold. It returns the hold that was last.
// Whoever dies holding a lease is waited for no longer than that. The holder is
// a name that nobody else has: it tells one's own lease, whose acknowledgement
// was lost, from another's of the same moment.
func (s Store) Lease(ctx context.Context, holder string, now, until time.Time) (Hold, bool, error) {
	l, err := s.lease(ctx)
	if err != nil || lasts(l.until, now) || lasts(l.hold.Until, now) {
		return Hold{}, false, err
	}
	l.holder, l.until = holder, until
	err = s.putLease(ctx, l)
	if errors.Is(err, table.ErrConflict) {
		return Hold{}, false, nil
	}
	return l.hold, err == nil, err
}

// lasts reports whether a lease or a hold is still to be kept to. Neither is ever
// given for as much as an hour: one that ends later is of a clock that was wrong,
// and would stop all sending until the right one shows that time.
func lasts(end, now time.Time) bool { return end.After(now) && end.Sub(now) < time.Hour }

// Release gives the holder's lease back before its time, and says what others
// are to keep to.
func (s Store) Release(ctx context.Context, holder string, now time.Time, hold Hold) error {
	l, err := s.lease(ctx)
	if err != nil || l.holder != holder || !l.until.After(now) {
		return err
	}
	l.holder, l.until, l.hold = "", now, hold
	return s.putLease(ctx, l)
}

// Evict ends whatever lease is held. It is for who knows that no sender lives.
func (s Store) Evict(ctx context.Context, now time.Time) error {
	l, err := s.lease(ctx)
	if err != nil {
		return err
	}
	return s.Release(ctx, l.holder, now, l.hold)
}

func (s Store) lease(ctx context.Context) (l lease, err error) {
	item, err := s.Table.Get(ctx, control(table.LeasePK))
	if errors.Is(err, table.ErrNotFound) {
		return lease{}, nil
	}
	if err != nil {
		return lease{}, fmt.Errorf("read lease: %w", err)
	}
	u := unpacker{b: item.Data}
	u.version(holdFormat)
	l.version = item.Version
	l.until, l.holder = u.time(), u.string()
	if u.format == holdFormat {
		l.hold = Hold{u.time(), u.byte()}
	}
	return l, u.done()
}

func (s Store) putLease(ctx context.Context, l lease) error {
	var p packer
	format := byte(controlFormat)
	if l.hold != (Hold{}) {
		format = holdFormat
	}
	p.byte(format)
	p.time(l.until)
	p.string(l.holder)
	if format == holdFormat {
		p.time(l.hold.Until)
		p.byte(l.hold.Times)
	}
	return s.put(ctx, table.Item{Key: control(table.LeasePK), Data: p.b}, l.version)
}
