package service

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"heed/shared/figures"
	"heed/shared/heed"
)

// caseOf compares two periods of 30 days.
func caseOf(value string, now, before []*heed.Row) Case {
	a, b := figures.SideOf(csat, cellOf(before), true), figures.SideOf(csat, cellOf(now), true)
	change := figures.Compare(a, b)
	return Case{
		Value: value, Ask: heed.CSAT, Score: b.Figure, Change: &change,
		Now: Of(cellOf(now)), Changes: Compare(cellOf(now), cellOf(before), 30, 30),
	}
}

func kinds(found []Finding) (list []string) {
	for _, f := range found {
		list = append(list, f.Value+" "+f.Kind)
	}
	return list
}

// period is n tickets of customers who come once in 90 days, or, where back is
// set, in half of the cases are back.
func period(rnd *rand.Rand, n int, pace, content float64, back bool) []*heed.Row {
	rows := tickets(&desk{rnd: rnd, agents: 1, pace: pace, content: content}, n)
	for _, row := range rows {
		if !back {
			row.N90 = 0
		}
	}
	return rows
}

func TestFind(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	usual := period(rnd, 900, 1, 0.8, false)
	cases := []Case{
		caseOf("hasty", period(rnd, 900, 0.4, 0.5, false), usual),
		caseOf("swift", period(rnd, 900, 0.4, 0.8, false), usual),
		caseOf("tired", period(rnd, 900, 2, 0.5, false), usual),
		caseOf("mended", period(rnd, 400, 1, 0.98, false), usual),
		caseOf("shunned", period(rnd, 400, 1, 0.5, false), usual),
		caseOf("returning", period(rnd, 300, 1, 0.98, true), usual),
		caseOf("season", period(rnd, 500, 1, 0.8, false), usual),
		caseOf("", period(rnd, 500, 1, 0.8, false), usual),
	}
	found := Find(cases)
	want := []string{
		"hasty faster_and_worse", "tired slower_and_worse", "mended fewer_and_better",
		"shunned fewer_not_better", "returning fewer_not_better", " fewer_unclear",
	}
	if !slices.Equal(kinds(found), want) {
		t.Errorf("got %v,\nwant %v", kinds(found), want)
	}
	for _, f := range found {
		t.Log(f.Says)
		if f.Ask != heed.CSAT || !strings.HasPrefix(f.Says, of(f.Value)) || !strings.HasSuffix(f.Says, ".") ||
			strings.Count(f.Says, " to ") < 2 || strings.Contains(f.Says, "NaN") || strings.Contains(f.Says, "by -") {
			t.Errorf("%+v", f)
		}
	}
}

// Where nothing changed, little is found however many values are looked at.
func TestFindOfNothing(t *testing.T) {
	rnd, falsely := rand.New(rand.NewPCG(8, 8)), 0
	const runs = 20
	for range runs {
		cases := make([]Case, 8)
		for i := range cases {
			cases[i] = caseOf(string(rune('a'+i)), period(rnd, 120, 1, 0.8, false), period(rnd, 120, 1, 0.8, false))
		}
		falsely += one(len(Find(cases)) > 0)
	}
	if falsely > runs/10 {
		t.Errorf("in %d of %d runs something was found", falsely, runs)
	}
	if found := Find([]Case{{Value: "none"}, {Value: "few", Now: &Measures{}, Changes: &Changes{}}}); len(found) != 0 {
		t.Errorf("got %v", found)
	}
}

// What is too little to be said of itself still keeps a fall from being called
// good.
func TestABitAgainstIt(t *testing.T) {
	change := func(value, low, high, p float64) Change {
		return Change{Shown: true, Change: &Estimate{value, low, high}, P: &p, Sure: p < 0.05}
	}
	c := Case{Value: "a", Ask: heed.CSAT, Now: &Measures{}, Changes: &Changes{Volume: change(0.5, 0.4, 0.6, 1e-9)}}
	up, low, high, p := 20.0, 10.0, 30.0, 1e-6
	c.Change = &figures.Difference{Shown: true, Difference: &up, Low: &low, High: &high, P: &p}
	if found := kinds(Find([]Case{c})); !slices.Equal(found, []string{"a fewer_and_better"}) {
		t.Errorf("fewer and a higher score: got %v", found)
	}
	c.Changes.Reopened = change(0.05, 0.001, 0.1, 0.049)
	if found := kinds(Find([]Case{c})); len(found) != 0 {
		t.Errorf("reopened a bit more often, too: got %v", found)
	}
	c.Value, c.Now.Reopened = "", ShareOf(60, 600)
	found := Find([]Case{c})
	if len(found) != 1 || found[0].Kind != FewerUnclear || strings.Contains(found[0].Says, "may be chance") ||
		!strings.Contains(found[0].Says, "The share of tickets that were opened again rose by 5 (0 to 10) points") {
		t.Errorf("the whole: got %+v", found)
	}
}

func TestLasted(t *testing.T) {
	for want, e := range map[string]Estimate{
		"40.0 (30.0 to 50.0) seconds":  {40, 30, 50},
		"90.0 (80.0 to 100.0) seconds": {90, 80, 100},
		"2.0 (1.0 to 3.0) minutes":     {120, 60, 180},
		"3.2 (2.9 to 3.6) hours":       {11520, 10440, 12960},
		"2.5 (1.0 to 4.0) days":        {216000, 86400, 345600},
	} {
		if got := lasted(&e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := percent(&Estimate{0.69, 0.61, 0.78}); got != "31% (22% to 39%)" {
		t.Errorf("got %q", got)
	}
	if got := signed(heed.CES, &Estimate{-0.04, -0.51, 0.43}); got != "+0.0 (-0.5 to +0.4) points" {
		t.Errorf("got %q", got)
	}
}
