package estimates

import (
	"math"
	"math/rand/v2"
	"testing"
)

func about(t *testing.T, what string, got, want, off float64) {
	t.Helper()
	if !(math.Abs(got-want) <= off) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// The ranks of Conover's binomial tables; R: qbinom, pbinom.
func TestOrders(t *testing.T) {
	for _, c := range []struct {
		n         uint64
		q         float64
		low, high uint64
		ok        bool
	}{
		{5, 0.5, 0, 6, false},
		{6, 0.5, 1, 6, true},
		{10, 0.5, 2, 9, true},
		{20, 0.5, 6, 15, true},
		{100, 0.5, 40, 61, true},
		{35, 0.9, 28, 36, false},
		{36, 0.9, 29, 36, true},
		{100, 0.9, 84, 96, true},
	} {
		low, high, ok := Orders(c.n, c.q)
		if ok != c.ok || ok && (low != c.low || high != c.high) {
			t.Errorf("%d values, %v: got %d to %d, %v; want %d to %d, %v", c.n, c.q, low, high, ok, c.low, c.high, c.ok)
		}
	}
}

// The definition, term by term.
func TestOrdersLeaveTooLittleOut(t *testing.T) {
	for n := uint64(1); n < 130; n += 3 {
		for _, q := range []float64{0.5, 0.9} {
			low, high, ok := Orders(n, q)
			var out, next [2]float64 // beyond the ranks, and beyond those one further in
			for k := uint64(0); k <= n; k++ {
				p := math.Exp(choose(n, k)) * math.Pow(q, float64(k)) * math.Pow(1-q, float64(n-k))
				for i, beyond := range [][2]bool{{k < low, k <= low}, {k >= high, k+1 >= high}} {
					if beyond[0] {
						out[i] += p
					}
					if beyond[1] {
						next[i] += p
					}
				}
			}
			if ok && (max(out[0], out[1]) > 0.025+1e-12 || min(next[0], next[1]) <= 0.025-1e-12) {
				t.Errorf("%d values, %v: ranks %d to %d leave out %v; one rank further in %v", n, q, low, high, out, next)
			}
		}
	}
}

// Worked examples of the sources, and of R's poisson.test and fisher.test.
func TestIntervalsOfCounts(t *testing.T) {
	low, high := Garwood(10)
	about(t, "Garwood low", low, 4.795389, 1e-6)
	about(t, "Garwood high", high, 18.390356, 1e-6)
	low, high = Garwood(0)
	about(t, "Garwood low of none", low, 0, 0)
	about(t, "Garwood high of none", high, 3.688879, 1e-6)

	l1, h1 := Wilson(56.0/70, 70, Z) // Newcombe 1998, example (a): 56 of 70 and 48 of 80
	l2, h2 := Wilson(48.0/80, 80, Z)
	low, high = Apart(0.6, l2, h2, 0.8, l1, h1)
	about(t, "Newcombe low", low, 0.0524, 5e-5)
	about(t, "Newcombe high", high, 0.3339, 5e-5)

	about(t, "Fisher's tea", Fisher(3, 4, 4, 8), 17.0/70, 1e-12)
	about(t, "Fisher, all", Fisher(0, 4, 4, 8), 1, 1e-12)
	about(t, "Fisher, more than there are", Fisher(5, 6, 4, 8), 0, 0)
	about(t, "Fisher, none fewer", Fisher(1, 6, 4, 8), 1, 1e-12)
	about(t, "Fisher of many", Fisher(100, 50000, 10000, 1e6), 1, 1e-9)
	about(t, "Fisher of R", Fisher(30, 300, 60, 2400), 7.57732495e-13, 1e-21)
}

func TestBesideAgreesWithTheInterval(t *testing.T) {
	about(t, "at the limit", Beside(2, 0, 5), 0.05, 1e-12)
	about(t, "below, at the limit", Beside(-2, -5, 0), 0.05, 1e-12)
	about(t, "none", Beside(0, -1, 1), 1, 0)
	if p := Beside(2, 0.5, 4); !(p < 0.05) {
		t.Errorf("clear of 0: p %v", p)
	}
}

// Intervals by order statistics hold whatever the distribution.
func TestCoverageOfOrders(t *testing.T) {
	const runs = 4000
	rnd := rand.New(rand.NewPCG(3, 3))
	for _, q := range []float64{0.5, 0.9} {
		held, n := 0, uint64(60)
		low, high, _ := Orders(n, q)
		for range runs {
			below := uint64(0) // of 60 values how many lie below the quantile
			for range n {
				if rnd.Float64() < q {
					below++
				}
			}
			if low <= below && below < high {
				held++
			}
		}
		if share := float64(held) / runs; share < 0.945 || share > 0.985 {
			t.Errorf("%v: %v of intervals hold it", q, share)
		}
	}
}
