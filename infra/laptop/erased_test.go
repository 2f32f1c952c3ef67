package laptop_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.etcd.io/bbolt"

	"heed/shared/cells"
	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/table"
	"heed/shared/topics"
)

// Whoever answers low is told of, comments are taken apart, and of what happens
// some fits no program.
const remembering = `
brand: {name: Acme}
quiet: 0
dimensions: [stage, team, product, tag, issue, cohort]
issues: [{name: billing, words: [invoice]}]
notify: {alerts: [team@example.org], digest: [team@example.org], keywords: [invoice]}
sources:
  - {name: zendesk, type: zendesk}
  - {name: app, type: standard}
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%, ceiling: 99%}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 98%, ceiling: 99%, delay: 1d}
`

// erased is the customer who is erased, and waiting another one, whose invitation
// was not sent yet; traces are all that only they brought. The shared word is one
// that as many wrote as make a phrase of it.
const (
	erased  = 1
	waiting = 9
	common  = "floopwidget"
)

var traces = []string{
	"customer-1@example.com", "Zyxwine", "Quorbel", "snorkelwump", "grumblefritz", "vexatiousness", "quibbleton", "wobblethorpe", "thingumajig-1",
	"subjectmatterly", "9361274968", "customer-9@example.com", "Wimplefort",
}

// remembered is a house where eight customers lived through two months, and one
// of them said what nobody else did.
func remembered(t *testing.T) *house {
	t.Helper()
	h := open(t, configured(t, remembering))
	seen := map[string]bool{}
	for round := range 6 {
		var tickets []event
		for n := range 8 {
			e := sample(t, "zendesk/ticket-solved.json").with("ticket.id", fmt.Sprintf("thingumajig-%d-%d", n, round)).of(n).
				with("requester.name", fmt.Sprint("Person ", n)).with("subject", "About an invoice")
			if n == erased {
				e = e.with("requester.name", "Zyxwine Quorbel").with("subject", "An invoice, subjectmatterly").with("requester.id", "9361274968")
			}
			tickets = append(tickets, e)
		}
		h.deliverAll(t, h.door(t, "zendesk"), tickets)
		h.deliver(t, h.door(t, "app"), happened(t, "onboarding.done", 100+round, erased).with("data.object", fmt.Sprint("thingumajig-1-done-", round)))
		h.advance(t, 3*time.Hour)
		h.remark(seen)
		h.advance(t, 7*24*time.Hour)
	}
	h.deliver(t, h.door(t, "app"), happened(t, "subscription.renewed", 1, waiting).with("data.object", "thingumajig-1-again").with("data.customer.name", "Wimplefort"))
	h.settle(t)
	h.state("thingumajig-1-again", "renewal", "waiting")
	return h
}

// remark answers the mails that are new, each in its customer's words.
func (h *house) remark(seen map[string]bool) {
	h.Helper()
	var pages []due
	for _, m := range h.mails(h.T) {
		if !seen[m.ID] && strings.HasPrefix(m.To, "customer-") {
			pages = append(pages, due{mail: &m, page: h.open(survey(h.T, &m)), score: 4 + len(pages)%2})
		}
		seen[m.ID] = true
	}
	h.advance(h.T, time.Minute)
	for _, g := range pages {
		words := "The invoice was fine, thank you"
		if slices.Contains([]string{address(1), address(2), address(3), address(4), address(5)}, g.mail.To) && len(seen) < 12 {
			g.score, words = 1, "The "+common+" is a nuisance"
		}
		if g.mail.To == address(erased) {
			g.score, words = 1, words+" of a grumblefritz invoice, snorkelwump and vexatiousness"
		}
		if err := g.page.Answer(h.Context(), g.score, words); err != nil {
			h.Fatal(err)
		}
		if g.mail.To == address(erased) && len(seen) < 10 {
			h.reply(g.mail, address(erased), "And quibbleton besides.")
			h.reply(g.mail, "wobblethorpe@example.org", "2")
		}
	}
}

