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

// claim takes the invitation in hand; false if somebody else has.
func (h *Handler) claim(ctx context.Context, ref heed.RowRef) (bool, error) {
	won := false
	_, err := h.Store.ChangeRow(ctx, ref, func(r *heed.Row) error {
		if won = r.Invitation.Open() && r.Invitation.Claimed.IsZero(); !won {
			return records.ErrUnchanged
		}
		r.Invitation.Claimed = h.Now()
		return nil
	})
	return won, err
}

// mail hands a claimed mail over and records what came of it.
func (h *Handler) mail(ctx context.Context, ref heed.RowRef, m mail.Mail) error {
	id, err := h.Mail.Send(ctx, m)
	ctx = context.WithoutCancel(ctx)
	switch {
	case err == nil:
		return h.record(ctx, ref, func(i *heed.Invitation) { i.Sent, i.MessageID = h.Now(), id })
	case errors.Is(err, mail.ErrRefused):
		h.Log.Error("invitation refused", "row", ref.ID.String(), "cause", err.Error())
		return h.record(ctx, ref, func(i *heed.Invitation) { i.Fate, i.Failed = heed.Refused, h.Now() })
	case errors.Is(err, mail.ErrLater):
		return errors.Join(err, h.record(ctx, ref, func(i *heed.Invitation) { i.Claimed = time.Time{} }))
	}
	return fmt.Errorf("hand over invitation: %w", err) // the claim stands: word of it may still come
}

func (h *Handler) record(ctx context.Context, ref heed.RowRef, what func(*heed.Invitation)) error {
	_, err := h.Store.ChangeRow(ctx, ref, func(r *heed.Row) error {
		if !r.Invitation.Open() {
			return records.ErrUnchanged // word of it came first
		}
		what(r.Invitation)
		return nil
	})
	return err
}

// claimed deals with an invitation that was claimed and of which nothing was
// recorded: its sender died, or never learned the outcome.
func (h *Handler) claimed(ctx context.Context, ring *keyring.Ring, row *heed.Row) error {
	if witness, ok := h.Mail.(Witness); ok {
		id, sent, err := witness.Sent(ctx, row.MailID())
		if err != nil {
			return fmt.Errorf("ask after invitation: %w", err)
		}
		if sent {
			return h.record(ctx, row.RowRef, func(i *heed.Invitation) { i.Sent, i.MessageID = i.Claimed, id })
		}
		m, err := h.Letter.write(h.Config, ring, row)
		if err != nil {
			return err
		}
		return h.mail(ctx, row.RowRef, m)
	}
	if h.Now().Sub(row.Invitation.Claimed) < UnsureAfter {
		return nil
	}
	return h.end(ctx, row.RowRef, heed.Unsure)
}
