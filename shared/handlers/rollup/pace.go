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
		paced := newPaced(p, pace, now, h.Config.Zone, held[p.Name])
		if paced.days, err = h.taken(ctx, p.Name, paced.today()); err != nil {
			return err
		}
		next := paced.next(p.Budget)
		held[p.Name] = paced.held
		if next < heed.PPB {
			paces[p.Name] = next
		}
	}
	forget(held, heed.DayOf(now, h.Config.Zone))
	if !maps.EqualFunc(before, held, slices.Equal) {
		if err := h.Store.PutHeldBack(ctx, held, version); err != nil {
			return fmt.Errorf("pace: %w", err)
		}
	}
	return h.Store.PutPaces(ctx, paces)
}

// forget drops the days that no forecast looks at any more. A program that has
// no budget keeps the others, since it may have one again tomorrow.
func forget(held map[string][]records.Held, today heed.Day) {
	for program := range held {
		held[program] = slices.DeleteFunc(slices.Clone(held[program]), func(h records.Held) bool { return h.Day < today-sampling.Remembered })
	}
	maps.DeleteFunc(held, func(_ string, days []records.Held) bool { return len(days) == 0 })
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

// taken reads what the days that a pace is made from have come to.
func (h *Handler) taken(ctx context.Context, program string, today heed.Day) (map[heed.Day]taken, error) {
	all, err := h.Store.Consistent().Cells(ctx, program, "", sampling.CourseSince(today), today)
	if err != nil {
		return nil, err
	}
	out := map[heed.Day]taken{}
	for key, c := range all {
		out[key.Day] = takenBy(c.Population())
	}
	return out, nil
}
