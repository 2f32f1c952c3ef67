package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table"
)

// Beside a month's cells rests how they stand: whether they are the sum of its
// days' cells. It is put to "open" before a day's cell changes, and to "closed"
// once the month's cells have followed, if nobody opened it since. Who reads a month that is not closed
// reads its days instead, so a month's cells are never trusted in between.
type state struct {
	closed  bool
	at      time.Time // of an open one: when it was opened by one who may still be at work; zero if nobody is
	version uint64    // of the item; 0 if there is none
}

// busy reports whether somebody else may still be changing the month's days.
func (s *state) busy(now time.Time) bool {
	return !s.closed && !s.at.IsZero() && now.Sub(s.at).Abs() <= markHeld
}

func stateKey(program string, month heed.Day) table.Key {
	return ofState.key(cells.Key{Program: program, Day: month})
}

func stateOf(item table.Item) (state, error) {
	s := state{version: item.Version}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	s.closed, s.at = u.byte() == 1, u.time()
	u.string() // once, what figures were made of
	return s, u.done()
}

// state reads how a month stands; one that nobody wrote of is open.
func (s Store) state(ctx context.Context, program string, month heed.Day) (state, error) {
	item, err := s.Table.Get(ctx, stateKey(program, month))
	if errors.Is(err, table.ErrNotFound) {
		return state{}, nil
	}
	if err != nil {
		return state{}, fmt.Errorf("read the state of a month: %w", err)
	}
	return stateOf(item)
}

// states reads how the months from first to last stand, by their first days. A
// month that was opened is never seen closed, whoever reads.
func (s Store) states(ctx context.Context, program string, first, last heed.Day) (map[heed.Day]state, error) {
	items, err := s.Consistent().cellItems(ctx, ofState, program, "", first, last)
	if err != nil {
		return nil, err
	}
	out := map[heed.Day]state{}
	for key, item := range items {
		if out[key.Day], err = stateOf(item); err != nil {
			return nil, fmt.Errorf("state of a month: %w", err)
		}
	}
	return out, nil
}

// putState replaces the state of that version. table.ErrConflict if somebody
// else has.
func (s Store) putState(ctx context.Context, program string, month heed.Day, st state) error {
	var p packer
	p.byte(controlFormat)
	p.bool(st.closed)
	p.time(st.at)
	p.string("")
	return s.put(ctx, table.Item{Key: stateKey(program, month), Data: p.b}, st.version)
}

// open opens a month, and returns the state that it found and its own.
func (s Store) open(ctx context.Context, program string, month heed.Day, now time.Time) (found, own state, err error) {
	err = again(ctx, func() error {
		var err error
		if found, err = s.state(ctx, program, month); err != nil {
			return err
		}
		own = state{at: now, version: found.version}
		return s.putState(ctx, program, month, own)
	})
	own.version++
	if err != nil {
		return found, own, fmt.Errorf("open a month: %w", err)
	}
	return found, own, nil
}
