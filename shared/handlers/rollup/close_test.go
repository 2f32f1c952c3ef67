package rollup_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// One program whose months can't be read is heard of, and keeps no other's
// sheets from being made. Those of several programs wait for it.
func TestOneUnreadableStanding(t *testing.T) {
	r := newRoom(t, utc)
	r.put(r.rows(14, 40, noon, 1)...)
	r.tick(noon)
	for _, item := range r.items(table.CellPrefix + "support") {
		if item.SK[0] == 2 { // how a month stands
			item.Data = []byte{99, 9}
			if err := r.table.PutIfVersion(t.Context(), item, item.Version); err != nil {
				t.Fatal(err)
			}
		}
	}
	before := r.sheets()
	rows := r.rows(15, 40, noon.Add(time.Hour), 1)
	r.put(rows...)
	err := r.handler(noon.Add(wellAfter/10), r.table).Tick(t.Context())
	if err == nil || !strings.Contains(err.Error(), "sheets of support") {
		t.Errorf("heard %v", err)
	}
	changed := map[string]bool{}
	for name, sheet := range r.sheets() {
		program, _, _ := strings.Cut(name, " ")
		changed[program] = changed[program] || sheet != before[name]
	}
	if !changed["loyalty"] || changed["support"] || changed[heed.EveryProgram] {
		t.Errorf("made again: %v", changed)
	}
}

// desktop counts what is put on the shelves of support: sheets and contents. In
// its lateAt-th sheet its owner's time runs out, after which it does nothing for
// whoever has none.
type desktop struct {
	table.Table
	sheets, contents int
	lateAt           int
	late             func()
}

func (d *desktop) PutIfAbsent(ctx context.Context, item table.Item) error {
	return d.put(ctx, item, func() error { return d.Table.PutIfAbsent(ctx, item) })
}

func (d *desktop) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	return d.put(ctx, item, func() error { return d.Table.PutIfVersion(ctx, item, version) })
}

func (d *desktop) put(ctx context.Context, item table.Item, put func() error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if item.PK == table.SheetPrefix+"support" {
		if bytes.Equal(item.SK, []byte{0}) {
			d.contents++
		} else if d.sheets++; d.sheets == d.lateAt {
			defer d.late()
		}
	}
	return put()
}

// What was made is written down now and then where makers take long, and at the
// end; none of it is made again.
func TestSlowMakersCloseInBetween(t *testing.T) {
	for _, test := range []struct {
		takes       time.Duration // by the clock, whenever it is looked at
		least, most int
	}{{0, 1, 1}, {11 * time.Second, 3, 20}} {
		r := newRoom(t, utc)
		r.put(r.rows(16, 30, noon, 1)...)
		for _, again := range []bool{false, true} {
			d, at := &desktop{Table: r.table}, noon
			h := r.handler(noon, d)
			h.Now = func() time.Time { at = at.Add(test.takes); return at }
			if err := h.Tick(t.Context()); err != nil {
				t.Fatal(err)
			}
			switch {
			case again && (d.sheets > 0 || d.contents > 0):
				t.Errorf("%s: %d sheets made again", test.takes, d.sheets)
			case !again && (d.contents < test.least || d.contents > test.most):
				t.Errorf("%s: written down %d times", test.takes, d.contents)
			}
		}
	}
}

// Whoever's time runs out over a sheet writes down those that are made.
func TestWhatIsMadeInTimeIsWrittenDown(t *testing.T) {
	r := newRoom(t, utc)
	r.put(r.rows(17, 30, noon, 1)...)
	ctx, stop := context.WithCancel(t.Context())
	d := &desktop{Table: r.table, lateAt: 5, late: stop}
	if err := r.handler(noon, d).Tick(ctx); err == nil || d.contents != 1 {
		t.Errorf("written down %d times, error %v", d.contents, err)
	}
	all := &desktop{Table: newRoomOf(t, r).table}
	if err := r.handler(noon, all).Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	rest := &desktop{Table: r.table}
	if err := r.handler(noon, rest).Tick(t.Context()); err != nil || rest.sheets != all.sheets-5 {
		t.Errorf("%d sheets made of %d after 5, error %v", rest.sheets, all.sheets, err)
	}
}

// newRoomOf is another with the same rows.
func newRoomOf(t *testing.T, of *room) *room {
	r := newRoom(t, utc)
	r.put(of.rows(17, 30, noon, 1)...)
	return r
}
