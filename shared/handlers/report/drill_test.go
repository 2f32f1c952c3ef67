package report_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/topics"
)

const teams = `
brand: {name: Acme}
dimensions: [team, tag]
issues: [{name: billing, words: [invoice]}]
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 20%}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 20%}
`

// lived writes rows of all sorts over some weeks.
func (o *office) lived(n int) (rows []*heed.Row) {
	o.Helper()
	var err error
	if o.config, err = surveys.Load([]byte(teams)); err != nil {
		o.Fatal(err)
	}
	rnd, today := rand.New(rand.NewPCG(3, 5)), heed.DayOf(noon, time.UTC)
	for i := range n {
		r := &heed.Row{RowRef: heed.RowRef{Day: today - heed.Day(rnd.IntN(25))}, Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint(i), At: noon}
		for j := range r.ID {
			r.ID[j] = byte(rnd.Uint32())
		}
		r.Customer[0], r.Scope[15] = byte(i), byte(i)
		r.Program, r.Ask = "support", heed.CSAT
		if i%5 == 0 {
			r.Program, r.Ask, r.Kind = "renewal", heed.NPS, "subscription.renewed"
		}
		r.N90, r.Pi, r.Alpha, r.Limit, r.Decided = uint16(rnd.IntN(9)), heed.PPB/4, heed.PPB, 1<<62, noon
		r.Doubt = []heed.Doubt{0, 0, 0, heed.Merged}[rnd.IntN(4)]
		r.Dims = []heed.Dim{{Name: "tag", Value: "a&b=<c>"}, {Name: "team", Value: []string{"Billing", "Tools", "Éire"}[rnd.IntN(3)]}}[rnd.IntN(2):]
		r.Reason = []heed.Reason{heed.Asked, heed.Asked, heed.NotDrawn, heed.Quiet, heed.Observed, heed.Unresolved}[rnd.IntN(6)]
		if r.Reason == heed.Unresolved {
			r.Pi = 0
		}
		o.answer(r, rnd)
		if err := (records.Store{Table: o.table}).PutRow(o.Context(), r); err != nil {
			o.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// answer has some of those who were asked answer, and something follow.
func (o *office) answer(r *heed.Row, rnd *rand.Rand) {
	if r.Reason != heed.Asked {
		return
	}
	r.Invitation = &heed.Invitation{To: "a@example.org", Locale: "en", Sent: noon}
	if rnd.IntN(4) == 0 {
		r.Pi = 0 // of nobody known chance: answered, and in no score
	}
	if rnd.IntN(3) > 0 {
		low, high := r.Ask.Range()
		r.Response = &heed.Response{Score: low + rnd.IntN(high-low+1), Channel: heed.Page, At: noon, Comment: []string{"", "The invoice was wrong", "Fine"}[rnd.IntN(3)]}
	}
	if rnd.IntN(3) == 0 {
		r.After.Left = noon
	}
	if rnd.IntN(4) == 0 && r.Kind == "ticket.solved" {
		r.After.Reopened = noon
	}
}

// behind follows every page behind a number and returns the ids.
func (o *office) behind(query string) (ids []string) {
	o.Helper()
	h := &report.Handler{Config: o.config, Store: records.Store{Table: o.table}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return noon }}
	routes := h.Routes()
	for after := ""; ; {
		r := httptest.NewRequest(http.MethodGet, "/touchpoints?"+query+"&after="+url.QueryEscape(after), nil)
		r.Header.Set("Accept", "application/json")
		w := httptest.NewRecorder()
		routes.ServeHTTP(w, r)
		var l listed
		if err := json.Unmarshal(w.Body.Bytes(), &l); err != nil || w.Code != http.StatusOK {
			o.Fatalf("%s: %d %s", query, w.Code, w.Body)
		}
		for _, row := range l.Rows {
			ids = append(ids, row.ID)
		}
		if after = l.Next; after == "" {
			slices.Sort(ids)
			return ids
		}
	}
}

// From every number of a sheet one comes to the touchpoints that are in it, and
// to no others.
func TestNumbersAreTheirTouchpoints(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	rows := o.lived(700)
	today := heed.DayOf(noon, time.UTC)
	p := sheets.Period{Name: sheets.Days, First: today - 29, Last: today}
	all := cells.Of(slices.Values(rows), topics.New(o.config))
	for i := range o.config.Programs {
		program := &o.config.Programs[i]
		for _, by := range []string{"", "team", "tag", cells.Answer, cells.Mention} {
			now := sheets.Span{Period: p, Whole: spanned(all, program.Name, "")[""], Parts: spanned(all, program.Name, by)}
			s := sheets.ScoresOf(program, by, now, sheets.Span{Period: p.Before()})
			parts := s.Parts
			if by == "" {
				parts = []sheets.Part{s.Whole}
				for _, c := range s.Reasons {
					o.leads(c.Count, url.Values{"program": {program.Name}, "reason": {c.Reason.String()}}, rows)
				}
				for _, c := range s.Rates.Classes {
					o.leads(c.Touchpoints, url.Values{"program": {program.Name}, "kind": {c.Kind}, "band": {fmt.Sprint(c.Band)}}, rows)
				}
			}
			for _, part := range parts {
				q := url.Values{"program": {program.Name}}
				if by != "" {
					q.Set("by", by)
					q.Set("value", part.Value)
				}
				f := part.Figure
				o.leads(f.Population, q, rows)
				o.leads(f.Asked, with(q, "reason", "asked"), rows)
				o.leads(f.Answered, with(q, "answered", "yes"), rows)
				o.leads(f.N, with(q, "counted", "yes"), rows)
				o.leads(f.Doubtful, with(q, "doubtful", "yes"), rows)
				o.leads(now.Parts[part.Value].Service.Reopened, with(q, "reopened", "yes"), rows)
			}
		}
	}
	if n := len(o.behind("program=support")); n < 400 {
		t.Errorf("%d touchpoints of support", n)
	}
	low, middle, high := o.behind("program=support&third=low"), o.behind("program=support&third=middle"), o.behind("program=support&third=high")
	if counted := o.behind("program=support&counted=yes"); len(low) == 0 || len(low)+len(middle)+len(high) != len(counted) {
		t.Errorf("%d low, %d middle and %d high of %d", len(low), len(middle), len(high), len(counted))
	}
}

func with(q url.Values, name, value string) url.Values {
	out := url.Values{name: {value}}
	for k, v := range q {
		out[k] = v
	}
	return out
}

// spanned merges the days of a dimension's cells.
func spanned(all map[cells.Key]*cells.Cell, program, by string) map[string]*cells.Cell {
	out := map[string]*cells.Cell{}
	for key, c := range all {
		if key.Program == program && key.Dim == by {
			out[key.Value] = cells.Merge(out[key.Value], c)
		}
	}
	return out
}

// leads holds a number to the touchpoints behind it: as many, and those that a
// plain look at the rows finds.
func (o *office) leads(number uint64, q url.Values, rows []*heed.Row) {
	o.Helper()
	var want []string
	for _, r := range rows {
		if plainly(r, q) {
			want = append(want, r.ID.String())
		}
	}
	slices.Sort(want)
	if got := o.behind(q.Encode()); uint64(len(got)) != number || !slices.Equal(got, want) {
		o.Errorf("behind the %d of %s are %d touchpoints, and the rows have %d", number, q.Encode(), len(got), len(want))
	}
}

func plainly(r *heed.Row, q url.Values) bool {
	asked := r.Reason == heed.Asked
	answered := asked && r.Response != nil
	by := map[string]bool{"": true, cells.Answer: answered, cells.Mention: answered && strings.Contains(r.Response.Comment, "invoice")}
	holds, special := by[q.Get("by")]
	if !special {
		holds = slices.Contains(r.Dims, heed.Dim{Name: q.Get("by"), Value: q.Get("value")})
	}
	for name, is := range map[string]bool{
		"answered": answered, "counted": answered && r.Pi > 0, "reopened": !r.After.Reopened.IsZero(),
		"doubtful": r.Doubt != 0 && r.Pi > 0,
	} {
		holds = holds && (q.Get(name) == "" || is)
	}
	for name, is := range map[string]string{"program": r.Program, "reason": r.Reason.String(), "kind": r.Kind, "band": fmt.Sprint(r.Band())} {
		holds = holds && (q.Get(name) == "" || q.Get(name) == is)
	}
	return holds
}

func TestDrillsThatMakeNoSense(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, query := range []string{"program=nobody", "by=customer", "value=x", "reason=because", "band=6", "band=x", "third=lowest", "answered=perhaps", "after=yesterday", "after=2026-11-19.zz", "after=2020-01-01", "colour=red"} {
		if w := o.get("/touchpoints?" + query); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "<h1>") {
			t.Errorf("%s is answered %d", query, w.Code)
		}
	}
}

// A list is a page, and so is each of its touchpoints, with why it was decided.
func TestTouchpointsAsPages(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	rows := o.lived(150)
	page := o.get("/touchpoints").Body.String()
	if strings.Count(page, `href="/touchpoints/`) != 100 || !strings.Contains(page, `>Next</a>`) || strings.Contains(page, "a@example.org") || len(page) > 100_000 {
		t.Errorf("a page of %d bytes: %s", len(page), page)
	}
	for _, r := range rows[:30] {
		w := o.get("/touchpoints/" + r.ID.String() + "?day=" + r.Day.String())
		if text := w.Body.String(); w.Code != http.StatusOK || r.Pi > 0 && !strings.Contains(text, "chance of being asked") ||
			!strings.Contains(text, `/customers/`+r.Customer.String()) || r.Response != nil && !strings.Contains(text, `class="given"`) ||
			strings.Contains(text, ">-</bdi>: ") || strings.Contains(text, "after 1 touchpoints") || r.Handled > 0 && strings.Contains(text, r.Handled.String()) {
			t.Errorf("%d: %s", w.Code, text)
		}
	}
}
