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
	head, err := h.Store.Scope(ctx, c.Kind(), c.Scope)
	if err != nil {
		return err
	}
	if err := h.settle(ctx, head); err != nil {
		return err
	}
	decided, err := h.decided(ctx, c, head)
	if err != nil || decided {
		return err
	}
	c.Version = head.Version
	rows := c.Decide(head.Scope)
	if err := h.Store.PutScope(ctx, head); err != nil {
		return err
	}
	return h.put(ctx, rows)
}

// decided reports whether the touchpoint has its decision, in its scope's list
// or in its customer's own.
func (h *Handler) decided(ctx context.Context, c *sampling.Case, head *records.Head) (bool, error) {
	id := c.Touchpoint.ID()
	if head.Scope.Knows(id) || sampling.Among(head.Older, id) {
		return true, nil
	}
	customer := head
	if c.Kind() == surveys.Account {
		var err error
		if customer, err = h.Store.Scope(ctx, surveys.Customer, c.Customer); err != nil {
			return false, err
		}
		if customer.Scope.Knows(id) || sampling.Among(customer.Older, id) {
			return true, nil
		}
	}
	c.Heed(head.Scope, customer.Scope)
	return false, nil
}

// put writes the rows of a decision, and tells the customer's own scope of an
// account's invitation.
func (h *Handler) put(ctx context.Context, rows []heed.Row) error {
	for i := range rows {
		row := &rows[i]
		if row.Scope != row.Customer && (row.Reason == heed.Asked || row.Reason == heed.Observed) {
			if err := h.Store.Hush(ctx, row.Customer, row.Expires); err != nil {
				return err
			}
		}
		if row.Late(h.Now()) {
			if err := h.Store.PutMark(ctx, row.Day, h.Now()); err != nil {
				return err
			}
		}
		if err := h.Store.PutRow(ctx, row); err != nil {
			return err
		}
		h.Log.Debug("decided", "row", row.ID.String(), "program", row.Program, "reason", row.Reason.String())
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
		_, err := h.Store.Row(ctx, head.Scope.Pending[i].RowRef)
		if heed.CodeOf(err) == heed.NotFound {
			err = h.put(ctx, head.Scope.Pending[i:i+1])
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
