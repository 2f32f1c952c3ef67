package topics

import (
	"math"

	"heed/shared/estimates"
	"heed/shared/service"
)

// Exact is the p value of two shares, a of n and b of m, being one: the chance,
// given a + b, of what was seen and of all that is no likelier,
//
//	Σ P(k) over P(k) ≤ P(a),  P(k) = C(n,k)·C(m,a+b-k) / C(n+m,a+b)
//
// (Fisher 1935; two-sided as by Freeman & Halton 1951). It is right however few
// there are, and rather too large than too small.
func Exact(a, n, b, m uint64) float64 {
	all := a + b
	least, most := all-min(all, m), min(all, n)
	chance := func(k uint64) float64 { return choose(n, k) + choose(m, all-k) - choose(n+m, all) }
	seen, p := chance(a), 0.0
	for k, c := least, chance(least); k <= most; k++ {
		if c <= seen+1e-7 { // equal but for rounding
			p += math.Exp(c)
		}
		c += math.Log(float64(n-k)) + math.Log(float64(all-k)) - math.Log(float64(k+1)) - math.Log(float64(m+k+1-all))
	}
	return min(p, 1)
}

// choose is the logarithm of a binomial coefficient.
func choose(n, k uint64) float64 { return factorial(n) - factorial(k) - factorial(n-k) }

func factorial(n uint64) float64 {
	v, _ := math.Lgamma(float64(n) + 1)
	return v
}

// Newcombe is the difference of two shares, p of a in n and q of b in m, with
// its 95% interval from those of both, (l, u) and (l', u') by Wilson,
//
//	p - q - √( (p-l)² + (u'-q)² )  to  p - q + √( (u-p)² + (q-l')² )
//
// (Newcombe 1998, Statistics in Medicine 17:873, method 10). n and m must be
// above 0.
func Newcombe(a, n, b, m uint64) service.Estimate {
	p, q := float64(a)/float64(n), float64(b)/float64(m)
	l, u := estimates.Wilson(p, float64(n), estimates.Z)
	l2, u2 := estimates.Wilson(q, float64(m), estimates.Z)
	return service.Estimate{
		Value: p - q,
		Low:   p - q - math.Hypot(p-l, u2-q),
		High:  p - q + math.Hypot(u-p, q-l2),
	}
}
