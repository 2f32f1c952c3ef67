package report_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"heed/shared/cells"
	"heed/shared/embedded"
	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/table"
)

const desks = `
brand: {name: Acme}
dimensions: [team, agent, product]
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 20%}
  - {name: chats, ask: ces, stage: support, when: {kinds: [ticket.solved]}, rate: 20%}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 20%}
`

// unkind is a team whose name is none.
const unkind = "<script>alert(1)</script>\u202e\"&"

// today is in the middle of a month that has begun.
var today = heed.DayOf(noon, time.UTC)

// solved is one ticket: until this month all teams are alike, and then Tools is
// faster and pleases nobody.
func solved(rnd *rand.Rand, i int, program string, ask heed.Ask, day heed.Day) *heed.Row {
	at := day.Start(time.UTC).Add(12 * time.Hour)
	r := &heed.Row{
		RowRef: heed.RowRef{Day: day, ID: heed.RowID{byte(i), byte(i >> 8), byte(i >> 16)}}, Kind: "ticket.solved", At: at,
		Scope: heed.Hash{0: byte(i), 1: byte(i >> 8), 15: byte(rnd.IntN(64))}, Decision: heed.Decision{Program: program, Ask: ask, Reason: heed.NotDrawn, Pi: heed.PPB / 4, Decided: at},
	}
	r.Customer = r.Scope
	skill := rnd.IntN(8)
	team, agent := []string{"Billing", "Tools", unkind}[rnd.IntN(3)], fmt.Sprintf("Agent %d", skill)
	if rnd.IntN(400) == 0 {
		agent = "Seldom"
	}
	r.Dims = []heed.Dim{{Name: "agent", Value: agent}, {Name: "product", Value: []string{"App", "Site"}[rnd.IntN(2)]}, {Name: "team", Value: team}}
	pace, content := 1.0, 0.55+0.05*float64(skill)
	if team == "Tools" && day > today-30 {
		pace, content = 0.4, 0.3
	}
	lasted := func(median float64) time.Duration {
		return time.Duration(1+pace*median*math.Exp(rnd.NormFloat64())) * time.Second
	}
	r.Created = at.Add(-lasted(15000))
	r.Replied, r.Handled = r.Created.Add(lasted(1800)), lasted(700)
	if rnd.IntN(9) == 0 {
		r.After.Reopened = at.AddDate(0, 0, 2)
	}
	if agent == "Agent 7" && rnd.IntN(4) == 0 {
		r.Reason, r.Pi = heed.ExcludedTag, 0
		return r
	}
	if rnd.IntN(2) == 0 {
		low, high := ask.Range()
		r.Reason, r.Invitation, r.Response = heed.Asked, &heed.Invitation{}, &heed.Response{Score: low}
		if rnd.Float64() < content {
			r.Response.Score = high
		}
	}
	return r
}

// tickets of 14 months, so many a day.
func tickets(perDay int) (rows []*heed.Row) {
	rnd, i := rand.New(rand.NewPCG(7, 11)), 0
	for day := today - 425; day <= today; day++ {
		for range perDay {
			rows = append(rows, solved(rnd, i, "support", heed.CSAT, day))
			i++
		}
		if day%40 == 0 { // of chats there are hardly any
			rows = append(rows, solved(rnd, i, "chats", heed.CES, day))
			i++
		}
	}
	return rows
}

// desk is an office whose roll-up has run over these rows.
func desk(t *testing.T, rows []*heed.Row) *office {
	t.Helper()
	o := newOffice(t)
	var err error
	if o.config, err = surveys.Load([]byte(desks)); err != nil {
		t.Fatal(err)
	}
	all := cells.Of(slices.Values(rows), nil)
	for i := range o.config.Programs {
		o.sheets(&o.config.Programs[i], all)
	}
	return o
}

// sheets writes those of a program that the pages read.
func (o *office) sheets(p *surveys.Program, all map[cells.Key]*cells.Cell) {
	o.Helper()
	store := records.Store{Table: o.table}
	span := func(by string, period sheets.Period) sheets.Span {
		s := sheets.Span{Period: period, Gone: period.Gone(noon, time.UTC), Final: period.Final(noon, time.UTC), Whole: between(all, p.Name, "", period)[""]}
		s.Parts = between(all, p.Name, by, period)
		return s
	}
	for _, name := range []string{sheets.Days, "2026-11", "2026"} {
		period, err := sheets.PeriodOf(name, today)
		if err != nil {
			o.Fatal(err)
		}
		for _, by := range []string{"", "team", "agent", "product"} {
			s := sheets.ScoresOf(p, by, span(by, period), span(by, period.Before()))
			if by == "" {
				for _, first := range sheets.MonthsUntil(period.Last) {
					m := heed.MonthOf(first)
					s.Months = append(s.Months, sheets.PointsOf(p, []sheets.Month{{First: first, Settled: m.Last < today-40, Cell: between(all, p.Name, "", sheets.Period{First: m.First, Last: m.Last})[""]}})...)
				}
			}
			if err := store.PutSheet(o.Context(), p.Name, sheets.NamedScores+by, period.Name, s, 0); err != nil {
				o.Fatal(err)
			}
		}
		a := sheets.AgentsOf(p, span("agent", period), span("agent", period.Before()), between(all, p.Name, cells.Topic, period))
		if err := store.PutSheet(o.Context(), p.Name, sheets.NamedAgents, period.Name, a, 0); err != nil {
			o.Fatal(err)
		}
	}
}

