package rollup_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

// sheets is every sheet, as JSON, by program, name and period.
func (r *room) sheets() map[string]string {
	r.Helper()
	all := map[string]string{}
	for _, program := range []string{"support", "loyalty", heed.EveryProgram} {
		for _, item := range r.items(table.SheetPrefix + program) {
			name, period, ok := strings.Cut(string(item.SK), "\x00")
			if !ok || name == "" {
				continue // the contents
			}
			var sheet json.RawMessage
			if _, err := r.store().Sheet(r.Context(), program, name, period, &sheet); err != nil {
				r.Fatal(err)
			}
			all[fmt.Sprintf("%s %s %s", program, name, period)] = string(bytes.TrimSpace(sheet))
		}
	}
	return all
}

// wellAfter is when every sheet may be made again, however many cells it is of.
const wellAfter = 20 * 24 * time.Hour

// freshSheets is what a first roll-up of rows makes.
func freshSheets(t testing.TB, rows []*heed.Row, at time.Time) map[string]string {
	r := newRoom(t, utc)
	r.put(rows...)
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, at); err != nil {
			t.Fatal(err)
		}
	}
	r.tick(at)
	return r.sheets()
}

// What sheets say is what their cells say.
func TestSheetsAreTheirCells(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc)
	rows := r.rows(11, 300, noon, 70)
	r.put(rows...)
	for _, row := range rows {
		if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
			t.Fatal(err)
		}
	}
	r.tick(noon)
	p, today := r.config.Program("support"), heed.DayOf(noon, r.config.Zone)
	for _, name := range []string{sheets.Days, "2026-11", "2026-10", "2026-Q3", "2026-Q4", "2026"} {
		period, err := sheets.PeriodOf(name, today)
		if err != nil {
			t.Fatal(err)
		}
		var sheet sheets.Scores
		if found, err := r.store().Sheet(t.Context(), "support", "scores/team", name, &sheet); err != nil || !found {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		want, err := r.store().Span(t.Context(), "support", "team", period.First, period.Last)
		if err != nil {
			t.Fatal(err)
		}
		if len(sheet.Parts) != len(want) || len(want) < 2 {
			t.Fatalf("%s: %d teams, want %d", name, len(sheet.Parts), len(want))
		}
		sum := uint64(0)
		for _, part := range sheet.Parts {
			if n := want[part.Value].Population().N; part.Figure.Population != n {
				t.Errorf("%s, %s: %d touchpoints, want %d", name, part.Value, part.Figure.Population, n)
			}
			if part.Rest == nil || part.Change == nil || part.Place == nil {
				t.Errorf("%s, %s: compared with nothing", name, part.Value)
			}
			sum += part.Figure.Population
		}
		if sum != sheet.Whole.Figure.Population || sheet.Whole.Figure.Program != p.Name {
			t.Errorf("%s: the teams have %d touchpoints, all %+v", name, sum, sheet.Whole.Figure)
		}
	}
}

// However rows came, and whatever was changed late, the sheets come to be what
// a first roll-up makes of them.
func TestSheetsFollowTheirRows(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc)
	rows := r.rows(12, 60, noon, 40)
	for i := range 3 {
		at := noon.Add(time.Duration(i) * time.Hour)
		r.put(rows[i*20 : i*20+20]...)
		for _, row := range rows[i*20 : i*20+20] {
			if err := r.store().PutMark(t.Context(), row.Day, at); err != nil {
				t.Fatal(err)
			}
		}
		r.tick(at)
	}
	r.tick(noon.Add(wellAfter))
	if diff := cmp.Diff(freshSheets(t, rows, noon.Add(wellAfter)), r.sheets()); diff != "" {
		t.Error(diff)
	}
}

// Whichever operation goes wrong, and however: some roll-ups later the sheets
// are as if nothing had.
func TestSheetsAfterMishaps(t *testing.T) {
	t.Parallel()
	rows := newRoom(t, utc).rows(13, 30, noon, 1)
	want := freshSheets(t, rows, noon.Add(wellAfter))
	for _, mishap := range tabletest.Mishaps {
		t.Run(string(mishap), func(t *testing.T) {
			t.Parallel()
			for n := 150; ; n += 97 {
				r := newRoom(t, utc)
				r.put(rows...)
				life := &tabletest.Life{N: n, Mishap: mishap}
				err := r.handler(noon, life.Table(r.table)).Tick(t.Context())
				if !life.Met() {
					return
				}
				r.tick(noon.Add(time.Hour))
				r.tick(noon.Add(wellAfter))
				if diff := cmp.Diff(want, r.sheets()); diff != "" {
					t.Fatalf("operation %d (%v): %s", n, err, diff)
				}
			}
		})
	}
}

// What a page of a hundred teams costs does not depend on what lies behind it.
func TestSheetUnits(t *testing.T) {
	t.Parallel()
	var units []float64
	for _, days := range []int{20, 300} {
		r := history(t, days, 8)
		r.table.Meter = newMeter()
		for _, program := range []string{"support", "loyalty"} {
			for _, name := range []string{"scores/", "scores/team"} {
				var sheet sheets.Scores
				if found, err := r.store().Sheet(t.Context(), program, name, "2026-11", &sheet); err != nil || !found {
					t.Fatal(found, err)
				}
			}
		}
		units = append(units, r.table.Meter.Reset().Read)
	}
	if units[0] < 2 || units[1] > 6 {
		t.Errorf("%v read units after 20 and after 300 days", units)
	}
}
