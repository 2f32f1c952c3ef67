package estimates

import "math"

// Fisher is the chance that of n drawn from all, of which some bear a mark, at
// least k bear it, if the mark had nothing to do with who was drawn,
//
//	Σ_{i≥k} C(marked, i)·C(all-marked, n-i) / C(all, n)
//
// (Fisher 1935).
func Fisher(k, n, marked, all uint64) float64 {
	k = max(k, n-min(n, all-marked)) // no fewer can bear it
	most := min(n, marked)
	if k > most {
		return 0
	}
	const negligible = 1e-17
	p, log := 0.0, choose(marked, k)+choose(all-marked, n-k)-choose(all, n)
	for i := k; ; i++ {
		term := math.Exp(log)
		p += term
		up := float64(marked-i) * float64(n-i) / (float64(i+1) * (float64(all) - float64(marked) - float64(n) + float64(i+1)))
		if i == most || up < 1 && term < negligible*p {
			return min(1, p)
		}
		log += math.Log(up)
	}
}

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

// choose is the logarithm of the number of ways to draw k of n.
func choose(n, k uint64) float64 {
	gamma := func(x uint64) float64 { g, _ := math.Lgamma(float64(x) + 1); return g }
	return gamma(n) - gamma(k) - gamma(n-k)
}
