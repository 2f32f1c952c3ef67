package estimates

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

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
		if got := Exact(a, n, b, m); math.Abs(got-want) > 1e-9*(1+want) {
			t.Fatalf("p of %d of %d and %d of %d is %v, want %v", a, n, b, m, got, want)
		}
	})
	if p := Exact(3, 4, 1, 4); math.Abs(p-34.0/70) > 1e-12 { // Fisher's tea
		t.Errorf("p of the tea is %v", p)
	}
	if p := Exact(3000, 10_000, 30_000, 100_000); p < 0.99 {
		t.Errorf("p of equal shares is %v", p)
	}
}
