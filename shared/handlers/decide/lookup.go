package decide

import (
	"context"
	"iter"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
)

// Rows are found through the lists of their scopes, since nothing else says
// which rows an object, or a customer, has. Whichever of two touchpoints comes
// first, the list that the other is decided by knows of it: a put of the scope
// fails that does not.

// mostRecent is how many of a scope's latest touchpoints are looked at for those
// of one object, and mostLatest of one that is solved and asks nobody: what comes
// out of order comes soon. Whoever has more in the days that matter gets a survey
// too many, and a ticket's opening again is not seen.
const (
	mostRecent = 100
	mostLatest = 20
)

// about yields the rows of other touchpoints of the same object that were
// decided since a day, latest first, as far as so many in the scopes' lists tell
// of them. The rows of the first scope's last decision are all written.
func (h *Handler) about(ctx context.Context, t *heed.Touchpoint, since heed.Day, most int, heads []*records.Head) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		for _, head := range heads[1:] {
			if err := h.settle(ctx, head); err != nil {
				yield(nil, err)
				return
			}
		}
		list := recent(since, heads)
		for row, err := range h.others(ctx, t, list[:min(len(list), most)], 1) {
			if (err != nil || row.Source == t.Source && row.Object == t.Object) && !yield(row, err) {
				return
			}
		}
	}
}

// others yields the rows of those decided touchpoints that are not t, in order,
// so many of them read at once. It ends with the first error.
func (h *Handler) others(ctx context.Context, t *heed.Touchpoint, list []sampling.Decided, atOnce int) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		list = slices.DeleteFunc(list, func(d sampling.Decided) bool { return d.ID == t.ID() })
		for some := range slices.Chunk(list, atOnce) {
			rows, err := h.rowsOf(ctx, some)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
		}
	}
}

// rowsOf reads the rows of decided touchpoints, all at once.
func (h *Handler) rowsOf(ctx context.Context, list []sampling.Decided) ([]*heed.Row, error) {
	if len(list) == 1 {
		return h.rows(ctx, list[0])
	}
	group, ctx := errgroup.WithContext(ctx)
	parts := make([][]*heed.Row, len(list))
	for i, d := range list {
		group.Go(func() (err error) {
			parts[i], err = h.rows(ctx, d)
			return err
		})
	}
	err := group.Wait()
	return slices.Concat(parts...), err
}

// recent lists what was decided in the scopes since a day, latest first.
func recent(since heed.Day, heads []*records.Head) []sampling.Decided {
	var list []sampling.Decided
	for _, head := range heads {
		for _, d := range slices.Backward(slices.Concat(head.Older, head.Scope.Decided)) {
			if d.Day >= since {
				list = append(list, d)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b sampling.Decided) int { return int(b.Day - a.Day) })
	return list
}

// rows reads the rows of a decided touchpoint. A list has its day in UTC; a row
// is found under that of the team's zone. Those that can't be read are for people
// to see to, and hold nothing up.
func (h *Handler) rows(ctx context.Context, d sampling.Decided) ([]*heed.Row, error) {
	first := heed.DayOf(d.Day.Start(time.UTC), h.Config.Zone)
	last := heed.DayOf((d.Day + 1).Start(time.UTC).Add(-1), h.Config.Zone)
	for day := first; day <= last; day++ {
		rows, err := h.Store.Consistent().Touchpoint(ctx, day, d.ID)
		if records.Damaged(err) {
			h.Log.Error("row not readable", "touchpoint", d.ID.String(), "cause", err.Error())
			return nil, nil
		}
		if err != nil || len(rows) > 0 {
			return rows, err
		}
	}
	return nil, nil
}
