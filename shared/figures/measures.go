package figures

import (
	"heed/shared/estimates"
	"heed/shared/heed"
)

// A measure is how the answers to one kind of question become a score.
type measure struct {
	floor, ceiling  float64 // ends of the score's scale
	lowest, highest int     // answers
	decimals        int     // when displayed
	unit            string
	scale           float64 // of the score, by the mean of value
	value           estimates.Value
	interval        func(s *estimates.Sample, n float64) (low, high float64) // of the mean of value, at the effective n
}

var measures = map[heed.Ask]measure{
	heed.NPS:  {-100, 100, 0, 10, 0, "", 100, estimates.Net, netPromoters},
	heed.CSAT: {0, 100, 1, 5, 0, "%", 100, estimates.Top2, satisfied},
	heed.CES:  {1, 7, 1, 7, 1, "", 1, estimates.Itself, ease},
}

// estimate is the score and its interval at the effective n, kept within the
// scale and around the score: that of a net score can leave both where nearly
// all answer alike.
func (m *measure) estimate(s *estimates.Sample, n float64) (score, low, high float64) {
	low, high = m.interval(s, n)
	score, low, high = m.within(m.scale*s.Average(m.value)), m.scale*low, m.scale*high
	return score, max(m.floor, min(low, score)), min(m.ceiling, max(high, score))
}

// within keeps a score on its scale, which sums of weights can miss by a rounding.
func (m *measure) within(score float64) float64 { return max(m.floor, min(m.ceiling, score)) }

// netPromoters is of the Net Promoter Score: the share of promoters (9 and 10)
// less that of detractors (0 to 6), in points (Reichheld 2003).
func netPromoters(s *estimates.Sample, n float64) (low, high float64) {
	pro, det := s.Average(estimates.Promoter), s.Average(estimates.Detractor)
	return estimates.Rocks(pro, det, n, estimates.Z)
}

// satisfied is of the share of 4 and 5 of 5.
func satisfied(s *estimates.Sample, n float64) (low, high float64) {
	return estimates.Wilson(s.Average(estimates.Top2), n, estimates.Z)
}

// ease is of the mean answer, from 1 to 7: of its six shares. Student's would
// take the scale for a bell: where 8 of 10 answer 7, it holds the truth in 83 of
// 100 samples of 12; these do in 98, and are no wider where answers are spread
// (TestCoverageOfEase).
func ease(s *estimates.Sample, n float64) (low, high float64) {
	mean := s.Average(estimates.Itself)
	below, above := s.Ladder(estimates.Itself, 1, 7, n).Reach(1 - estimates.Level)
	return mean - below, mean + above
}

// ladder takes the mean apart into the shares from each step of its scale up.
func (m *measure) ladder(s *estimates.Sample, n float64) *estimates.Ladder {
	return s.Ladder(m.value, m.lowest, m.highest, n)
}
