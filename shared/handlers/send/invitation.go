package send

import (
	"context"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
)

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
