// Package loyalty is what customers do beside what they say: who left, who bought
// again, what a customer is worth, and the NPS of those who then left. It makes
// finished numbers of the sums of package cells, under the same rules of what
// may be shown as package figures.
package loyalty

import (
	"heed/shared/figures"
	"heed/shared/service"
)

// A Cohort is the customers (accounts, where the scope is the account) that were
// first heard of in a quarter.
type Cohort struct {
	Cohort string            `json:"cohort"` // 2026-Q4; "" for all
	Joined uint64            `json:"joined"`
	Left   service.Share     `json:"left"`            // of those joined
	Again  service.Share     `json:"bought_again"`    // of purchases, those by customers heard of before that day
	Churn  *service.Estimate `json:"churn_per_month"` // leavings by customer and month of 30 days; nil if too few
	Values []Value           `json:"values"`
	NPS    []figures.Figure  `json:"nps"` // of each program that asks it
}

// A Value is what customers bring, by currency, in minor units.
type Value struct {
	Currency string            `json:"currency"`
	Bought   uint64            `json:"bought"`
	Each     *service.Estimate `json:"each"`     // of one purchase; nil if too few
	Lifetime *service.Estimate `json:"lifetime"` // of a customer; nil if too few
}

// A Said is the NPS of a program's answers, by what followed within 180 days.
type Said struct {
	Program string           `json:"program"`
	Stage   string           `json:"stage"`
	All     figures.Figure   `json:"all"`
	Left    figures.Figure   `json:"left"`
	Stayed  figures.Figure   `json:"stayed"`
	Bought  figures.Figure   `json:"bought"`
	LeftOf  [3]service.Share `json:"left_of"` // shares, by weight, of detractors, passives and promoters that left
}
