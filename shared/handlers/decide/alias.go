package decide

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

// How long an answer is good for. After that the vendor is asked again; if it
// can't be, an address that is known is better than none.
const (
	knownFor   = 30 * 24 * time.Hour
	unknownFor = 24 * time.Hour
)

// customer finds out who has the id that a touchpoint names, and fills that in.
// It returns in whose scope the touchpoint is decided.
func (q *question) customer(ctx context.Context, t *heed.Touchpoint) (heed.Customer, error) {
	key := records.CustomerAlias(q.ring, t.Source, t.Customer.ID)
	a, err := q.Store.Alias(ctx, q.ring, key)
	if err != nil {
		return heed.Customer{}, err
	}
	if !q.ask || fresh(a, q.Now()) {
		return complete(t, a), nil
	}
	found, err := q.vendor.Customer(ctx, q.api, t.Customer.ID)
	switch {
	case err == nil && found.Email != "":
		err = q.known(ctx, t, a, found)
	case err == nil, heed.CodeOf(err) == heed.NotFound:
		a.Gone, a.Fetched, err = true, q.Now(), nil
	case a.Touchpoint.Customer.Email != "":
		return complete(t, a), nil
	case q.waits(ctx):
		err = q.later(ctx, t, err)
	default:
		q.unresolved(ctx, t, err)
		err = nil
	}
	if err != nil {
		return heed.Customer{}, err
	}
	a.Alone = a.Touchpoint.Customer.Email == ""
	if err := q.Store.PutAlias(ctx, q.ring, key, a, q.Now().Add(customerKept)); err != nil {
		return heed.Customer{}, err
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
	was := a.Touchpoint.Customer
	before := slices.Concat(was.Former, now.Former)
	switch {
	case was.Email != "":
		before = append(before, heed.Former{Email: was.Email})
	default:
		used, err := q.used(ctx, t)
		if err != nil {
			return err
		}
		if used || a.Alone {
			before = append(before, heed.Former{ID: t.Customer.ID})
		}
	}
	now.ID = t.Customer.ID
	now.Former = distinct(before, now.Email)
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
func distinct(before []heed.Former, address string) []heed.Former {
	var kept []heed.Former
	for _, f := range slices.Backward(before) {
		f.Email = strings.ToLower(f.Email)
		if len(kept) < heed.MaxFormer && f.Email != strings.ToLower(address) && !slices.Contains(kept, f) {
			kept = append(kept, f)
		}
	}
	slices.Reverse(kept)
	return kept
}

// complete fills in what an alias knows of a touchpoint's customer. What the
// delivery says itself stands: it is of the time of which it tells. Of an address
// that is gone the scope stays, and nobody is mailed.
func complete(t *heed.Touchpoint, a *records.Alias) heed.Customer {
	c, known := &t.Customer, a.Touchpoint.Customer
	if known.Email == "" {
		return named(t)
	}
	c.Name, c.Locale, c.Account = cmp.Or(c.Name, known.Name), cmp.Or(c.Locale, known.Locale), cmp.Or(c.Account, known.Account)
	c.Zone = cmp.Or(c.Zone, known.Zone)
	c.Former = slices.Concat(c.Former, known.Former)
	who := *c
	who.Email = known.Email
	if !a.Gone {
		c.Email = known.Email
	}
	return who
}
