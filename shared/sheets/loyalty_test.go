package sheets

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// Every figure of the sheet says of which days it is, those by what followed have
// no touchpoints to speak of, and a cohort has the NPS of each program that heard
// of it.
func TestLoyaltySaysWhatItIsOf(t *testing.T) {
	nps := &surveys.Program{Name: "support", Ask: heed.NPS, Stage: "renewal"}
	rows := spoken(rand.New(rand.NewPCG(7, 8)), 600)
	for i, r := range rows {
		r.Ask, r.Kind = heed.NPS, "subscription.renewed"
		r.Dims = []heed.Dim{{Name: "cohort", Value: []string{"2026-Q1", "2026-Q2"}[i%2]}}
		if i%3 == 0 {
			r.After.Left = time.Unix(1, 0)
		}
	}
	today := heed.Day(20700)
	p := LoyaltyPeriod(today)
	l := LoyaltyOf(Told{Period: p, Today: today, Cohorts: map[string]*cells.Cell{"2026-Q1": {Deeds: cells.Deeds{Joined: 50}}, "2025-Q4": {}}, Programs: []Teller{
		{Program: nps, Settled: true, Whole: cellsBy(rows, "")[""], Cohorts: cellsBy(rows, "cohort")},
		{Program: &surveys.Program{Name: "young", Ask: heed.NPS}},
	}})
	text, err := json.Marshal(l)
	var back Loyalty
	if err != nil || json.Unmarshal(text, &back) != nil {
		t.Fatal(err)
	}
	if len(back.Cohorts) != 2 || back.Cohorts[0].Cohort != "2025-Q4" || len(back.Cohorts[0].NPS) != 0 || len(back.Cohorts[1].NPS) != 1 || len(back.All.NPS) != 2 || len(back.Said) != 2 {
		t.Fatalf("got %s", text)
	}
	f := back.Cohorts[1].NPS[0]
	if f.By != "cohort" || f.Value != "2026-Q1" || f.From != p.First.String() || !f.Shown || back.Cohorts[1].Left.Of != 50 {
		t.Errorf("got %+v", back.Cohorts[1])
	}
	s := back.Said[0]
	if s.Left.From != p.First.String() || s.All.To != p.Last.String() || s.Left.Population != 0 || s.All.Population != 600 || s.Left.ResponseRate != nil || s.Left.N != s.Leaving.N || s.Leaving.Of != s.All.N {
		t.Errorf("got %+v", s)
	}
	if s := back.Said[1]; s.All.Shown || s.Leaving.Shown || s.Leaving.Reason == "" {
		t.Errorf("of nothing: %+v", s)
	}
}
