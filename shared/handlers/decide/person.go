package decide

import (
	"cmp"
	"context"
	"slices"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/table"
)

// A person is the scope of a touchpoint's customer as they are known now.
type person struct {
	*records.Head
	changed bool            // and not yet put
	mailed  *records.Head   // whose address the touchpoint came with: the person's own, or a former one
	refused []*records.Head // former identities that are not taken over
}

// formers returns the hashes of who the customer was known as before.
func formers(ring *keyring.Ring, t *heed.Touchpoint) []heed.Hash {
	var ids []heed.Hash
	for _, f := range t.Customer.Former {
		ids = append(ids, ring.Person(t.Source, heed.Customer{ID: f.ID, Email: f.Email}))
	}
	return ids
}

// who returns the customer, after whoever went on in their stead, with all
// that they take over from former identities.
//
// First the customer's scope says whom it will take over: from then on every
// decision in it goes through here. Then each former one is marked with its
// successor, and from then on nothing is decided there. Then it is taken over
// in memory, to be put with the decision, once: the list of what is decided
// remembers it.
func (h *Handler) who(ctx context.Context, source string, customer heed.Hash, formers []heed.Hash) (*person, error) {
	way, err := h.Store.Way(ctx, customer)
	if err != nil {
		return nil, err
	}
	p := &person{Head: way[len(way)-1]}
	p.mailed = way[slices.IndexFunc(way, func(head *records.Head) bool { return head.ID == customer })]
	if err := h.announce(ctx, source, p, formers); err != nil {
		return nil, err
	}
	if err := h.take(ctx, p, way); err != nil {
		return nil, err
	}
	for len(p.Scope.Merging) > 0 {
		former := p.Scope.Merging[0]
		p.Scope.Merging = p.Scope.Merging[1:]
		if p.has(former) {
			continue
		}
		way, err := h.Store.Way(ctx, former)
		if err != nil {
			return nil, err
		}
		if h.refuses(source, p, way, p.Scope.Merging) {
			p.changed = true // somebody else was faster
			continue
		}
		if err := h.mark(ctx, way[len(way)-1], p.ID); err != nil {
			return nil, err
		}
		if err := h.take(ctx, p, way); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// heed takes into account what is known of the customer, that it is the address
// that is mailed which may have bounced, and what is known of those who are named
// as the customer's former identities and not taken over.
func (p *person) heed(c *sampling.Case) {
	c.Heed(p.Scope)
	if p.mailed.ID != p.ID {
		c.Mailed = p.mailed.ID
		c.Suppressed = cmp.Or(c.Suppressed.Follows(), p.mailed.Scope.Suppressed)
	}
	for _, former := range p.refused {
		c.Respect(former.Scope)
	}
}

func (p *person) has(former heed.Hash) bool {
	return former == p.ID || p.Knows(sampling.MergeID(former))
}

// announce writes down former identities that are new to the customer.
func (h *Handler) announce(ctx context.Context, source string, p *person, formers []heed.Hash) error {
	before := len(p.Scope.Merging)
	for _, former := range formers {
		if p.has(former) || slices.Contains(p.Scope.Merging, former) {
			continue
		}
		way, err := h.Store.Way(ctx, former)
		if err != nil {
			return err
		}
		if !h.refuses(source, p, way, formers) {
			p.Scope.Merging = append(p.Scope.Merging, former)
		}
	}
	if len(p.Scope.Merging) == before {
		return nil
	}
	if err := h.Store.PutScope(ctx, p.Head); err != nil {
		return err
	}
	return table.ErrConflict // with that on record, begin again
}

// refuses reports whether a former identity, which goes that way, is not to be
// taken over. One who has gone on into somebody else who is not named as well
// is rather nobody at all: what a sender writes where it knows of none. There
// is no way back from a merge, so the touchpoint goes without it. Should it be the
// customer after all, who said no is not to be asked: what its own scope says,
// and nothing of whoever it went on into, holds back this decision.
func (h *Handler) refuses(source string, p *person, way []*records.Head, named []heed.Hash) bool {
	last, why := way[len(way)-1], ""
	switch {
	case last.ID == p.ID:
	case len(way) > 1 && !slices.Contains(named, last.ID):
		why = "gone on into somebody else"
	case int(p.Scope.Taken)+len(p.Scope.Merging)+int(last.Scope.Taken) >= sampling.MostTaken:
		why = "too many for one customer"
	}
	if why != "" {
		h.Log.Warn("merge refused", "source", source, "why", why)
		p.refused = append(p.refused, way[0])
	}
	return why != ""
}

// mark says in a former identity's scope who goes on in its stead.
func (h *Handler) mark(ctx context.Context, former *records.Head, successor heed.Hash) error {
	if former.ID == successor {
		return nil
	}
	if err := h.settle(ctx, former); err != nil {
		return err
	}
	former.Scope.Pending, former.Scope.Successor = nil, successor
	return h.Store.PutScope(ctx, former)
}

// take takes over those on the way to the customer, the nearest first: it may
// have taken over the others, and then knows them.
func (h *Handler) take(ctx context.Context, p *person, way []*records.Head) error {
	for _, former := range slices.Backward(way) {
		if p.has(former.ID) {
			continue
		}
		if err := h.Store.Take(ctx, p.Head, former); err != nil {
			return err
		}
		p.Scope.Merging = append(p.Scope.Merging, former.Scope.Merging...)
		p.changed = true
	}
	return nil
}

// put writes the customer's scope where it has changed.
func (p *person) put(ctx context.Context, s records.Store) error {
	if !p.changed {
		return nil
	}
	return s.PutScope(ctx, p.Head)
}
