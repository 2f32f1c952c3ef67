package figures

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// scores makes a cell of responses, all with the same chance.
func scores(list ...int) *cells.Cell {
	rows := make([]*heed.Row, len(list))
	for i, score := range list {
		rows[i] = response(heed.Hash{15: byte(i)}, heed.PPB/4, score)
	}
	return cellOf(rows)
}

func figure(ask heed.Ask, c *cells.Cell) Figure {
	return Of(&surveys.Program{Name: "support", Ask: ask}, c, false)
}

func TestTooFew(t *testing.T) {
	foreign := scores(9, 9, 9, 9, 4) // of 1 to 5 only the last is an answer
	weightless := &cells.Cell{Classes: map[cells.Class]*cells.Sums{{}: {Responses: map[cells.Slot]cells.Weights{{Score: 4}: {N: 9}}}}}
	for name, c := range map[string]struct {
		cell *cells.Cell
		n    uint64
	}{
		"no cell's worth": {&cells.Cell{}, 0},
		"none":            {scores(), 0},
		"one":             {scores(3), 1},
		"four":            {scores(3, 4, 5, 5), 4},
		"other scale":     {foreign, 1},
		"no weight":       {weightless, 0},
	} {
		f := figure(heed.CSAT, c.cell)
		if f.Shown || f.Reason != TooFew || f.Score != nil || f.Low != nil || f.High != nil || f.Mean != nil || f.N != c.n {
			t.Errorf("%s: got %+v, want nothing shown of n = %d", name, f, c.n)
		}
		if score, interval := f.Display(); score != TooFew || interval != "" {
			t.Errorf("%s: displayed as %q, %q", name, score, interval)
		}
		if f.EffectiveN != float64(c.n) { // all weights are the same
			t.Errorf("%s: effective n: got %v, want %d", name, f.EffectiveN, c.n)
		}
		if _, err := json.Marshal(f); err != nil {
			t.Errorf("%s: as JSON: %v", name, err)
		}
	}
}

// By hand: with n = 5, Wilson's limit of none seen is z²/(5+z²) = 0.43448; with
// n = 6, a third each, P = D = 2.75/9 and the half-width z·√(0.61111/9) = 0.51073.
// The exact limit of none of 5 is 1 - 0.025^(1/5) = 0.52182: up to so many might
// have answered 1 where all answered 7.
func TestSmallAndEqual(t *testing.T) {
	for _, c := range []struct {
		ask             heed.Ask
		scores          []int
		score, interval string
	}{
		{heed.NPS, []int{9, 10, 9, 10, 9}, "100", "17 to 100"},
		{heed.NPS, []int{0, 1, 2, 5, 6}, "-100", "-100 to -17"},
		{heed.NPS, []int{7, 8, 7, 8, 7}, "0", "-30 to 30"},
		{heed.NPS, []int{9, 0, 9, 0, 7, 7}, "0", "-51 to 51"},
		{heed.CSAT, []int{4, 5, 4, 5, 4}, "100%", "57% to 100%"},
		{heed.CSAT, []int{1, 2, 3, 1, 2}, "0%", "0% to 43%"},
		{heed.CES, []int{7, 7, 7, 7, 7}, "7.0", "3.9 to 7.0"},
		{heed.CES, []int{4, 4, 4, 4, 4}, "4.0", "2.4 to 5.6"},
		{heed.CES, []int{6, 7, 7, 7, 7}, "6.8", "3.9 to 7.0"},
	} {
		f := figure(c.ask, scores(c.scores...))
		score, interval := f.Display()
		if score != c.score || interval != c.interval {
			t.Errorf("%s of %v: got %s (%s), want %s (%s)", c.ask, c.scores, score, interval, c.score, c.interval)
		}
		if !f.IntervalOnly {
			t.Errorf("%s of %v: may be ranked", c.ask, c.scores)
		}
		if math.Signbit(*f.Score) && *f.Score == 0 {
			t.Errorf("%s of %v: the score is -0", c.ask, c.scores)
		}
	}
}

