package estimates

import "gonum.org/v1/gonum/stat/distuv"

// A Rank is 1 for the best; From and To are its interval.
type Rank struct{ Rank, From, To int }

// Ranks orders at least two. From counts those that are surely better, To
// leaves out those surely worse; sure is Level over all of one's comparisons,
// each at a level divided by their number (after Klein, Wright & Wieczorek 2020).
func Ranks(all []Shrunk) []Rank {
	sure := distuv.UnitNormal.Quantile(1 - (1-Level)/2/float64(len(all)-1))
	ranks := make([]Rank, len(all))
	for i := range all {
		r := Rank{1, 1, len(all)}
		for k := range all {
			apart := all[k].Apart(all[i])
			switch {
			case apart > sure:
				r.From++
			case apart < -sure:
				r.To--
			}
			if all[k].Value > all[i].Value {
				r.Rank++
			}
		}
		ranks[i] = r
	}
	return ranks
}
