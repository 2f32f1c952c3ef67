package rollup_test

import (
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table/tabletest"
)

// forgets takes out of all rows what their customers answered.
func (r *room) forgets(rows []*heed.Row, at time.Time) {
	r.Helper()
	for _, row := range rows {
		if row.Response == nil {
			continue
		}
		for _, mark := range []func() error{
			func() error { return r.store().PutMark(r.Context(), row.Day, at) },
			func() error { return r.store().PutForgotten(r.Context(), row.Day, at) },
		} {
			if err := mark(); err != nil {
				r.Fatal(err)
			}
		}
		_, err := r.store().ChangeRow(r.Context(), row.RowRef, func(r *heed.Row) error { r.Forget(at); return nil })
		if err != nil {
			r.Fatal(err)
		}
	}
}

// answered is how many answers a sheet counts.
func (r *room) answeredOn(name, period string) uint64 {
	r.Helper()
	var sheet struct {
		Whole struct{ Figure struct{ Answered uint64 } }
	}
	if found, err := r.store().Sheet(r.Context(), "support", name, period, &sheet); err != nil || !found {
		r.Fatal(found, err)
	}
	return sheet.Whole.Figure.Answered
}

// Sheets are patient, but not with what was forgotten: they are made anew by the
// next roll-up, or where that goes wrong, by the one after it. Marks are taken off
// only then.
func TestForgottenIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	for _, mishap := range append([]tabletest.Mishap{""}, tabletest.Mishaps...) {
		for n := 60; ; n += 330 {
			r := newRoom(t, utc)
			rows := r.rows(21, 40, noon, 3)
			r.put(rows...)
			for _, row := range rows {
				if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
					t.Fatal(err)
				}
			}
			r.tick(noon)
			if r.answeredOn("scores/team", "2026-Q4") == 0 {
				t.Fatal("nobody answered")
			}
			at := noon.Add(time.Minute)
			r.forgets(rows, at)
			at, met := at.Add(6*time.Minute), false
			if mishap != "" {
				life := &tabletest.Life{N: n, Mishap: mishap}
				_ = r.handler(at, life.Table(r.table)).Tick(t.Context())
				met = life.Met()
				at = at.Add(time.Minute)
			}
			r.tick(at)
			for _, name := range []string{"scores/", "scores/team"} {
				if left := r.answeredOn(name, "2026-Q4"); left > 0 {
					t.Errorf("%s: %d answers are left on %s after operation %d", mishap, left, name, n)
				}
			}
			r.tick(at.Add(time.Minute))
			if marks, err := r.store().Forgotten(t.Context()); err != nil || len(marks) > 0 {
				t.Errorf("%d marks are left (%v)", len(marks), err)
			}
			if !met {
				break
			}
		}
	}
}
