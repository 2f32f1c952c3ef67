package report_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/records"
)

// listed is a list of rows, as far as this test looks.
type listed struct {
	Rows []shown
	Next string
}

type shown struct{ ID, Day, Object, Customer, Scope string }

func (o *office) list(query string) (l listed, status int) {
	o.Helper()
	h := &report.Handler{Config: o.config, Store: records.Store{Table: o.table}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return noon }}
	w := httptest.NewRecorder()
	h.Routes().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/touchpoints?"+query, nil))
	if err := json.Unmarshal(w.Body.Bytes(), &l); err != nil {
		o.Fatal(err)
	}
	return l, w.Code
}

// fill writes n rows of a day, with ids in no order.
func (o *office) fill(day heed.Day, n int) (ids []string) {
	o.Helper()
	r := rand.New(rand.NewPCG(uint64(day), 1))
	for i := range n {
		row := &heed.Row{RowRef: heed.RowRef{Day: day}, Source: "zendesk", Kind: "ticket.solved", Object: []string{"even", "odd"}[i%2]}
		row.Program, row.Customer, row.Scope = "support", heed.Hash{1}, heed.Hash{2}
		for j := range row.ID {
			row.ID[j] = byte(r.Uint32())
		}
		if err := (records.Store{Table: o.table}).PutRow(o.Context(), row); err != nil {
			o.Fatal(err)
		}
		ids = append(ids, row.ID.String())
	}
	return ids
}

// However many rows a page holds, the pages of a day are all of its rows, each
// once, in an order that stays.
func TestPagesOfADay(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	day, _ := heed.ParseDay("2026-11-18")
	ids := o.fill(day, 100)
	o.fill(day+1, 20)
	one := "from=2026-11-18&to=2026-11-18"
	whole, _ := o.list(one + "&limit=100")
	if whole.Next != "" || len(whole.Rows) != 100 {
		t.Errorf("%d rows, next is %q", len(whole.Rows), whole.Next)
	}
	for _, filter := range []string{"", "&object=odd"} {
		all, _ := o.list(one + "&limit=100" + filter)
		for _, size := range []int{1, 7, 50, 99} {
			var got listed
			query := fmt.Sprint(one, "&limit=", size, filter)
			page, _ := o.list(query)
			for got.Rows = page.Rows; page.Next != "" && len(got.Rows) <= 100; got.Rows = append(got.Rows, page.Rows...) {
				page, _ = o.list(query + "&after=" + page.Next)
			}
			if diff := cmp.Diff(all.Rows, got.Rows); diff != "" {
				t.Errorf("pages of %d%s: %s", size, filter, diff)
			}
		}
	}
	var got []string
	for _, r := range whole.Rows {
		if got = append(got, r.ID); !strings.HasPrefix(r.Customer, "0100") || !strings.HasPrefix(r.Scope, "0200") {
			t.Errorf("customer %s, scope %s", r.Customer, r.Scope)
		}
	}
	inOrder := slices.IsSortedFunc(whole.Rows, func(a, b shown) int {
		return slices.Compare([]byte{a.ID[15], 0}, []byte{b.ID[15], 0})*2 + slices.Compare([]byte(a.ID), []byte(b.ID))
	})
	slices.Sort(got)
	slices.Sort(ids)
	if !slices.Equal(got, ids) || !inOrder {
		t.Errorf("in order: %v; rows are %v, want %v", inOrder, got, ids)
	}
}

func TestPagesAreOfOneDay(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	day, _ := heed.ParseDay("2026-11-18")
	ids := o.fill(day, 5)
	if l, status := o.list("from=2026-11-17&to=2026-11-18&limit=2"); status != http.StatusOK || l.Next != "" || len(l.Rows) != 2 {
		t.Errorf("of two days: %d %+v", status, l)
	}
	for _, query := range []string{"from=2026-11-17&to=2026-11-18&after=" + ids[0], "from=2026-11-18&to=2026-11-18&after=" + ids[0][:16], "from=2026-11-18&to=2026-11-18&after=x"} {
		if _, status := o.list(query); status != http.StatusBadRequest {
			t.Errorf("%s answered %d", query, status)
		}
	}
}
