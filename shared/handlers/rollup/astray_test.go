package rollup_test

import (
	"context"
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/table"
)

// A meddled table does something before each put of a sheet, or of what sheets
// are made of.
type meddled struct {
	table.Table
	before func(ctx context.Context, key table.Key) error
}

func (m *meddled) PutIfAbsent(ctx context.Context, item table.Item) error {
	if err := m.meddle(ctx, item.Key); err != nil {
		return err
	}
	return m.Table.PutIfAbsent(ctx, item)
}

func (m *meddled) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	if err := m.meddle(ctx, item.Key); err != nil {
		return err
	}
	return m.Table.PutIfVersion(ctx, item, version)
}

func (m *meddled) meddle(ctx context.Context, key table.Key) error {
	if !strings.HasPrefix(key.PK, table.SheetPrefix) {
		return nil
	}
	return m.before(ctx, key)
}

// answerLate has a row of a month that is over answered, and the month marked.
func (r *room) answerLate(row *heed.Row, at time.Time) {
	r.Helper()
	if err := r.store().PutMark(r.Context(), row.Day, at); err != nil {
		r.Fatal(err)
	}
	answer(1, at)(row)
	r.change(row, answer(1, at))
}

// A roll-up that read its cells before another one's were written does not put
// its sheets in place of the other's, wherever it is overtaken.
func TestSheetsOfTwoRollupsAtOnce(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 5, 20, 50} {
		r := newRoom(t, utc)
		rows := r.rows(21, 20, noon.AddDate(0, -1, 0), 1)
		var asked []*heed.Row
		for _, row := range rows {
			if row.Response = nil; row.Invitation != nil && row.Program == "support" {
				asked = append(asked, row)
			}
		}
		r.put(rows...)
		for _, row := range rows {
			if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
				t.Fatal(err)
			}
		}
		r.tick(noon)
		at := noon.Add(3 * wellAfter)
		r.answerLate(asked[0], at)
		puts := 0
		slow := &meddled{r.table, func(context.Context, table.Key) error {
			if puts++; puts == n+1 {
				r.answerLate(asked[1], at)
				r.tick(at.Add(time.Minute))
			}
			return nil
		}}
		if err := r.handler(at, slow).Tick(t.Context()); err != nil {
			t.Fatal(err)
		}
		r.tick(noon.Add(4 * wellAfter))
		want, got := freshSheets(t, rows, noon.Add(4*wellAfter)), r.sheets()
		maps.DeleteFunc(got, func(key, _ string) bool { return want[key] == "" }) // of quarters that nobody is led to any more
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("overtaken at put %d: %s", n, diff)
		}
	}
}

// Sheets that were made by a clock which ran ahead are made again all the same.
func TestSheetsAfterAClockRanAhead(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc)
	rows := r.rows(22, 40, noon, 1)
	r.put(rows[:20]...)
	r.tick(noon.Add(time.Hour))
	r.put(rows[20:]...)
	r.tick(noon)
	var sheet sheets.Scores
	if found, err := r.store().Sheet(t.Context(), "support", sheets.NamedScores, sheets.Days, &sheet); err != nil || !found {
		t.Fatal(found, err)
	}
	want, err := r.store().Span(t.Context(), "support", "", heed.DayOf(noon, r.config.Zone)-29, heed.DayOf(noon, r.config.Zone))
	if err != nil {
		t.Fatal(err)
	}
	if n := want[""].Population().N; sheet.Whole.Figure.Population != n {
		t.Errorf("%d touchpoints, want %d", sheet.Whole.Figure.Population, n)
	}
}

// A sheet that cannot be put keeps none of the others from being made.
func TestOneSheetThatFails(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc)
	r.put(r.rows(23, 20, noon, 1)...)
	broken := errors.New("broken")
	seen := &meddled{r.table, func(_ context.Context, key table.Key) error {
		if strings.HasPrefix(string(key.SK), "scores/tag\x00days") {
			return broken
		}
		return nil
	}}
	if err := r.handler(noon, seen).Tick(t.Context()); !errors.Is(err, broken) {
		t.Fatal(err)
	}
	made := r.sheets()
	for _, name := range []string{"support scores/tag 2026-11", "support scores/team days", "support why days", "loyalty why days", heed.EveryProgram + " journeys days"} {
		if made[name] == "" {
			t.Errorf("no sheet %s", name)
		}
	}
}

// What sheets were made of is made anew where it can't be read.
func TestContentsThatAreDamaged(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc)
	r.put(r.rows(24, 20, noon, 1)...)
	r.tick(noon)
	want, contents := r.sheets(), table.Key{PK: table.SheetPrefix + "support", SK: []byte{0}}
	for _, data := range [][]byte{{}, {1, 200}, {99}} {
		item, err := r.table.Get(t.Context(), contents)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.table.PutIfVersion(t.Context(), table.Item{Key: contents, Data: data}, item.Version); err != nil {
			t.Fatal(err)
		}
		r.tick(noon)
		if diff := cmp.Diff(want, r.sheets()); diff != "" {
			t.Errorf("%v: %s", data, diff)
		}
		if c, err := r.store().Contents(t.Context(), "support"); err != nil || len(c.Sheets) == 0 {
			t.Errorf("%v: %d sheets are known, error %v", data, len(c.Sheets), err)
		}
	}
}

// A roll-up whose time runs out over its sheets has found a burst of bounces.
func TestBouncesWaitForNoSheet(t *testing.T) {
	t.Parallel()
	r := newRoom(t, utc+team)
	r.mail(noon, 100, 20)
	ctx, stop := context.WithCancel(t.Context())
	seen := &meddled{r.table, func(context.Context, table.Key) error { stop(); return ctx.Err() }}
	if err := r.handler(noon.Add(time.Minute), seen).Tick(ctx); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if got := r.notices(); !r.paused() || len(got) != 1 {
		t.Errorf("paused %v, notices %q", r.paused(), got)
	}
}
