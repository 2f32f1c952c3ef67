package figures

import (
	"heed/shared/estimates"
	"heed/shared/heed"
)

// An Adjusted is a post-stratified score with its 95% interval, in the units of
// the figure's, unrounded.
type Adjusted struct {
	Score   float64 `json:"score"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Classes int     `json:"classes"` // of touchpoints, after small ones were put together
}

// Classes of fewer respondents than smallest are put together with others
// before the score is adjusted to them.
const smallest = 8

// adjusted is the post-stratified score. Its effective n is the one that its
// variance stands for, the larger of two: the linearised, and that of weights
// by chance within the classes.
func adjusted(ask heed.Ask, answers *estimates.Sample, ratio float64) *Adjusted {
	strata, count := answers.Collapse(smallest)
	if count < 2 {
		return nil
	}
	m, moved := measures[ask], answers.Calibrate(strata)
	n, mean := moved.Kish(), moved.Mean(m.value)
	if v := max(mean.Independent(), moved.Even(m.value)); v > 0 {
		n = moved.Spread(m.value) / v
	}
	a := Adjusted{Classes: count}
	a.Score, a.Low, a.High = m.estimate(moved, n/ratio)
	return &a
}
