package service

import (
	"math"
	"math/rand/v2"
	"testing"

	"heed/shared/cells"
	"heed/shared/heed"
)

// Every measure is a plain computation over rows, but for what sketches are off.
func TestMeasuresEqualPlainOnes(t *testing.T) {
	rows := tickets(&desk{rnd: rand.New(rand.NewPCG(2, 2)), agents: 3, pace: 1, content: 0.8}, 900)
	rows = append(rows, &heed.Row{Kind: "deal.won", Decision: heed.Decision{Program: "support"}})
	m := Of(cellOf(rows))
	rows = rows[:len(rows)-1]
	if m.Solved != 900 {
		t.Errorf("got %d tickets", m.Solved)
	}
	for what, c := range map[string]struct {
		got  Time
		want []float64
	}{
		"first reply": {m.FirstReply, seconds(rows, firstReply)},
		"resolution":  {m.Resolution, seconds(rows, resolution)},
		"handling":    {m.Handling, seconds(rows, handling)},
	} {
		n := len(c.want)
		if c.got.N != uint64(n) {
			t.Errorf("%s: %d durations, want %d", what, c.got.N, n)
		}
		check(t, n, what, c.got.Median, c.want, 0.5, true)
		check(t, n, what, c.got.P90, c.want, 0.9, true)
		sum := 0.0
		for _, s := range c.want {
			sum += s
		}
		near(t, what, c.got.Mean.Value, sum/float64(n), 1e-9)
	}
	wilson(t, "once", m.Once, count(rows, solvedOnce), 900)
	wilson(t, "reopened", m.Reopened, count(rows, reopened), 900)
}

// wilson holds a share against the definition of its limits: those true shares
// from which it is 1.96 standard errors away, by their own.
func wilson(t *testing.T, what string, s Share, k, n float64) {
	t.Helper()
	near(t, what, s.Share.Value, k/n, 1e-12)
	for _, limit := range []float64{s.Share.Low, s.Share.High} {
		z := math.Abs(k/n-limit) / math.Sqrt(limit*(1-limit)/n)
		near(t, what+" limit", z, 1.959964, 1e-5)
	}
}

func TestChangesEqualPlainOnes(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	before := tickets(&desk{rnd: rnd, agents: 3, pace: 1, content: 0.8}, 800)
	now := tickets(&desk{rnd: rnd, agents: 3, pace: 0.6, content: 0.8}, 500)
	a, b := Of(cellOf(before)), Of(cellOf(now))
	c := Compare(cellOf(now), cellOf(before), 31, 30)
	for what, x := range map[string]struct {
		got Change
		a   *Estimate
		b   *Estimate
	}{
		"first reply": {c.FirstReply, a.FirstReply.Median, b.FirstReply.Median},
		"resolution":  {c.Resolution, a.Resolution.Median, b.Resolution.Median},
		"handling":    {c.Handling, a.Handling.Median, b.Handling.Median},
	} {
		near(t, what, x.got.Change.Value, x.b.Value/x.a.Value, 1e-12)
		down := math.Pow(math.Log(x.b.Value/x.b.Low), 2) + math.Pow(math.Log(x.a.High/x.a.Value), 2)
		near(t, what+" low", math.Log(x.got.Change.Value/x.got.Change.Low), math.Sqrt(down), 1e-12)
		if !x.got.Sure || *x.got.P > 0.01 {
			t.Errorf("%s: 0.6 times as long: got %+v, p %v", what, x.got, *x.got.P)
		}
	}
	near(t, "once", c.Once.Change.Value, count(now, solvedOnce)/500-count(before, solvedOnce)/800, 1e-12)
	near(t, "reopened", c.Reopened.Change.Value, count(now, reopened)/500-count(before, reopened)/800, 1e-12)
	near(t, "volume", c.Volume.Change.Value, 500.0/31/(800.0/30), 1e-12)
	φ := func(rows []*heed.Row, days float64) float64 { // half of them had 3 to 5 before: about 4
		return 1 + 4*days/90*count(rows, func(r *heed.Row) bool { return r.N90 == 4 })/float64(len(rows))
	}
	half := 1.959964 * math.Sqrt(φ(now, 31)/500+φ(before, 30)/800)
	near(t, "volume high", math.Log(c.Volume.Change.High/c.Volume.Change.Value), half, 1e-6)
	fresh := func(r *heed.Row) bool { return r.N90 == 0 }
	near(t, "contact", c.Contact.Change.Value, 500/count(now, fresh)/(800/count(before, fresh)), 1e-12)
}

func TestTooFewToCompare(t *testing.T) {
	d := &desk{rnd: rand.New(rand.NewPCG(5, 5)), agents: 1, pace: 1}
	few, many := tickets(d, 4), tickets(d, 100)
	c := Compare(cellOf(few), cellOf(many), 30, 30)
	for what, x := range map[string]Change{
		"volume": c.Volume, "contact": c.Contact, "first reply": c.FirstReply, "resolution": c.Resolution,
		"handling": c.Handling, "once": c.Once, "reopened": c.Reopened,
	} {
		if x.Shown || x.Change != nil || x.P != nil || x.Reason == "" {
			t.Errorf("%s: got %+v", what, x)
		}
	}
	if c := Compare(&cells.Cell{}, cellOf(many), 30, 30); c == nil || c.Resolution.Shown {
		t.Errorf("none against many: got %+v", c)
	}
}

// Medians, their ratio, and volume when customers come in clumps.
func TestCoverageOfChanges(t *testing.T) {
	const runs = 600
	rnd := rand.New(rand.NewPCG(6, 6))
	var median, p90, ratio, rate int
	for range runs {
		x, y := sketch(waits(rnd, 80, 3600)), sketch(waits(rnd, 50, 1800))
		a, b := timeOf(&x), timeOf(&y)
		change := Compare(&cells.Cell{Service: cells.Service{Solved: 50, Handling: y}}, &cells.Cell{Service: cells.Service{Solved: 80, Handling: x}}, 1, 1)
		median += one(a.Median.holds(3600))
		p90 += one(b.P90.holds(1800 * math.Exp(1.2*1.281552)))
		ratio += one(change.Handling.Change.holds(0.5))
		rate += one(volume(clumped(rnd), clumped(rnd), 30, 30).Change.holds(1))
	}
	for what, held := range map[string]int{"median": median, "p90": p90, "ratio": ratio, "volume": rate} {
		share := float64(held) / runs
		t.Logf("%s: %.1f%% of intervals hold the truth", what, 100*share)
		if share < 0.93 {
			t.Errorf("%s: only %.1f%% of intervals hold the truth", what, 100*share)
		}
	}
}

func (e *Estimate) holds(x float64) bool { return e.Low <= x && x <= e.High }

// clumped is 30 days of customers of whom some come once and some about five
// times, as they have in 90 days before, all within a month.
func clumped(rnd *rand.Rand) *cells.Cell {
	c := &cells.Cell{Classes: map[cells.Class]*cells.Sums{{}: {}, {Band: 2}: {}}}
	for range 400 {
		if rnd.IntN(4) == 0 {
			c.Classes[cells.Class{}].N++
		}
		if rnd.IntN(16) == 0 {
			c.Classes[cells.Class{Band: 2}].N += 2
		}
	}
	return c
}