// between merges the cells of a period.
func between(all map[cells.Key]*cells.Cell, program, by string, p sheets.Period) map[string]*cells.Cell {
	out := map[string]*cells.Cell{}
	for key, c := range all {
		if key.Program == program && key.Dim == by && p.First <= key.Day && key.Day <= p.Last {
			out[key.Value] = cells.Merge(out[key.Value], c)
		}
	}
	return out
}

// asks serves a path and counts what it reads.
func (o *office) asks(path, accept string) (body string, units float64) {
	o.Helper()
	meter, metered := &table.Meter{}, *o.table.(*embedded.Table)
	metered.Meter = meter
	h := &report.Handler{Config: o.config, Store: records.Store{Table: &metered}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return noon }}
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept", accept)
	w := httptest.NewRecorder()
	h.Routes().ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		o.Fatalf("%s answers %d %s", path, w.Code, w.Body)
	}
	return w.Body.String(), meter.Units().Read
}

// The pages of a help desk, whose sheets are made once.
func TestSupportAndAgents(t *testing.T) {
	t.Parallel()
	o := desk(t, append(tickets(12), fives()...))
	for name, holds := range map[string]func(*office){
		"cost a get for each sheet": cheap, "faster and worse": fasterAndWorse, "honest": honest, "few": fewTickets, "order": ordered,
	} {
		t.Run(name, func(t *testing.T) {
			one := *o
			one.T = t
			holds(&one)
		})
	}
}

// A page costs as many gets as there are sheets, however many tickets there were,
// and is small.
func cheap(o *office) {
	for _, path := range []string{"/support", "/support?by=team", "/support?period=2026-11&by=agent", "/support?period=2026", "/agents", "/agents?period=2026&order=score"} {
		page, units := o.asks(path, "text/html")
		if units == 0 || units > 40 || len(page) > 100_000 {
			o.Errorf("%s costs %v read units and has %d bytes", path, units, len(page))
		}
		said, again := o.asks(path, "application/json")
		if !json.Valid([]byte(said)) || again != units {
			o.Errorf("%s as JSON costs %v instead of %v", path, again, units)
		}
	}
}

// What got faster and worse is said on top, and leads to its row.
func fasterAndWorse(o *office) {
	page, _ := o.asks("/support?by=team", "text/html")
	found := regexp.MustCompile(`<bdi>Tools</bdi>: Tickets are dealt with faster, and customers are less content[^<]* <a href="#(r\d+-\d+)">`).FindStringSubmatch(page)
	if found == nil {
		o.Fatal(page)
	}
	_, row, there := strings.Cut(page, `<tr id="`+found[1]+`">`)
	if row, _, _ = strings.Cut(row, "</tr>"); !there || !strings.Contains(row, `<bdi>Tools</bdi>`) || strings.Count(row, "· sure") != 2 {
		o.Errorf("the row is %s", row)
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "\u202e") && !strings.Contains(page, "<bdi>&lt;script&gt;") {
		o.Error("a team's name is no text")
	}
}

// Every estimate has its interval and n beside it, of few none stands alone, and
// what leads to touchpoints leads to what it says.
func honest(o *office) {
	for _, path := range []string{"/support?by=team", "/support?by=agent", "/agents", "/agents?period=2026&order=score"} {
		page, _ := o.asks(path, "text/html")
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			o.Fatal(err)
		}
		strong := 0
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode || n.Data != "td" {
				continue
			}
			says := text(n)
			if n.FirstChild != nil && n.FirstChild.Data == "strong" && !strings.Contains(says, "could be") && !strings.Contains(says, "a day") && !strings.Contains(says, "· sure") {
				if strong++; !regexp.MustCompile(` to .*· n [\d,]+`).MatchString(says) {
					o.Errorf("%s: %s has no interval, or no n", path, says)
				}
			}
			if strings.Contains(says, "few · n") {
				if of := regexp.MustCompile(`n ([\d,]+)`).FindStringSubmatch(says); of == nil || len(of[1]) > 4 {
					o.Errorf("%s: of many, and the interval alone: %s", path, says)
				}
			}
		}
		if strong == 0 {
			o.Errorf("%s shows nothing", path)
		}
		for _, href := range regexp.MustCompile(`href="(/touchpoints\?[^"]*)"`).FindAllStringSubmatch(page, 40) {
			u, err := url.Parse(html.UnescapeString(href[1]))
			if err != nil {
				o.Fatal(err)
			}
			o.asks(u.String(), "application/json")
		}
	}
}

