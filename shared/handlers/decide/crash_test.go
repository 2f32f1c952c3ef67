package decide_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

// Of each touchpoint the programs ask nearly everybody, a few, and few.
const programs = `
brand: {name: Acme}
dimensions: [team, tag]
sources: [{name: zendesk, type: zendesk}]
%s
programs:
  - {name: often, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%%, ceiling: 99%%}
  - {name: seldom, ask: nps, stage: loyalty, when: {kinds: [ticket.solved, ticket.closed]}, rate: 10%%, quiet: 5d}
  - {name: hardly, ask: ces, stage: support, when: {kinds: [ticket.closed, ticket.opened]}, rate: 0.1%%, delay: 3d}
`

// A story is what is decided before the touchpoint that meets a mishap, and
// that touchpoint.
type story struct {
	name   string
	scope  string
	before int
	kind   string
}

var stories = []story{
	{"nobody was asked yet", "", 0, "ticket.solved"},
	{"hardly anybody is asked", "", 0, "ticket.opened"},
	{"no program matches", "", 0, "ticket.merged"},
	{"after another", "", 1, "ticket.closed"},
	{"the list is full", "", 28, "ticket.solved"},
	{"the list is full again", "", 56, "ticket.closed"},
	{"an account", "scope: account", 2, "ticket.solved"},
	{"an account that is asked", "scope: account", 0, "ticket.solved"},
}

var (
	noon  = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	later = noon.Add(26 * time.Hour)
)

// Whichever operation of a decision goes wrong, and however: delivering the
// touchpoint again makes the rows that it would have made, each once. So it is
// if the second time goes wrong as well, if it comes a day later, and if
// another touchpoint of the customer comes first.
func TestMishaps(t *testing.T) {
	t.Parallel()
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			p := s.begin(t)
			for _, r := range s.recoveries(p) {
				for _, mishap := range tabletest.Mishaps {
					n := 1
					for r.after(p, n, mishap) {
						n++
					}
					if n < 5 {
						t.Errorf("a decision has only %d operations", n-1)
					}
				}
			}
		})
	}
}

// A recovery is what happens after a mishap, and the rows it may lead to.
type recovery struct {
	name string
	last *heed.Touchpoint
	then func(scene, *tabletest.Life)
	want [][]heed.Row
}

func (s story) recoveries(p *place) []recovery {
	last, next := s.touchpoint(s.before), s.touchpoint(s.before+1)
	alone, late := p.straight(step{noon, last}), p.straight(step{later, last})
	first, second := p.straight(step{noon, last}, step{noon, next}), p.straight(step{noon, next}, step{noon, last})
	return []recovery{
		{"once more", last, func(c scene, _ *tabletest.Life) { c.decide(noon, last) }, [][]heed.Row{alone}},
		{"a day later", last, func(c scene, _ *tabletest.Life) { c.decide(later, last) }, [][]heed.Row{alone, late}},
		{"twice the same", last, func(c scene, l *tabletest.Life) {
			_ = c.handler(noon, l.Table(c.table)).Touchpoint(c.Context(), last)
			c.decide(noon, last)
		}, [][]heed.Row{alone}},
		{"after the next one", last, func(c scene, _ *tabletest.Life) {
			c.decide(noon, next)
			c.decide(noon, last)
		}, [][]heed.Row{first, second}},
	}
}

// after tries one mishap. It reports false when the decision was over before
// its nth operation.
func (r recovery) after(p *place, n int, mishap tabletest.Mishap) bool {
	p.Helper()
	c := p.scene()
	defer c.close()
	life := tabletest.Life{N: n, Mishap: mishap}
	err := c.handler(noon, life.Table(c.table)).Touchpoint(p.Context(), r.last)
	if !life.Met() {
		return false
	}
	r.then(c, &tabletest.Life{N: n, Mishap: mishap})
	for n := range p.before {
		c.decide(later, p.touchpoint(n)) // what was decided long ago is not decided again
	}
	got := c.rows()
	if !slices.ContainsFunc(r.want, func(want []heed.Row) bool { return reflect.DeepEqual(want, got) }) {
		p.Errorf("%s operation %d (%v), %s: %s", mishap, n, err, r.name, cmp.Diff(r.want[0], got))
	}
	return true
}

// touchpoint returns the nth of the story.
func (s story) touchpoint(n int) *heed.Touchpoint {
	return &heed.Touchpoint{
		Source: "zendesk", Kind: s.kind, Object: fmt.Sprint("ticket:", n), Occurrence: "1", At: noon.Add(-time.Hour),
		Team: "Billing", Tags: []string{"b", "a"},
		Customer: heed.Customer{Email: fmt.Sprintf("c%d@example.com", n*len(s.scope)), Name: "C", Account: "a1"},
	}
}

// A step is one touchpoint and when it is decided.
type step struct {
	at         time.Time
	touchpoint *heed.Touchpoint
}

// straight returns the rows that steps lead to where nothing goes wrong.
func (p *place) straight(steps ...step) []heed.Row {
	p.Helper()
	c := p.scene()
	defer c.close()
	for _, s := range steps {
		c.decide(s.at, s.touchpoint)
	}
	return c.rows()
}

// A row that can't be read any more is told of, by its id, and stops nothing: its
// customer's next touchpoint is decided, and the row stays as it is.
func TestDamagedRowHoldsUpNothing(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	c.decide(noon, of("w", 0))
	row := c.about(of("w", 0))
	key := records.RowKey(row.RowRef)
	item, err := c.table.Get(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	damaged := []byte{99, 9}
	if err := c.table.PutIfVersion(t.Context(), table.Item{Key: key, Data: damaged}, item.Version); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	h := c.handler(noon, c.table)
	h.Log = slog.New(slog.NewJSONHandler(&log, nil))
	next := of("w", 1)
	if err := h.Touchpoint(t.Context(), next); err != nil {
		t.Fatal(err)
	}
	if ref := (heed.RowRef{Day: row.Day, ID: next.ID().Row("often")}); !c.has(ref) {
		t.Error("the next touchpoint has no row")
	}
	if item, err = c.table.Get(t.Context(), key); err != nil || !bytes.Equal(item.Data, damaged) {
		t.Errorf("the row was replaced by %v, error %v", item.Data, err)
	}
	if said := log.String(); !strings.Contains(said, `"ERROR"`) || !strings.Contains(said, row.ID.String()) || strings.Contains(said, "example.com") {
		t.Errorf("said: %s", said)
	}
}

func (c scene) has(ref heed.RowRef) bool {
	_, err := c.store().Row(c.Context(), ref)
	return err == nil
}
