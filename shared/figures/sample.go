package figures

import (
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/heed"
)

// A sample is the responses of a cell by score. W is a sum of weights w = 1/π,
// Q of their squares, n the number of responses; without an index they are of
// all responses, with v of those with score v.
type sample struct {
	scores []scored // ascending, so that floating sums always come in one order
	cells.Weights
}

type scored struct {
	score int
	cells.Weights
}

// sampleOf takes the scores that are answers to the question. Sums without
// weight, which no row makes, stand for nobody and are left out.
func sampleOf(c *cells.Cell, ask heed.Ask) sample {
	var s sample
	all := c.Scores()
	for _, v := range slices.Sorted(maps.Keys(all)) {
		w := all[v]
		if !ask.Holds(int(v)) || w.W.IsZero() || w.Q.IsZero() {
			continue
		}
		s.scores = append(s.scores, scored{int(v), w})
		s.Weights = s.Weights.Add(w)
	}
	return s
}

// hajek is the weighted mean of f over all touchpoints,
//
//	θ = Σ_v W_v·f(v) / W
//
// (Hájek 1971). f is the score itself, or 1 for the scores that count and 0
// for the others, which makes θ their share. It needs a response.
func (s sample) hajek(f func(score int) int) float64 {
	var sum cells.Uint128
	for _, r := range s.scores {
		sum = sum.Add(r.W.Times(uint64(f(r.score))))
	}
	return sum.Float() / s.W.Float()
}

// variance is that of hajek's θ, linearised, each response a cluster,
//
//	V = n/(n-1) · Σ_v Q_v·(f(v)-θ)² / W²
//
// (Särndal, Swensson & Wretman 1992). It needs two responses.
func (s sample) variance(f func(score int) int, θ float64) float64 {
	var sum float64
	for _, r := range s.scores {
		d := float64(f(r.score)) - θ
		sum += r.Q.Float() * d * d
	}
	n, w := float64(s.N), s.W.Float()
	return n / (n - 1) * sum / (w * w)
}

// kish is the effective n: so many responses of equal weight would make a mean
// as certain as these do,
//
//	n_eff = W² / Q
//
// (Kish 1965). 0 where there is no response.
func (s sample) kish() float64 {
	if s.N == 0 {
		return 0
	}
	w := s.W.Float()
	return w * w / s.Q.Float()
}
