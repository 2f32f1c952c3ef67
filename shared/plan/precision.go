package plan

import (
	"encoding/binary"
	"fmt"
	"slices"

	"heed/shared/estimates"
	"heed/shared/heed"
)

// An Assumption is what no history of touchpoints tells: how many of those
// asked answer, and how far their answers differ.
type Assumption struct {
	Response   float64 `json:"response_rate"` // 0 to 1
	Promoters  float64 `json:"nps_promoters"` // share
	Detractors float64 `json:"nps_detractors"`
	Top2       float64 `json:"csat_top2"`  // share that answers 4 or 5
	Ease       []int   `json:"ces_scores"` // of 100 who answer, how many say 1, 2 ... 7

	ease *estimates.Sample // who say so
}

// Assume returns the usual assumptions at a response rate. The spread of each
// question is a wide one: a known program's own will rarely be wider.
func Assume(response float64) Assumption {
	a := Assumption{Response: response, Promoters: 0.5, Detractors: 0.2, Top2: 0.8, Ease: []int{3, 5, 8, 10, 19, 30, 25}}
	a.ease = sample(heed.CES, a.Ease)
	return a
}

// sample is of so many answers with each score from 1 up, of equal weight and
// of one customer each.
func sample(ask heed.Ask, counts []int) *estimates.Sample {
	var rows []*heed.Row
	for i, n := range counts {
		for range n {
			var who heed.Hash
			binary.BigEndian.PutUint32(who[:], uint32(len(rows)))
			rows = append(rows, &heed.Row{
				Customer: who, Scope: who, Response: &heed.Response{Score: i + 1},
				Decision: heed.Decision{Reason: heed.Asked, Pi: heed.PPB},
			})
		}
	}
	return estimates.OfRows(slices.Values(rows), ask, estimates.Register{})
}

// For says in words what is assumed of a question's answers.
func (a Assumption) For(ask heed.Ask) string {
	switch ask {
	case heed.NPS:
		return fmt.Sprintf("%.0f%% promoters and %.0f%% detractors", 100*a.Promoters, 100*a.Detractors)
	case heed.CSAT:
		return fmt.Sprintf("%.0f%% answer 4 or 5", 100*a.Top2)
	}
	return fmt.Sprintf("scores with a mean of %.1f and a standard deviation of %.1f", a.ease.Average(estimates.Itself), a.ease.Spread(estimates.Itself))
}

// Below fewest answers no score is shown, and below rankable effective ones, or
// with a wider interval than widest, no share without it, as package figures
// has it.
const (
	fewest   = 5
	rankable = 30
	widest   = 30 // percentage points
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
	p.HalfWidth = new(a.halfWidth(ask, p.Effective))
	p.Rankable = p.Effective >= rankable && (ask != heed.CSAT || 2**p.HalfWidth <= widest)
	return p
}

// halfWidth is of the interval that package figures would give a score of such
// answers, by the same formulas: a test holds the two together.
func (a Assumption) halfWidth(ask heed.Ask, n float64) float64 {
	switch ask {
	case heed.NPS:
		low, high := estimates.Rocks(a.Promoters, a.Detractors, n, estimates.Z)
		return 50 * (high - low)
	case heed.CSAT:
		low, high := estimates.Wilson(a.Top2, n, estimates.Z)
		return 50 * (high - low)
	}
	below, above := a.ease.Ladder(estimates.Itself, 1, 7, n).Reach(1 - estimates.Level)
	return (below + above) / 2
}
