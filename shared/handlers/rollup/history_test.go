package rollup_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// month's end, so that 30 days of history fill the month as 300 do.
var monthsEnd = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

// history is a room with rows on each of so many days, rolled up. The days that
// two of them have in common are alike.
func history(t *testing.T, days, perDay int) *room {
	t.Helper()
	r := newRoom(t, utc)
	var rows []*heed.Row
	for d := range days {
		at := monthsEnd.AddDate(0, 0, -d)
		rows = append(rows, r.ofDay(at, 0, perDay)...)
		if err := r.store().PutMark(t.Context(), heed.DayOf(at, time.UTC), monthsEnd.Add(-time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	r.putAll(rows)
	r.tick(monthsEnd)
	return r
}

func (r *room) ofDay(at time.Time, from, n int) []*heed.Row {
	rnd := rand.New(rand.NewPCG(uint64(at.Unix()), uint64(from)))
	var rows []*heed.Row
	for i := range n {
		rows = append(rows, r.row(rnd, fmt.Sprint("ticket:", at.Unix(), "-", from+i), at))
	}
	return rows
}

// What a roll-up reads and writes after the same new rows does not grow with
// the days that lie behind: of other months none is read, and of the same month
// its cells alone, which are of more rows then.
func TestUnitsDoNotGrowWithHistory(t *testing.T) {
	const fresh = 10
	for _, c := range []struct {
		days, more  int
		perDay      int
		read, write float64 // how many times as many units, at most
	}{
		{days: 30, more: 300, perDay: 8, read: 1.03, write: 1.03},
		{days: 3, more: 30, perDay: 20, read: 1.06, write: 1.2},
	} {
		t.Run(fmt.Sprint(c.days, "-", c.more), func(t *testing.T) {
			t.Parallel()
			var cost []table.Units
			for _, days := range []int{c.days, c.more} {
				r := history(t, days, c.perDay)
				r.putAll(r.ofDay(monthsEnd, c.perDay, fresh))
				r.table.Meter = newMeter()
				r.tick(monthsEnd.Add(15 * time.Minute))
				cost = append(cost, r.table.Meter.Reset())
			}
			if few, many := cost[0], cost[1]; few.Write < fresh || many.Read > c.read*few.Read || many.Write > c.write*few.Write {
				t.Errorf("after %d days %+v, after %d %+v", c.days, few, c.more, many)
			}
		})
	}
}
