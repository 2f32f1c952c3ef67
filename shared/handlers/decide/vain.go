package decide

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"heed/shared/heed"
	"heed/shared/outbound"
)

// later has a touchpoint wait for its vendor.
func (q *question) later(ctx context.Context, t *heed.Touchpoint, why error) error {
	if ctx.Err() == nil { // else it was we who had no time
		q.vain(ctx, t, why, false)
	}
	return &waits{why}
}

// unresolved tells the operator of a touchpoint that is decided without its
// customer, since nobody could say who it was.
func (q *question) unresolved(ctx context.Context, t *heed.Touchpoint, why error) {
	q.Log.Warn("customer not resolved", "source", t.Source, "touchpoint", t.ID().String(), "cause", why.Error())
	q.vain(ctx, t, why, true)
}

// vain counts what a vendor was asked in vain, for the operator's eye alone:
// that it can't be written down holds no decision up. It costs as good as
// nothing, and nothing at all while vendors answer.
func (h *Handler) vain(ctx context.Context, t *heed.Touchpoint, why error, unresolved bool) {
	now := h.Now()
	one := &heed.Tally{Source: t.Source, Day: heed.DayOf(now, h.Config.Zone)}
	one.InVain(troubleOf(why), unresolved, now)
	h.book.Add(one)
	counted, _ := h.book.Due(t.Source, 1, now, time.Minute)
	for i := range counted {
		rand.Read(counted[i].ID[:]) // never fails
		if err := h.Store.PutTally(ctx, &counted[i]); err != nil {
			h.book.Add(&counted[i])
			h.Log.Warn("counts not stored", "source", t.Source, "cause", err.Error())
		}
	}
}

// troubleOf is what is wrong with a vendor that did not say what it was asked.
// Whatever is not the call's failure is that of what it answered.
func troubleOf(why error) heed.Trouble {
	var later *outbound.Later
	if errors.As(why, &later) {
		return later.Trouble
	}
	return heed.TroubleStrange
}
