package loyalty

import (
	"iter"
	"maps"
	"math"
	"slices"

	"heed/shared/heed"
)

// A Total is what one customer bought for until now, in minor units.
type Total struct {
	Currency string `json:"currency"`
	Bought   uint64 `json:"bought"` // purchases with an amount
	Sum      int64  `json:"sum"`
}

// Worth adds up the purchases (heed.Bought) among a customer's rows by currency,
// in order; each touchpoint once, however many programs it fits. Amounts of 0 and
// below are none; a sum is at most the largest int64.
func Worth(rows iter.Seq[*heed.Row]) []Total {
	seen, sums := map[heed.TouchpointID]bool{}, map[string]Total{}
	for row := range rows {
		id := row.ID.Touchpoint()
		if heed.DeedOf(row.Kind) != heed.Bought || row.Amount <= 0 || row.Currency == "" || seen[id] {
			continue
		}
		seen[id] = true
		t := sums[row.Currency]
		sums[row.Currency] = Total{row.Currency, t.Bought + 1, t.Sum + min(row.Amount, math.MaxInt64-t.Sum)}
	}
	totals := []Total{}
	for _, currency := range slices.Sorted(maps.Keys(sums)) {
		totals = append(totals, sums[currency])
	}
	return totals
}
