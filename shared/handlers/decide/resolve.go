package decide

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sources"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Vendors are asked for what deliveries leave out; *outbound.Client is them.
type Vendors interface {
	// API is the vendor's API of a source; nil if it can't be asked at all.
	API(source string, access sources.Access) sources.API
}

// A question is who the customer of a touchpoint is, to the vendor that only said
// an id, or not even that.
//
// What it is answered is written down before anything is decided by it, and once
// written it stands: so a touchpoint that comes again, after a crash, at once or
// late, goes to the same customer, and nobody is asked of twice. Where a decision
// is made without an answer, that is written down first as well, and whoever
// learns the address later names the id as what the customer was before.
type question struct {
	*Handler
	vendor sources.Fetcher
	api    sources.API
	ring   *keyring.Ring
	ask    bool // a program may be for the touchpoint, so an answer matters
	last   bool // the message comes no more
}

// resolve completes a touchpoint by what its source says of its customer. It
// returns in whose scope it is decided: the customer's, unless their address
// is known and no longer theirs. An error that is *waits goes away in time.
func (h *Handler) resolve(ctx context.Context, t *heed.Touchpoint, last bool) (being, error) {
	q := h.question(t)
	if q == nil || t.Customer.Email != "" {
		return being{Customer: named(t)}, nil
	}
	var err error
	if q.ring, err = h.Ring(ctx); err != nil {
		return being{}, fmt.Errorf("read the keys: %w", err)
	}
	q.last = last
	if t.Customer.ID == "" && q.ask {
		if err := q.again(ctx, func() error { return q.object(ctx, t) }); err != nil {
			return being{}, err
		}
	}
	who := being{Customer: named(t)}
	if t.Customer.Email == "" && t.Customer.ID != "" {
		err = q.again(ctx, func() (err error) { who, err = q.customer(ctx, t); return err })
	}
	return who, err
}

// question returns what there is to ask of the touchpoint's source; nil if
// it is one that is never asked.
func (h *Handler) question(t *heed.Touchpoint) *question {
	named := h.Config.Source(t.Source)
	if h.Vendors == nil || named == nil {
		return nil
	}
	source, _ := sources.Of(named)
	fetcher, ok := source.(sources.Fetcher)
	if !ok {
		return nil
	}
	api := h.Vendors.API(t.Source, fetcher.Access())
	if api == nil {
		return nil
	}
	ask := slices.ContainsFunc(h.Config.Programs, func(p surveys.Program) bool {
		may := surveys.Match{Kinds: p.When.Kinds, Sources: p.When.Sources} // a vendor may yet tell of team and tags
		if reopens(t.Kind) {
			may.Kinds = nil // it matters to whom its object belongs: they may be about to be asked
		}
		return may.Fits(t)
	})
	return &question{Handler: h, vendor: fetcher, api: api, ask: ask}
}

// A being is in whose scope a touchpoint is decided.
type being struct {
	heed.Customer
	hash   heed.Hash   // zero for that of the customer
	before []heed.Hash // who they were before, beside what the touchpoint says of that
}

// named is the customer in whose scope a touchpoint is decided by what it says
// itself. One that names nobody is its object's, or all such would share one.
func named(t *heed.Touchpoint) heed.Customer {
	c := t.Customer
	if c.ID == "" && c.Email == "" {
		c.ID = t.Object
	}
	return c
}

// again repeats what somebody else was faster at.
func (q *question) again(ctx context.Context, do func() error) (err error) {
	for try := range 20 {
		if err = do(); !errors.Is(err, table.ErrConflict) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * 2 * time.Millisecond):
		}
	}
	return err
}

// How long an alias is kept: of a customer who it was for as long as somebody may
// come back, and what names them for as long as anything that does; a touchpoint's
// for longer than any vendor delivers again.
const (
	customerKept   = 400 * 24 * time.Hour
	namesKept      = 30 * 24 * time.Hour
	touchpointKept = 30 * 24 * time.Hour
)
