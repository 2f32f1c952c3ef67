package loyalty

import (
	"maps"
	"math"
	"slices"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
)

// Nothing is said of fewer than fewest customers, leavings or purchases, and of
// fewer than enough only the interval.
const (
	fewest = 5
	enough = 30
)

// month is the days of one, in rates.
const month = 30

// Cohorts makes them of the cells of heed.EveryProgram by cohort, until the end
// of the day today: each, oldest first, and all together. NPS is by cohort, "" for
// all, and program.
func Cohorts(cohorts map[string]*cells.Cell, nps map[string]map[string]figures.Figure, today heed.Day) ([]Cohort, Cohort) {
	list, all := []Cohort{}, []*cells.Cell{}
	for _, name := range slices.Sorted(maps.Keys(cohorts)) {
		all = append(all, cohorts[name])
		list = append(list, cohortOf(name, &cohorts[name].Deeds, nps[name], today))
	}
	return list, cohortOf("", &cells.Merge(all...).Deeds, nps[""], today)
}

func cohortOf(name string, d *cells.Deeds, nps map[string]figures.Figure, today heed.Day) Cohort {
	c := Cohort{
		Cohort: name, Joined: d.Joined,
		Left: service.ShareOf(min(d.Left, d.Joined), d.Joined), Again: service.ShareOf(d.Again, d.Bought),
		Leavings: d.Left, Churn: churn(d, today),
		Values: []Value{}, NPS: []figures.Figure{},
	}
	for _, currency := range slices.Sorted(maps.Keys(d.Amounts)) {
		a := d.Amounts[currency]
		c.Values = append(c.Values, Value{Currency: currency, Bought: a.N, Each: each(a), Lifetime: lifetime(a, d.Left)})
	}
	for _, program := range slices.Sorted(maps.Keys(nps)) {
		c.NPS = append(c.NPS, nps[program])
	}
	return c
}

// churn is leavings by customer and month, with Garwood's interval of their
// number,
//
//	30 · left / exposure
//
// nil if too few left, or nobody was there to leave.
func churn(d *cells.Deeds, today heed.Day) *Estimate {
	days := exposure(d, today)
	if d.Left < fewest || days <= 0 {
		return nil
	}
	low, high := estimates.Garwood(d.Left)
	return estimateOf(d.Left, month*float64(d.Left)/days, month*low/days, month*high/days)
}

// exposure is the days that customers were there in, from the one they joined on
// until today or the one they left on,
//
//	Σ_joined (today - day) - Σ_left (today - day)
func exposure(d *cells.Deeds, today heed.Day) float64 {
	since := func(n, days uint64) float64 { return float64(n)*float64(today) - float64(days) }
	return since(d.Joined, d.Joining) - since(d.Left, d.Leaving)
}

// each is the mean amount of a purchase, with Student's interval.
func each(a cells.Amount) *Estimate {
	if a.N < fewest {
		return nil
	}
	n, sum := float64(a.N), a.Sum.Float()
	mean := sum / n
	low, high := estimates.Student(mean, max(0, a.Squares.Float()-sum*mean)/(n*(n-1)), n-1)
	return estimateOf(a.N, mean, max(0, low), high)
}

// lifetime is what a customer brings until they leave, if what customers bring a
// month and how many of them leave stay what they were,
//
//	( revenue / exposure ) / ( left / exposure ) = revenue / left
//
// undiscounted, and without what it costs to serve them (Gupta & Lehmann 2003,
// with a margin of 1 and no interest). The logarithm has the variance
//
//	Σx² / (Σx)² + 1/left
//
// of purchases and leavings that come independently of each other (compound
// Poisson, and Poisson: delta method).
func lifetime(a cells.Amount, left uint64) *Estimate {
	if a.N < fewest || left < fewest {
		return nil
	}
	sum := a.Sum.Float()
	value := sum / float64(left)
	times := math.Exp(estimates.Z * math.Sqrt(a.Squares.Float()/(sum*sum)+1/float64(left)))
	return estimateOf(min(a.N, left), value, value/times, value*times)
}
