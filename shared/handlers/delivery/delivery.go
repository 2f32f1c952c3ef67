// Package delivery writes down what became of each mail, as the mail service
// tells it, and suppresses at once whoever bounced for good or complained.
package delivery

import (
	"context"
	"log/slog"
	"time"

	"heed/shared/heed"
	"heed/shared/outcome"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/sampling"
)

// A Handler works through the events queue.
type Handler struct {
	Store records.Store
	Now   func() time.Time
	Log   *slog.Logger
}

// Work records a batch of events. Each may come twice or out of order.
func (h *Handler) Work(ctx context.Context, batch []queue.Message) (failed []queue.Failure) {
	for _, m := range batch {
		err := queue.Rescue(h.Log, m.ID, func() error { return h.event(ctx, m.Body) })
		if err != nil {
			h.Log.Warn("event not recorded", "messageId", m.ID, "cause", err.Error())
			failed = append(failed, queue.Failure{ID: m.ID})
		}
	}
	return failed
}

func (h *Handler) event(ctx context.Context, body []byte) error {
	o, err := outcome.Parse(body)
	if err != nil {
		return err
	}
	if o.Kind == outcome.Other {
		return nil
	}
	ref, name, err := heed.ParseMailID(o.MailID)
	if err != nil {
		h.Log.Info("event of a mail that is of no row", "kind", o.Kind)
		return nil
	}
	row, err := h.Store.Row(ctx, ref)
	if heed.CodeOf(err) == heed.NotFound || err == nil && row.Invitation == nil {
		h.Log.Warn("event of no row", "kind", o.Kind, "row", ref.ID.String())
		return nil
	}
	if err != nil {
		return err
	}
	return h.record(ctx, row, name, o)
}

// record suppresses first and marks the day before it changes the row, so
// that a crash in between leaves nothing undone that the retry does not do.
// Whatever mail of the row it was, whoever is mailed is suppressed; but cells
// are made of the invitation alone, so no other mail marks the day.
func (h *Handler) record(ctx context.Context, row *heed.Row, name heed.FurtherName, o *outcome.Outcome) error {
	fate, why := fateOf(o)
	if why != 0 && !row.Forgotten() {
		if err := h.Store.Suppress(ctx, row.Mailed(), why); err != nil {
			return err
		}
	}
	own := name == heed.FurtherName{}
	if own && (fate != heed.NoFate || row.Late(h.Now())) {
		if err := h.Store.PutMark(ctx, row.Day, h.Now()); err != nil {
			return err
		}
	}
	_, err := h.Store.ChangeRow(ctx, row.RowRef, func(r *heed.Row) error {
		switch {
		case r.Invitation == nil: // erased meanwhile
			return records.ErrUnchanged
		case own:
			return apply(r.Invitation, o, fate)
		}
		return further(r.Invitation.Find(name), o, fate)
	})
	return err
}

// fateOf says how the event ends its mail, and whether the address must never
// be written to again.
func fateOf(o *outcome.Outcome) (heed.Fate, sampling.Suppression) {
	switch {
	case o.Kind == outcome.Bounced && o.Permanent:
		return heed.Bounced, sampling.AddressBounced
	case o.Kind == outcome.Complained:
		return heed.Complained, sampling.ReportedSpam
	case o.Kind == outcome.Refused:
		return heed.Refused, 0
	}
	return heed.NoFate, 0
}

// apply brings the invitation up to date. Any word of a mail proves that it
// went out; a fate once told stands, but that an unsure one may still prove
// to have gone.
func apply(i *heed.Invitation, o *outcome.Outcome, fate heed.Fate) error {
	wasSent, wasFate, changed := i.Sent, i.Fate, false
	if o.Kind != outcome.Refused {
		i.Arrived(o.At, o.MessageID)
	}
	if o.Kind == outcome.Delivered && i.Delivered.IsZero() {
		i.Delivered, changed = o.At, true
	}
	if fate != heed.NoFate && (i.Fate == heed.NoFate || fate == heed.Complained) {
		i.Fate, i.Failed = fate, o.At
	}
	if !changed && i.Sent.Equal(wasSent) && i.Fate == wasFate {
		return records.ErrUnchanged
	}
	return nil
}

// further brings a further mail up to date, as apply does the invitation. Of the
// invitation it says nothing.
func further(f *heed.Further, o *outcome.Outcome, fate heed.Fate) error {
	if f == nil {
		return records.ErrUnchanged
	}
	was := *f
	if o.Kind != outcome.Refused && f.Sent.IsZero() {
		f.Sent, f.MessageID = o.At, o.MessageID
		if f.Fate == heed.Unsure || f.Fate == heed.Lapsed {
			f.Fate, f.Failed = heed.NoFate, time.Time{}
		}
	}
	if fate != heed.NoFate && (f.Fate == heed.NoFate || fate == heed.Complained) {
		f.Fate, f.Failed = fate, o.At
	}
	if *f == was {
		return records.ErrUnchanged
	}
	return nil
}
