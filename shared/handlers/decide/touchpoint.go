package decide

import (
	"context"
	"errors"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Touchpoint decides one touchpoint by what it says itself, unless it is decided
// already.
//
//  1. Read the customer's scope and, where the touchpoint is an account's, the
//     account's. Let the customer's take over who they were before. If the last
//     decision's rows may be missing, write them.
//     If it says that its object is open again, withdraw what is not yet mailed
//     about that, and write into the rows of its solving that it is; if it says
//     that the customer left or bought, write that into the rows of what they were
//     asked: also where this was done before.
//  2. If the touchpoint is in a list of theirs, it is decided: done.
//  3. Decide. What is asked about an object that is open again is withdrawn at
//     once, and what was solved says so. If an account's decision asks, put the customer's scope first, with
//     the hush.
//  4. Put the scope: ledger, list and the rows to write go in that one write.
//     Either put fails if somebody else put since it was read: begin again.
//  5. Write the rows that are not there.
//
// Whatever happens between two of these, the next delivery of this touchpoint
// or the next decision of this scope goes on from there.
func (h *Handler) Touchpoint(ctx context.Context, t *heed.Touchpoint) error {
	return h.decide(ctx, t, being{Customer: named(t)})
}

// decide decides a touchpoint in the scope of that customer, or of its account.
func (h *Handler) decide(ctx context.Context, t *heed.Touchpoint, who being) error {
	now, err := h.terms(ctx)
	if err != nil {
		return err
	}
	t = h.classed(t)
	for try := range 20 {
		err := h.once(ctx, now, t, who)
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

func (h *Handler) once(ctx context.Context, now terms, t *heed.Touchpoint, who being) error {
	c := h.caseOf(now, t, who)
	customer, err := h.who(ctx, t.Source, c.Customer, append(formers(now.ring, t), who.before...))
	if err != nil {
		return err
	}
	own := customer.Head
	if c.Customer = customer.ID; c.Kind != surveys.Account {
		c.Scope = customer.ID
	} else if own, err = h.Store.Scope(ctx, surveys.Account, c.Scope); err != nil {
		return err
	}
	if err := h.settle(ctx, own); err != nil {
		return err
	}
	heads := []*records.Head{own}
	if customer.Head != own {
		heads = append(heads, customer.Head)
	}
	if err := h.recall(ctx, t, heads); err != nil {
		return err
	}
	if err := h.follow(ctx, t, customer, heads); err != nil {
		return err
	}
	known, err := h.known(ctx, now.ring, c, own, customer)
	if err != nil {
		return err
	}
	if known {
		return customer.put(ctx, h.Store)
	}
	c.Version = own.Version
	t.Cohort = cohort(own, heed.DayOf(c.Now, time.UTC))
	customer.heed(c)
	rows := c.Decide(own.Scope)
	if err := h.forestall(ctx, t, rows, heads); err != nil {
		return err
	}
	if c.Kind == surveys.Account {
		err = h.account(ctx, c, own, customer, rows)
	} else {
		err = h.Store.PutScope(ctx, own)
	}
	if err != nil {
		return err
	}
	return h.put(ctx, rows)
}

// known reports whether the touchpoint has its decision: in its scope's list,
// in its customer's, or, where accounts were scopes once, in its account's.
func (h *Handler) known(ctx context.Context, ring *keyring.Ring, c *sampling.Case, own *records.Head, customer *person) (bool, error) {
	t := c.Touchpoint
	if own.Knows(t.ID()) || customer.Knows(t.ID()) {
		return true, nil
	}
	if c.Kind == surveys.Account || t.Customer.Account == "" || c.Rescoped == 0 {
		return false, nil
	}
	account, err := h.Store.Scope(ctx, surveys.Account, ring.Account(t.Source, t.Customer.Account))
	if err == nil {
		err = h.settle(ctx, account)
	}
	return err == nil && account.Knows(t.ID()), err
}

// account puts the scope of an account's decision, and its customer's where
// that has changed. Before the account's is put nobody is asked, and by then
// the customer's knows: each put fails if somebody else decided since.
func (h *Handler) account(ctx context.Context, c *sampling.Case, own *records.Head, customer *person, rows []heed.Row) error {
	if c.Hush(customer.Scope, rows) {
		customer.changed = true
	}
	if err := customer.put(ctx, h.Store); err != nil {
		return err
	}
	if err := h.Store.PutScope(ctx, own); err != nil {
		return err
	}
	if !customer.changed && c.Unhush(customer.Scope, rows) {
		// Should this fail, the customer is left in peace for nothing.
		if err := h.Store.PutScope(ctx, customer.Head); err != nil && !errors.Is(err, table.ErrConflict) {
			return err
		}
	}
	return nil
}

// put writes the rows of a decision.
func (h *Handler) put(ctx context.Context, rows []heed.Row) error {
	for i := range rows {
		row := &rows[i]
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

func (h *Handler) caseOf(now terms, t *heed.Touchpoint, who being) *sampling.Case {
	key := now.ring.CurrentDraw()
	c := &sampling.Case{
		Config: h.Config, Epoch: key.ID, Key: key.Bytes, Paces: now.paces, Touchpoint: t,
		Customer: who.hash, Kind: surveys.Customer,
		Rescoped: now.rescoped, Reach: now.reach, Observe: h.Observe,
		Now: h.Now().UTC().Truncate(time.Millisecond),
	}
	if c.Customer.IsZero() {
		c.Customer = now.ring.Person(t.Source, who.Customer)
	}
	if h.Config.Scope == surveys.Account && t.Customer.Account != "" {
		c.Kind, c.Scope = surveys.Account, now.ring.Account(t.Source, t.Customer.Account)
	}
	return c
}
