package plan

import (
	"fmt"
	"math"

	"heed/shared/estimates"
	"heed/shared/heed"
)

// An Assumption is what no history of touchpoints tells: how many of those
// asked answer, and how far their answers differ.
type Assumption struct {
	Response   float64 `json:"response_rate"` // 0 to 1
	Promoters  float64 `json:"nps_promoters"` // share
	Detractors float64 `json:"nps_detractors"`
	Top2       float64 `json:"csat_top2"` // share that answers 4 or 5
	Spread     float64 `json:"ces_standard_deviation"`
}

// Assume returns the usual assumptions at a response rate. The spread of each
// question is a wide one: a known program's own will rarely be wider.
func Assume(response float64) Assumption {
	return Assumption{Response: response, Promoters: 0.5, Detractors: 0.2, Top2: 0.8, Spread: 1.6}
}

// For says in words what is assumed of a question's answers.
func (a Assumption) For(ask heed.Ask) string {
	switch ask {
	case heed.NPS:
		return fmt.Sprintf("%.0f%% promoters and %.0f%% detractors", 100*a.Promoters, 100*a.Detractors)
	case heed.CSAT:
		return fmt.Sprintf("%.0f%% answer 4 or 5", 100*a.Top2)
	}
	return fmt.Sprintf("scores with a standard deviation of %.1f", a.Spread)
}

// Below fewest answers no score is shown, and below rankable effective ones
// none without its interval, as package figures has it.
const (
	fewest   = 5
	rankable = 30
)

// Precision is how well a score would be known.
type Precision struct {
	Answers   float64  `json:"answers"`     // expected
	Effective float64  `json:"effective_n"` // answers of equal weight that would say as much
	HalfWidth *float64 `json:"half_width"`  // of the 95% interval: points of NPS, percentage points of CSAT, or of the mean of CES; nil if too few answer for a score
	Rankable  bool     `json:"rankable"`    // enough answer for a score to stand without its interval
}

// precision is that of a sum's answers, or of a part of them.
func (a Assumption) precision(ask heed.Ask, s *sum, part float64) Precision {
	p := Precision{Answers: share(s.pi) * a.Response * part, Effective: s.effective(a.Response) * part}
	if p.Answers < fewest || p.Effective <= 1 {
		return p
	}
	p.Rankable = p.Effective >= rankable
	p.HalfWidth = new(a.halfWidth(ask, p.Effective))
	return p
}

func (a Assumption) halfWidth(ask heed.Ask, n float64) float64 {
	switch ask {
	case heed.NPS:
		low, high := estimates.Rocks(a.Promoters, a.Detractors, n, estimates.Z)
		return 50 * (high - low)
	case heed.CSAT:
		low, high := estimates.Wilson(a.Top2, n, estimates.Z)
		return 50 * (high - low)
	}
	return estimates.T(max(1, n-1)) * a.Spread / math.Sqrt(n)
}
