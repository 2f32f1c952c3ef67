package decide

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Touchpoint decides one touchpoint, unless it is decided already.
//
//  1. Read the scope. If the last decision's rows may be missing, write them.
//  2. If the touchpoint is in its list, it is decided: done.
//  3. Decide, and put the scope if nobody did since: ledger, list and the rows
//     to write go in that one write. If somebody did, begin again.
//  4. Write the rows that are not there.
//
// Whatever happens between two of these, the next delivery of this touchpoint
// or the next decision of this scope goes on from there.
func (h *Handler) Touchpoint(ctx context.Context, t *heed.Touchpoint) error {
	if err := h.keepConfig(ctx); err != nil {
		return err
	}
	ring, err := h.Ring(ctx)
	if err != nil {
		return fmt.Errorf("read the keys: %w", err)
	}
	for try := range 20 {
		err := h.once(ctx, ring, t)
		if !errors.Is(err, table.ErrConflict) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * 5 * time.Millisecond):
		}
	}
	return heed.Errorf(heed.Unavailable, "too many decisions for one scope at once")
}

func (h *Handler) once(ctx context.Context, ring *keyring.Ring, t *heed.Touchpoint) error {
	c := h.caseOf(ring, t)
	kind := surveys.Customer
	if c.Scope != c.Customer {
		kind = surveys.Account
	}
	head, err := h.Store.Scope(ctx, kind, c.Scope)
	if err != nil {
		return err
	}
	if err := h.settle(ctx, head); err != nil {
		return err
	}
	if id := t.ID(); head.Scope.Knows(id) || sampling.Among(head.Older, id) {
		return nil
	}
	c.Version = head.Version
	c.Suppressed = head.Scope.Suppressed
	if kind == surveys.Account {
		if c.Suppressed, err = h.Store.Suppression(ctx, c.Customer); err != nil {
			return err
		}
	}
	rows := c.Decide(head.Scope)
	if err := h.Store.PutScope(ctx, head); err != nil {
		return err
	}
	for i := range rows {
		if err := h.Store.PutRow(ctx, &rows[i]); err != nil {
			return err
		}
		h.Log.Debug("decided", "row", rows[i].ID.String(), "program", rows[i].Program, "reason", rows[i].Reason.String())
	}
	return nil
}

func (h *Handler) caseOf(ring *keyring.Ring, t *heed.Touchpoint) *sampling.Case {
	key := ring.CurrentDraw()
	c := &sampling.Case{
		Config: h.Config, Epoch: key.ID, Key: key.Bytes, Touchpoint: t,
		Customer: ring.Person(t.Source, t.Customer), Observe: h.Observe,
		Now: h.Now().UTC().Truncate(time.Millisecond),
	}
	c.Scope = c.Customer
	if h.Config.Scope == surveys.Account && t.Customer.Account != "" {
		c.Scope = ring.Account(t.Source, t.Customer.Account)
	}
	return c
}

// settle writes the rows of the scope's last decision where they are missing:
// whoever made it may have died before it could.
func (h *Handler) settle(ctx context.Context, head *records.Head) error {
	for i := range head.Scope.Pending {
		row := &head.Scope.Pending[i]
		_, err := h.Store.Row(ctx, row.RowRef)
		if heed.CodeOf(err) == heed.NotFound {
			err = h.Store.PutRow(ctx, row)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// keepConfig sees to it that the text of the configuration is in the table
// before its version is in a row.
func (h *Handler) keepConfig(ctx context.Context) error {
	h.config.Lock()
	defer h.config.Unlock()
	if h.kept {
		return nil
	}
	err := h.Store.PutConfig(ctx, h.Config.Version, h.Config.Text)
	h.kept = err == nil
	return err
}
