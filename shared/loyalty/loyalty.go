// Package loyalty is what customers do beside what they say: who left, who bought
// again, what a customer is worth, and the NPS of those who then left. It makes
// finished numbers of the sums of package cells, under the same rules of what
// may be shown as package figures.
package loyalty

import (
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
)

// A Cohort is the customers (accounts, where the scope is the account) that were
// first heard of in a quarter.
type Cohort struct {
	Cohort string `json:"cohort"` // 2026-Q4; "" for all
	Joined uint64 `json:"joined"`

	Left     service.Share    `json:"left"`            // of those joined
	Leavings uint64           `json:"leavings"`        // more than those who left, where some left twice, or were never heard of before
	Again    service.Share    `json:"bought_again"`    // of purchases, those by customers heard of before that day
	Churn    *Estimate        `json:"churn_per_month"` // leavings by customer and month of 30 days; nil if too few
	Values   []Value          `json:"values"`
	NPS      []figures.Figure `json:"nps"` // of each program that asks it
}

// An Estimate is made of so many leavings or purchases, of whichever there are
// fewer. Below 30 it is not to stand without its interval.
type Estimate struct {
	N            uint64 `json:"n"`
	IntervalOnly bool   `json:"interval_only"`
	service.Estimate
}

func estimateOf(n uint64, value, low, high float64) *Estimate {
	return &Estimate{n, n < enough, service.Estimate{Value: value, Low: low, High: high}}
}

// A Value is what customers bring, by currency, in minor units.
type Value struct {
	Currency string    `json:"currency"`
	Bought   uint64    `json:"bought"`
	Each     *Estimate `json:"each"`     // of one purchase; nil if too few
	Lifetime *Estimate `json:"lifetime"` // of a customer; nil if too few
}

// A Said is the NPS of a program's answers, by what followed within 180 days.
type Said struct {
	Program string           `json:"program"`
	Stage   string           `json:"stage"`
	All     figures.Figure   `json:"all"`
	Left    figures.Answered `json:"left"`
	Stayed  figures.Answered `json:"stayed"`
	Bought  figures.Answered `json:"bought"`
	Leaving service.Share    `json:"leaving"` // share, by weight, of all that left
	Buying  service.Share    `json:"buying"`  // likewise bought again
	LeftOf  [3]service.Share `json:"left_of"` // shares, by weight, of detractors, passives and promoters that left
}

// Over returns it with the days from and to, both inclusive, written into its
// figures.
func (s Said) Over(from, to heed.Day) Said {
	s.All = s.All.Over(from, to, heed.Dim{})
	for _, f := range []*figures.Answered{&s.Left, &s.Stayed, &s.Bought} {
		f.Figure = f.Over(from, to, heed.Dim{})
	}
	return s
}
