package laptop_test

import (
	"context"
	"testing"
	"time"

	"heed/infra/laptop"
	"heed/infra/laptop/year"
	"heed/shared/heed"
)

// A whole year of customers, as busy as they come, keeps to the budget: of a
// touchpoint that is not asked 2.1 write units on average, since a full list
// of decided touchpoints is moved away now and then. Asking costs three, and so
// much as a day of a source's deliveries is counted once.
func TestYearKeepsToTheBudget(t *testing.T) {
	t.Parallel()
	o := year.Options{Seed: 1, Customers: 300}
	h := open(t, shipped(t), func(h *house) {
		h.begin = func(ctx context.Context, l *laptop.Laptop) error { return year.Begin(ctx, l, o) }
	})
	if err := year.Live(t.Context(), h.laptop, h.base, o); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second) // until the last deliveries are counted as well
	h.settle(t)
	asked, unasked, answered, tallies := 0.0, 0.0, 0, map[string]bool{}
	for _, r := range h.rows(t, "") {
		switch {
		case r.Program == heed.NoProgram:
			t.Errorf("%s is of no program", r.Kind)
		case r.Decision.Asked:
			asked++
		default:
			unasked++
		}
		if r.Response != nil {
			answered++
		}
		tallies[r.Decision.DecidedAt.Format(time.DateOnly)+r.Dimensions["source"][0]] = true
	}
	if asked < 100 || unasked < 500 || answered < 30 {
		t.Fatalf("the year has %v asked, %v not asked and %d answered", asked, unasked, answered)
	}
	average := (h.spent("decide") - 3*asked - float64(len(tallies))) / unasked
	if average > 2.1 || average < 2 {
		t.Errorf("%v touchpoints that were not asked cost %.4f write units each", unasked, average)
	}
	t.Logf("asked %v, not asked %v at %.4f write units, answered %d", asked, unasked, average, answered)
}
