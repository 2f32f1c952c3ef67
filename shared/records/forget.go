package records

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
)

// Forget takes out of all rows of a row's customer what names them and what
// they said, as of heed.Row. Of scopes the ledger, the lists and a suppression
// stay, under a hash that nobody can read a name from: they keep the peace, and
// a touchpoint that is delivered again from being decided again.
//
// It can die anywhere, be run again, and run twice at once: first nothing is
// left that could still be written, then row after row is done, and at the end
// the row that it started from, from which the others are found. Until then it
// is not done.
//
// Not reached are aliases, which no customer's item names: what they say is
// sealed and expires in 30 days, and then a keyed hash is left. Nor is what was
// kept of deliveries that were not understood, which expires in 30 days.
func (s Store) Forget(ctx context.Context, row *heed.Row, now time.Time) error {
	s = s.Consistent()
	past, err := s.Past(ctx, row)
	if err != nil {
		return err
	}
	if _, err := s.forgetAll(ctx, past, row.RowRef, now); err != nil {
		return err
	}
	return s.forget(ctx, row, now)
}

// ForgetCustomer is Forget of a customer whom somebody else names, by their hash.
// The lists that the rows are found by stay, so it finds them again where it was
// stopped. It returns how many rows it took something out of.
func (s Store) ForgetCustomer(ctx context.Context, customer heed.Hash, now time.Time) (rows int, err error) {
	s = s.Consistent()
	past, err := s.PastOf(ctx, customer)
	if err != nil {
		return 0, err
	}
	return s.forgetAll(ctx, past, heed.RowRef{}, now)
}

// forgetAll takes what is of a past out of what could still be written, and then
// out of all rows but one.
func (s Store) forgetAll(ctx context.Context, past *Past, but heed.RowRef, now time.Time) (rows int, err error) {
	for _, head := range past.heads {
		if err := s.written(ctx, past, head, now); err != nil {
			return 0, fmt.Errorf("forget what is not written: %w", err)
		}
	}
	for r, err := range past.Rows(ctx) {
		if err == nil && r.RowRef != but {
			err = s.forget(ctx, r, now)
			rows++
		}
		if err != nil {
			return rows, fmt.Errorf("forget rows: %w", err)
		}
	}
	return rows, nil
}

// written writes the rows of a scope's last decision, where it is about the
// customer, and takes them out of the scope: they would be written from there.
func (s Store) written(ctx context.Context, past *Past, was *Head, now time.Time) error {
	theirs := func(r heed.Row) bool { return past.Theirs(&r) }
	if !slices.ContainsFunc(was.Scope.Pending, theirs) {
		return nil
	}
	return again(ctx, func() error {
		head, err := s.Scope(ctx, was.Kind, was.ID)
		if err != nil || !slices.ContainsFunc(head.Scope.Pending, theirs) {
			return err
		}
		for i := range head.Scope.Pending {
			row := &head.Scope.Pending[i]
			if row.Late(now) {
				if err := s.PutMark(ctx, row.Day, now); err != nil {
					return err
				}
			}
			if err := s.PutRow(ctx, row); err != nil {
				return err
			}
		}
		head.Scope.Pending = nil
		return s.PutScope(ctx, head)
	})
}

// forget takes a name out of one row. Of one that asked nobody no sum changes,
// so its day is not marked.
func (s Store) forget(ctx context.Context, row *heed.Row, now time.Time) error {
	if row.Invitation != nil {
		if err := errors.Join(s.PutMark(ctx, row.Day, now), s.PutForgotten(ctx, row.Day, now)); err != nil {
			return err
		}
	}
	_, err := s.ChangeRow(ctx, row.RowRef, func(r *heed.Row) error {
		if r.Forgotten() {
			return ErrUnchanged
		}
		r.Forget(now)
		return nil
	})
	return err
}
