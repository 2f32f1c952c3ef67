package report

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/shared/former"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sampling"
)

// quiet is how many days Heed leaves people in peace who were asked elsewhere:
// as long as the program that leaves them longest.
func (h *Handler) quiet() int {
	days := h.Config.Quiet
	for i := range h.Config.Programs {
		days = max(days, h.Config.Programs[i].Quiet)
	}
	return days
}

// quietUntil is the first day on which who was asked then may be asked again,
// counted as the decision of an invitation counts it.
func (h *Handler) quietUntil(asked time.Time) heed.Day {
	return heed.DayOf(asked, time.UTC) + heed.Day(heed.LapsesAfter/(24*time.Hour)) + heed.Day(h.quiet())
}

// A peace is what has to be kept for one customer.
type peace struct {
	customer heed.Hash
	why      sampling.Suppression
	until    heed.Day // 0 if no quiet period runs
	repeated int      // how many more entries were of the same customer

	suppressed, quieted bool // what was changed
}

// peace makes of entries what has to be kept, once for each customer: the
// suppression that stands, the last time of asking. It refuses what it cannot take.
func (h *Handler) peace(people []known, ring *keyring.Ring, out *imported) []*peace {
	var all []*peace
	of := map[heed.Hash]*peace{}
	today := heed.DayOf(h.Now(), time.UTC)
	for i := range people {
		email, why, asked, err := people[i].read(h.Now())
		if err != "" {
			out.Refused = append(out.Refused, refused{i, err})
			continue
		}
		customer := ring.Address(email)
		p := of[customer]
		if p == nil {
			p = &peace{customer: customer}
			of[customer], all = p, append(all, p)
		} else {
			p.repeated++
		}
		p.why = p.why.Or(why)
		if until := h.quietUntil(asked); !asked.IsZero() && until > today {
			p.until = max(p.until, until)
		}
	}
	return all
}

var suppressions = map[string]sampling.Suppression{
	"": 0, "unsubscribed": sampling.Unsubscribed, "bounced": sampling.AddressBounced, "complained": sampling.ReportedSpam,
}

// read checks an entry; wrong says what is wrong with it.
func (k *known) read(now time.Time) (email string, why sampling.Suppression, asked time.Time, wrong string) {
	email, ok := former.Address(k.Email)
	if !ok {
		return "", 0, asked, "email is not an address that mail could reach"
	}
	if why, ok = suppressions[k.Suppressed]; !ok {
		return "", 0, asked, "suppressed is none of unsubscribed, bounced, complained"
	}
	if k.AskedAt != "" {
		var err error
		switch asked, err = time.Parse(time.RFC3339, k.AskedAt); {
		case err != nil:
			return "", 0, asked, "asked_at is not a time as in RFC 3339"
		case asked.Before(former.First):
			return "", 0, asked, "asked_at lies before 2000"
		case asked.After(now):
			return "", 0, asked, "asked_at lies in the future"
		}
	}
	if why == 0 && k.AskedAt == "" {
		return "", 0, asked, "neither suppressed nor asked_at is given"
	}
	return email, why, asked, ""
}

// atOnce is how many customers are written at a time.
const atOnce = 16

// keepPeace writes what is not so yet, several customers at once.
func (h *Handler) keepPeace(ctx context.Context, people []*peace, dry bool) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, p := range people {
		group.Go(func() error { return h.keep(ctx, p, dry) })
	}
	return group.Wait()
}

// keep writes one customer's. Each write is idempotent and none undoes
// another, so that it does not matter who else writes, or where this ends.
func (h *Handler) keep(ctx context.Context, p *peace, dry bool) error {
	suppressed, hushed, err := h.Store.Peace(ctx, p.customer, p.why)
	if err != nil {
		return err
	}
	p.suppressed = p.why != 0 && !suppressed
	p.quieted = p.until > hushed
	if p.suppressed && !dry {
		if err := h.Store.Suppress(ctx, p.customer, p.why); err != nil {
			return fmt.Errorf("suppress: %w", err)
		}
	}
	if p.quieted && !dry {
		if err := h.Store.Hush(ctx, p.customer, p.until); err != nil {
			return fmt.Errorf("hush: %w", err)
		}
	}
	return nil
}
