package rollup

import (
	"context"
	"sync"
	"sync/atomic"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/records"
)

// Partitions are read by so many at once, because most of a small day is waiting
// for answers, and summed by fewer, since each holds cells of its own: as many as
// a function has processors. Rows pass between them in handfuls, or a few more, since
// cells want the rows of one touchpoint together: they are neighbours in a partition.
const (
	readers = 8
	summers = 2
	handful = 256
)

// A reading is the partitions of some days, read by several at once.
type reading struct {
	store records.Store
	days  []heed.Day
	next  atomic.Int64 // of all days' partitions
	rows  chan []*heed.Row

	mu     sync.Mutex
	failed map[heed.Day]error
}

// sum makes the cells of days, and says which of them could not be read whole:
// of those there are none.
func (h *Handler) sum(ctx context.Context, days []heed.Day) (map[cells.Key]*cells.Cell, map[heed.Day]error) {
	r := &reading{store: h.Store, days: days, rows: make(chan []*heed.Row, summers), failed: map[heed.Day]error{}}
	var reads, sums sync.WaitGroup
	var parts [summers]map[cells.Key]*cells.Cell
	for range readers {
		reads.Go(func() { r.read(ctx) })
	}
	for i := range parts {
		sums.Go(func() { parts[i] = cells.Of(r.each, h.Reader) })
	}
	reads.Wait()
	close(r.rows)
	sums.Wait()
	all := cells.Sum(parts[:]...)
	for key := range all {
		if r.failed[key.Day] != nil {
			delete(all, key)
		}
	}
	return all, r.failed
}

// read hands on the rows of whichever partitions nobody else has taken.
func (r *reading) read(ctx context.Context) {
	for {
		n := int(r.next.Add(1)) - 1
		if n >= len(r.days)*records.Shards {
			return
		}
		day, some := r.days[n/records.Shards], []*heed.Row(nil)
		for row, err := range r.store.Shard(ctx, day, uint8(n%records.Shards)) {
			if err != nil {
				r.fail(day, err)
				continue
			}
			if n := len(some); n >= handful && some[n-1].ID.Touchpoint() != row.ID.Touchpoint() {
				r.rows <- some
				some = nil
			}
			some = append(some, row)
		}
		r.rows <- some
	}
}

// each yields the rows that nobody else has taken.
func (r *reading) each(yield func(*heed.Row) bool) {
	for some := range r.rows {
		for _, row := range some {
			if !yield(row) {
				return
			}
		}
	}
}

func (r *reading) fail(day heed.Day, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed[day] = err
}
