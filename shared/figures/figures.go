// Package figures makes finished numbers of cells: a score with its interval,
// its n, who was asked and answered, and whether it can still change; and what
// follows from several: differences, places, a journey.
//
// The formulas are package estimates'; here stand what a score is called, the
// rules of what may be shown, and Display, the one place that rounds. Nothing
// here reads a table or a clock.
//
// Every figure names its estimand. Event-weighted ones speak of touchpoints, so
// a customer with ten of them counts ten times; customer-weighted ones of
// customers. Weighting by 1/π mends who was asked; adjusting to the known
// touchpoints mends who chose to answer as far as classes tell it.
package figures

import (
	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// The estimands: the mean over touchpoints, and that over customers of the mean
// over the touchpoints of each.
const (
	EventWeighted    = "event-weighted"
	CustomerWeighted = "customer-weighted"
)

// TooFew is why a figure is not shown.
const TooFew = "too few to show"

// With fewer than fewest respondents there is no score, lest an answer be told
// from it. Below rankable, or with a wider interval than widest, it is shown
// but not to be ranked: there the US National Center for Health Statistics
// stops presenting a proportion (Parker et al. 2017).
//
// Cells know responses and not who gave them, and one person may give five. But
// each scope is always in the same one of 64 hashed groups, so as many groups
// as hold a response, so many people at least have answered. The price: of five
// people two are in one group in 15 of 100 cells, which wait for a sixth.
const (
	fewest   = 5  // respondents
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

	// Withheld says that Withhold took n, respondents, answered and the
	// response rate, which are 0 and nil here but not in truth.
	Withheld bool `json:"withheld,omitempty"`

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
	Respondents  int     `json:"respondents"` // people who gave them, at least
	EffectiveN   float64 `json:"effective_n"` // responses of equal weight and separate customers that would say as much

	// Adjusted is the score after the responses of each class of touchpoints were
	// made to stand for as many as there were; nil where there is but one class,
	// or nothing is shown.
	Adjusted *Adjusted `json:"adjusted,omitempty"`

	Population uint64 `json:"population"` // touchpoints
	Eligible   uint64 `json:"eligible"`   // those that had a chance of being asked
	Doubtful   uint64 `json:"doubtful"`   // those whose recorded chance is only near the true one
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
// merged. Scores that are no answers to the program's question are left out.
func Of(program *surveys.Program, c *cells.Cell, settled bool) Figure {
	return Part(program, c, c, settled)
}

// Part makes the figure of one value of a dimension. That its responses tell
// less for coming from the same customers is taken from the whole program's
// cell, because what a small cell shows of it is mostly chance; or from its own,
// if that shows more, because few who answer often are a cell of their own kind.
func Part(program *surveys.Program, part, whole *cells.Cell, settled bool) Figure {
	return Parts(program, DesignRatio(program, whole), settled)(part)
}

// Parts is Part for many parts of one whole, of which it wants DesignRatio.
func Parts(program *surveys.Program, ratio float64, settled bool) func(part *cells.Cell) Figure {
	return func(part *cells.Cell) Figure {
		return sideOf(program, part, estimates.OfCell(part, program.Ask), ratio, settled).Figure
	}
}

// DesignRatio is how many times the variance that independent responses would
// have those of the whole program's cell have: all that the figure of a part
// takes from the whole.
func DesignRatio(program *surveys.Program, whole *cells.Cell) float64 {
	return estimates.OfCell(whole, program.Ask).DesignRatio(measures[program.Ask].value, estimates.Groups)
}

// figureOf makes the figure of what was counted and the responses it is
// estimated from, which have ratio times the variance that independent ones
// would have. Its adjusted score is left to adjust.
func figureOf(program *surveys.Program, all cells.Population, answers *estimates.Sample, ratio float64, settled bool) Figure {
	f := Figure{
		Program: program.Name, Ask: program.Ask, Estimand: EventWeighted,
		N: answers.N(), Respondents: answers.Respondents(), EffectiveN: answers.Kish() / ratio,
		Population: all.N, Eligible: all.Eligible, Doubtful: all.Doubtful, Asked: all.Asked,
		Sent: all.Sent, Failed: all.Failed, Answered: all.Answered,
		Settled: settled,
	}
	if all.Asked > 0 {
		f.ResponseRate = new(float64(all.Answered) / float64(all.Asked))
	}
	if f.Respondents < fewest {
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

// show fills in the score.
func (f *Figure) show(answers *estimates.Sample) {
	m := measures[f.Ask]
	score, low, high := m.estimate(answers, f.EffectiveN)
	f.Shown, f.Score, f.Low, f.High = true, &score, &low, &high
	f.IntervalOnly = uncertain(f.Ask, f.EffectiveN, low, high)
	if f.Ask == heed.CSAT {
		f.Mean = new(answers.Average(estimates.Itself))
	}
}

// uncertain says that a score may not stand without its interval.
func uncertain(ask heed.Ask, n, low, high float64) bool {
	return n < rankable || ask == heed.CSAT && high-low > widest
}
