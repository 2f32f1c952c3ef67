package figures

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
)

// A contrast is a sum of scores with known shares: a difference, a journey.
type contrast struct {
	value, low, high, p float64 // p: the chance of a value as far from 0 if the truth were 0
}

// contrastOf estimates Σ share·score over cells of programs that ask the same.
// What the cells say may be related where they have customers in common, which
// the variance by groups knows of. For few responses of uneven weight it is too
// small, as every linearised one; it is raised by as much as single responses'
// would have to be to be what their effective n says (TestCoverageOfDifferences).
// The degrees of freedom are those of the groups that hold a response.
func contrastOf(ask heed.Ask, shares []float64, parts []*cells.Cell) contrast {
	m := measures[ask]
	means, groups, more := make([]estimates.Mean, len(parts)), map[int]bool{}, 0.0
	var independent, equal float64
	for k, c := range parts {
		s := estimates.OfCell(c, ask)
		means[k] = s.Mean(m.value)
		s.AddClusters(groups)
		if s.Unanimous() {
			more += shares[k] * shares[k] * m.hidden(s)
			continue
		}
		independent += shares[k] * shares[k] * means[k].Independent()
		equal += shares[k] * shares[k] * s.Spread(m.value) / max(1, s.Kish()-1)
	}
	mean := estimates.Sum(shares, means)
	v := mean.Clustered(estimates.Groups)
	if independent > 0 {
		v *= max(1, equal/independent)
	}
	return m.around(mean.Value, v+more, float64(len(groups)-1))
}

// hidden is the variance of a mean that shows none, because all answered alike:
// what the interval of one such mean allows for.
func (m *measure) hidden(s *estimates.Sample) float64 {
	low, high := m.interval(s, s.Kish())
	half := (high - low) / 2 / estimates.Z
	return half * half
}

// around makes Student's interval and p value of a mean, in units of the score.
func (m *measure) around(mean, v, df float64) contrast {
	low, high := estimates.Student(mean, v, df)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	return contrast{m.scale * mean, m.scale * low, m.scale * high, 2 * t.CDF(-math.Abs(mean)/math.Sqrt(v))}
}
