package report_test

import (
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

	"heed/shared/cells"
	"heed/shared/embedded"
	"heed/shared/figures"
	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/loyalty"
	"heed/shared/records"
	"heed/shared/service"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/topics"
)

const three = `
brand: {name: Acme}
dimensions: [team, product, agent, issue, cohort]
issues: [{name: billing, words: [invoice]}]
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 20%}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 20%}
  - {name: onboarding, ask: ces, stage: onboarding, when: {kinds: [onboarding.done]}, rate: 20%}
`

// hostile is what strangers write into tags and comments.
const hostile = "</td><script>alert(1)</script>\u202e"

// Screens are pages of a metered table.
type screens struct {
	*testing.T
	table  *embedded.Table
	config *surveys.Config
	rnd    *rand.Rand
}

func newScreens(t *testing.T, config string) *screens {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	s := &screens{T: t, table: file.Table(), rnd: rand.New(rand.NewPCG(9, 9))}
	if s.config, err = surveys.Load([]byte(config)); err != nil {
		t.Fatal(err)
	}
	return s
}

// get returns the page at a path, and the read units it took.
func (s *screens) get(path, accept string) (body string, status int, units float64) {
	s.Helper()
	s.table.Meter = &table.Meter{}
	h := &report.Handler{Config: s.config, Store: records.Store{Table: s.table}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return noon }}
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept", accept)
	w := httptest.NewRecorder()
	h.Routes().ServeHTTP(w, r)
	return w.Body.String(), w.Code, s.table.Meter.Reset().Read
}

func (s *screens) put(program, name, period string, sheet any) {
	s.Helper()
	if err := (records.Store{Table: s.table}).PutSheet(s.Context(), program, name, period, sheet, 0); err != nil {
		s.Fatal(err)
	}
}

// figure is a score like none other.
func (s *screens) figure(p *surveys.Program, by, value string) figures.Figure {
	c := &cells.Cell{Classes: map[cells.Class]*cells.Sums{{Kind: "ticket.solved"}: {Responses: map[cells.Slot]cells.Weights{}}}}
	low, high := p.Ask.Range()
	n := uint64(0)
	for range 60 + s.rnd.IntN(200) {
		n++
		slot := cells.Slot{Score: uint8(low + s.rnd.IntN(high-low+1)), Group: uint8(s.rnd.IntN(64))}
		w := cells.Weight(heed.PPB / uint32(1+s.rnd.IntN(5)))
		r := c.Classes[cells.Class{Kind: "ticket.solved"}].Responses
		r[slot] = r[slot].Add(cells.Weights{N: 1, W: cells.Uint128{Lo: w}, Q: cells.Mul64(w, w)})
	}
	c.Classes[cells.Class{Kind: "ticket.solved"}].Population = cells.Population{N: n * 9, Eligible: n * 8, Asked: n * 3, Sent: n * 3, Answered: n}
	today := heed.DayOf(noon, time.UTC)
	return figures.Of(p, c, true).Over(today-29, today, heed.Dim{Name: by, Value: value})
}

// issue is one with all that an issue can have.
func (s *screens) issue(p *surveys.Program, by, value string) sheets.Issue {
	i := sheets.Issue{Part: sheets.Part{Value: value, Figure: sheets.Figure{Figure: s.figure(p, by, value)}}}
	d := s.rnd.NormFloat64() * 10
	i.Rest = &figures.Difference{
		Program: p.Name, Ask: p.Ask, Estimand: figures.EventWeighted, Shown: true, Difference: new(d), Low: new(d - 5*s.rnd.Float64()),
		High: new(d + 5*s.rnd.Float64()), P: new(s.rnd.Float64()), AmongMany: new(s.rnd.Float64()),
	}
	i.Share = service.ShareOf(i.Figure.Population, 1_000_000)
	return i
}

// full is as large a sheet as there can be.
func (s *screens) full(p *surveys.Program) *sheets.Why {
	today := heed.DayOf(noon, time.UTC)
	w := &sheets.Why{Head: sheets.Head{Program: p.Name, Ask: p.Ask, Stage: p.Stage, Period: sheets.Days, From: (today - 29).String(), To: today.String()}, Comments: 4321}
	w.Whole = sheets.Part{Figure: sheets.Figure{Figure: s.figure(p, "", "")}}
	for n := range 40 {
		w.Issues = append(w.Issues, s.issue(p, "issue", fmt.Sprintf("issue %d %s", n, hostile)))
		w.Mentions = append(w.Mentions, s.issue(p, cells.Mention, fmt.Sprintf("issue %d %s", n, hostile)))
	}
	for n := range 40 {
		w.Phrases = append(w.Phrases, topics.Phrase{Phrase: fmt.Sprintf("phrase %d %s", n, hostile), Comments: 70, Low: 50, Effect: service.Estimate{Value: 0.4, Low: s.rnd.Float64(), High: s.rnd.Float64()}})
	}
	for n := range 16 {
		c := sheets.Crossed{Value: fmt.Sprintf("value %d %s", n, hostile)}
		for k := range 5 {
			c.Issues = append(c.Issues, s.issue(p, "issue", fmt.Sprintf("issue %d", k)))
		}
		w.Products, w.Agents = append(w.Products, c), append(w.Agents, c)
	}
	return w
}

