package estimates

import (
	"cmp"
	"math"
	"slices"
)

// Discoveries adjusts many p values: those below 0.05 afterwards are
// discoveries of which at most 5% are expected to be false,
//
//	min over the larger ones of p_(i) · k/i,  i the rank from the smallest
//
// (Benjamini & Hochberg 1995). What is not a number is no discovery: it counts
// as 1.
func Discoveries(p []float64) []float64 {
	p = slices.Clone(p)
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
		if math.IsNaN(p[i]) {
			p[i] = 1
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(p[b], p[a]) })
	adjusted, least := make([]float64, len(p)), 1.0
	for i, at := range order {
		rank := len(p) - i
		least = min(least, p[at]*float64(len(p))/float64(rank))
		adjusted[at] = least
	}
	return adjusted
}
