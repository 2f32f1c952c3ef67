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

// Along makes the journey of stages that ask the same question.
func Along(ask heed.Ask, stages []Stage) Journey {
	return Journey{Ask: ask, Estimand: EventWeighted}
}
