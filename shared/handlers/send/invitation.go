package send

import (
	"context"

	"heed/shared/heed"
	"heed/shared/records"
)

// one moves one invitation as far as it can go.
func (r *round) one(ctx context.Context, ref heed.RowRef) error {
	row, err := r.Store.Row(ctx, ref)
	if err != nil || row.Invitation == nil || !row.Invitation.Open() {
		return err
	}
	if !row.Invitation.Claimed.IsZero() {
		return r.claimed(ctx, row)
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
	// From the claim on, only the process's own end may come between.
	ctx = context.WithoutCancel(ctx)
	if won, err := r.claim(ctx, row); err != nil || !won {
		return err
	}
	return r.mail(ctx, row, m)
}

// stale names what has come between the decision and its mail, if anything.
func (h *Handler) stale(ctx context.Context, row *heed.Row) (heed.Fate, error) {
	if h.Now().Sub(row.Due) > heed.LapsesAfter {
		return heed.Lapsed, nil
	}
	if h.Config.Program(row.Program) == nil {
		return heed.Cancelled, nil
	}
	why, err := h.Store.Suppression(ctx, row.Mailed())
	if err != nil || why == 0 {
		return heed.NoFate, err
	}
	return heed.Cancelled, nil
}

// end closes an invitation that is open and in nobody's hands.
func (h *Handler) end(ctx context.Context, row *heed.Row, fate heed.Fate) error {
	err := h.record(ctx, row, func(i *heed.Invitation) { i.Fate, i.Failed = fate, h.Now() })
	if err != nil {
		return err
	}
	h.Log.Warn("invitation "+fate.String(), "row", row.ID.String())
	return nil
}

// record changes an invitation that is open.
func (h *Handler) record(ctx context.Context, row *heed.Row, what func(*heed.Invitation)) error {
	return h.change(ctx, row, func(i *heed.Invitation) error {
		if !i.Open() {
			return records.ErrUnchanged // word of it came first
		}
		what(i)
		return nil
	})
}

// change changes the row's invitation. A day that is not rolled up any more
// of itself is marked before.
func (h *Handler) change(ctx context.Context, row *heed.Row, what func(*heed.Invitation) error) error {
	if now := h.Now(); row.Late(now) {
		if err := h.Store.PutMark(ctx, row.Day, now); err != nil {
			return err
		}
	}
	_, err := h.Store.ChangeRow(ctx, row.RowRef, func(r *heed.Row) error { return what(r.Invitation) })
	return err
}
