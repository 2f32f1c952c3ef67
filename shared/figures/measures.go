package figures

import "heed/shared/heed"

// A measure is how the answers to one kind of question become a score.
type measure struct {
	floor, ceiling float64 // ends of the score's scale
	decimals       int     // when displayed
	unit           string
	estimate       func(sample) (score, low, high float64)
}

var measures = map[heed.Ask]measure{
	heed.NPS:  {-100, 100, 0, "", netPromoters},
	heed.CSAT: {0, 100, 0, "%", satisfied},
	heed.CES:  {1, 7, 1, "", ease},
}

// netPromoters is the Net Promoter Score: the share of promoters (9 and 10)
// less that of detractors (0 to 6), in points (Reichheld 2003).
func netPromoters(s sample) (score, low, high float64) {
	pro, det := s.hajek(promoter), s.hajek(detractor)
	low, high = rocks(pro, det, s.kish(), z)
	return 100 * (pro - det), 100 * low, 100 * high
}

// satisfied is the share of 4 and 5 of 5, in percent.
func satisfied(s sample) (score, low, high float64) {
	p := s.hajek(top2)
	low, high = wilson(p, s.kish(), z)
	return 100 * p, 100 * low, 100 * high
}

// ease is the mean answer, from 1 to 7.
//
// The interval takes each response for a cluster of its own. Within a quiet
// period a customer is asked at most once, so responses are customers, and n-1
// degrees of freedom are theirs; 64 hashed groups would allow no more than 63
// and be mostly empty in a small cell. Few responses of very uneven weight make
// it too narrow: 30 with an effective n of 16 hold the truth in about 90 of 100
// samples (TestCoverage), which is one more reason for IntervalOnly.
func ease(s sample) (score, low, high float64) {
	score = s.hajek(itself)
	if len(s.scores) == 1 {
		low, high = unanimous(score, 1, 7, s.kish(), z)
		return score, low, high
	}
	low, high = student(score, s.variance(itself, score), float64(s.N-1))
	return score, low, high
}

func promoter(score int) int  { return when(score >= 9) }
func detractor(score int) int { return when(score <= 6) }
func top2(score int) int      { return when(score >= 4) }
func itself(score int) int    { return score }

func when(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
