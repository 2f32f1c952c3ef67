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

// claim takes the invitation in hand; false if somebody else has.
func (h *Handler) claim(ctx context.Context, row *heed.Row) (bool, error) {
	won := false
	err := h.change(ctx, row, func(i *heed.Invitation) error {
		if won = i.Open() && i.Claimed.IsZero(); !won {
			return records.ErrUnchanged
		}
		i.Claimed = h.Now()
		return nil
	})
	return won, err
}

// mail hands a claimed mail over and records what came of it.
func (r *round) mail(ctx context.Context, row *heed.Row, m mail.Mail) error {
	id, err := r.Mail.Send(ctx, m)
	if errors.Is(err, mail.ErrLater) {
		r.later++
		return r.unclaim(ctx, row, err)
	}
	r.later = 0
	switch {
	case err == nil:
		return r.record(ctx, row, func(i *heed.Invitation) { i.Sent, i.MessageID = r.Now(), id })
	case errors.Is(err, mail.ErrRefused):
		r.Log.Error("invitation refused", "row", row.ID.String(), "cause", err.Error())
		return r.record(ctx, row, func(i *heed.Invitation) { i.Fate, i.Failed = heed.Refused, r.Now() })
	}
	return fmt.Errorf("hand over invitation: %w", err) // the claim stands: word of it may still come
}

// unclaim gives an invitation back that the service does not take yet, which
// is the error it returns.
func (h *Handler) unclaim(ctx context.Context, row *heed.Row, later error) error {
	err := h.record(ctx, row, func(i *heed.Invitation) { i.Claimed = time.Time{} })
	if err != nil {
		h.Log.Error("claim not given back", "row", row.ID.String(), "cause", err.Error())
	}
	return later
}

// claimed deals with an invitation that was claimed and of which nothing was
// recorded: its sender died, or never learned the outcome.
func (r *round) claimed(ctx context.Context, row *heed.Row) error {
	if witness, ok := r.Mail.(Witness); ok {
		return r.ask(ctx, witness, row)
	}
	if r.Now().Sub(row.Invitation.Claimed) < UnsureAfter {
		return nil
	}
	return r.end(ctx, row, heed.Unsure)
}

// ask asks the witness whether the mail went, and sends it if not.
func (r *round) ask(ctx context.Context, witness Witness, row *heed.Row) error {
	id, sent, err := witness.Sent(ctx, row.MailID())
	if err != nil {
		return fmt.Errorf("ask after invitation: %w", err)
	}
	if sent {
		return r.record(ctx, row, func(i *heed.Invitation) { i.Sent, i.MessageID = i.Claimed, id })
	}
	fate, err := r.stale(ctx, row)
	if err != nil {
		return err
	}
	if fate != heed.NoFate {
		return r.end(ctx, row, fate)
	}
	m, err := r.Letter.write(r.Config, r.ring, row, r.Now())
	if err != nil {
		return err
	}
	if err := r.turn(ctx); err != nil {
		return err
	}
	return r.mail(context.WithoutCancel(ctx), row, m)
}
