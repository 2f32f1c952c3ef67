package estimates

import (
	"math"
	"testing"
)

// Of none of n the exact upper limit is 1 - (α/2)^(1/n); 1 to 3 of 10 are in
// every table.
func TestExactLimits(t *testing.T) {
	for _, c := range []struct{ of, n, low, high float64 }{
		{0, 5, 0, 1 - math.Pow(0.025, 0.2)}, {10, 10, math.Pow(0.025, 0.1), 1},
	} {
		low, high := ClopperPearson(c.of/c.n, c.n, 0.05)
		near(t, "low", low, c.low)
		near(t, "high", high, c.high)
	}
	for of, want := range map[float64][2]float64{1: {0.0025, 0.4450}, 3: {0.0667, 0.6525}} {
		low, high := ClopperPearson(of/10, 10, 0.05)
		if math.Abs(low-want[0]) > 5e-5 || math.Abs(high-want[1]) > 5e-5 {
			t.Errorf("%v of 10: got %v to %v, want %v", of, low, high, want)
		}
	}
}

// A share's limits are its own; those of a mean of two shares that are one and
// the same are twice as far; all widen as more is asked of them.
func TestLadder(t *testing.T) {
	s := &Sample{sums: []sum{{0, 1, 10, 6, 6, 6}, {0, 2, 3, 4, 4, 4}}}
	s.addUp()
	of := func(f Value, low, high int) *Ladder { return s.Ladder(f, low, high, 10) }
	low, high := ClopperPearson(0.6, 10, 0.05)
	below, above := of(Promoter, 0, 10).Reach(0.05)
	near(t, "below a share", below, 0.6-low)
	near(t, "above a share", above, high-0.6)
	below, above = of(Net, 0, 10).Reach(0.05) // all are promoters or detractors
	near(t, "below a net score", below, 2*(0.6-low))
	near(t, "above a net score", above, 2*(high-0.6))
	last := 0.0
	for _, α := range []float64{1, 0.5, 0.05, 1e-3, 1e-8} {
		below, _ := of(Itself, 0, 10).Reach(α)
		if below < last || math.IsNaN(below) {
			t.Errorf("at %v: %v below, after %v", α, below, last)
		}
		last = below
	}
}

func TestCorrelation(t *testing.T) {
	mean := func(d ...float64) *Mean {
		m := &Mean{}
		for g, x := range d {
			m.terms = append(m.terms, term{cluster: g, w: 1, e: x})
		}
		return m
	}
	for _, c := range []struct {
		a, b      *Mean
		r, chance float64
	}{
		{mean(1, -1, 0), mean(2, -2, 0), 1, math.Sqrt2 / 2},
		{mean(1, -1, 0, 0), mean(0, 0, 1, -1), 0, 0},
		{mean(1, -1), mean(0, 0), 0, 0},
	} {
		r, chance := c.a.Correlation(c.b)
		near(t, "correlation", r, c.r)
		near(t, "its chance", chance, c.chance)
	}
}
