package decide

import (
	"context"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/surveys"
)

// object finds out whom a touchpoint happened to that names its object alone.
func (q *question) object(ctx context.Context, t *heed.Touchpoint) error {
	key := records.TouchpointAlias(q.ring, t)
	a, err := q.Store.Alias(ctx, q.ring, key, q.Now())
	if err != nil {
		return err
	}
	if a.Alone {
		return nil // decided already, for nobody that is known
	}
	if a.Fetched.IsZero() {
		if err := q.found(ctx, t, a); err != nil {
			return err
		}
		a.Fetched = q.Now()
		if err := q.Store.PutAlias(ctx, q.ring, key, a, q.Now().Add(touchpointKept), q.Now().Add(touchpointKept)); err != nil {
			return err
		}
	}
	if !a.Alone {
		*t = a.Touchpoint
	}
	return nil
}

// found asks whom it happened to. One that has its decision stays where that is:
// it was made when there was nobody to ask, or no program for it.
func (q *question) found(ctx context.Context, t *heed.Touchpoint, a *records.Alias) error {
	own, err := q.Store.Scope(ctx, surveys.Customer, q.ring.Person(t.Source, named(t)))
	if err != nil {
		return err
	}
	if own.Knows(t.ID()) {
		a.Alone = true
		return nil
	}
	found := *t
	err = q.vendor.Touchpoint(ctx, q.api, &found)
	switch {
	case heed.CodeOf(err) == heed.NotFound, err == nil && found.Customer.ID == "" && found.Customer.Email == "":
		a.Alone = true
	case err == nil:
		a.Touchpoint = *q.classed(&found)
	case q.waits(ctx):
		return q.later(ctx, t, err)
	default:
		a.Alone = true
		q.unresolved(ctx, t, err)
	}
	return nil
}

// waits reports whether an answer that can't be had now is waited for.
func (q *question) waits(ctx context.Context) bool { return !q.last || ctx.Err() != nil }
