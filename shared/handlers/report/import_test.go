package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/embedded"
	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

// Of the two quiet periods the longer, 40 days, counts.
const two = `
brand: {name: Acme}
quiet: 10d
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%, ceiling: 99%, quiet: 40d}
  - {name: other, ask: csat, stage: support, when: {kinds: [ticket.closed]}, rate: 98%, ceiling: 99%}
`

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// An office is a handler and the table behind it.
type office struct {
	*testing.T
	table  table.Table
	config *surveys.Config
	ring   *keyring.Ring
}

func newOffice(t *testing.T) *office {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	o := &office{T: t, table: file.Table()}
	if o.config, err = surveys.Load([]byte(two)); err != nil {
		t.Fatal(err)
	}
	if o.ring, err = keyring.Make(rand.NewChaCha8([32]byte{1}), noon); err != nil {
		t.Fatal(err)
	}
	return o
}

// post sends an order to a process that sees the table so.
func (o *office) post(seen table.Table, body string) *httptest.ResponseRecorder {
	h := &report.Handler{
		Config: o.config, Store: records.Store{Table: seen}, Log: slog.New(slog.DiscardHandler),
		Ring: func(context.Context) (*keyring.Ring, error) { return o.ring, nil },
		Now:  func() time.Time { return noon },
	}
	w := httptest.NewRecorder()
	h.Routes().ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/import", strings.NewReader(body)))
	return w
}

// answered is what an import says of itself.
type answered struct {
	Suppressed, Quieted, Unchanged int

	Already struct{ Suppressed, Quieted int }
	Refused []struct {
		Index int
		Why   string
	}
	QuietDays  int    `json:"quiet_days"`
	QuietUntil string `json:"quiet_until"`
}

func (o *office) take(body string) (a answered) {
	o.Helper()
	w := o.post(o.table, body)
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil || w.Code != http.StatusOK {
		o.Fatalf("answered %d: %s", w.Code, w.Body)
	}
	return a
}

// state is what is kept of people, by the first part of their address.
func (o *office) state(names ...string) map[string]string {
	o.Helper()
	all := map[string]string{}
	for _, name := range names {
		head, err := records.Store{Table: o.table}.Scope(o.Context(), surveys.Customer, o.ring.Address(name+"@example.com"))
		if err != nil {
			o.Fatal(err)
		}
		all[name] = fmt.Sprint(head.Scope.Suppressed, " ", head.Scope.Hushed)
	}
	return all
}

const people = `
	{"email":"left@example.com","suppressed":"unsubscribed"},
	{"email":"bounced@example.com","suppressed":"bounced","asked_at":"2026-11-19T08:00:00Z"},
	{"email":"spam@example.com","suppressed":"complained"},
	{"email":"lately@example.com","asked_at":"2026-11-01T23:59:59Z"},
	{"email":"Lately@Example.com","asked_at":"2026-10-20T00:00:00Z"},
	{"email":"long-ago@example.com","asked_at":"2026-10-08T12:00:00Z"},
	{"email":"LEFT@example.com","suppressed":"complained"}`

var names = []string{"left", "bounced", "spam", "lately", "long-ago"}

var kept = map[string]string{
	"left": "1 1970-01-01", "bounced": "2 2026-12-31", "spam": "3 1970-01-01", "lately": "0 2026-12-13", "long-ago": "0 1970-01-01",
}

