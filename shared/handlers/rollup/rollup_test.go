package rollup_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table/tabletest"
)

var (
	utc  = fmt.Sprintf(text, "UTC")
	noon = time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)
)

// fresh is what a first roll-up makes of rows, all of whose days are marked.
func fresh(t testing.TB, rows []*heed.Row, at time.Time) map[string]string {
	r := newRoom(t, utc)
	r.put(rows...)
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, at); err != nil {
			t.Fatal(err)
		}
	}
	r.tick(at)
	return r.stored()
}

// Answers that come late, or change, and what is erased restate their days and
// months: what is stored is what a first roll-up of the rows as they are makes.
func TestChangesRestateTheirDays(t *testing.T) {
	r := newRoom(t, utc)
	rows := r.rows(1, 300, noon, 12) // some in October, some in November
	r.put(rows...)
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
			t.Fatal(err)
		}
	}
	r.tick(noon)
	now := noon.Add(9 * 24 * time.Hour)
	r.tick(now) // all days lie behind now
	silent := slices.IndexFunc(rows, func(r *heed.Row) bool { return r.Invitation != nil && r.Response == nil })
	told := slices.IndexFunc(rows, func(r *heed.Row) bool { return r.Response != nil })
	for _, c := range []struct {
		name   string
		row    *heed.Row
		marked bool
		change func(*heed.Row)
	}{
		{"a late answer", rows[silent], false, answer(1, now)},
		{"an answer that changes, as the first confirmed did not", rows[silent], true, answer(5, now)},
		{"a bounce", rows[told], true, func(r *heed.Row) { r.Invitation.Fate, r.Invitation.Failed = heed.Bounced, now }},
		{"an erasure, which leaves the touchpoint", rows[told], true, func(r *heed.Row) { r.Response = nil }},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.marked {
				if err := r.store().PutMark(t.Context(), c.row.Day, now); err != nil {
					t.Fatal(err)
				}
			}
			before := r.stored()
			c.change(c.row)
			r.change(c.row, c.change)
			now = now.Add(time.Minute)
			r.tick(now)
			after := r.stored()
			if diff := cmp.Diff(fresh(t, rows, now), after); diff != "" {
				t.Errorf("first roll-up of the same rows (-want +got):\n%s", diff)
			}
			if maps.Equal(before, after) {
				t.Error("nothing changed")
			}
		})
	}
	whole, err := r.store().Cells(t.Context(), rows[told].Program, "", rows[told].Day, rows[told].Day)
	if err != nil {
		t.Fatal(err)
	}
	n := uint64(0)
	for _, row := range rows {
		if row.Program == rows[told].Program && row.Day == rows[told].Day {
			n++
		}
	}
	if got := whole[key(rows[told].Program, "", "", rows[told].Day)].Population().N; got != n {
		t.Errorf("%d touchpoints after an erasure, want %d", got, n)
	}
}

// Cells and spans of stored ones are what cells.Of makes of the rows.
func TestSpansAreTheRows(t *testing.T) {
	r := newRoom(t, utc)
	rows := r.rows(2, 400, noon, 70) // three months
	r.put(rows...)
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
			t.Fatal(err)
		}
	}
	r.tick(noon)
	last := heed.DayOf(noon, time.UTC)
	october := heed.MonthOf(last - 10).First
	for _, days := range [][2]heed.Day{{last - 70, last}, {october, october + 30}, {october - 1, october + 31}, {october + 1, october + 30}, {last - 2, last}, {october - 61, october + 61}, {last, last - 1}} {
		for _, dim := range []string{"", "team", cells.Answer} {
			got, err := r.store().Span(t.Context(), "support", dim, days[0], days[1])
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]*cells.Cell{}
			for key, c := range cells.Of(slices.Values(rows), nil) {
				if key.Program == "support" && key.Dim == dim && days[0] <= key.Day && key.Day <= days[1] {
					want[key.Value] = cells.Merge(want[key.Value], c)
				}
			}
			if diff := cmp.Diff(spelled(t, want), spelled(t, got)); diff != "" {
				t.Errorf("%s by %q: %s", days, dim, diff)
			}
		}
	}
}

func spelled(t *testing.T, all map[string]*cells.Cell) map[string]string {
	t.Helper()
	out := map[string]string{}
	for value, c := range all {
		data, err := c.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		out[value] = string(data)
	}
	return out
}

// Whichever operation of a roll-up goes wrong, and however: the next makes the
// same bytes as if nothing had.
func TestMishaps(t *testing.T) {
	t.Parallel()
	first, second := newRoom(t, utc).rows(3, 40, noon, 5), newRoom(t, utc).rows(4, 6, noon.Add(time.Hour), 1)
	want := fresh(t, slices.Concat(first, second), noon.Add(2*time.Hour))
	for _, mishap := range tabletest.Mishaps {
		t.Run(string(mishap), func(t *testing.T) {
			t.Parallel()
			for n := 1; ; n += 25 {
				r := newRoom(t, utc)
				r.put(first...)
				for _, row := range first {
					if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
						t.Fatal(err)
					}
				}
				r.tick(noon)
				r.put(second...)
				life := &tabletest.Life{N: n, Mishap: mishap}
				err := r.handler(noon.Add(time.Hour), life.Table(r.table)).Tick(t.Context())
				if !life.Met() {
					return
				}
				r.tick(noon.Add(time.Hour + time.Minute)) // while the one that died could still be at work
				r.tick(noon.Add(2 * time.Hour))
				if diff := cmp.Diff(want, r.stored()); diff != "" {
					t.Fatalf("operation %d (%v): %s", n, err, diff)
				}
			}
		})
	}
}

// Two that roll up at once, while rows change, leave nothing that the next
// does not make right.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc)
	rows := r.rows(5, 120, noon, 2)
	for n := 0; n < len(rows); n += 20 {
		r.put(rows[n : n+10]...)
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() { _ = r.handler(noon, r.table).Tick(context.Background()) })
		}
		both.Go(func() { r.put(rows[n+10 : n+20]...) })
		both.Wait()
	}
	r.tick(noon.Add(10 * time.Minute))
	if diff := cmp.Diff(fresh(t, rows, noon.Add(10*time.Minute)), r.stored()); diff != "" {
		t.Error(diff)
	}
}

// Rolling up again writes the roll-up's place and nothing else.
func TestTheSameAgainWritesNothing(t *testing.T) {
	r := newRoom(t, utc)
	r.put(r.rows(6, 100, noon, 2)...)
	r.tick(noon)
	before := r.stored()
	r.table.Meter = newMeter()
	r.tick(noon.Add(time.Minute))
	if units := r.table.Meter.Reset().Write; units != 1 {
		t.Errorf("%v write units, want the 1 of the roll-up's place", units)
	}
	if diff := cmp.Diff(before, r.stored()); diff != "" {
		t.Error(diff)
	}
}