func TestWhatMayBeRanked(t *testing.T) {
	for name, c := range map[string]struct {
		ask  heed.Ask
		cell *cells.Cell
		only bool
	}{
		"29":                    {heed.NPS, scores(slices.Repeat([]int{9}, 29)...), true},
		"30":                    {heed.NPS, scores(slices.Repeat([]int{9}, 30)...), false},
		"30, but a wide share":  {heed.CSAT, scores(slices.Repeat([]int{1, 5}, 15)...), true},
		"60, and a narrow one":  {heed.CSAT, scores(slices.Repeat([]int{1, 5}, 30)...), false},
		"31, one heavy as all":  {heed.CES, cells.Merge(scores(slices.Repeat([]int{2, 6}, 15)...), heavy(4)), true},
		"30, and no wide share": {heed.CSAT, scores(slices.Repeat([]int{5}, 30)...), false},
	} {
		if f := figure(c.ask, c.cell); f.IntervalOnly != c.only || !f.Shown {
			t.Errorf("%s: got %+v, want interval only: %v", name, f, c.only)
		}
	}
}

func heavy(score int) *cells.Cell {
	return cellOf([]*heed.Row{response(heed.Hash{}, heed.PPB/120, score)})
}

func TestPopulation(t *testing.T) {
	row := func(reason heed.Reason, pi uint32) *heed.Row {
		return &heed.Row{Decision: heed.Decision{Program: "support", Reason: reason, Pi: pi}}
	}
	bounced := row(heed.Asked, heed.PPB/4)
	bounced.Invitation = &heed.Invitation{Fate: heed.Bounced}
	f := figure(heed.NPS, cellOf([]*heed.Row{
		row(heed.NotDrawn, heed.PPB/4), row(heed.Uncovered, 0), bounced, response(heed.Hash{}, heed.PPB/4, 9),
	}))
	if f.Population != 4 || f.Eligible != 3 || f.Asked != 2 || f.Failed != 1 || f.Answered != 1 {
		t.Errorf("got %+v", f)
	}
	if f.ResponseRate == nil || *f.ResponseRate != 0.5 {
		t.Errorf("response rate: got %v, want half: the bounced one counts as asked", f.ResponseRate)
	}
}

func TestJSON(t *testing.T) {
	for want, f := range map[string]Figure{
		`{"program":"support","ask":"csat","estimand":"event-weighted","from":"2026-11-21","to":"2026-11-22","by":"team","value":"billing",` +
			`"shown":true,"score":100,"low":56.551753522,"high":100,"mean":4.4,"interval_only":true,"n":5,"respondents":5,"effective_n":5,` +
			`"population":5,"eligible":5,"doubtful":0,"asked":5,"sent":0,"failed":0,"answered":5,"response_rate":1,"settled":false}`: figure(heed.CSAT, scores(4, 5, 4, 5, 4)).Over(20778, 20779, heed.Dim{Name: "team", Value: "billing"}),
		`{"program":"support","ask":"nps","estimand":"event-weighted",` +
			`"shown":false,"reason":"too few to show","score":null,"low":null,"high":null,"interval_only":false,"n":0,"respondents":0,"effective_n":0,` +
			`"population":0,"eligible":0,"doubtful":0,"asked":0,"sent":0,"failed":0,"answered":0,"response_rate":null,"settled":false}`: figure(heed.NPS, &cells.Cell{}),
	} {
		if f.Low != nil {
			f.Low = new(math.Round(*f.Low*1e9) / 1e9)
		}
		got, err := json.Marshal(f)
		if err != nil || string(got) != want {
			t.Errorf("got  %s\nwant %s (%v)", got, want, err)
		}
	}
}

func TestRound(t *testing.T) {
	for _, c := range []struct {
		x        float64
		decimals int
		want     string
	}{
		{-0.4, 0, "0"},
		{0.5, 0, "1"},
		{-0.5, 0, "-1"},
		{-12.5, 0, "-13"},
		{math.Copysign(0, -1), 0, "0"},
		{4.25, 1, "4.3"},
		{4.249999, 1, "4.2"},
		{-0.04, 1, "0.0"},
		{99.6, 0, "100"},
		{7, 1, "7.0"},
	} {
		m := measure{decimals: c.decimals}
		if got := m.write(c.x); got != c.want {
			t.Errorf("%v to %d decimals: got %s, want %s", c.x, c.decimals, got, c.want)
		}
	}
}
