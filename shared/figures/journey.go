package figures

import (
	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Stage is the program of one stage of the journey, and its cell.
type Stage struct {
	Program *surveys.Program
	Cell    *cells.Cell
	Settled bool
}

// A Journey is one score over several stages, each with the share of all
// touchpoints that it has.
type Journey struct {
	Ask      heed.Ask       `json:"ask"`
	Estimand string         `json:"estimand"`
	Stages   []JourneyStage `json:"stages"`

	Shown  bool     `json:"shown"`
	Reason string   `json:"reason,omitempty"` // why not shown
	Score  *float64 `json:"score"`
	Low    *float64 `json:"low"`
	High   *float64 `json:"high"`

	// Of all stages together; 0 and false if it is not shown.
	N            uint64  `json:"n"`
	EffectiveN   float64 `json:"effective_n"`
	IntervalOnly bool    `json:"interval_only"`

	Settled bool `json:"settled"`
}

// A JourneyStage is the figure of a stage with its share, from 0 to 1.
type JourneyStage struct {
	Stage  string  `json:"stage"`
	Share  float64 `json:"share"`
	Figure Figure  `json:"figure"`
}

// Along makes the journey of stages that ask the same question: the sum of
// their scores, each times its share of all touchpoints. It is shown if every
// stage is; a stage that asks something else is heed.Invalid.
func Along(ask heed.Ask, stages []Stage) (Journey, error) {
	j := Journey{Ask: ask, Estimand: EventWeighted, Settled: true}
	var all float64
	var sides []*Side
	for _, s := range stages {
		if s.Program.Ask != ask {
			return j, heed.Errorf(heed.Invalid, "program %s asks %s and is no part of a journey of %s", s.Program.Name, s.Program.Ask, ask)
		}
		side := SideOf(s.Program, s.Cell, s.Settled)
		f := side.Figure
		sides = append(sides, side)
		j.Stages = append(j.Stages, JourneyStage{Stage: s.Program.Stage, Figure: f})
		all += float64(f.Population)
		j.Settled = j.Settled && s.Settled
	}
	shown := len(stages) > 0
	for k := range j.Stages {
		f := &j.Stages[k].Figure
		if all > 0 {
			j.Stages[k].Share = float64(f.Population) / all
		}
		shown = shown && f.Shown
	}
	if !shown {
		j.Reason = TooFew
		return j, nil
	}
	j.show(sides)
	return j, nil
}

// show fills in the score, its interval kept within the scale. Its effective n
// is that of as many answers as would make stages that spread alike as certain,
//
//	n_eff = 1 / Σ_k share_k²/n_k
func (j *Journey) show(sides []*Side) {
	shares, more := make([]float64, len(sides)), 0.0
	for k, s := range sides {
		shares[k] = j.Stages[k].Share
		more += shares[k] * shares[k] / s.Figure.EffectiveN
		j.N += s.Figure.N
	}
	m := measures[j.Ask]
	c := contrastOf(&m, shares, sides)
	low, high := c.limits(1 - estimates.Level)
	j.Shown, j.Score, j.EffectiveN = true, new(m.within(m.scale*c.value)), 1/more
	j.Low, j.High = new(max(m.floor, m.scale*low)), new(min(m.ceiling, m.scale*high))
	j.IntervalOnly = uncertain(j.Ask, j.EffectiveN, *j.Low, *j.High)
}

// Hide takes away the score and all that comes of responses.
func (j *Journey) Hide(reason string) {
	*j = Journey{Ask: j.Ask, Estimand: j.Estimand, Stages: j.Stages, Reason: reason, Settled: j.Settled}
}
