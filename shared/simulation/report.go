package simulation

import (
	"math"

	"heed/shared/figures"
)

// A Report is what came of all populations. Scores, biases and errors are in
// NPS points, shares from 0 to 1; all are means over the populations unless
// they say otherwise.
type Report struct {
	Seed        uint64  `json:"seed"`
	Populations int     `json:"populations"`
	Customers   int     `json:"customers"`
	Quiet       int     `json:"quiet_days"`
	Touchpoints float64 `json:"touchpoints"`
	Truth       Truth   `json:"truth"`
	Lines       []Line  `json:"estimates"`
	Steps       []Step  `json:"steps"`
}

// A Truth is the scores that are to be found.
type Truth struct {
	Events    float64 `json:"event_weighted"`
	Customers float64 `json:"customer_weighted"`
	Step      float64 `json:"step"` // event-weighted, second half of the year less the first
}

// A Line is how one estimate of one design fared.
type Line struct {
	Design   string  `json:"design"`
	Estimate string  `json:"estimate"`
	Estimand string  `json:"estimand"`
	Mails    float64 `json:"mails"`
	Most     float64 `json:"most_in_a_quarter"`       // mails to one customer in any 90 days
	Twice    float64 `json:"more_than_one_a_quarter"` // share of customers
	Fares    []Fare  `json:"answers"`
}

// A Fare is how an estimate fared where people answer in one way.
type Fare struct {
	Answers  string  `json:"who_answers"`
	Answered float64 `json:"answered"`
	Quality
	HalfWidth     float64 `json:"half_width"` // of the 95% intervals, half of high less low
	Coverage      float64 `json:"coverage"`   // share of the 95% intervals that hold the population's truth
	CoverageError float64 `json:"coverage_error"`
}

// A Quality is how far from the truth estimates were.
type Quality struct {
	Found     int     `json:"found"` // populations of which there was an estimate
	Bias      float64 `json:"bias"`
	BiasError float64 `json:"bias_error"` // standard error of Bias, by chance of the populations
	RMSE      float64 `json:"rmse"`       // root-mean-square error
}

// A Step is how one estimate saw the change in the middle of a year in which
// the rate changed too. Its bias is a step that is not there.
type Step struct {
	Design   string `json:"design"`
	Estimate string `json:"estimate"`
	Quality
}

func report(o Options, results []result) *Report {
	r := &Report{Seed: o.Seed, Populations: o.Populations, Customers: o.Customers, Quiet: o.Quiet}
	r.Touchpoints = mean(results, func(x *result) float64 { return float64(x.touchpoints) })
	r.Truth.Events = mean(results, func(x *result) float64 { return x.events })
	r.Truth.Customers = mean(results, func(x *result) float64 { return x.customers })
	r.Truth.Step = mean(results, func(x *result) float64 { return x.step })
	for i := range designs {
		d := (i + 1) % len(designs)
		for e := range designs[d].estimates {
			r.Lines = append(r.Lines, line(results, d, e))
		}
	}
	for s := range steps {
		for e, of := range steps[s].estimates {
			q, _, _ := quality(results, func(x *result) (outcome, float64) { return x.steps[s].at(e), x.step })
			r.Steps = append(r.Steps, Step{steps[s].name, of.name, q})
		}
	}
	return r
}

func line(results []result, d, e int) Line {
	of := &designs[d].estimates[e]
	l := Line{
		Design: designs[d].name, Estimate: of.name, Estimand: of.estimand,
		Mails: mean(results, func(x *result) float64 { return float64(x.designs[d].mails) }),
		Most:  mean(results, func(x *result) float64 { return float64(x.designs[d].most) }),
		Twice: mean(results, func(x *result) float64 { return x.designs[d].twice }),
	}
	for a := range answerings {
		f := Fare{
			Answers:  answerings[a].name,
			Answered: mean(results, func(x *result) float64 { return float64(x.designs[d].answered[a]) }),
		}
		f.Quality, f.Coverage, f.HalfWidth = quality(results, func(x *result) (outcome, float64) {
			if of.estimand == figures.CustomerWeighted {
				return x.designs[d].outcomes[a].at(e), x.customers
			}
			return x.designs[d].outcomes[a].at(e), x.events
		})
		if f.Found > 0 {
			f.CoverageError = math.Sqrt(f.Coverage * (1 - f.Coverage) / float64(f.Found))
		}
		l.Fares = append(l.Fares, f)
	}
	return l
}

func mean(results []result, of func(*result) float64) float64 {
	sum := 0.0
	for i := range results {
		sum += of(&results[i])
	}
	return sum / float64(len(results))
}

// quality compares what was found with what is true, in the order of the
// populations. The deviations are between populations, so the standard error
// needs no assumption about what happens in one.
func quality(results []result, of func(*result) (outcome, float64)) (q Quality, coverage, width float64) {
	var sum, squares, held, half float64
	for i := range results {
		found, truth := of(&results[i])
		if !found.found {
			continue
		}
		off := found.score - truth
		q.Found++
		sum += off
		squares += float64(off * off)
		half += (found.high - found.low) / 2
		if found.low <= truth && truth <= found.high {
			held++
		}
	}
	if q.Found == 0 {
		return q, 0, 0
	}
	n := float64(q.Found)
	q.Bias, q.RMSE = sum/n, math.Sqrt(squares/n)
	if n > 1 {
		q.BiasError = math.Sqrt(max(0, squares/n-q.Bias*q.Bias) / (n - 1))
	}
	return q, held / n, half / n
}
