package sampling

import (
	"math/bits"
	"slices"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Spending is what a program's budget has gone to, and what it would go to.
//
// All four are sums of chances, in parts per billion of an invitation: of the
// recorded chances of the rows so far (Decision.Pi), and of a forecast of them
// at full rate. They are never counts of who was asked. A pace that followed
// the draws would make a chance depend on the scope's own past draws, and the
// ledger's arithmetic, which takes chances as given, would be wrong.
type Spending struct {
	Today, Month           uint64 // expected so far, today and in this month
	RestOfDay, RestOfMonth uint64 // forecast for what is left of them, at full rate
}

// Pace returns what a program's rates are to be multiplied by from now on, 0
// to 1 in PPB, so that what is left of its budget is what may be expected to
// go. Without a budget, or where it will last, that is 1; once it is spent, 0.
//
// Of rates that a ledger or a busy customer lowers anyway, lower rates take
// less away, so a paced program spends somewhat more than the pace's share of
// the forecast. Pacing again every while mends that, and every wrong forecast.
// Strata and program keep their floor: that is the decision's to see to.
func Pace(b surveys.Budget, s Spending) uint32 {
	return min(share(b.Day, s.Today, s.RestOfDay), share(b.Month, s.Month, s.RestOfMonth))
}

// share is what part of a demand the rest of a budget of whole invitations
// meets. A budget of 0 is none.
func share(budget int, spent, demand uint64) uint32 {
	if budget <= 0 {
		return heed.PPB
	}
	over, whole := bits.Mul64(uint64(budget), heed.PPB)
	if over > 0 {
		return heed.PPB // more than can be spent
	}
	left := whole - min(whole, spent)
	if left == 0 {
		return 0 // whatever is forecast: that may be wrong
	}
	if left >= demand {
		return heed.PPB
	}
	high, low := bits.Mul64(left, heed.PPB)
	pace, _ := bits.Div64(high, low, demand)
	return uint32(pace)
}

// Blind reports whether a pace takes so much that chances which would be above
// 0 at full rate are not: then what is expected says nothing of the demand.
func Blind(p *surveys.Program, pace uint32) bool {
	hidden := func(rate uint32) bool {
		paced := max(uint32(uint64(rate)*uint64(pace)/heed.PPB), p.Floor)
		return rate >= least && paced < least
	}
	return hidden(p.Rate) || slices.ContainsFunc(p.Strata, func(s surveys.Stratum) bool { return hidden(s.Rate) })
}
