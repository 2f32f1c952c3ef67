package loyalty

import (
	"math"
	"slices"
	"testing"

	"heed/shared/heed"
)

// Amounts are whatever a source writes.
func TestWorthOfHugeAmounts(t *testing.T) {
	purchase := func(i byte) *heed.Row {
		return &heed.Row{
			RowRef: heed.RowRef{ID: heed.TouchpointID{i}.Row("a")}, Kind: "deal.won",
			Facts: heed.Facts{Amount: math.MaxInt64/2 + 1, Currency: "EUR"},
		}
	}
	got := Worth(slices.Values([]*heed.Row{purchase(1), purchase(2), purchase(3)}))
	if len(got) != 1 || got[0].Bought != 3 || got[0].Sum != math.MaxInt64 {
		t.Errorf("got %+v", got)
	}
}
