package service

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heed/shared/cells"
)

// sketch is the bins of durations in whole seconds, at least one.
func sketch(seconds []float64) cells.Bins {
	b := cells.Bins{N: map[int32]uint64{}}
	for _, s := range seconds {
		b.N[cells.BinOf(uint64(s))]++
		b.Sum += uint64(s)
		b.Squares = b.Squares.Add(cells.Mul64(uint64(s), uint64(s)))
	}
	return b
}

// waits are n durations around the median, log-normal.
func waits(rnd *rand.Rand, n int, median float64) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = max(1, math.Round(median*math.Exp(1.2*rnd.NormFloat64())))
	}
	return all
}

// Medians and 90th percentiles are those of the sorted durations, but for the
// 1% that a sketch is off by; means and their errors are exact.
func TestTimesEqualThoseOfSortedDurations(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{5, 6, 29, 30, 36, 500} {
		all := waits(rnd, n, 3600)
		b := sketch(all)
		got := timeOf(&b)
		slices.Sort(all)
		var sum, squares float64
		for _, s := range all {
			sum += s
		}
		for _, s := range all {
			squares += (s - sum/float64(n)) * (s - sum/float64(n))
		}
		if !got.Shown || got.IntervalOnly != (n < 30) || got.N != uint64(n) {
			t.Errorf("%d: got %+v", n, got)
		}
		near(t, "mean", got.Mean.Value, sum/float64(n), 1e-9)
		half := (got.Mean.High - got.Mean.Value) / math.Sqrt(squares/float64(n-1)/float64(n))
		if half < 1.96 || half > 2.8 {
			t.Errorf("%d: the mean's interval reaches %v standard errors", n, half)
		}
		check(t, n, "median", got.Median, all, 0.5, n >= 6)
		check(t, n, "p90", got.P90, all, 0.9, n >= 36)
	}
	few := sketch([]float64{1, 2, 3, 4})
	if got := timeOf(&few); got.Shown || got.Mean != nil || got.Reason == "" || got.N != 4 {
		t.Errorf("4 durations: got %+v", got)
	}
}

func check(t *testing.T, n int, what string, e *Estimate, all []float64, q float64, want bool) {
	t.Helper()
	if (e != nil) != want {
		t.Fatalf("%s of %d: got %v, want one: %v", what, n, e, want)
	}
	if e == nil {
		return
	}
	below := func(x float64) float64 {
		i, _ := slices.BinarySearch(all, x)
		return float64(i)
	}
	near(t, what, e.Value/all[int(math.Ceil(q*float64(n)-1e-9))-1], 1, cells.Accuracy)
	sd := math.Sqrt(float64(n) * q * (1 - q))
	for end, ranks := range map[string]float64{"low": q*float64(n) - below(e.Low), "high": below(e.High) - q*float64(n)} {
		if ranks < 1.2*sd || ranks > 2.5*sd+2+0.02*float64(n) {
			t.Errorf("%s of %d: %s lies %v standard errors of rank away", what, n, end, ranks/sd)
		}
	}
}

func near(t *testing.T, what string, got, want, off float64) {
	t.Helper()
	if !(math.Abs(got-want) <= off*max(1, math.Abs(want))) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		n, of       uint64
		shown, only bool
		low, high   float64 // Wilson, by hand
	}{
		{0, 4, false, false, 0, 0},
		{0, 5, true, true, 0, 0.4345},
		{20, 29, true, true, 0.5077, 0.8272},
		{81, 263, true, false, 0.2553, 0.3662}, // Newcombe 1998
	} {
		s := ShareOf(c.n, c.of)
		if s.Shown != c.shown || s.IntervalOnly != c.only || s.N != c.n || s.Of != c.of {
			t.Errorf("%d of %d: got %+v", c.n, c.of, s)
		}
		if s.Shown {
			near(t, "low", s.Share.Low, c.low, 5e-5)
			near(t, "high", s.Share.High, c.high, 5e-5)
			near(t, "share", s.Share.Value, float64(c.n)/float64(c.of), 0)
		}
	}
}

func TestNoTicketsNoMeasures(t *testing.T) {
	if m := Of(&cells.Cell{}); m != nil {
		t.Errorf("got %+v", m)
	}
	if c := Compare(&cells.Cell{}, &cells.Cell{}, 30, 30); c != nil {
		t.Errorf("got %+v", c)
	}
}
