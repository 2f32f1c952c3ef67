package decide

import (
	"cmp"
	"context"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

// How long an answer is good for. After that the vendor is asked again; if it
// can't be, an address that is known is better than none, while it is kept.
const (
	knownFor   = 28 * 24 * time.Hour
	unknownFor = 24 * time.Hour
)

// customer finds out who has the id that a touchpoint names, and fills that in.
// It returns in whose scope the touchpoint is decided.
func (q *question) customer(ctx context.Context, t *heed.Touchpoint) (being, error) {
	key := records.CustomerAlias(q.ring, t.Source, t.Customer.ID)
	a, err := q.Store.Alias(ctx, q.ring, key, q.Now())
	if err != nil {
		return being{}, err
	}
	if !q.ask || fresh(a, q.Now()) {
		return complete(t, a), nil
	}
	found, err := q.vendor.Customer(ctx, q.api, t.Customer.ID)
	switch {
	case err == nil && found.Email != "":
		err = q.known(ctx, t, a, found)
	case err == nil, heed.CodeOf(err) == heed.NotFound:
		a.Touchpoint, a.Gone, a.Fetched, err = heed.Touchpoint{}, true, q.Now(), nil
	case a.Touchpoint.Customer.Email != "":
		return complete(t, a), nil
	case q.waits(ctx):
		err = q.later(ctx, t, err)
	default:
		q.unresolved(ctx, t, err)
		err = nil
	}
	if err != nil {
		return being{}, err
	}
	a.Alone = a.Who.IsZero()
	if err := q.Store.PutAlias(ctx, q.ring, key, a, q.Now().Add(customerKept), q.Now().Add(namesKept)); err != nil {
		return being{}, err
	}
	return complete(t, a), nil
}

// fresh reports whether an alias is as good as asking.
func fresh(a *records.Alias, now time.Time) bool {
	age := now.Sub(a.Fetched)
	if a.Fetched.IsZero() || age < 0 {
		return false
	}
	if a.Gone {
		return age < unknownFor
	}
	return age < knownFor
}

// known brings an alias up to date with who the customer is now. Who they were
// before, by another address or by the id alone, is written down with it: each
// touchpoint from then on names it, so that nothing is decided twice however
// many of them are lost.
func (q *question) known(ctx context.Context, t *heed.Touchpoint, a *records.Alias, now heed.Customer) error {
	before := a.Before
	for _, f := range now.Former {
		before = append(before, q.ring.Person(t.Source, heed.Customer{ID: f.ID, Email: f.Email}))
	}
	if !a.Who.IsZero() {
		before = append(before, a.Who)
	} else {
		used, err := q.used(ctx, t)
		if err != nil {
			return err
		}
		if used || a.Alone {
			before = append(before, q.ring.Person(t.Source, heed.Customer{ID: t.Customer.ID}))
		}
	}
	now.ID, now.Former = t.Customer.ID, nil
	a.Who = q.ring.Address(now.Email)
	a.Before = distinct(before, a.Who)
	a.Touchpoint = heed.Touchpoint{Customer: now}
	a.Gone, a.Fetched = false, q.Now()
	return nil
}

// used reports whether anything was decided under the id alone.
func (q *question) used(ctx context.Context, t *heed.Touchpoint) (bool, error) {
	scope, err := q.Store.Customer(ctx, q.ring.Person(t.Source, heed.Customer{ID: t.Customer.ID}))
	return err == nil && (scope.Last > 0 || scope.Suppressed != 0), err
}

// distinct are the newest of who somebody was before, each once and none of
// them who they are.
func distinct(before []heed.Hash, is heed.Hash) (kept []heed.Hash) {
	for _, id := range slices.Backward(before) {
		if len(kept) < heed.MaxFormer && id != is && !slices.Contains(kept, id) {
			kept = append(kept, id)
		}
	}
	slices.Reverse(kept)
	return kept
}

// complete fills in what an alias knows of a touchpoint's customer. What the
// delivery says itself stands: it is of the time of which it tells. Of an address
// that is gone or not kept any more the scope stays, and nobody is mailed.
func complete(t *heed.Touchpoint, a *records.Alias) being {
	if a.Who.IsZero() {
		return being{Customer: named(t)}
	}
	c, known := &t.Customer, a.Touchpoint.Customer
	c.Name, c.Locale, c.Account = cmp.Or(c.Name, known.Name), cmp.Or(c.Locale, known.Locale), cmp.Or(c.Account, known.Account)
	c.Zone = cmp.Or(c.Zone, known.Zone)
	if !a.Gone {
		c.Email = known.Email
	}
	return being{Customer: *c, hash: a.Who, before: a.Before}
}
