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

// A carrier takes one mail to the service and records what became of it,
// whatever it is about.
type carrier struct {
	*round
	about   matter
	claimed time.Time // by somebody else; zero if nobody has
}

// A matter is what one mail is about. It keeps the mail's course.
type matter interface {
	mailID() string
	called() []any // the mail's name as the operator is told it, in pairs
	// alter changes the mail's course as what says, which returns whether it did,
	// unless the outcome is known by then.
	alter(ctx context.Context, what func(*course) bool) error
}

// settle deals with a mail that was claimed and of which nothing was recorded:
// its sender died, or never learned the outcome. begin sends one that surely
// did not go.
func (c *carrier) settle(ctx context.Context, begin func(context.Context) error) error {
	witness, ok := c.Mail.(Witness)
	if !ok {
		if c.Now().Sub(c.claimed) < UnsureAfter {
			return nil
		}
		return c.end(ctx, heed.Unsure)
	}
	id, sent, err := witness.Sent(ctx, c.about.mailID())
	switch {
	case err != nil:
		return fmt.Errorf("ask after a mail: %w", err)
	case sent:
		return c.about.alter(ctx, func(is *course) bool { *is.sent, *is.messageID = *is.claimed, id; return true })
	}
	return begin(ctx)
}

// handOver hands a claimed mail over and records what came of it.
func (c *carrier) handOver(ctx context.Context, m mail.Mail) error {
	id, err := c.Mail.Send(ctx, m)
	switch {
	case err == nil:
		c.vain, c.hold = 0, records.Hold{}
		return c.record(ctx, func(is *course) { *is.sent, *is.messageID = c.Now(), id })
	case errors.Is(err, mail.ErrRefused):
		c.vain = 0
		c.Log.Error("mail refused", append(c.about.called(), "cause", err.Error())...)
		return c.record(ctx, func(is *course) { is.end(heed.Refused, c.Now()) })
	case errors.Is(err, mail.ErrLater):
		c.vain++
		if failed := c.record(ctx, func(is *course) { *is.claimed = time.Time{} }); failed != nil {
			c.Log.Error("claim not given back", append(c.about.called(), "cause", failed.Error())...)
		}
		return err
	}
	c.vain++
	return fmt.Errorf("hand over: %w", err) // the claim stands: word of it may still come
}

// record writes down what the service said of a mail. Only its sender knows, so
// that one failure is no reason to leave it unsure.
func (c *carrier) record(ctx context.Context, what func(*course)) (err error) {
	for range 3 {
		err = c.about.alter(ctx, func(is *course) bool { what(is); return true })
		if err == nil {
			return nil
		}
	}
	return fmt.Errorf("record what became of it: %w", err)
}

// end closes a mail that is open, and in nobody else's hands than when it was
// read.
func (c *carrier) end(ctx context.Context, fate heed.Fate) error {
	ended := false
	err := c.about.alter(ctx, func(is *course) bool {
		if ended = is.claimed.Equal(c.claimed); ended {
			is.end(fate, c.Now())
		}
		return ended
	})
	switch {
	case err != nil || !ended:
		return err
	case fate == heed.Unsure:
		c.Log.Error("mail unsure", c.about.called()...)
	case fate == heed.Cancelled: // as somebody wished
		c.Log.Info("mail withdrawn", c.about.called()...)
	default:
		c.Log.Warn("mail not sent any more", append(c.about.called(), "fate", fate.String())...)
	}
	return nil
}
