package rollup_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table/tabletest"
)

// A roll-up whose queries don't see what it has just written makes the same
// cells and figures as any other, and closes no month over days it did not see.
func TestMonthsOnALaggingTable(t *testing.T) {
	r := newRoom(t, utc)
	rows := r.rows(1, 300, noon, 12) // some in October, some in November
	r.put(rows...)
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 4 { // each begins long after what the last wrote is seen
		at := noon.Add(time.Duration(n) * 15 * time.Minute)
		if err := r.handler(at, tabletest.Lagging(r.table)).Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	touchpoints := func(all map[string]*cells.Cell, err error) (n uint64) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range all {
			n += c.Population().N
		}
		return n
	}
	whole := heed.MonthOf(heed.DayOf(noon, time.UTC) - 10)
	first, last := whole.First, whole.Last
	month := touchpoints(r.store().Span(t.Context(), "support", "", first, last))
	days := touchpoints(r.store().Span(t.Context(), "support", "", first, last-1)) + touchpoints(r.store().Span(t.Context(), "support", "", last, last))
	if month != days || month == 0 {
		t.Errorf("October: its days hold %d touchpoints, its closed month %d", days, month)
	}
	if diff := cmp.Diff(fresh(t, rows, noon), r.stored()); diff != "" {
		t.Errorf("first roll-up of the same rows (-want +got):\n%s", diff)
	}
}
