package rollup_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/table"
)

// A row that cannot be read is heard of at every tick and holds up its own day
// alone: the others are rolled up, marks are taken off, the day is audited, and
// no more days are read than without it. Once it is gone, its day follows.
func TestOneDamagedRow(t *testing.T) {
	r := newRoom(t, utc)
	rows := r.rows(1, 60, noon, 3)
	r.put(rows...)
	broken := rows[0].Day
	damaged := records.RowKey(rows[0].RowRef)
	damaged.SK = bytes.Clone(damaged.SK)
	damaged.SK[15] ^= 1
	if err := r.table.PutIfAbsent(t.Context(), table.Item{Key: damaged, Data: []byte{9, 9}}); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
			t.Fatal(err)
		}
	}
	now := noon.Add(12 * time.Hour)
	tick := func() error {
		now = now.Add(24 * time.Hour)
		return r.handler(now, r.table).Tick(t.Context())
	}
	for range 5 {
		if err := tick(); err == nil || !strings.Contains(err.Error(), "roll up "+broken.String()) {
			t.Fatalf("heard %v, want word of %s", err, broken)
		}
	}
	if at, err := r.store().RolledUp(t.Context()); err != nil || !at.Equal(now) {
		t.Errorf("last rolled up at %s, %v, want %s", at, err, now)
	}
	if day, _, err := r.store().Audited(t.Context()); err != nil || day != heed.DayOf(now, time.UTC)-1 {
		t.Errorf("last audited %s, %v", day, err)
	}
	if marks, err := r.store().Marks(t.Context()); err != nil || len(marks) != 1 || marks[0].Day != broken {
		t.Errorf("marks %v, %v, want one of %s", marks, err, broken)
	}
	want := fresh(t, rows, now)
	of := map[heed.Day]uint64{broken: 0}
	for _, row := range rows {
		if row.Day != broken && row.Program == "support" {
			of[row.Day]++
		}
	}
	for day, n := range of {
		if got := r.summed(day); got != n {
			t.Errorf("%s has %d touchpoints, want %d", day, got, n)
		}
	}
	if err := r.table.Delete(t.Context(), damaged, 0); err != nil {
		t.Fatal(err)
	}
	if err := tick(); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(want, r.stored()); diff != "" {
		t.Errorf("without the damaged row: %s", diff)
	}
}

// summed is how many touchpoints of support the day's cell holds.
func (r *room) summed(day heed.Day) uint64 {
	r.Helper()
	all, err := r.store().Cells(context.Background(), "support", "", day, day)
	if err != nil {
		r.Fatal(err)
	}
	return cells.Merge(all[key("support", "", "", day)]).Population().N
}

// A forecast's memory that can't be read holds up no pace.
func TestDamagedForecast(t *testing.T) {
	r := newRoom(t, strings.Replace(utc, "rate: 20%", "rate: 20%, budget: {day: 50}", 1))
	held := table.Item{Key: table.Key{PK: table.PacePK, SK: []byte("held")}, Data: []byte{1, 1, 9}}
	if err := r.table.PutIfAbsent(t.Context(), held); err != nil {
		t.Fatal(err)
	}
	if err := r.store().PutPaces(t.Context(), map[string]uint32{"support": 0}); err != nil {
		t.Fatal(err)
	}
	r.tick(noon)
	paces, err := r.store().Paces(t.Context())
	if pace, paced := paces["support"]; err != nil || paced && pace < heed.PPB {
		t.Errorf("paces %v, %v, want the full rate again", paces, err)
	}
}

// The audit of a day waits until the day could be read.
func TestAuditWaitsForItsDay(t *testing.T) {
	r := newRoom(t, utc)
	rows := r.rows(1, 60, noon, 1)
	r.put(rows...)
	day := heed.DayOf(noon, time.UTC)
	damaged := records.RowKey(heed.RowRef{Day: day, ID: heed.RowID{15: 1}})
	if err := r.table.PutIfAbsent(t.Context(), table.Item{Key: damaged, Data: []byte{9, 9}}); err != nil {
		t.Fatal(err)
	}
	next := noon.Add(13 * time.Hour)
	if err := r.handler(next, r.table).Tick(t.Context()); err == nil {
		t.Error("nothing is heard of it")
	}
	if audited, _, err := r.store().Audited(t.Context()); err != nil || audited == day {
		t.Errorf("audited %s, %v, which could not be read", audited, err)
	}
	if err := r.table.Delete(t.Context(), damaged, 0); err != nil {
		t.Fatal(err)
	}
	r.tick(next.Add(time.Hour))
	if audited, _, err := r.store().Audited(t.Context()); err != nil || audited != day {
		t.Errorf("audited %s, %v, want %s", audited, err, day)
	}
}

// A clock that was ahead, and went back, leaves out no day.
func TestClockGoesBack(t *testing.T) {
	r := newRoom(t, utc)
	r.tick(noon.AddDate(0, 0, 10))
	rows := r.rows(1, 60, noon, 1)
	r.put(rows...)
	r.tick(noon.Add(time.Hour))
	if diff := cmp.Diff(fresh(t, rows, noon.Add(time.Hour)), r.stored()); diff != "" {
		t.Error(diff)
	}
}
