package report

import (
	"cmp"
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/records"
)

// The decisions whose reasons the dashboard counts: those of the last days of
// the period, and not so many that a page takes long.
const (
	reasonDays = 7
	reasonRows = 20_000
)

// readers is how many of a day's partitions are read at once. Most are small or
// empty, and reading them is waiting.
const readers = 8

func (h *Handler) reasons(ctx context.Context, p period) ([]boards.ReasonCount, error) {
	counts, rows := map[heed.Reason]uint64{}, uint64(0)
	for day := p.last; day >= p.first && day > p.last-reasonDays && rows < reasonRows; day-- {
		ofDay, err := h.reasonsOf(ctx, day)
		if err != nil {
			return nil, err
		}
		for reason, n := range ofDay {
			counts[reason] += n
			rows += n
		}
	}
	var out []boards.ReasonCount
	for reason, n := range counts {
		out = append(out, boards.ReasonCount{Reason: reason, Count: n})
	}
	slices.SortFunc(out, func(a, b boards.ReasonCount) int { return cmp.Compare(a.Reason, b.Reason) })
	return out, nil
}

func (h *Handler) reasonsOf(ctx context.Context, day heed.Day) (map[heed.Reason]uint64, error) {
	var parts [records.Shards]map[heed.Reason]uint64
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(readers)
	for shard := range parts {
		group.Go(func() error {
			part := map[heed.Reason]uint64{}
			parts[shard] = part
			for row, err := range h.Store.Shard(ctx, day, uint8(shard)) {
				if err != nil {
					return err
				}
				part[row.Reason]++
			}
			return nil
		})
	}
	err := group.Wait()
	all := map[heed.Reason]uint64{}
	for _, part := range parts {
		for reason, n := range part {
			all[reason] += n
		}
	}
	return all, err
}
