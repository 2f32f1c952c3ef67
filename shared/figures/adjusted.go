package figures

import "heed/shared/estimates"

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

// adjust fills in the post-stratified score, if any is shown and there are
// classes to adjust to. Its effective n is the one that its variance stands for,
// the larger of two: the linearised, and that of weights by chance within the
// classes; less by as much as the figure's is for repeated customers.
func (f *Figure) adjust(answers *estimates.Sample) {
	if !f.Shown {
		return
	}
	strata, count := answers.Collapse(smallest)
	if count < 2 {
		return
	}
	m, moved, ratio := measures[f.Ask], answers.Calibrate(strata), answers.Kish()/f.EffectiveN
	n, mean := moved.Kish(), moved.Mean(m.value)
	if v := max(mean.Independent(), moved.Even(m.value)); v > 0 {
		n = moved.Spread(m.value) / v
	}
	a := Adjusted{Classes: count}
	a.Score, a.Low, a.High = m.estimate(moved, n/ratio)
	f.Adjusted = &a
}
