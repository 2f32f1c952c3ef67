package figures

import (
	"heed/shared/cells"
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
	for _, s := range stages {
		if s.Program.Ask != ask {
			return j, heed.Errorf(heed.Invalid, "program %s asks %s and is no part of a journey of %s", s.Program.Name, s.Program.Ask, ask)
		}
		f := Of(s.Program, s.Cell, s.Settled)
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
	j.show(stages)
	return j, nil
}

// show fills in the score, its interval kept within the scale.
func (j *Journey) show(stages []Stage) {
	shares, parts := make([]float64, len(stages)), make([]*cells.Cell, len(stages))
	for k := range stages {
		shares[k], parts[k] = j.Stages[k].Share, stages[k].Cell
	}
	c, m := contrastOf(j.Ask, shares, parts), measures[j.Ask]
	c.low, c.high = max(m.floor, c.low), min(m.ceiling, c.high)
	j.Shown, j.Score, j.Low, j.High = true, &c.value, &c.low, &c.high
}
