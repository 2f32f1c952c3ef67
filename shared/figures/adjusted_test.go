package figures

import (
	"math"
	"slices"
	"testing"

	"heed/shared/heed"
)

// 20 answers of quiet customers, 10 of busy ones that had four times as many
// touchpoints.
func TestAdjustedToAllTouchpoints(t *testing.T) {
	quiet, busy := team(0, 20, 100, "k"), team(1, 10, 0, "k")
	var unasked []*heed.Row
	for i := range 120 {
		r := &heed.Row{Kind: "k", Decision: heed.Decision{Program: "support", Reason: heed.NotDrawn, Pi: heed.PPB / 4}}
		if i < 90 {
			r.N90 = 20
		}
		unasked = append(unasked, r)
	}
	for _, r := range busy {
		r.N90 = 20
	}
	f := figure(heed.NPS, cellOf(slices.Concat(quiet, busy, unasked)))
	near(t, "plain", *f.Score, 100./3)
	near(t, "adjusted", f.Adjusted.Score, 100*(50./150-100./150))
	if f.Adjusted.Classes != 2 || f.Adjusted.Low >= f.Adjusted.Score || f.Adjusted.High <= f.Adjusted.Score {
		t.Errorf("got %+v", f.Adjusted)
	}
	for _, r := range unasked[:30] { // quiet ones that are the team's own
		r.N90, r.Reason, r.Pi = 0, heed.OwnDomain, 0
	}
	f = figure(heed.NPS, cellOf(slices.Concat(quiet, busy, unasked)))
	near(t, "adjusted to fewer", f.Adjusted.Score, 100*(50./120-70./120))
	if f := figure(heed.NPS, cellOf(slices.Concat(quiet, busy[:3], unasked))); f.Adjusted != nil {
		t.Errorf("with 3 busy ones: got %+v, want them in one class with the quiet, and so nothing to adjust", f.Adjusted)
	}
	if f := figure(heed.NPS, cellOf(slices.Concat(quiet[:4], unasked))); f.Shown || f.Adjusted != nil {
		t.Errorf("with 4 answers: got %+v", f)
	}
}

// Its interval is as much wider for repeated customers as the plain one.
func TestAdjustedKnowsOfRepeatedCustomers(t *testing.T) {
	rows := slices.Concat(team(0, 40, 60, "k"), team(1, 40, 30, "l"))
	spread := figure(heed.NPS, cellOf(rows))
	for i, r := range rows {
		r.Scope = heed.Hash{15: byte(i / 4)}
	}
	bunched := figure(heed.NPS, cellOf(rows))
	a, b := spread.Adjusted.High-spread.Adjusted.Low, bunched.Adjusted.High-bunched.Adjusted.Low
	if ratio := spread.EffectiveN / bunched.EffectiveN; ratio < 2 || b < 0.9*a*math.Sqrt(ratio) {
		t.Errorf("effective n fell to 1/%v, the interval grew from %v to %v", ratio, a, b)
	}
}

// One person's many answers are not shown, however many they are.
func TestRespondentsAreCountedNotResponses(t *testing.T) {
	one := team(0, 30, 50, "k")
	for _, r := range one {
		r.Scope = heed.Hash{15: 7}
	}
	if f := figure(heed.NPS, cellOf(one)); f.Shown || f.N != 30 || f.Respondents != 1 {
		t.Errorf("got %+v", f)
	}
}

func TestDoubtfulAreCounted(t *testing.T) {
	rows := team(0, 10, 50, "k")
	rows[3].Doubt, rows[3].Alpha, rows[3].Limit = heed.Merged, heed.PPB, 1<<63
	if f := figure(heed.NPS, cellOf(rows)); f.Doubtful != 1 {
		t.Errorf("got %d doubtful touchpoints, want 1", f.Doubtful)
	}
}

// A part has the effective n that the customers of the whole make it worth.
func TestPartTakesTheRatioOfTheWhole(t *testing.T) {
	part, rest := team(0, 40, 50, "k"), []*heed.Row(nil)
	for i := range 40 { // ten customers, four answers alike of each
		r := *team(7, 1, 100*(i/4%2), "k")[0]
		r.Scope = heed.Hash{15: byte(i / 4)}
		rest = append(rest, &r)
	}
	whole := cellOf(slices.Concat(part, rest))
	alone, within := Of(support, cellOf(part), true), Part(support, cellOf(part), whole, true)
	all := Of(support, whole, true)
	if *alone.Score != *within.Score || alone.EffectiveN <= within.EffectiveN {
		t.Errorf("alone: got %v of %v, within the whole %v of %v", *alone.Score, alone.EffectiveN, *within.Score, within.EffectiveN)
	}
	near(t, "effective n", within.EffectiveN, 40*all.EffectiveN/80)
}