// items are all that the table holds, as bytes: keys, data, and what is packed in
// it. The house is closed meanwhile.
func (h *house) items() map[string]string {
	h.Helper()
	h.close()
	defer h.start()
	db, err := bbolt.Open(filepath.Join(h.options.Data, "heed.db"), 0o600, nil)
	if err != nil {
		h.Fatal(err)
	}
	defer db.Close()
	all := map[string]string{}
	err = db.View(func(tx *bbolt.Tx) error {
		for _, bucket := range []string{"items", "due", "answered"} {
			err := tx.Bucket([]byte(bucket)).ForEach(func(k, v []byte) error {
				if bucket == "items" {
					k = k[2:] // after the length of the partition's key
				}
				all[fmt.Sprintf("%s %s", bucket, k)] = string(v) + unzipped(v)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		h.Fatal(err)
	}
	return all
}

// unzipped is what is compressed in an item.
func unzipped(data []byte) string {
	i := bytes.Index(data, []byte{0x1f, 0x8b, 8})
	if i < 0 {
		return ""
	}
	r, err := gzip.NewReader(bytes.NewReader(data[i:]))
	if err != nil {
		return ""
	}
	text, _ := io.ReadAll(r)
	return string(text)
}

// found lists where there is a trace, by what kind of item that is.
func found(all map[string]string) (where map[string][]string) {
	where = map[string][]string{}
	for key, data := range all {
		for _, trace := range traces {
			if text := strings.ToLower(key + data); strings.Contains(text, strings.ToLower(trace)) {
				kind, _, _ := strings.Cut(strings.TrimPrefix(key, "items "), "#")
				kind += "#"
				if !slices.Contains(where[kind], trace) {
					where[kind] = append(where[kind], trace)
				}
			}
		}
	}
	return where
}

// summed are all rows and all cells of days, as the table holds them.
func (h *house) summed() (rows map[heed.RowRef]*heed.Row, all map[cells.Key]*cells.Cell) {
	h.Helper()
	now := h.laptop.Clock.Now()
	h.close()
	defer h.start()
	file, err := embedded.Open(filepath.Join(h.options.Data, "heed.db"))
	if err != nil {
		h.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	store, today := records.Store{Table: file.Table()}, heed.DayOf(now, h.options.Config.Zone)
	rows, all = map[heed.RowRef]*heed.Row{}, map[cells.Key]*cells.Cell{}
	for day := today - 70; day <= today; day++ {
		for row, err := range store.Day(h.Context(), day) {
			if err != nil {
				h.Fatal(err)
			}
			rows[row.RowRef] = row
		}
	}
	for _, program := range []string{"support", "renewal", heed.NoProgram, heed.EveryProgram} {
		for _, dim := range cells.Kept {
			some, err := store.Cells(h.Context(), program, dim, today-70, today)
			if err != nil {
				h.Fatal(err)
			}
			for key, cell := range some {
				all[key] = cell
			}
		}
	}
	return rows, all
}

// An erased customer leaves no trace in the table or in an export once the next
// roll-up has been, and no number is another but for their answers.
func TestErasedLeaveNoTrace(t *testing.T) {
	t.Parallel()
	h := remembered(t)
	items := h.items()
	for _, kind := range []string{table.CellPrefix, table.RowPrefix, table.CustomerPrefix} {
		if before := found(items); len(before[kind]) == 0 {
			t.Errorf("before there is no trace in %s: %v", kind, before)
		}
	}
	if phrases(items) == 0 {
		t.Error("what five wrote is no phrase")
	}
	was, _ := h.summed()
	others := h.exact(t)

	at := h.erase(erased)
	h.erase(waiting)
	h.advance(t, 16*time.Minute)

	items = h.items()
	if after := found(items); len(after) > 0 {
		t.Errorf("traces are left: %v", after)
	}
	if n := phrases(items); n > 0 {
		t.Errorf("what four wrote is a phrase on %d sheets", n)
	}
	for _, path := range []string{"/api/touchpoints", "/api/responses", "/api/cells", "/touchpoints", "/answers", "/why", "/", at} {
		if text := strings.ToLower(string(h.send(t, http.MethodGet, path, http.Header{"Accept": {"application/json"}}, nil).Body)); strings.Contains(text, "snorkelwump") || strings.Contains(text, "zyxwine") || strings.Contains(text, address(erased)) {
			t.Errorf("%s holds a trace: %s", path, text)
		}
	}
	h.sumsStand(was)
	for id, row := range h.exact(t) {
		if !strings.Contains(row, `"customer":"00000000`) && row != others[id] {
			t.Errorf("the row of another is\n%s, was\n%s", row, others[id])
		}
	}
}

// phrases counts the sheets that tell of the shared word.
func phrases(all map[string]string) (n int) {
	for key, data := range all {
		if strings.HasPrefix(key, "items "+table.SheetPrefix) && strings.Contains(data, common) {
			n++
		}
	}
	return n
}

// erase finds a customer, looks at their page and has them forgotten. It returns
// where the page is.
func (h *house) erase(customer int) string {
	h.Helper()
	form := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}, "Accept": {"application/json"}}
	var them struct {
		Customer  string
		Addresses []string
		Rows      []struct{ Object string }
	}
	h.decode(h.T, h.send(h.T, http.MethodPost, "/customers", form, []byte(url.Values{"who": {address(customer)}}.Encode())), &them)
	if len(them.Rows) == 0 || !slices.Equal(them.Addresses, []string{address(customer)}) {
		h.Errorf("found is %+v", them)
	}
	at := "/customers/" + them.Customer
	if a := h.send(h.T, http.MethodPost, at+"/forget", form, []byte("sure=forget")); a.Status != http.StatusOK {
		h.Fatalf("%d %s", a.Status, a.Body)
	}
	return at
}

// sumsStand fails the test unless all cells are those of the rows that were, but
// for what the erased one answered.
func (h *house) sumsStand(was map[heed.RowRef]*heed.Row) {
	h.Helper()
	ring, err := keyring.Parse(h.laptop.Keys.Text())
	if err != nil {
		h.Fatal(err)
	}
	theirs := []heed.Hash{ring.Address(address(erased)), ring.Address(address(waiting))}
	var left []*heed.Row
	n := 0
	for _, row := range was {
		if slices.Contains(theirs, row.Customer) {
			n++
			row.Response = nil
			if i := row.Invitation; i != nil && i.Open() {
				i.Fate = heed.Cancelled
			}
		}
		left = append(left, row)
	}
	if n < 13 {
		h.Errorf("%d rows were theirs", n)
	}
	want := cells.Of(slices.Values(left), topics.New(h.options.Config))
	is, all := h.summed()
	if len(is) != len(was) {
		h.Errorf("%d rows are left of %d", len(is), len(was))
	}
	if diff := cmp.Diff(want, all, cmpopts.EquateEmpty()); diff != "" {
		h.Errorf("sums are others:\n%.3000s", diff)
	}
}
