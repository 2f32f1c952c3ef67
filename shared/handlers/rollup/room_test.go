package rollup_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/bits"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/shared/cells"
	"heed/shared/embedded"
	"heed/shared/handlers/rollup"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/wiring"
)

const text = `
brand: {name: Acme}
timezone: %s
dimensions: [team, tag]
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 20%%}
  - {name: loyalty, ask: nps, stage: loyalty, when: {kinds: [ticket.solved, deal.won]}, rate: 10%%}
`

// A room is a table that is rolled up behind the grants of the wiring.
type room struct {
	testing.TB
	config *surveys.Config
	table  *embedded.Table
	log    *slog.Logger
}

func newRoom(t testing.TB, surveysYAML string) *room {
	t.Helper()
	config, err := surveys.Load([]byte(surveysYAML))
	if err != nil {
		t.Fatal(err)
	}
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	return &room{TB: t, config: config, table: file.Table(), log: slog.New(slog.DiscardHandler)}
}

func (r *room) store() records.Store { return records.Store{Table: r.table} }

// handler is that of a process which sees the table so.
func (r *room) handler(at time.Time, seen table.Table) *rollup.Handler {
	return &rollup.Handler{
		Config: r.config, Store: records.Store{Table: table.Guard(seen, wiring.Find("rollup").Table)},
		Now: func() time.Time { return at }, Log: r.log,
	}
}

func (r *room) tick(at time.Time) {
	r.Helper()
	if err := r.handler(at, r.table).Tick(context.Background()); err != nil {
		r.Fatal(err)
	}
}

func (r *room) put(rows ...*heed.Row) {
	r.Helper()
	for _, row := range rows {
		if err := r.store().PutRow(context.Background(), row); err != nil {
			r.Fatal(err)
		}
	}
}

func (r *room) change(row *heed.Row, change func(*heed.Row)) {
	r.Helper()
	_, err := r.store().ChangeRow(context.Background(), row.RowRef, func(row *heed.Row) error {
		change(row)
		return nil
	})
	if err != nil {
		r.Fatal(err)
	}
}

// stored is every cell, as bytes, by key.
func (r *room) stored() map[string]string {
	r.Helper()
	all := map[string]string{}
	for _, program := range []string{"support", "loyalty", heed.NoProgram} {
		for _, item := range r.items(table.CellPrefix + program) {
			all[fmt.Sprintf("%s/%q", item.PK, item.SK)] = string(item.Data)
		}
	}
	return all
}

// items are all of one partition.
func (r *room) items(pk string) (list []table.Item) {
	r.Helper()
	for q := (table.Query{PK: pk}); ; {
		page, err := r.table.Query(context.Background(), q)
		if err != nil {
			r.Fatal(err)
		}
		list = append(list, page.Items...)
		if q.Start = page.Next; q.Start == nil {
			return list
		}
	}
}

// rows makes n rows decided in the days before now, and some of each kind of
// life; the same for one seed.
func (r *room) rows(seed uint64, n int, now time.Time, days int) []*heed.Row {
	rnd := rand.New(rand.NewPCG(seed, 1))
	var out []*heed.Row
	for i := range n {
		at := now.Add(-time.Duration(rnd.Int64N(int64(days) * int64(24*time.Hour)))).Truncate(time.Millisecond)
		out = append(out, r.row(rnd, fmt.Sprint("ticket:", seed, "-", i), at))
	}
	return out
}

func (r *room) row(rnd *rand.Rand, object string, at time.Time) *heed.Row {
	t := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: object, Occurrence: "1"}
	program := []string{"support", "loyalty"}[rnd.IntN(2)]
	row := &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(at, r.config.Zone), ID: t.ID().Row(program)},
		Source: t.Source, Kind: t.Kind, Object: object, Occurrence: t.Occurrence, At: at,
		Dims:     []heed.Dim{{Name: "tag", Value: "vip"}, {Name: "team", Value: []string{"Billing", "Care", "Tools"}[rnd.IntN(3)]}},
		Decision: heed.Decision{Program: program, Ask: heed.CSAT, Reason: heed.NotDrawn, Decided: at, N90: uint16(rnd.IntN(4))},
	}
	row.Scope = heed.Hash{byte(rnd.IntN(250)) + 1, 15: byte(rnd.IntN(256))}
	row.Customer = row.Scope
	row.Pi, row.Alpha = uint32(1e7+rnd.IntN(3e8)), 8e8
	row.Limit, _ = bits.Div64(uint64(row.Pi), 0, uint64(row.Alpha))
	row.Due, row.Expires = at, row.Day+32
	switch rnd.IntN(3) {
	case 0:
		row.Reason, row.Invitation = heed.Asked, &heed.Invitation{To: "a@example.com", Claimed: at, Sent: at, MessageID: object}
		answer(1+rnd.IntN(5), at.Add(time.Hour))(row)
	case 1:
		row.Reason, row.Invitation = heed.Asked, &heed.Invitation{To: "a@example.com", Claimed: at, Sent: at, MessageID: object}
	}
	return row
}

func answer(score int, at time.Time) func(*heed.Row) {
	return func(r *heed.Row) { r.Response = &heed.Response{Score: score, Channel: heed.Page, At: at} }
}

func key(program, dim, value string, day heed.Day) cells.Key {
	return cells.Key{Program: program, Dim: dim, Value: value, Day: day}
}

func newMeter() *table.Meter { return &table.Meter{} }

// putAll puts rows side by side, which share their fsyncs.
func (r *room) putAll(rows []*heed.Row) {
	r.Helper()
	var group errgroup.Group
	group.SetLimit(64)
	for _, row := range rows {
		group.Go(func() error { return r.store().PutRow(context.Background(), row) })
	}
	if err := group.Wait(); err != nil {
		r.Fatal(err)
	}
}
