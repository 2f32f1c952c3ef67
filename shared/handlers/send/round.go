package send

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/records"
)

// A round is what one tick does while it holds the lease.
type round struct {
	*Handler
	ring *keyring.Ring
	told int          // copies of notices begun
	vain int          // mails in a row that the service did not take, as far as it said
	hold records.Hold // what the next senders are to keep to
}

// errOver says that nothing more may go in this tick.
var errOver = errors.New("the tick is over")

// sendDue sends what is due, as long as any of the context's time is left.
func (r *round) sendDue(ctx context.Context) error {
	for ref, err := range r.Store.DueBy(ctx, r.Now()) {
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read what is due: %w", err)
		}
		if err := r.row(ctx, ref); err != nil && !r.goesOn(ctx, err, "row", ref.ID.String()) {
			return nil
		}
	}
	return nil
}

// row moves each of a row's mails that are due as far as it can go.
func (r *round) row(ctx context.Context, ref heed.RowRef) error {
	row, err := r.Store.Row(ctx, ref)
	if heed.CodeOf(err) == heed.NotFound {
		return nil // an index lags behind its table
	}
	if err != nil {
		return err
	}
	for name, due := range row.Waiting {
		if due.After(r.Now()) {
			continue
		}
		t := r.taskOf(row, name, due)
		if err := t.move(ctx); err != nil {
			return fmt.Errorf("%s: %w", t, err)
		}
	}
	return nil
}

// goesOn tells the operator why a mail, called so, was not sent and reports
// whether the next may be tried.
func (r *round) goesOn(ctx context.Context, err error, called ...any) bool {
	switch {
	case r.holds(err):
		return false
	case errors.Is(err, mail.ErrLater):
		return rested(ctx)
	case errors.Is(err, errOver), ctx.Err() != nil:
		r.Log.Info("sending goes on with the next tick", "cause", err.Error())
		return false
	}
	r.Log.Error("mail not sent", append(called, "cause", err.Error())...)
	return true
}

// turn waits until one more mail may go. Its error is errOver if none may any
// more: the time is nearly up, or the operator has paused.
func (r *round) turn(ctx context.Context) error {
	if err := r.room(ctx); err != nil {
		return err
	}
	paused, err := r.Store.Paused(ctx, r.Home)
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("%w: %w", errOver, ctx.Err())
	case err != nil:
		return err
	case paused:
		return fmt.Errorf("%w: paused", errOver)
	}
	return nil
}

// room is turn for a mail that no pause holds back.
func (r *round) room(ctx context.Context) error {
	if r.Pace != nil {
		if err := r.Pace(ctx); err != nil {
			return fmt.Errorf("%w: %w", errOver, err)
		}
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%w: %w", errOver, ctx.Err())
	}
	return nil
}

// rested waits a while; false if the tick ended meanwhile.
func rested(ctx context.Context) bool {
	select {
	case <-time.After(aWhile):
		return true
	case <-ctx.Done():
		return false
	}
}
