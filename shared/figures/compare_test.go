package figures

import (
	"math"
	"testing"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/surveys"
)

var support = &surveys.Program{Name: "support", Stage: "support", Ask: heed.NPS}

func TestCompare(t *testing.T) {
	d := Compare(support, cellOf(team(0, 60, 30, "k")), cellOf(team(60, 60, 70, "k")))
	if !d.Shown || math.Abs(*d.Difference-80) > 1e-9 || *d.P > 0.001 || *d.Low > 80 || *d.High < 80 || d.IntervalOnly {
		t.Errorf("30%% against 70%% promoters: got %+v, %v (%v to %v), p %v", d, *d.Difference, *d.Low, *d.High, *d.P)
	}
	// 1 - p is the confidence at which the interval would just reach 0.
	d = Compare(support, cellOf(team(0, 60, 50, "k")), cellOf(team(60, 60, 65, "k")))
	if (*d.P < 0.05) != (*d.Low > 0) {
		t.Errorf("p = %v, but the interval begins at %v", *d.P, *d.Low)
	}
	if d := Compare(support, cellOf(team(0, 60, 50, "k")), cellOf(team(60, 4, 50, "k"))); d.Shown || d.Reason != TooFew || d.P != nil {
		t.Errorf("against 4: got %+v", d)
	}
	d = Compare(support, cellOf(team(0, 6, 0, "k")), cellOf(team(6, 6, 100, "k")))
	if !d.IntervalOnly || !(*d.P > 0 && *d.P < 0.05) || math.IsNaN(*d.Low) || *d.Low >= 200 {
		t.Errorf("all against none of 6: got %v (%v to %v), p %v", *d.Difference, *d.Low, *d.High, *d.P)
	}
}

// The same customers, each a little happier later: their own level drops out.
func TestCompareKnowsCommonCustomers(t *testing.T) {
	before, after, others := team(0, 60, 50, "k"), team(0, 60, 60, "k"), team(0, 60, 60, "k")
	for i, r := range others {
		r.Scope = before[(i+30)%60].Scope
	}
	same := Compare(support, cellOf(before), cellOf(after))
	apart := Compare(support, cellOf(before), cellOf(others))
	if *same.Difference != *apart.Difference || *same.High-*same.Low > 0.8*(*apart.High-*apart.Low) {
		t.Errorf("the same customers: %v to %v, others: %v to %v", *same.Low, *same.High, *apart.Low, *apart.High)
	}
}

// The variance of a difference is the one that R confirms, but for the factor
// of even weights, which is 1 here, and the degrees of freedom.
func TestCompareUsesTheVarianceByGroups(t *testing.T) {
	a, b := cellOf(team(0, 60, 30, "k")), cellOf(team(30, 60, 55, "k"))
	d := Compare(support, a, b)
	mean := estimates.Sum([]float64{-1, 1}, []estimates.Mean{
		estimates.OfCell(a, heed.NPS).Mean(estimates.Net), estimates.OfCell(b, heed.NPS).Mean(estimates.Net),
	})
	near(t, "difference", *d.Difference, 100*mean.Value)
	near(t, "half width", (*d.High-*d.Low)/2, 100*estimates.T(groups(a, b)-1)*math.Sqrt(mean.Clustered(64)))
}

// groups is how many of the hashed groups hold a response.
func groups(of ...*cells.Cell) float64 {
	return float64(estimates.OfCell(cells.Merge(of...), heed.NPS).Respondents())
}

func TestDiscoveries(t *testing.T) {
	p := func(x float64) Difference { return Difference{Shown: true, P: new(x)} }
	many := []Difference{p(0.01), {Reason: TooFew}, p(0.04), p(0.9)}
	Discoveries(many)
	for i, want := range []float64{0.03, 0, 0.06, 0.9} {
		if want == 0 {
			if many[i].AmongMany != nil {
				t.Errorf("%d: is not shown, but got %v", i, *many[i].AmongMany)
			}
			continue
		}
		near(t, "among many", *many[i].AmongMany, want)
	}
}

func TestJourney(t *testing.T) {
	sales := &surveys.Program{Name: "sales", Stage: "pre-sales", Ask: heed.NPS}
	quiet := make([]*heed.Row, 120) // touchpoints that nobody answered for
	for i := range quiet {
		quiet[i] = &heed.Row{Kind: "k", Decision: heed.Decision{Program: "support", Reason: heed.NotDrawn, Pi: heed.PPB / 4}}
	}
	a, b := cellOf(team(0, 60, 20, "k")), cellOf(append(team(0, 60, 80, "k"), quiet...))
	j, err := Along(heed.NPS, []Stage{{sales, a, true}, {support, b, false}})
	if err != nil || !j.Shown || j.Settled {
		t.Fatalf("got %+v, %v", j, err)
	}
	near(t, "share of sales", j.Stages[0].Share, 0.25)
	near(t, "score", *j.Score, 0.25*-60+0.75*60)
	x, y := estimates.OfCell(a, heed.NPS).Mean(estimates.Net), estimates.OfCell(b, heed.NPS).Mean(estimates.Net)
	both := estimates.Sum([]float64{0.25, 0.75}, []estimates.Mean{x, y})
	near(t, "half width", (*j.High-*j.Low)/2, 100*estimates.T(groups(a, b)-1)*math.Sqrt(both.Clustered(64)))
	if j.Stages[1].Stage != "support" || !j.Stages[1].Figure.Shown {
		t.Errorf("got %+v", j.Stages[1])
	}

	j, err = Along(heed.NPS, []Stage{{sales, a, true}, {support, &cells.Cell{}, true}})
	if err != nil || j.Shown || j.Reason != TooFew || j.Score != nil || len(j.Stages) != 2 {
		t.Errorf("with an empty stage: got %+v, %v", j, err)
	}
	if j, err := Along(heed.NPS, nil); err != nil || j.Shown {
		t.Errorf("without a stage: got %+v, %v", j, err)
	}
	ease := &surveys.Program{Name: "easy", Ask: heed.CES}
	if _, err := Along(heed.NPS, []Stage{{ease, a, true}}); heed.CodeOf(err) != heed.Invalid {
		t.Errorf("with another question: got %v", err)
	}
}
