package estimates

import (
	"cmp"
	"math"
	"slices"

	"heed/shared/cells"
)

// A Rate is how many of the asked of one class answered.
type Rate struct {
	cells.Class
	Touchpoints, Asked, Answered uint64
}

// Rates lists the classes in which anyone was asked, in order.
func Rates(c *cells.Cell) []Rate {
	var all []Rate
	for of, s := range c.Classes {
		if s.Asked > 0 {
			all = append(all, Rate{of, s.N, s.Asked, s.Answered})
		}
	}
	slices.SortFunc(all, func(a, b Rate) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Band, b.Band))
	})
	return all
}

// Of is answered by asked, from 0 to 1.
func (r *Rate) Of() float64 { return float64(r.Answered) / float64(r.Asked) }

// RateSpread is the standard deviation of the response rates ρ_h over the
// touchpoints,
//
//	S² = Σ_h N_h·(ρ_h-ρ)² / N,   ρ = Σ_h N_h·ρ_h / N
//
// less what chance alone would make of classes with few asked,
// Σ_h N_h/N·(1-N_h/N)·ρ_h(1-ρ_h)/(n_h-1). R = 1 - 2S, the R-indicator, is 1
// where all classes answer alike (Schouten, Cobben & Bethlehem 2009; the
// correction after Shlomo, Skinner & Schouten 2012). Classes of which one was
// asked tell nothing of themselves and are left out; ok is false if fewer than
// two are left.
func RateSpread(rates []Rate) (s float64, ok bool) {
	var all, mean, squares, chance float64
	rates = slices.DeleteFunc(slices.Clone(rates), func(r Rate) bool { return r.Asked < 2 })
	for _, r := range rates {
		all += float64(r.Touchpoints)
	}
	for _, r := range rates {
		mean += float64(r.Touchpoints) / all * r.Of()
	}
	for _, r := range rates {
		share, d := float64(r.Touchpoints)/all, r.Of()-mean
		squares += share * d * d
		chance += share * (1 - share) * r.Of() * (1 - r.Of()) / float64(r.Asked-1)
	}
	return math.Sqrt(max(0, squares-chance)), len(rates) > 1
}
