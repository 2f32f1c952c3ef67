package estimates

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// Orders returns the ranks, counted from 1, of those two of n values between
// which the q-quantile of where they come from lies, whatever its distribution,
//
//	low the largest with P(B < low) ≤ α/2,  high the smallest with P(B ≥ high) ≤ α/2
//
// for B binomial of n and q and α = 1 - Level (Conover 1999). False if n is too
// small for both: below 6 for a median, 36 for the 9th decile.
func Orders(n uint64, q float64) (low, high uint64, ok bool) {
	b := distuv.Binomial{N: float64(n), P: q}
	below := func(share float64, strictly bool) uint64 { // how many k have P(B ≤ k) up to share
		return uint64(sort.Search(int(n), func(k int) bool {
			p := b.CDF(float64(k))
			return p > share || strictly && p == share
		}))
	}
	low, high = below((1-Level)/2, false), below((1+Level)/2, true)+1
	return low, high, low >= 1 && high <= n
}

// Garwood is the exact interval of the mean of a Poisson count k,
//
//	χ²(α/2; 2k)/2  to  χ²(1-α/2; 2k+2)/2
//
// with α = 1 - Level (Garwood 1936).
func Garwood(k uint64) (low, high float64) {
	half := func(q, of float64) float64 { return distuv.ChiSquared{K: 2 * of}.Quantile(q) / 2 }
	if k > 0 {
		low = half((1-Level)/2, float64(k))
	}
	return low, half((1+Level)/2, float64(k)+1)
}

// Apart is the interval of b - a, of two estimates that have nothing to do with
// each other and limits of their own,
//
//	b-a - √( (b-b_low)² + (a_high-a)² )  to  b-a + √( (b_high-b)² + (a-a_low)² )
//
// (MOVER: Zou & Donner 2008; of two shares with Wilson's limits Newcombe 1998).
// Of logarithms it is that of a ratio.
func Apart(a, aLow, aHigh, b, bLow, bHigh float64) (low, high float64) {
	return b - a - math.Hypot(b-bLow, aHigh-a), b - a + math.Hypot(bHigh-b, a-aLow)
}

// Beside is the chance of a difference d at least as far from 0 if there were
// none, read off its interval: the limit on the side of 0 lies as many standard
// errors from d as Level has, so that it is below 1 - Level where the interval
// leaves 0 out.
func Beside(d, low, high float64) float64 {
	reach := d - low
	if d < 0 {
		reach = high - d
	}
	if d == 0 || math.IsNaN(d) || math.IsNaN(reach) {
		return 1
	}
	return 2 * distuv.UnitNormal.CDF(-Z*math.Abs(d)/reach)
}
