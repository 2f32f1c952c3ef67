package topics_test

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/topics"
)

// The intervals that Newcombe 1998 gives in table II, method 10.
func TestNewcombe(t *testing.T) {
	for _, c := range []struct {
		a, n, b, m uint64
		low, high  float64
	}{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062},
		{5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775},
		{10, 10, 0, 20, 0.6791, 1},
	} {
		e := topics.Newcombe(c.a, c.n, c.b, c.m)
		if math.Abs(e.Low-c.low) > 5e-5 || math.Abs(e.High-c.high) > 5e-5 || e.Value != float64(c.a)/float64(c.n)-float64(c.b)/float64(c.m) {
			t.Errorf("%d of %d less %d of %d is %+v, want from %v to %v", c.a, c.n, c.b, c.m, e, c.low, c.high)
		}
	}
}

// Exact is the sum of the definition, added up in whole numbers.
func TestExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.Uint64Range(1, 60).Draw(t, "n"), rapid.Uint64Range(1, 60).Draw(t, "m")
		a, b := rapid.Uint64Range(0, n).Draw(t, "a"), rapid.Uint64Range(0, m).Draw(t, "b")
		ways := func(k uint64) *big.Int {
			x := new(big.Int).Binomial(int64(n), int64(k))
			return x.Mul(x, new(big.Int).Binomial(int64(m), int64(a+b-k)))
		}
		sum, seen := new(big.Int), ways(a)
		for k := a + b - min(a+b, m); k <= min(a+b, n); k++ {
			if w := ways(k); w.Cmp(seen) <= 0 {
				sum.Add(sum, w)
			}
		}
		want, _ := new(big.Rat).SetFrac(sum, new(big.Int).Binomial(int64(n+m), int64(a+b))).Float64()
		if got := topics.Exact(a, n, b, m); math.Abs(got-want) > 1e-9*(1+want) {
			t.Fatalf("p of %d of %d and %d of %d is %v, want %v", a, n, b, m, got, want)
		}
	})
	if p := topics.Exact(3, 4, 1, 4); math.Abs(p-34.0/70) > 1e-12 { // Fisher's tea
		t.Errorf("p of the tea is %v", p)
	}
	if p := topics.Exact(3000, 10_000, 30_000, 100_000); p < 0.99 {
		t.Errorf("p of equal shares is %v", p)
	}
}