// However much customers come with and write, the page is small, cheap, and holds
// nothing but text of theirs.
func TestWhyPageIsSmallAndCheap(t *testing.T) {
	t.Parallel()
	s := newScreens(t, three)
	for i := range s.config.Programs {
		s.put(s.config.Programs[i].Name, sheets.NamedWhy, sheets.Days, s.full(&s.config.Programs[i]))
	}
	for _, path := range []string{"/why", "/why?program=renewal"} {
		body, status, units := s.get(path, "text/html")
		t.Logf("%s: %d bytes, %.1f read units", path, len(body), units)
		if status != http.StatusOK || len(body) > 100_000 || units > 40 || units < 1 {
			t.Errorf("%s: %d, %d bytes, %v read units", path, status, len(body), units)
		}
		if strings.Contains(body, "<script>alert") || !strings.Contains(body, "<bdi>phrase 0 &lt;/td&gt;") || strings.Contains(body, "NaN") {
			t.Errorf("%s: what strangers wrote is not written as text", path)
		}
		if !strings.Contains(body, "by=mention") || !strings.Contains(body, "by=issue") {
			t.Errorf("%s leads nowhere", path)
		}
	}
	body, status, units := s.get("/why", "application/json")
	var got struct {
		Programs []sheets.Why `json:"programs"`
	}
	if err := json.Unmarshal([]byte(body), &got); err != nil || status != http.StatusOK || len(got.Programs) != 3 || len(got.Programs[2].Issues) != 40 || units > 40 {
		t.Errorf("%d, %v: %d programs, %v units", status, err, len(got.Programs), units)
	}
}

// The ways from issues lead to their touchpoints, and those that can't be shown say
// so.
func TestWhyPageSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	s := newScreens(t, strings.Replace(strings.Replace(three, "issue, ", "", 1), "issues: [{name: billing, words: [invoice]}]", "", 1))
	body, status, _ := s.get("/why", "text/html")
	if status != http.StatusOK || !strings.Contains(body, "No issues are named yet") || !strings.Contains(body, "not made yet") {
		t.Errorf("%d: %s", status, body)
	}
	s = newScreens(t, strings.Replace(three, "issue, ", "", 1))
	if body, _, _ := s.get("/why", "text/html"); !strings.Contains(body, "Issues of touchpoints are not kept") {
		t.Error(body)
	}
	for path, want := range map[string]int{"/why?period=2026-10": 200, "/why?period=x": 400, "/why?program=x": 400, "/why?by=team": 400, "/loyalty?period=2026": 400} {
		if _, status, _ := s.get(path, "text/html"); status != want {
			t.Errorf("%s: %d, want %d", path, status, want)
		}
	}
	if body, _, _ := s.get("/why", "application/json"); !strings.Contains(body, `"programs":[]`) {
		t.Error(body)
	}
}

func TestLoyaltyPage(t *testing.T) {
	t.Parallel()
	s := newScreens(t, three)
	body, _, _ := s.get("/loyalty", "text/html")
	if !strings.Contains(body, "not made yet") {
		t.Error(body)
	}
	p, l := s.config.Program("renewal"), sheets.Loyalty{From: "2025-10-01", To: "2026-11-20"}
	estimate := func(value float64) *loyalty.Estimate {
		return &loyalty.Estimate{N: 40, Estimate: service.Estimate{Value: value, Low: value * 0.9, High: value * 1.1}}
	}
	cohort := func(name string) loyalty.Cohort {
		return loyalty.Cohort{
			Cohort: name, Joined: 1234, Left: service.ShareOf(40, 1234), Leavings: 40, Again: service.ShareOf(400, 600), Churn: estimate(0.0123),
			Values: []loyalty.Value{
				{Currency: "EUR", Bought: 600, Each: estimate(4210), Lifetime: estimate(141_200)},
				{Currency: "JPY", Bought: 600, Each: estimate(4210), Lifetime: estimate(9_141_200)},
				{Currency: "KWD", Bought: 2},
			}, NPS: []figures.Figure{s.figure(p, "cohort", name)},
		}
	}
	for _, name := range []string{"2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"} {
		l.Cohorts = append(l.Cohorts, cohort(name))
	}
	l.All = cohort("")
	f := s.figure(p, "", "")
	a := figures.Answered{Figure: f}
	l.Said = []loyalty.Said{{Program: "renewal", Stage: "renewal", All: f, Left: a, Stayed: a, Bought: a, Leaving: service.ShareOf(40, 200), Buying: service.ShareOf(4, 200), LeftOf: [3]service.Share{service.ShareOf(20, 40), service.ShareOf(10, 20), service.ShareOf(1, 4)}}}
	l.Findings = []service.Finding{{Kind: service.HighScoreLeave, Value: "renewal", Says: "renewal: Customers who then left had been content."}}
	s.put(heed.EveryProgram, sheets.NamedLoyalty, sheets.NamedLoyalty, l)
	body, status, units := s.get("/loyalty", "text/html")
	t.Logf("%d bytes, %.1f read units", len(body), units)
	for _, want := range []string{
		"had been content", "Quarter 4, 2025", "42.10 EUR", "37.89 to 46.31 EUR", "1,412.00 EUR", "4,210 JPY", "9,141,200 JPY", "too few to show", "1.2%",
		"40 leavings", "1,234", "by=cohort&amp;from=2025-10-01", "counted=yes&amp;left=no", "third=low&amp;left=yes",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q", want)
		}
	}
	if status != http.StatusOK || units > 40 || len(body) > 100_000 {
		t.Errorf("%d, %d bytes, %v read units", status, len(body), units)
	}
	// The ways that lead on do lead somewhere, though they are of more than a year.
	if _, status, _ := s.get("/touchpoints?program=renewal&from=2025-10-01&to=2026-11-20&counted=yes&left=yes", "text/html"); status != http.StatusOK {
		t.Errorf("the touchpoints behind: %d", status)
	}
	body, status, _ = s.get("/loyalty", "application/json")
	var got sheets.Loyalty
	if err := json.Unmarshal([]byte(body), &got); err != nil || status != http.StatusOK || len(got.Cohorts) != 5 || got.Cohorts[0].Churn.N != 40 {
		t.Errorf("%d, %v: %s", status, err, body)
	}
}
