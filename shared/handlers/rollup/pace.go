package rollup

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// pace sets the pace of each program that has a budget. What it looks at is
// what was expected to be asked, never who was: a pace that followed the draws
// would make chances depend on them.
func (h *Handler) pace(ctx context.Context, now time.Time) error {
	old, err := h.Store.Paces(ctx)
	if err != nil {
		return err
	}
	budgeted := h.budgeted()
	if len(budgeted) == 0 {
		return h.Store.PutPaces(ctx, nil) // a write only where there was one
	}
	held, version, err := h.Store.HeldBack(ctx)
	if err != nil {
		return err
	}
	paces, before := map[string]uint32{}, maps.Clone(held)
	for _, p := range budgeted {
		pace, known := old[p.Name]
		if !known {
			pace = heed.PPB
		}
		paced := &paced{now: now, zone: h.Config.Zone, share: effective(p, pace), held: held[p.Name]}
		if paced.expected, err = h.expected(ctx, p.Name, paced.today()); err != nil {
			return err
		}
		next := paced.next(p.Budget)
		if held[p.Name] = paced.held; len(paced.held) == 0 {
			delete(held, p.Name)
		}
		if next < heed.PPB {
			paces[p.Name] = next
		}
	}
	if !maps.EqualFunc(before, held, slices.Equal) {
		if err := h.Store.PutHeldBack(ctx, held, version); err != nil {
			return fmt.Errorf("pace: %w", err)
		}
	}
	return h.Store.PutPaces(ctx, paces)
}

func (h *Handler) budgeted() []*surveys.Program {
	var out []*surveys.Program
	for i := range h.Config.Programs {
		if p := &h.Config.Programs[i]; p.Budget != (surveys.Budget{}) {
			out = append(out, p)
		}
	}
	return out
}

// expected reads how many invitations were to be expected, in PPB, on the days
// that a pace is made from.
func (h *Handler) expected(ctx context.Context, program string, today heed.Day) (map[heed.Day]uint64, error) {
	all, err := h.Store.Consistent().Cells(ctx, program, "", sampling.CourseSince(today), today)
	if err != nil {
		return nil, err
	}
	out := map[heed.Day]uint64{}
	for key, c := range all {
		out[key.Day] = c.Population().Expected.Lo // 2^64 is 18 thousand million invitations
	}
	return out, nil
}

// effective is the share of its full rate that a program runs at under a pace:
// no less than its floor is of its highest rate, and no less than one
// thousandth, since what is nothing can't be told apart from what is held back.
func effective(p *surveys.Program, pace uint32) uint32 {
	highest := p.Rate
	for i := range p.Strata {
		highest = max(highest, p.Strata[i].Rate)
	}
	least := uint64(heed.PPB / 1000)
	if highest > 0 {
		least = max(least, uint64(p.Floor)*heed.PPB/uint64(highest))
	}
	return uint32(min(max(uint64(pace), least), heed.PPB))
}

// paced is a program under a pace, up to now.
type paced struct {
	now      time.Time
	zone     *time.Location
	share    uint32              // of the full rate, in PPB, that was in force since the last look
	expected map[heed.Day]uint64 // by day, in PPB
	held     []records.Held      // beyond that
}

func (p *paced) today() heed.Day { return heed.DayOf(p.now, p.zone) }

// next returns the pace from now on, and accounts for what was held back so far.
func (p *paced) next(b surveys.Budget) uint32 {
	if p.share < heed.PPB {
		p.account()
	}
	pace := sampling.Pace(b, p.course().Spending(p.now, p.zone))
	if p.share == heed.PPB && pace < heed.PPB {
		p.account() // nothing yet, but from here on
	}
	p.held = slices.DeleteFunc(p.held, func(h records.Held) bool { return h.Day < p.today()-sampling.Remembered })
	return pace
}

// course is what was to be expected so far, and with what was held back of it
// the demand.
func (p *paced) course() sampling.Course {
	demand := make(map[heed.Day]float64, len(p.expected))
	for day, expected := range p.expected {
		demand[day] = float64(expected)
	}
	for _, h := range p.held {
		demand[h.Day] += float64(h.Held)
	}
	return sampling.Course{Expected: p.expected, Demand: demand}
}

// account adds what was held back of what is expected beyond what was seen.
func (p *paced) account() {
	today := p.today()
	from := today - 1
	if n := len(p.held); n > 0 {
		from = max(p.held[n-1].Day, today-sampling.Remembered)
	}
	for d := from; d <= today; d++ {
		p.at(d).see(p.expected[d], p.share)
	}
}

// at returns what is held of a day, which is no earlier than any other.
func (p *paced) at(d heed.Day) *held {
	if n := len(p.held); n == 0 || p.held[n-1].Day != d {
		p.held = append(p.held, records.Held{Day: d})
	}
	return (*held)(&p.held[len(p.held)-1])
}

type held records.Held

func (h *held) see(expected uint64, share uint32) {
	if expected > h.Seen {
		h.Held += uint64(float64(expected-h.Seen) * (heed.PPB - float64(share)) / float64(share))
	}
	h.Seen = expected
}
