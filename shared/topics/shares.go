package topics

import (
	"heed/shared/estimates"
	"heed/shared/service"
)

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
	low, high := estimates.Apart(q, l2, u2, p, l, u)
	return service.Estimate{Value: p - q, Low: low, High: high}
}