func TestImport(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	order := `{"people":[` + people + `]}`
	want := answered{Suppressed: 3, Quieted: 1, Unchanged: 3, QuietDays: 40, QuietUntil: "2026-12-13"}
	for _, c := range []struct {
		name, order string
		want        answered
		kept        map[string]string
	}{
		{"first only looked at", `{"dry_run":true,"people":[` + people + `]}`, want, o.state(names...)},
		{"done", order, want, kept},
		{"done again", order, answered{Unchanged: 7, Already: struct{ Suppressed, Quieted int }{3, 1}, QuietDays: 40}, kept},
	} {
		got := o.take(c.order)
		c.want.Refused = got.Refused
		if diff := cmp.Diff(c.want, got); diff != "" || len(got.Refused) > 0 {
			t.Errorf("%s: %s", c.name, diff)
		}
		if diff := cmp.Diff(c.kept, o.state(names...)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	o.take(`{"people":[{"email":"lately@example.com","asked_at":"2026-11-02T00:00:00Z"},{"email":"left@example.com","suppressed":"bounced"}]}`)
	if diff := cmp.Diff(map[string]string{"lately": "0 2026-12-14", "left": "1 1970-01-01"}, o.state("lately", "left")); diff != "" {
		t.Errorf("a later asking must win, and the first suppression stand: %s", diff)
	}
}

// The quiet period of what was asked elsewhere ends with that of an invitation
// decided on the same day.
func TestQuietIsCountedAsDecisionsCountIt(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	at := noon.AddDate(0, 0, -1)
	c := &sampling.Case{
		Config: o.config, Kind: surveys.Customer, Key: make([]byte, 32), Now: at, Customer: heed.Hash{1}, Scope: heed.Hash{1},
		Touchpoint: &heed.Touchpoint{Source: "zendesk", Object: "1", Kind: "ticket.solved", Customer: heed.Customer{Email: "x@example.com"}},
	}
	expires := c.Decide(&sampling.Scope{})[0].Expires
	o.take(fmt.Sprintf(`{"people":[{"email":"x@example.com","asked_at":%q}]}`, at.Format(time.RFC3339)))
	if got, want := o.state("x")["x"], "0 "+expires.String(); got != want {
		t.Errorf("quiet is %s, an invitation's %s", got, want)
	}
}

// Wherever an import ends or fails: sent again, it leaves what one leaves that
// nothing happened to.
func TestImportMishaps(t *testing.T) {
	t.Parallel()
	for _, mishap := range tabletest.Mishaps {
		for n, met := 1, true; met; n++ {
			o := newOffice(t)
			life := &tabletest.Life{N: n, Mishap: mishap}
			w := o.post(life.Table(o.table), `{"people":[`+people+`]}`)
			if met = life.Met(); !met {
				if n < 10 {
					t.Errorf("an import has only %d operations", n-1)
				}
				break
			}
			if w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "@") {
				t.Errorf("%s operation %d: answered %d: %s", mishap, n, w.Code, w.Body)
			}
			o.take(`{"people":[` + people + `]}`)
			if diff := cmp.Diff(kept, o.state(names...)); diff != "" {
				t.Errorf("%s operation %d: %s", mishap, n, diff)
			}
		}
	}
}

// What cannot be taken is named by its place, and the others are taken.
func TestImportRefusesPeople(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for text, why := range map[string]string{
		`{"email":"nobody","suppressed":"bounced"}`:                               "email is not",
		`{"email":"x@example.com"}`:                                               "neither",
		`{"email":"x@example.com","suppressed":"Unsubscribed"}`:                   "none of",
		`{"email":"x@example.com","asked_at":"2026-11-01"}`:                       "RFC 3339",
		`{"email":"x@example.com","asked_at":"2026-11-20T12:00:01Z"}`:             "future",
		`{"email":"x@example.com","asked_at":"1999-12-31T23:59:59Z"}`:             "before 2000",
		`{"suppressed":"bounced"}`:                                                "email is not",
		`{"email":"x@example.com","suppressed":"bounced","asked_at":"next week"}`: "RFC 3339",
	} {
		a := o.take(`{"people":[{"email":"good@example.com","suppressed":"bounced"},` + text + `]}`)
		if len(a.Refused) != 1 || a.Refused[0].Index != 1 || !strings.Contains(a.Refused[0].Why, why) || strings.Contains(a.Refused[0].Why, "@") {
			t.Errorf("%s: %+v", text, a)
		}
	}
	if diff := cmp.Diff(map[string]string{"x": "0 1970-01-01", "good": "2 1970-01-01"}, o.state("x", "good")); diff != "" {
		t.Error(diff)
	}
}

func TestImportRefusesOrders(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	one := `{"email":"secret@example.com","suppressed":"bounced"}`
	for name, c := range map[string]struct {
		body   string
		status int
	}{
		"nothing":    {"", 400},
		"no JSON":    {"secret@example.com", 400},
		"misspelt":   {`{"people":[{"email":"secret@example.com","supressed":"bounced"}]}`, 400},
		"more of it": {`{"people":[]}{}`, 400},
		"a bracket":  {`{"people":[` + one + `]}]`, 400},
		"a brace":    {`{"people":[` + one + `]} }`, 400},
		"many":       {`{"people":[` + strings.Repeat(one+",", 500) + one + `]}`, 413},
		"large":      {`{"people":[{"email":"` + strings.Repeat("x", 256<<10) + `"}]}`, 413},
	} {
		if w := o.post(o.table, c.body); w.Code != c.status || strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s: answered %d: %s", name, w.Code, w.Body)
		}
	}
	if got := o.state("secret")["secret"]; got != "0 1970-01-01" {
		t.Errorf("something was kept: %s", got)
	}
	var many []string
	for i := range 500 {
		many = append(many, fmt.Sprintf(`{"email":"c%d@example.com","suppressed":"bounced"}`, i))
	}
	if a := o.take(`{"people":[` + strings.Join(many, ",") + `]}`); a.Suppressed != 500 {
		t.Errorf("of 500: %+v", a)
	}
}

