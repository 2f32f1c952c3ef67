package rollup

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

// days lists the days to recompute, in order: those whose rows may have been
// decided since the last roll-up, or changed without a mark (heed.Row.Late),
// those with new answers, and those marked.
func (h *Handler) days(ctx context.Context, now time.Time, marks []records.Mark) ([]heed.Day, error) {
	last, err := h.Store.RolledUp(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the last roll-up: %w", err)
	}
	if last.IsZero() {
		last = now
	}
	if now.Before(last) {
		last = now // the clock went back
	}
	last = last.Add(-overlap)
	set := map[heed.Day]bool{}
	for d := heed.DayOf(last.Add(-heed.RolledUpFor), h.Config.Zone); d <= heed.DayOf(now, h.Config.Zone); d++ {
		set[d] = true
	}
	for _, m := range marks {
		set[m.Day] = true
	}
	for ref, err := range h.Store.AnsweredSince(ctx, last) {
		if err != nil {
			return nil, fmt.Errorf("read answers: %w", err)
		}
		set[ref.Day] = true
	}
	return slices.Sorted(maps.Keys(set)), nil
}

// atATime is how many days are held in memory together, as cells.
const atATime = 7

// runs cuts ascending days into runs of neighbours, of atATime at most.
func runs(days []heed.Day) [][]heed.Day {
	var out [][]heed.Day
	for from, i := 0, 1; i <= len(days); i++ {
		if i == len(days) || days[i] != days[i-1]+1 || i-from == atATime {
			out = append(out, days[from:i])
			from = i
		}
	}
	return out
}

// without returns the days that did not fail.
func without(days []heed.Day, failed map[heed.Day]error) []heed.Day {
	return slices.DeleteFunc(slices.Clone(days), func(d heed.Day) bool { return failed[d] != nil })
}
