package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/embedded"
	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// served is the office's report on a table as it sees that.
func (o *office) served(seen table.Table) http.Handler {
	return (&report.Handler{
		Config: o.config, Store: records.Store{Table: seen}, Log: slog.New(slog.DiscardHandler),
		Ring: func(context.Context) (*keyring.Ring, error) { return o.ring, nil },
		Now:  func() time.Time { return noon },
	}).Routes()
}

// ask sends one request, with a form if there is one.
func (o *office) ask(method, path, accept string, form url.Values) *httptest.ResponseRecorder {
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	r := httptest.NewRequest(method, path, body)
	r.Header.Set("Accept", accept)
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	o.served(o.table).ServeHTTP(w, r)
	return w
}

// known is what the page says of a customer.
type known struct {
	Addresses, Names []string
	Standing         struct {
		Often      string `json:"how_often"`
		Suppressed string
		QuietUntil string `json:"quiet_until"`
		Since      string `json:"first_heard_of"`
		GoesOn     string `json:"goes_on_as"`
	}
	Sums *struct {
		Looked int `json:"looked_at"`
		All    bool
		Value  []struct {
			Currency    string
			Bought, Sum int
		}
		Purchases int
		Left      *time.Time
	}
	Rows []struct {
		Touchpoint, Object, Day string
		Decision                struct{ Reason, Why string }
		Invitation              *struct{ To, Name string }
		Response                *struct {
			Score   int
			Comment string
		}
	}
	Next string
}