// fives are five tickets that a team of its own solved, three of them answered.
func fives() (rows []*heed.Row) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for i := range 5 {
		r := solved(rnd, 1_000_000+i, "support", heed.CSAT, today-heed.Day(i))
		r.Dims = []heed.Dim{{Name: "agent", Value: "Newcomer"}, {Name: "team", Value: "New"}}
		r.Reason, r.Pi, r.Invitation, r.Response = heed.NotDrawn, heed.PPB/4, nil, nil
		if i < 3 {
			r.Reason, r.Invitation, r.Response = heed.Asked, &heed.Invitation{}, &heed.Response{Score: 5}
		}
		rows = append(rows, r)
	}
	return rows
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// rowOf is the row of a table whose head says so.
func (o *office) rowOf(page, head string) string {
	o.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		o.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "tr" && strings.HasPrefix(text(n), head) {
			return text(n)
		}
	}
	o.Errorf("no row of %s", head)
	return ""
}

// Of five tickets, of which three were answered, there are intervals and no score.
func fewTickets(o *office) {
	page, _ := o.asks("/support?by=team", "text/html")
	row := o.rowOf(page, "New ")
	if !strings.HasPrefix(row, "New 5 tickets too few to show · n 5 too few to show · n 3 ") || strings.Count(row, "few · n") != 2 {
		o.Error(row)
	}
	page, _ = o.asks("/agents", "text/html")
	if row = o.rowOf(page, "Newcomer "); !strings.HasPrefix(row, "Newcomer 5 tickets, 3 answers ") || !strings.Contains(row, "few · n 5 none below 30 too few to show · n 3") {
		o.Error(row)
	}
}

// Who keeps tickets out is said, by whatever order; nobody below 30 has a place.
func ordered(o *office) {
	ranks := regexp.MustCompile(`<td>(\d+)( \(\d+\x{a0}to\x{a0}\d+\))?</td>`)
	var names [2][]string
	for i, path := range []string{"/agents?period=2026", "/agents?period=2026&order=score"} {
		page, _ := o.asks(path, "text/html")
		if !strings.Contains(page, "<bdi>Agent 7</bdi>: More touchpoints are kept from being asked about") || !strings.Contains(o.rowOf(page, "Agent 7 "), "more than of others others: 0%, 0% to ") {
			o.Error("nothing is said of who keeps tickets out")
		}
		for _, m := range regexp.MustCompile(`<tr id="r0-\d+"><th scope="row"><bdi><a[^>]*>([^<]*)`).FindAllStringSubmatch(page, -1) {
			names[i] = append(names[i], m[1])
		}
		var order []string
		for _, m := range ranks.FindAllStringSubmatch(page, -1) {
			order = append(order, m[1])
		}
		if len(order) < 4 || (i == 1) != slices.IsSorted(order) {
			o.Errorf("%s: the ranks are %v", path, order)
		}
	}
	if !slices.IsSorted(names[0]) || slices.IsSorted(names[1]) || names[1][len(names[1])-1] != "Newcomer" && names[1][len(names[1])-1] != "Seldom" {
		o.Errorf("by name %v, by score %v", names[0], names[1])
	}
}

// A period without sheets says so, and what is no order is refused.
func TestAgentsThatAreNotMade(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	if page := o.get("/agents?period=2020-01").Body.String(); !strings.Contains(page, "Agents are not kept") {
		t.Error(page)
	}
	o = desk(t, nil)
	if page, _ := o.asks("/agents?period=2020-01", "text/html"); !strings.Contains(page, "not made yet") {
		t.Error(page)
	}
	if page, _ := o.asks("/support", "text/html"); !strings.Contains(page, "No tickets were solved") {
		t.Error(page)
	}
	for _, path := range []string{"/agents?order=rank", "/agents?from=2026-01-01", "/support?by=answer", "/support?by=customer"} {
		if w := o.get(path); w.Code != http.StatusBadRequest {
			t.Errorf("%s answers %d", path, w.Code)
		}
	}
}
