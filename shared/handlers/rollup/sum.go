package rollup

import (
	"context"
	"iter"
	"sync"
	"sync/atomic"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/records"
)

// readers is how many partitions are read at once. Each holds one page of rows,
// 1 MB, so memory does not grow with their number; more readers than
// processors, because most of a small day is waiting for answers.
const readers = 8

// A reading is the partitions of some days, read by several at once.
type reading struct {
	store records.Store
	days  []heed.Day
	next  atomic.Int64 // of all days' partitions

	mu     sync.Mutex
	failed map[heed.Day]error
}

// sum makes the cells of days, and says which of them could not be read whole:
// of those there are none.
func (h *Handler) sum(ctx context.Context, days []heed.Day) (map[cells.Key]*cells.Cell, map[heed.Day]error) {
	r := &reading{store: h.Store, days: days, failed: map[heed.Day]error{}}
	var group sync.WaitGroup
	var parts [readers]map[cells.Key]*cells.Cell
	for i := range parts {
		group.Go(func() { parts[i] = cells.Of(r.rows(ctx)) })
	}
	group.Wait()
	all := cells.Sum(parts[:]...)
	for key := range all {
		if r.failed[key.Day] != nil {
			delete(all, key)
		}
	}
	return all, r.failed
}

// rows yields the rows of whichever partitions nobody else has taken.
func (r *reading) rows(ctx context.Context) iter.Seq[*heed.Row] {
	return func(yield func(*heed.Row) bool) {
		for {
			n := int(r.next.Add(1)) - 1
			if n >= len(r.days)*records.Shards {
				return
			}
			day := r.days[n/records.Shards]
			for row, err := range r.store.Shard(ctx, day, uint8(n%records.Shards)) {
				if err != nil {
					r.fail(day, err)
				} else if !yield(row) {
					return
				}
			}
		}
	}
}

func (r *reading) fail(day heed.Day, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed[day] = err
}
