package send

import (
	"context"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

// invitation is the name of the mail that all others belong to.
var invitation heed.FurtherName

// A task is one mail of a row, as it was when the row was read.
type task struct {
	carrier
	row  *heed.Row
	name heed.FurtherName
	due  time.Time
}

// taskOf is the row's mail of that name.
func (r *round) taskOf(row *heed.Row, name heed.FurtherName, due time.Time) *task {
	t := &task{row: row, name: name, due: due}
	t.carrier = carrier{round: r, about: t}
	return t
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
	return t.settle(ctx, t.begin)
}

func (t *task) mailID() string { return t.row.FurtherID(t.name) }

func (t *task) called() []any { return []any{"row", t.row.ID.String(), "mail", t.String()} }

func (t *task) alter(ctx context.Context, what func(*course) bool) error {
	return t.change(ctx, func(_ *heed.Row, c *course) bool { return what(c) })
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
