package decide_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/shared/heed"
)

// Touchpoints of one customer that are decided at once, by several processes
// and each more than once, have one row in each program, and the ledger knows
// them all: a customer is free with the chance that earlier ones left.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	const touchpoints = 60
	s := story{kind: "ticket.closed"}
	c := s.begin(t).scene()
	defer c.close()
	var group errgroup.Group
	for range 3 {
		h := c.handler(noon, c.table)
		for n := range touchpoints {
			group.Go(func() error {
				for { // as the queue would, after a while
					err := h.Touchpoint(t.Context(), s.touchpoint(n))
					if heed.CodeOf(err) != heed.Unavailable {
						return err
					}
					time.Sleep(time.Millisecond)
				}
			})
		}
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	rows := c.rows()
	if len(rows) != 2*touchpoints { // programs seldom and hardly
		t.Fatalf("there are %d rows of %d touchpoints", len(rows), touchpoints)
	}
	slices.SortFunc(rows, func(a, b heed.Row) int {
		return cmp.Or(cmp.Compare(a.Version, b.Version), -cmp.Compare(a.Program, b.Program))
	})
	free := uint32(heed.PPB)
	for i, r := range rows {
		if r.Version != uint64(i/2) || r.Alpha != free {
			t.Fatalf("row %d is of version %d and free with chance %d, want %d", i, r.Version, r.Alpha, free)
		}
		free -= r.Pi
	}
}