// Somebody whose address has changed is known under both: what is said of the
// old one holds for whoever went on, though the old one knows it already.
func TestImportFollowsWhoWentOn(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	store := records.Store{Table: o.table}
	head, err := store.Scope(t.Context(), surveys.Customer, o.ring.Address("old@example.com"))
	if err != nil {
		t.Fatal(err)
	}
	head.Scope.Successor = o.ring.Address("new@example.com")
	head.Scope.Suppressed, head.Scope.Hushed = sampling.Unsubscribed, heed.DayOf(noon, time.UTC)+100
	if err := store.PutScope(t.Context(), head); err != nil {
		t.Fatal(err)
	}
	older := &records.Head{Kind: surveys.Customer, ID: o.ring.Address("older@example.com"), Scope: &sampling.Scope{Successor: head.ID}}
	if err := store.PutScope(t.Context(), older); err != nil {
		t.Fatal(err)
	}
	if a := o.take(`{"people":[{"email":"old@example.com","asked_at":"2026-11-01T00:00:00Z"}]}`); a.Quieted != 1 {
		t.Errorf("asked: %+v", a)
	}
	if a := o.take(`{"people":[{"email":"old@example.com","suppressed":"bounced"}]}`); a.Suppressed != 0 || o.state("new")["new"] != "0 2026-12-13" {
		t.Errorf("an address bounced that somebody had: %+v, %v", a, o.state("new"))
	}
	if a := o.take(`{"people":[{"email":"old@example.com","suppressed":"unsubscribed"}]}`); a.Suppressed != 1 {
		t.Errorf("suppressed: %+v", a)
	}
	if a := o.take(`{"people":[{"email":"older@example.com","suppressed":"complained"}]}`); a.Suppressed != 1 {
		t.Errorf("of one whose successor is suppressed: %+v", a)
	}
	if diff := cmp.Diff(map[string]string{"older": "3 1970-01-01", "old": "1 2027-02-28", "new": "1 2026-12-13"}, o.state("older", "old", "new")); diff != "" {
		t.Error(diff)
	}
}

// Of two suppressions of one customer the same stands in one import as in two:
// what they said before that an address bounced, whichever comes first.
func TestImportOfTwoSuppressions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ first, second, kept string }{
		{"bounced", "unsubscribed", "1"},
		{"unsubscribed", "bounced", "1"},
		{"bounced", "complained", "3"},
		{"complained", "unsubscribed", "3"},
		{"bounced", "bounced", "2"},
	} {
		entry := `{"email":"a@example.com","suppressed":"%s"}`
		first, second := fmt.Sprintf(entry, c.first), fmt.Sprintf(entry, c.second)
		for _, orders := range [][]string{{first + "," + second}, {first, second}} {
			o := newOffice(t)
			for _, people := range orders {
				o.take(`{"people":[` + people + `]}`)
			}
			if got := o.state("a")["a"]; got != c.kept+" 1970-01-01" {
				t.Errorf("%s, then %s, in %d imports: kept %s, want %s", c.first, c.second, len(orders), got, c.kept)
			}
		}
	}
}
