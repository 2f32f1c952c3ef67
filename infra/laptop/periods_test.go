package laptop_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

// One program, whose parts are many.
const manyTeams = `
brand: {name: Acme}
dimensions: [team]
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 20%}
`

// A month over 100 values of a dimension is read from its finished figures, in
// 40 read units at most, and they are what the cells make.
func TestMonthIsReadFromFigures(t *testing.T) {
	t.Parallel()
	h := filled(t, manyTeams, made{rows: 4000, customers: 900, teams: 100, agents: 100, from: 55, to: 40, answered: 0.5})
	month := h.month(t, 50).String()
	var scores struct{ Figures []json.RawMessage }
	h.laptop.Meters["report"].Reset()
	h.read(t, "/api/scores?program=support&by=team&period="+month, &scores)
	if units := h.laptop.Meters["report"].Reset().Read; units > 40 || len(scores.Figures) != 100 {
		t.Errorf("%d figures are read in %v units", len(scores.Figures), units)
	} else {
		t.Logf("%d figures are read in %v units", len(scores.Figures), units)
	}
	var compared struct {
		Compared []struct{ Figure json.RawMessage }
	}
	h.read(t, "/api/compare?program=support&by=team&period="+month, &compared)
	shown := 0
	for i, c := range compared.Compared {
		if diff := cmp.Diff(string(c.Figure), string(scores.Figures[i])); diff != "" {
			t.Errorf("the figure of the month is not that of its cells: %s", diff)
		}
		var f result
		if err := json.Unmarshal(c.Figure, &f); err != nil || !f.Settled {
			t.Errorf("%v: %s", err, c.Figure)
		}
		if f.Shown {
			shown++
		}
	}
	if shown < 80 || len(compared.Compared) != 100 {
		t.Errorf("%d of %d are shown", shown, len(compared.Compared))
	}
	h.laptop.Meters["report"].Reset()
	page := h.send(t, http.MethodGet, "/?by=team&period="+month, nil, nil)
	if units := h.laptop.Meters["report"].Reset().Read; units > 40 || !strings.Contains(string(page.Body), ">And 52 with fewer touchpoints") || len(page.Body) > 100_000 {
		t.Errorf("the page of %d bytes is read in %v units", len(page.Body), units)
	} else {
		t.Logf("the page of %d bytes is read in %v units", len(page.Body), units)
	}
}

// The first page costs as much after a year as after two weeks: sheets are read,
// and of the cells only those that say how much fits no program.
func TestFirstPageCostsTheSameAfterAYear(t *testing.T) {
	t.Parallel()
	units := map[string][]float64{}
	for _, from := range []int{14, 380} {
		h := filled(t, everybody, made{rows: 3000, customers: 900, teams: 8, agents: 20, from: from, to: 1, answered: 0.5})
		for name, path := range map[string]string{"30 days": "/", "by team": "/?by=team", "a year": "/?period=" + heed.YearOf(h.month(t, 5).First).String()} {
			h.laptop.Meters["report"].Reset()
			page := h.send(t, http.MethodGet, path, nil, nil)
			n := h.laptop.Meters["report"].Reset().Read
			units[name] = append(units[name], n)
			if n > 40 || page.Status != http.StatusOK || len(page.Body) > 100_000 || !strings.Contains(string(page.Body), `<svg class="time"`) {
				t.Errorf("%s after %d days: %d, %d bytes, in %v units", path, from, page.Status, len(page.Body), n)
			}
		}
	}
	for name, n := range units {
		t.Log(name, n)
		if n[1] > n[0]+8 {
			t.Errorf("%s takes %v units after two weeks, and %v after a year", name, n[0], n[1])
		}
	}
}

// month is the one that a day so many days ago lies in.
func (h *house) month(t *testing.T, ago int) heed.Period {
	var clock struct{ Now time.Time }
	h.read(t, "/local/clock", &clock)
	return heed.MonthOf(heed.DayOf(clock.Now, h.options.Config.Zone) - heed.Day(ago))
}

