package figures

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

var support = &surveys.Program{Name: "support", Stage: "support", Ask: heed.NPS}

func TestCompare(t *testing.T) {
	d := compare(support, cellOf(team(0, 60, 30, "k")), cellOf(team(60, 60, 70, "k")))
	if !d.Shown || math.Abs(*d.Difference-80) > 1e-9 || *d.P > 0.001 || *d.Low > 80 || *d.High < 80 || d.IntervalOnly {
		t.Errorf("30%% against 70%% promoters: got %+v, %v (%v to %v), p %v", d, *d.Difference, *d.Low, *d.High, *d.P)
	}
	// 1 - p is the confidence at which the interval would just reach 0.
	d = compare(support, cellOf(team(0, 60, 50, "k")), cellOf(team(60, 60, 65, "k")))
	if (*d.P < 0.05) != (*d.Low > 0) {
		t.Errorf("p = %v, but the interval begins at %v", *d.P, *d.Low)
	}
	if d := compare(support, cellOf(team(0, 60, 50, "k")), cellOf(team(60, 4, 50, "k"))); d.Shown || d.Reason != TooFew || d.P != nil {
		t.Errorf("against 4: got %+v", d)
	}
	d = compare(support, cellOf(team(0, 6, 0, "k")), cellOf(team(6, 6, 100, "k")))
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
	same := compare(support, cellOf(before), cellOf(after))
	apart := compare(support, cellOf(before), cellOf(others))
	if *same.Difference != *apart.Difference || *same.High-*same.Low > 0.8*(*apart.High-*apart.Low) {
		t.Errorf("the same customers: %v to %v, others: %v to %v", *same.Low, *same.High, *apart.Low, *apart.High)
	}
}

// By hand, of shares: the difference of two of 60 with no customer in common,
// whose limits are the exact ones of each.
func TestCompareRecoversTheVarianceOfBothSides(t *testing.T) {
	rows := func(from, n, good int) []*heed.Row {
		list := team(0, n, good, "k")
		for i, r := range list {
			r.Scope = heed.Hash{15: byte(from + i)}
		}
		return list
	}
	a, b := cellOf(rows(0, 20, 30)), cellOf(rows(20, 40, 55))
	d := compare(support, a, b)
	near(t, "difference", *d.Difference, 2*100*(0.55-0.30))
	reach := func(p, n float64) (below, above float64) {
		at := func(x, rest, q float64) float64 { return distuv.Beta{Alpha: x, Beta: rest}.Quantile(q) }
		return p - at(n*p, n-n*p+1, 0.025), at(n*p+1, n-n*p, 0.975) - p
	}
	downA, upA := reach(0.30, 20)
	downB, upB := reach(0.55, 40)
	near(t, "low", *d.Low, *d.Difference-200*math.Hypot(downB, upA))
	near(t, "high", *d.High, *d.Difference+200*math.Hypot(upB, downA))
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
	near(t, "effective n", j.EffectiveN, 1/(0.0625/j.Stages[0].Figure.EffectiveN+0.5625/j.Stages[1].Figure.EffectiveN))
	if j.N != 120 || j.IntervalOnly || *j.Low >= *j.Score || *j.High <= *j.Score {
		t.Errorf("got %+v", j)
	}
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
