package send

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/records"
)

// invitation is the name of the mail that all others belong to.
var invitation heed.FurtherName

// A task is one mail of a row, as it was when the row was read.
type task struct {
	*round
	row     *heed.Row
	name    heed.FurtherName
	due     time.Time
	claimed time.Time // by somebody else; zero if nobody has
}

// String names the mail to the operator.
func (t *task) String() string {
	if t.name == invitation {
		return "invitation"
	}
	return t.name.Kind.String()
}

// move moves the mail as far as it can go.
func (t *task) move(ctx context.Context) error {
	if f := t.row.Invitation.Find(t.name); f != nil {
		t.claimed = f.Claimed
	} else if t.name == invitation {
		t.claimed = t.row.Invitation.Claimed
	}
	if t.claimed.IsZero() {
		return t.begin(ctx)
	}
	return t.settle(ctx)
}

// settle deals with a mail that was claimed and of which nothing was recorded:
// its sender died, or never learned the outcome.
func (t *task) settle(ctx context.Context) error {
	witness, ok := t.Mail.(Witness)
	if !ok {
		if t.Now().Sub(t.claimed) < UnsureAfter {
			return nil
		}
		return t.end(ctx, heed.Unsure)
	}
	id, sent, err := witness.Sent(ctx, t.row.FurtherID(t.name))
	switch {
	case err != nil:
		return fmt.Errorf("ask after a mail: %w", err)
	case sent:
		return t.change(ctx, func(_ *heed.Row, c *course) bool { *c.sent, *c.messageID = *c.claimed, id; return true })
	}
	return t.begin(ctx)
}

// begin sends a mail that surely was not sent yet, unless something has come
// between.
func (t *task) begin(ctx context.Context) error {
	if over, err := t.over(ctx); over || err != nil {
		return err
	}
	m, err := t.Letter.write(t.Config, t.ring, t.row, t.name, t.Now())
	if err != nil {
		return err
	}
	if err := t.turn(ctx); err != nil {
		return err
	}
	// Read last: whoever unsubscribes while others have their turn is heard.
	if declined, err := t.declined(ctx); declined || err != nil {
		return err
	}
	// From the claim on, only the process's own end may come between.
	ctx = context.WithoutCancel(ctx)
	if won, err := t.claim(ctx); err != nil || !won {
		return err
	}
	return t.handOver(ctx, m)
}

// claim takes the mail in hand; false if somebody else has, or if it is not
// wanted any more.
func (t *task) claim(ctx context.Context) (won bool, err error) {
	err = t.change(ctx, func(r *heed.Row, c *course) bool {
		now := t.Now()
		if won = c.claimed.Equal(t.claimed) && !unwanted(t.Config, r, t.name, now); won {
			*c.claimed = now
		}
		return won
	})
	return won, err
}

// handOver hands a claimed mail over and records what came of it.
func (t *task) handOver(ctx context.Context, m mail.Mail) error {
	id, err := t.Mail.Send(ctx, m)
	switch {
	case err == nil:
		t.vain, t.hold = 0, records.Hold{}
		return t.record(ctx, func(c *course) { *c.sent, *c.messageID = t.Now(), id })
	case errors.Is(err, mail.ErrRefused):
		t.vain = 0
		t.Log.Error("mail refused", "row", t.row.ID.String(), "mail", t.String(), "cause", err.Error())
		return t.record(ctx, func(c *course) { c.end(heed.Refused, t.Now()) })
	case errors.Is(err, mail.ErrLater):
		t.vain++
		if failed := t.record(ctx, func(c *course) { *c.claimed = time.Time{} }); failed != nil {
			t.Log.Error("claim not given back", "row", t.row.ID.String(), "mail", t.String(), "cause", failed.Error())
		}
		return err
	}
	t.vain++
	return fmt.Errorf("hand over: %w", err) // the claim stands: word of it may still come
}

// record writes down what the service said of a mail. Only its sender knows, so
// that one failure is no reason to leave it unsure.
func (t *task) record(ctx context.Context, what func(*course)) (err error) {
	for range 3 {
		err = t.change(ctx, func(_ *heed.Row, c *course) bool { what(c); return true })
		if err == nil {
			return nil
		}
	}
	return fmt.Errorf("record what became of it: %w", err)
}

// end closes a mail that is open, and in nobody else's hands than when the row
// was read.
func (t *task) end(ctx context.Context, fate heed.Fate) error {
	ended := false
	err := t.change(ctx, func(_ *heed.Row, c *course) bool {
		if ended = c.claimed.Equal(t.claimed); ended {
			c.end(fate, t.Now())
		}
		return ended
	})
	switch {
	case err != nil || !ended:
		return err
	case fate == heed.Unsure:
		t.Log.Error("mail unsure", "row", t.row.ID.String(), "mail", t.String())
	case fate == heed.Cancelled: // as somebody wished
		t.Log.Info("mail withdrawn", "row", t.row.ID.String(), "mail", t.String())
	default:
		t.Log.Warn("mail not sent any more", "row", t.row.ID.String(), "mail", t.String(), "fate", fate.String())
	}
	return nil
}

// change changes the mail's course in its row, unless its outcome is known by
// then: word of it came first. Where it is the invitation's, of which cells are
// made, a day that is not rolled up any more of itself is marked before.
func (t *task) change(ctx context.Context, what func(*heed.Row, *course) bool) error {
	if now := t.Now(); t.name == invitation && t.row.Late(now) {
		if err := t.Store.PutMark(ctx, t.row.Day, now); err != nil {
			return err
		}
	}
	_, err := t.Store.ChangeRow(ctx, t.row.RowRef, func(r *heed.Row) error {
		c := courseOf(r, t.name, t.due)
		if c == nil || !c.open() || !what(r, c) {
			return records.ErrUnchanged
		}
		return nil
	})
	return err
}
