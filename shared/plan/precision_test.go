package plan

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// What a plan promises is what package figures shows, once as many have
// answered as was assumed: the same interval at the same effective n, and with
// it or without.
func TestPrecisionIsThatOfFigures(t *testing.T) {
	a := Assume(1)
	for ask, hundred := range map[heed.Ask][]int{
		heed.NPS: {5: 20, 8: 30, 9: 50}, heed.CSAT: {2: 20, 4: 80}, heed.CES: append([]int{0}, a.Ease...),
	} {
		for _, times := range []int{1, 2, 10} {
			var rows []*heed.Row
			for score, n := range hundred {
				for range n * times {
					name := heed.Fingerprint("precision", strconv.Itoa(len(rows)))
					who := heed.Hash(name[:16])
					rows = append(rows, &heed.Row{
						Scope: who, Customer: who, Kind: "k", Invitation: &heed.Invitation{}, Response: &heed.Response{Score: score},
						Decision: heed.Decision{Program: "p", Reason: heed.Asked, Pi: heed.PPB},
					})
				}
			}
			cell := cells.Merge(cells.Of(slices.Values(rows), nil)[cells.Key{Program: "p"}])
			f := figures.Of(&surveys.Program{Name: "p", Ask: ask}, cell, true)
			if !f.Shown || f.N != uint64(len(rows)) {
				t.Fatalf("%s of %d: %+v", ask, len(rows), f)
			}
			if got, want := a.halfWidth(ask, f.EffectiveN), (*f.High-*f.Low)/2; math.Abs(got-want) > 1e-9 {
				t.Errorf("%s, effective n %v: ±%v is promised, ±%v shown", ask, f.EffectiveN, got, want)
			}
		}
	}
}

// A share that is too wide to stand alone is not said to be rankable.
func TestRankable(t *testing.T) {
	for n, want := range map[float64]bool{29.9: false, 30.1: true, 100: true} {
		s := &sum{covered: 1000, inverse: 1e6 / n, pi: uint64(n * heed.PPB)}
		if p := Assume(1).precision(heed.CSAT, s, 1); p.Rankable != want {
			t.Errorf("%v: %+v", n, p)
		}
	}
	even := Assume(1)
	even.Top2 = 0.5
	if p := even.precision(heed.CSAT, &sum{covered: 1000, inverse: 1e6 / 31, pi: 31 * heed.PPB}, 1); p.Rankable {
		t.Errorf("±%v points stand alone", *p.HalfWidth)
	}
}
