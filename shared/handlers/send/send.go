// Package send mails the invitations that are due, at most once each. Every
// mail is claimed in its row before it is handed to the mail service, and what
// came of it is recorded after; what to write in it is package mail's.
package send

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/records"
	"heed/shared/surveys"
)

// Times that bound an invitation's life.
const (
	LapsesAfter = 48 * time.Hour  // of being due, if it was not sent
	UnsureAfter = time.Hour       // of being claimed, if nothing was heard of it
	leaseFor    = 2 * time.Minute // longer than a sender may live
	stopBefore  = 5 * time.Second // the end of its time
)

// A Sender hands one mail to a mail service and returns the service's name
// for it, or an error that is one of package mail's.
type Sender interface {
	Send(ctx context.Context, m mail.Mail) (messageID string, err error)
}

// A Witness is a Sender that can tell whether it took the mail of that id. Its
// mails are never unsure: what it did not take is sent.
type Witness interface {
	Sent(ctx context.Context, id string) (messageID string, ok bool, err error)
}

// A Handler sends.
type Handler struct {
	Config *surveys.Config
	Ring   func(context.Context) (*keyring.Ring, error)
	Store  records.Store
	Mail   Sender
	Letter Letter
	Pace   func(ctx context.Context) error // waits until one more mail may go
	Now    func() time.Time
	Log    *slog.Logger
}

// Tick sends what is due. Only one sender works at a time: it holds a lease.
func (h *Handler) Tick(ctx context.Context) (err error) {
	now := h.Now()
	first, err := h.Store.FirstDue(ctx)
	if err != nil || first.IsZero() || first.After(now) {
		return err
	}
	paused, err := h.Store.Paused(ctx)
	if err != nil || paused {
		return err
	}
	holder := rand.Text()
	free, err := h.Store.Lease(ctx, holder, now, now.Add(leaseFor))
	if err != nil || !free {
		return err
	}
	defer func() {
		err = errors.Join(err, h.Store.Release(context.WithoutCancel(ctx), holder, now))
	}()
	return h.due(ctx)
}

func (h *Handler) due(ctx context.Context) error {
	if deadline, ok := ctx.Deadline(); ok {
		var stop context.CancelFunc
		ctx, stop = context.WithDeadline(ctx, deadline.Add(-stopBefore))
		defer stop()
	}
	ring, err := h.Ring(ctx)
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	for ref, err := range h.Store.DueBy(ctx, h.Now()) {
		if err != nil {
			return err
		}
		err = h.one(ctx, ring, ref)
		switch {
		case errors.Is(err, mail.ErrLater), ctx.Err() != nil:
			h.Log.Warn("sending stopped until the next tick", "cause", fmt.Sprint(err))
			return nil
		case err != nil:
			h.Log.Error("invitation not sent", "row", ref.ID.String(), "cause", err.Error())
		}
	}
	return nil
}

// one moves one invitation as far as it can go.
func (h *Handler) one(ctx context.Context, ring *keyring.Ring, ref heed.RowRef) error {
	row, err := h.Store.Row(ctx, ref)
	if err != nil || row.Invitation == nil || !row.Invitation.Open() {
		return err
	}
	if !row.Invitation.Claimed.IsZero() {
		return h.claimed(ctx, ring, row)
	}
	fate, err := h.stale(ctx, row)
	if err != nil {
		return err
	}
	if fate != heed.NoFate {
		return h.end(ctx, ref, fate)
	}
	m, err := h.Letter.write(h.Config, ring, row)
	if err != nil {
		return err
	}
	if err := h.pace(ctx); err != nil {
		return err
	}
	if won, err := h.claim(ctx, ref); err != nil || !won {
		return err
	}
	return h.mail(ctx, ref, m)
}

func (h *Handler) pace(ctx context.Context) error {
	if h.Pace == nil {
		return nil
	}
	return h.Pace(ctx)
}

// stale names what has come between the decision and its mail, if anything.
func (h *Handler) stale(ctx context.Context, row *heed.Row) (heed.Fate, error) {
	if h.Now().Sub(row.Due) > LapsesAfter {
		return heed.Lapsed, nil
	}
	if h.Config.Program(row.Program) == nil {
		return heed.Cancelled, nil
	}
	why, err := h.Store.Suppression(ctx, row.Customer)
	if err != nil || why == 0 {
		return heed.NoFate, err
	}
	return heed.Cancelled, nil
}

// end closes an invitation that is open and in nobody's hands.
func (h *Handler) end(ctx context.Context, ref heed.RowRef, fate heed.Fate) error {
	_, err := h.Store.ChangeRow(ctx, ref, func(r *heed.Row) error {
		if !r.Invitation.Open() {
			return records.ErrUnchanged
		}
		r.Invitation.Fate, r.Invitation.Failed = fate, h.Now()
		return nil
	})
	h.Log.Warn("invitation "+fate.String(), "row", ref.ID.String())
	return err
}

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