// Whatever days are asked for, and however they are put together from months
// and days, the figures are those of the rows of these days.
func TestEveryPeriodIsItsRows(t *testing.T) {
	t.Parallel()
	h := lived(t)
	rows, days := h.rows(t, ""), dayOf(t, h)
	asks := map[string]string{}
	for _, p := range h.options.Config.Programs {
		asks[p.Name] = string(p.Ask)
	}
	month := h.month(t, 70)
	quarter := heed.QuarterOf(month.First)
	for _, q := range []struct {
		query       string
		first, last heed.Day
	}{
		{"period=" + month.String(), month.First, month.Last},
		{"period=" + quarter.String(), quarter.First, quarter.Last},
		{"period=" + heed.WeekOf(month.First).String(), heed.WeekOf(month.First).First, heed.WeekOf(month.First).Last},
		{"period=" + (month.First + 3).String(), month.First + 3, month.First + 3},
		{between(month.First, month.Last), month.First, month.Last},
		{between(month.First-9, month.Last+9), month.First - 9, month.Last + 9},
		{between(month.First-40, month.Last), month.First - 40, month.Last},
		{between(month.First+1, month.Last-1), month.First + 1, month.Last - 1},
	} {
		of := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return days[r.ID] < q.first || days[r.ID] > q.last })
		for by, team := range map[string]bool{"": false, "&by=team": true} {
			var said struct{ Figures []result }
			h.read(t, "/api/scores?"+q.query+by, &said)
			want := byHand(of, asks, team)
			for _, got := range said.Figures {
				w := want[got.Program+"/"+got.Value]
				if w == nil {
					w = &result{} // nothing happened there
				}
				if got.N != w.N || got.Population != w.Population || got.Asked != w.Asked || got.Shown != w.Shown || !near(got.Score, w.Score) || !near(got.Low, w.Low) || !near(got.High, w.High) {
					t.Errorf("%s%s: %s %s is %d of %d, %s, want %d of %d, %s", q.query, by, got.Program, got.Value,
						got.N, got.Population, got.written(), w.N, w.Population, w.written())
				}
			}
			if team && len(said.Figures) != len(want) {
				t.Errorf("%s%s: %d figures, want %d", q.query, by, len(said.Figures), len(want))
			}
		}
	}
}

func between(first, last heed.Day) string {
	return url.Values{"from": {first.String()}, "to": {last.String()}}.Encode()
}

// Customer-weighted, and with the exact variance of customers, figures come
// from rows. Each customer counts once, by the mean over all it had.
func TestFiguresFromRows(t *testing.T) {
	t.Parallel()
	h := lived(t)
	month := h.month(t, 70)
	rows, days := h.rows(t, "program=support"), dayOf(t, h)
	var plain, exact, once struct{ Figures []result }
	base := "/api/scores?program=support&period=" + month.String()
	h.read(t, base, &plain)
	h.read(t, base+"&variance=customers", &exact)
	h.read(t, base+"&estimand=customer-weighted", &once)
	touchpoints := map[string]float64{}
	for _, r := range rows {
		if month.First <= days[r.ID] && days[r.ID] <= month.Last {
			touchpoints[r.Customer]++
		}
	}
	sum, all, people := 0.0, 0.0, map[string]bool{}
	for _, r := range rows {
		if r.Response == nil || days[r.ID] < month.First || days[r.ID] > month.Last {
			continue
		}
		w := 1e9 / float64(r.Decision.Chance) / touchpoints[r.Customer]
		all, people[r.Customer] = all+w, true
		if r.Response.Score >= 4 {
			sum += w
		}
	}
	p, e, c := plain.Figures[0], exact.Figures[0], once.Figures[0]
	if want := 100 * sum / all; c.Score == nil || !about(*c.Score, want) || c.Estimand != "customer-weighted" {
		t.Errorf("customer-weighted it is %s, want %f", c.written(), want)
	}
	if !near(p.Score, e.Score) || e.Estimand != "event-weighted" || p.N != e.N || e.Respondents != len(people) {
		t.Errorf("%+v, from rows %+v; %d people answered", p, e, len(people))
	}
	var teams struct{ Figures []result }
	h.read(t, base+"&estimand=customer-weighted&by=team", &teams)
	if n := 0; len(teams.Figures) != 8 {
		t.Errorf("%d teams", len(teams.Figures))
	} else {
		for _, f := range teams.Figures {
			n += f.N
		}
		if n != c.N {
			t.Errorf("the teams have %d answers together, want %d", n, c.N)
		}
	}
}

func about(a, b float64) bool { return a-b < 1e-3 && b-a < 1e-3 }

// What a journey says is the sum of its stages, each by its share.
func TestJourneyIsItsStages(t *testing.T) {
	t.Parallel()
	h := lived(t)
	var said struct {
		result
		Stages []struct {
			Stage  string
			Share  float64
			Figure result
		}
	}
	h.read(t, fmt.Sprintf("/api/journey?ask=nps&period=%s", heed.QuarterOf(h.month(t, 80).First)), &said)
	score, share := 0.0, 0.0
	for _, s := range said.Stages {
		score, share = score+s.Share**s.Figure.Score, share+s.Share
	}
	if len(said.Stages) != 2 || !about(share, 1) || said.Score == nil || !about(*said.Score, score) || *said.Low >= score || *said.High <= score {
		t.Errorf("%+v, want %f", said, score)
	}
	for _, path := range []string{"/api/journey?period=2026-10", "/api/journey?ask=ces&period=2026-10", "/api/journey?ask=nps&period=2026-13"} {
		if a := h.send(t, http.MethodGet, path, nil, nil); a.Status != http.StatusBadRequest {
			t.Errorf("%s was answered %d", path, a.Status)
		}
	}
}
