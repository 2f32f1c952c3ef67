package figures

import (
	"heed/shared/estimates"
	"heed/shared/heed"
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

// Compare is b less a: two sides of a program that have no touchpoint in common.
// To compare a part with its whole, take it off first (Without). That the same
// customers may be on both is taken into account, group by group.
func Compare(a, b *Side) Difference {
	p := b.program
	d := Difference{Program: p.Name, Ask: p.Ask, Estimand: EventWeighted}
	if !a.Figure.Shown || !b.Figure.Shown {
		d.Reason = TooFew
		return d
	}
	m := measures[p.Ask]
	c := contrastOf(&m, []float64{-1, 1}, []*Side{a, b})
	low, high := c.limits(1 - estimates.Level)
	d.Shown, d.Difference, d.P = true, new(m.scale*c.value), new(c.p())
	d.Low, d.High = new(m.scale*low), new(m.scale*high)
	d.IntervalOnly = min(a.Figure.EffectiveN, b.Figure.EffectiveN) < rankable
	return d
}

// Discoveries fills in AmongMany, by Benjamini & Hochberg 1995: of those that
// are called different because it is below 0.05, at most 5% are expected not to
// be. Differences that are not shown are none of the many; one whose p is not a
// number is no discovery.
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
