package rollup_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sheets"
)

// Who joined longer ago than scores are told of has still joined: leavings are
// held against all who could leave.
func TestLoyaltyKnowsWhoJoinedLongAgo(t *testing.T) {
	t.Parallel()
	r := newRoom(t, strings.Replace(utc, "[team, tag]", "[team, tag, cohort]", 1))
	put := func(i, daysAgo int, kind string) {
		at := noon.AddDate(0, 0, -daysAgo)
		touchpoint := &heed.Touchpoint{Source: "crm", Kind: kind, Object: fmt.Sprint("customer:", i), Occurrence: kind}
		row := &heed.Row{
			RowRef: heed.RowRef{ID: touchpoint.ID().Row("support"), Day: heed.DayOf(at, time.UTC)}, Kind: kind, At: at, First: kind == "deal.won",
			Dims:     []heed.Dim{{Name: "cohort", Value: "2024-Q4"}},
			Decision: heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.NotDrawn, Decided: at, Pi: heed.PPB / 4},
		}
		r.put(row)
		if err := r.store().PutMark(t.Context(), row.Day, noon); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 60 {
		put(i, 720, "deal.won")
	}
	for i := range 30 {
		put(i, 10, "subscription.cancelled")
	}
	r.tick(noon)
	var sheet sheets.Loyalty
	if found, err := r.store().Sheet(t.Context(), heed.EveryProgram, sheets.NamedLoyalty, sheets.NamedLoyalty, &sheet); err != nil || !found {
		t.Fatal(found, err)
	}
	days := float64(60*720 - 30*10)
	if c := sheet.All; c.Joined != 60 || c.Left.N != 30 || c.Churn == nil || c.Churn.Value != 30*30/days {
		t.Errorf("got %+v, churn %+v", c, c.Churn)
	}
}
