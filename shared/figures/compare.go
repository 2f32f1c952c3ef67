package figures

import (
	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Difference is the score of b less that of a: two periods, or two groups.
type Difference struct {
	Program  string   `json:"program"`
	Ask      heed.Ask `json:"ask"`
	Estimand string   `json:"estimand"`

	Shown  bool   `json:"shown"`
	Reason string `json:"reason,omitempty"` // why not shown

	// In the units of the score; Low and High are the 95% interval. Unrounded;
	// nil if not shown.
	Difference *float64 `json:"difference"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`

	// P is the chance of a difference at least as large if there were none;
	// AmongMany what Discoveries makes of it. Nil if not shown.
	P         *float64 `json:"p"`
	AmongMany *float64 `json:"p_among_many,omitempty"`

	// IntervalOnly says that either side's effective n is below 30.
	IntervalOnly bool `json:"interval_only"`
}

// Compare compares two cells of a program that have no touchpoint in common:
// to compare a part with its whole, subtract it first (cells.Subtract). That
// the same customers may be in both is taken into account, group by group.
func Compare(program *surveys.Program, a, b *cells.Cell) Difference {
	d := Difference{Program: program.Name, Ask: program.Ask, Estimand: EventWeighted}
	from, to := Of(program, a, false), Of(program, b, false)
	if !from.Shown || !to.Shown {
		d.Reason = TooFew
		return d
	}
	c := contrastOf(program.Ask, []float64{-1, 1}, []*cells.Cell{a, b})
	d.Shown, d.Difference, d.Low, d.High, d.P = true, &c.value, &c.low, &c.high, &c.p
	d.IntervalOnly = min(from.EffectiveN, to.EffectiveN) < rankable
	return d
}

// Discoveries fills in AmongMany, by Benjamini & Hochberg 1995: of those that
// are called different because it is below 0.05, at most 5% are expected not to
// be. Differences that are not shown are none of the many.
func Discoveries(many []Difference) {
	var p []float64
	for i := range many {
		if many[i].Shown {
			p = append(p, *many[i].P)
		}
	}
	adjusted := estimates.Discoveries(p)
	for i := range many {
		if many[i].Shown {
			many[i].AmongMany, adjusted = &adjusted[0], adjusted[1:]
		}
	}
}
