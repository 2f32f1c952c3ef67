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
	changed bool          // and not yet put
	mailed  *records.Head // whose address the touchpoint came with: the person's own, or a former one
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
func (h *Handler) who(ctx context.Context, customer heed.Hash, formers []heed.Hash) (*person, error) {
	way, err := h.Store.Way(ctx, customer)
	if err != nil {
		return nil, err
	}
	p := &person{Head: way[len(way)-1]}
	p.mailed = way[slices.IndexFunc(way, func(head *records.Head) bool { return head.ID == customer })]
	if err := h.announce(ctx, p, formers); err != nil {
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
		if err := h.mark(ctx, way[len(way)-1], p.ID); err != nil {
			return nil, err
		}
		if err := h.take(ctx, p, way); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// heed takes into account what is known of the customer, and that it is the
// address that is mailed which may have bounced.
func (p *person) heed(c *sampling.Case, own *sampling.Scope) {
	c.Heed(own, p.Scope)
	if p.mailed.ID != p.ID {
		c.Mailed = p.mailed.ID
		c.Suppressed = cmp.Or(c.Suppressed.Follows(), p.mailed.Scope.Suppressed)
	}
}

func (p *person) has(former heed.Hash) bool {
	return former == p.ID || p.Knows(sampling.MergeID(former))
}

// announce writes down former identities that are new to the customer.
func (h *Handler) announce(ctx context.Context, p *person, formers []heed.Hash) error {
	fresh := slices.DeleteFunc(formers, func(id heed.Hash) bool { return p.has(id) || slices.Contains(p.Scope.Merging, id) })
	if len(fresh) == 0 {
		return nil
	}
	p.Scope.Merging = append(p.Scope.Merging, fresh...)
	if err := h.Store.PutScope(ctx, p.Head); err != nil {
		return err
	}
	return table.ErrConflict // with that on record, begin again
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