func (o *office) knows(path string) (k known) {
	o.Helper()
	w := o.ask(http.MethodGet, path, "application/json", nil)
	if err := json.Unmarshal(w.Body.Bytes(), &k); err != nil || w.Code != http.StatusOK {
		o.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	return k
}

// lives writes n touchpoints of a customer, one a day until today, of which each
// tenth is a purchase for 12.34 EUR, and each hundredth asked and answered.
func (o *office) lives(customer heed.Hash, n int) {
	o.Helper()
	store, today := records.Store{Table: o.table}, heed.DayOf(noon, time.UTC)
	for i := range n {
		head, err := store.Scope(o.Context(), surveys.Customer, customer)
		if err != nil {
			o.Fatal(err)
		}
		row := &heed.Row{
			RowRef: heed.RowRef{Day: today - heed.Day(n-1-i)}, Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint("ticket:", i),
			At: noon.AddDate(0, 0, i-n+1), Customer: customer, Scope: customer,
		}
		row.Program, row.Reason, row.Decided, row.Ask = "support", heed.NotDrawn, row.At, heed.CSAT
		if i%10 == 9 {
			row.Kind, row.Amount, row.Currency = "deal.won", 1234, "EUR"
		}
		if i%100 == 99 {
			row.Reason, row.Invitation = heed.Asked, &heed.Invitation{To: "maren@example.com", Name: "Maren", Sent: row.At, Delivered: row.At}
			row.Response = &heed.Response{Score: 2, Channel: heed.Page, At: row.At, Comment: "Too <slow>"}
		}
		row.ID = heed.RowID{byte(i), byte(i >> 8), 7, 15: 1}
		head.Scope.Decided = append(head.Scope.Decided, sampling.Decided{ID: row.ID.Touchpoint(), Day: row.Day})
		if err := store.PutScope(o.Context(), head); err != nil {
			o.Fatal(err)
		}
		if err := store.PutRow(o.Context(), row); err != nil {
			o.Fatal(err)
		}
	}
}

// A long life comes in pages, each touchpoint once and the latest first, and its
// first page costs as much as it says, however long it is.
func TestLongLife(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	maren := o.ring.Address("maren@example.com")
	const n = 300
	o.lives(maren, n)
	path := "/customers/" + maren.String()
	var got []string
	for after := ""; ; {
		k := o.knows(path + "?after=" + after)
		if len(k.Rows) > 50 || (k.Sums != nil) != (after == "") {
			t.Errorf("a page of %d rows, sums %v", len(k.Rows), k.Sums)
		}
		for _, row := range k.Rows {
			got = append(got, row.Object)
		}
		if after = k.Next; after == "" {
			break
		}
	}
	for i, object := range got {
		if object != fmt.Sprint("ticket:", n-1-i) {
			t.Fatalf("touchpoint %d is %s", i, object)
		}
	}
	if len(got) != n {
		t.Errorf("%d touchpoints, want %d", len(got), n)
	}
	some, all := o.knows(path).Sums, o.knows(path+"?sums=all").Sums
	if some.All || some.Looked != 100 || some.Purchases != 10 || some.Value[0].Sum != 12340 {
		t.Errorf("of some: %+v", some)
	}
	if !all.All || all.Looked != n || all.Purchases != 30 || all.Value[0].Sum != 37020 || all.Value[0].Bought != 30 || all.Left != nil {
		t.Errorf("of all: %+v", all)
	}
}

// The lists of 300 touchpoints take two read units, each of the 100 that are
// looked at half a one, and whose successor there is one more.
func TestLongLifeIsBounded(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	maren := o.ring.Address("maren@example.com")
	o.lives(maren, 300)
	meter := &table.Meter{}
	metered := *o.table.(*embedded.Table)
	metered.Meter = meter
	r := httptest.NewRequest(http.MethodGet, "/customers/"+maren.String(), nil)
	w := httptest.NewRecorder()
	o.served(&metered).ServeHTTP(w, r)
	if units := meter.Units(); w.Code != http.StatusOK || units.Read > 54 || units.Write > 0 {
		t.Errorf("answered %d for %+v", w.Code, units)
	}
}

func TestCustomerIsFound(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	config, err := surveys.Load([]byte(strings.Replace(two, "sources: [", "sources: [{name: app, type: standard}, ", 1)))
	if err != nil {
		t.Fatal(err)
	}
	o.config = config
	maren, byID, twice := o.ring.Address("maren@example.com"), o.ring.Person("zendesk", heed.Customer{ID: "7"}), o.ring.Person("zendesk", heed.Customer{ID: "8"})
	for _, id := range []heed.Hash{maren, byID, twice, o.ring.Person("app", heed.Customer{ID: "8"})} {
		o.lives(id, 1)
	}
	ada := o.ring.Address("ada@example.com")
	o.lives(ada, 1)
	alias := &records.Alias{Who: ada, Fetched: noon}
	alias.Touchpoint.Customer = heed.Customer{ID: "9", Email: "ada@example.com"}
	if err := (records.Store{Table: o.table}).PutAlias(t.Context(), o.ring, records.CustomerAlias(o.ring, "app", "9"), alias, noon.AddDate(1, 0, 0), noon.AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	for who, want := range map[string]heed.Hash{
		" Maren@Example.com ": maren, "7": byID, "zendesk:7": byID, "zendesk: 7": byID, "9": ada, "app:9": ada, "zendesk:8": twice,
	} {
		for _, accept := range []string{"text/html", "application/json"} {
			w := o.ask(http.MethodPost, "/customers", accept, url.Values{"who": {who}})
			if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/customers/"+want.String() || w.Body.Len() > 0 {
				t.Errorf("%q: %d %v %s", who, w.Code, w.Header(), w.Body)
			}
		}
	}
	for who, want := range map[string]int{
		"otto@example.com": 404, "app:7": 404, "nemo": 404, "zendesk:maren@example.com": 404, "": 400, "8": 409, strings.Repeat("x", 5000): 413,
	} {
		for _, accept := range []string{"text/html", "application/json"} {
			w := o.ask(http.MethodPost, "/customers", accept, url.Values{"who": {who}})
			if w.Code != want || len(who) > 3 && strings.Contains(w.Body.String(), who) {
				t.Errorf("%.20q: %d %s", who, w.Code, w.Body)
			}
		}
	}
	for _, path := range []string{"/customers/x", "/customers/" + strings.Repeat("0", 32), "/customers/" + ada.String() + "0", "/customers/" + o.ring.Address("otto@example.com").String()} {
		if w := o.ask(http.MethodGet, path, "application/json", nil); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	for _, query := range []string{"?after=x", "?after=0000000000000000", "?sums=some", "?all"} {
		if w := o.ask(http.MethodGet, "/customers/"+ada.String()+query, "application/json", nil); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
}

// Who they are and what keeps them is told as far as it is known.
func TestCustomerStands(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	maren, ren := o.ring.Address("maren@example.com"), o.ring.Address("ren@example.org")
	o.lives(maren, 120)
	store := records.Store{Table: o.table}
	head, err := store.Scope(t.Context(), surveys.Customer, maren)
	if err != nil {
		t.Fatal(err)
	}
	head.Scope.Suppressed, head.Scope.QuietUntil = sampling.ReportedSpam, heed.DayOf(noon, time.UTC)+9
	if err := store.PutScope(t.Context(), head); err != nil {
		t.Fatal(err)
	}
	before, err := store.Scope(t.Context(), surveys.Customer, ren)
	if err != nil {
		t.Fatal(err)
	}
	before.Scope.Less, before.Scope.Successor = true, maren
	if err := store.PutScope(t.Context(), before); err != nil {
		t.Fatal(err)
	}
	k := o.knows("/customers/" + maren.String())
	if s := k.Standing; s.Often != "never" || s.Suppressed != "complained" || s.QuietUntil != "2026-11-29" || s.Since != "2026-07-24" || s.GoesOn != "" {
		t.Errorf("%+v", s)
	}
	if len(k.Names) != 1 || k.Names[0] != "Maren" || k.Addresses[0] != "maren@example.com" {
		t.Errorf("they are %v, at %v", k.Names, k.Addresses)
	}
	if s := o.knows("/customers/" + ren.String()).Standing; s.Often != "less" || s.GoesOn != maren.String() || s.Since != "" {
		t.Errorf("%+v", s)
	}
	page := o.ask(http.MethodGet, "/customers/"+maren.String(), "text/html", nil).Body.String()
	for _, want := range []string{"Maren", "maren@example.com", "they have complained", "29 Nov 2026", "24 Jul 2026", "123.40 EUR", "Too &lt;slow&gt;", "The draw did not fall below its limit.", "Add up all of them", ">Earlier<"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// Nobody is forgotten without the word; then nothing names them, and what stays
// is said.
func TestOperatorForgets(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	maren := o.ring.Address("maren@example.com")
	o.lives(maren, 120)
	path := "/customers/" + maren.String()
	for _, form := range []url.Values{{}, {"sure": {"yes"}}} {
		if w := o.ask(http.MethodPost, path+"/forget", "text/html", form); w.Code != http.StatusBadRequest || len(o.knows(path).Names) == 0 {
			t.Errorf("without the word: %d", w.Code)
		}
	}
	if w := o.ask(http.MethodPost, path+"/forget", "application/json", nil); w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("without a form: %d", w.Code)
	}
	for _, want := range []string{`"rows":120,`, `"rows":0,`} {
		w := o.ask(http.MethodPost, path+"/forget", "application/json", url.Values{"sure": {"forget"}})
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) || !strings.Contains(w.Body.String(), "at most 35 days") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	k := o.knows(path)
	if len(k.Rows)+len(k.Names)+len(k.Addresses) > 0 || k.Standing.Often != "usual" {
		t.Errorf("left is %+v", k)
	}
	if w := o.ask(http.MethodPost, "/customers/"+o.ring.Address("otto@example.com").String()+"/forget", "text/html", url.Values{"sure": {"forget"}}); w.Code != http.StatusNotFound {
		t.Errorf("who is nobody: %d", w.Code)
	}
}

// Answers and cells come in pages, each line once, as an export reads them.
func TestExportsComeInPages(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.lives(o.ring.Address("maren@example.com"), 300)
	for limit, want := range map[int]int{1: 3, 2: 3, 3: 3, 100: 3} {
		n, pages, after := 0, 0, ""
		for {
			var l listed
			w := o.ask(http.MethodGet, fmt.Sprintf("/api/responses?from=2026-01-01&limit=%d&after=%s", limit, after), "application/json", nil)
			if err := json.Unmarshal(w.Body.Bytes(), &l); err != nil || w.Code != http.StatusOK {
				t.Fatal(w.Code, w.Body)
			}
			n, pages, after = n+len(l.Rows), pages+1, l.Next
			if after == "" {
				break
			}
		}
		if n != want || pages != (want+limit-1)/limit {
			t.Errorf("%d answers on %d pages of %d", n, pages, limit)
		}
	}
	day := heed.DayOf(noon, time.UTC)
	cell := cells.Of(slices.Values([]*heed.Row{{RowRef: heed.RowRef{Day: day}, Kind: "a", Decision: heed.Decision{Program: "support", Ask: heed.CSAT, Pi: 1, Reason: heed.Asked}, Response: &heed.Response{Score: 4}}}), nil)
	restated := (records.Store{Table: o.table}).Restate(noon)
	if err := restated.Days(t.Context(), "support", day, day, cell); err != nil {
		t.Fatal(err)
	}
	var got []string
	for after := ""; ; {
		w := o.ask(http.MethodGet, "/api/cells?day="+day.String()+"&after="+after, "application/json", nil)
		var page struct {
			Cells []json.RawMessage
			Next  string
		}
		if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil || w.Code != http.StatusOK {
			t.Fatal(w.Code, w.Body)
		}
		for _, line := range page.Cells {
			got = append(got, string(line))
		}
		if after = page.Next; after == "" {
			break
		}
	}
	if len(got) == 0 || !strings.Contains(got[0], `"dimension":"","value":"","kind":"a","band":0,"touchpoints":1,"eligible":1,"asked":1`) || !strings.Contains(got[0], `{"score":4,"answers":1,"weight_millionths":"1000000000000000","weight_squares":"1000000000000000000000000000000"}`) {
		t.Errorf("cells are %s", got)
	}
	for _, path := range []string{"/api/cells", "/api/cells?day=2026-11-20&after=x", "/api/cells?day=2026-11-20&program=none", "/api/responses?after=x"} {
		if w := o.ask(http.MethodGet, path, "application/json", nil); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
