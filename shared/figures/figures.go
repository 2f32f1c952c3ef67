// Package figures makes finished numbers of cells: a score with its interval,
// its n, who was asked and answered, and whether it can still change.
//
// A cell's sums come in, a Figure goes out; every formula has its source beside
// it. Sums become floating point once, at the first division, and a figure
// keeps what follows unrounded: rounding is for Display. Nothing here reads a
// row, a table or a clock, and nothing compares figures with one another.
//
// All figures are event-weighted: they speak of touchpoints, so a customer with
// ten of them counts ten times. Weighting by 1/π mends who was asked, not who
// chose to answer.
package figures

import (
	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// EventWeighted is the estimand of every figure: the mean over touchpoints.
const EventWeighted = "event-weighted"

// TooFew is why a figure is not shown.
const TooFew = "too few to show"

// With fewer than fewest responses there is no score, lest an answer be told
// from it. Below rankable, or with a wider interval than widest, it is shown
// but not to be ranked: there the US National Center for Health Statistics
// stops presenting a proportion (Parker et al. 2017).
const (
	fewest   = 5  // responses
	rankable = 30 // effective n
	widest   = 30 // of the interval of a share, in percentage points
)

// A Figure is what can be said of the touchpoints of one cell.
type Figure struct {
	Program  string   `json:"program"`
	Ask      heed.Ask `json:"ask"`
	Estimand string   `json:"estimand"`
	From     string   `json:"from,omitempty"` // first day, 2006-01-02
	To       string   `json:"to,omitempty"`   // last day
	By       string   `json:"by,omitempty"`   // dimension; "" for the whole program
	Value    string   `json:"value,omitempty"`

	Shown  bool   `json:"shown"`
	Reason string `json:"reason,omitempty"` // why not shown

	// NPS in points from -100 to 100; CSAT the percentage that answered 4 or 5
	// of 5; CES the mean from 1 to 7. Low and High are the 95% interval.
	// Unrounded; nil if not shown.
	Score *float64 `json:"score"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	Mean  *float64 `json:"mean,omitempty"` // of CSAT, from 1 to 5

	// IntervalOnly says that the score is too uncertain to stand without its
	// interval, or to be put in an order with others.
	IntervalOnly bool    `json:"interval_only"`
	N            uint64  `json:"n"`           // responses the score is made of
	EffectiveN   float64 `json:"effective_n"` // responses of equal weight that would say as much

	Population uint64 `json:"population"` // touchpoints
	Eligible   uint64 `json:"eligible"`   // those that had a chance of being asked
	Asked      uint64 `json:"asked"`      // those asked, whatever became of the invitation
	Sent       uint64 `json:"sent"`
	Failed     uint64 `json:"failed"` // bounced, lapsed or otherwise ended, sent before or not
	Answered   uint64 `json:"answered"`

	// ResponseRate is answered by asked, from 0 to 1; nil if none was asked. An
	// invitation that failed was asked and not answered: the draw chose it, and
	// leaving it out would make a poor address list look like an eager public.
	ResponseRate *float64 `json:"response_rate"`
	Settled      bool     `json:"settled"` // no answer that counts can come any more
}

// Of makes the figure of a program's cell. The cell may be of several days
// merged; of more days than a quiet period it may hold a customer twice, which
// the intervals do not know of. Scores that are no answers to the program's
// question are left out.
func Of(program *surveys.Program, c *cells.Cell, settled bool) Figure {
	all, answers := c.Population(), sampleOf(c, program.Ask)
	f := Figure{
		Program: program.Name, Ask: program.Ask, Estimand: EventWeighted,
		N: answers.N, EffectiveN: answers.kish(),
		Population: all.N, Eligible: all.Eligible, Asked: all.Asked,
		Sent: all.Sent, Failed: all.Failed, Answered: all.Answered,
		Settled: settled,
	}
	if all.Asked > 0 {
		f.ResponseRate = new(float64(all.Answered) / float64(all.Asked))
	}
	if answers.N < fewest {
		f.Reason = TooFew
		return f
	}
	f.show(answers)
	return f
}

// Over returns the figure with what it is of written in: the days from and to,
// both inclusive, and the dimension, zero for the whole program.
func (f Figure) Over(from, to heed.Day, by heed.Dim) Figure {
	f.From, f.To, f.By, f.Value = from.String(), to.String(), by.Name, by.Value
	return f
}

// show fills in the score. The interval is kept within the scale and around
// the score: that of a net score can leave both where nearly all answer alike.
func (f *Figure) show(answers sample) {
	m := measures[f.Ask]
	score, low, high := m.estimate(answers)
	low, high = max(m.floor, min(low, score)), min(m.ceiling, max(high, score))
	f.Shown, f.Score, f.Low, f.High = true, &score, &low, &high
	f.IntervalOnly = f.EffectiveN < rankable
	if f.Ask == heed.CSAT {
		f.Mean = new(answers.hajek(itself))
		f.IntervalOnly = f.IntervalOnly || high-low > widest
	}
}
