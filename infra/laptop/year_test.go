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
// much as a day of a source's deliveries is counted once; of a deal it is written
// down whose it is, and who that is; and what follows on a touchpoint is written
// into its row, whose day is marked if it is over.
func TestYearKeepsToTheBudget(t *testing.T) {
	unraced(t)
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
	asked, unasked, deals, follows, answered, tallies := 0.0, 0.0, 0.0, 0.0, 0, map[string]bool{}
	bought, began := map[string]bool{}, map[string]bool{}
	for _, r := range (&chronicle{house: h}).told(t) {
		follows += r.follows()
		switch {
		case r.Program == heed.NoProgram && heed.DeedOf(r.Kind) != heed.Reopened && heed.DeedOf(r.Kind) != heed.Left:
			t.Errorf("%s is of no program", r.Kind)
		case r.Decision.Asked:
			asked++
		default:
			unasked++
		}
		if r.Response != nil {
			answered++
		}
		switch r.Kind {
		case "deal.won":
			deals++
			bought[r.Customer] = true
		case "onboarding.done":
			began[r.Customer] = true
		}
		tallies[r.Decision.DecidedAt.Format(time.DateOnly)+r.Dimensions["source"][0]] = true
	}
	for customer := range began { // some of them bought before the year began, or will begin after it
		if bought[customer] {
			delete(bought, customer)
			delete(began, customer)
		}
	}
	if len(bought)+len(began) > 10 {
		t.Errorf("%d customers bought and did not begin, %d began and did not buy", len(bought), len(began))
	}
	if asked < 100 || unasked < 500 || answered < 30 {
		t.Fatalf("the year has %v asked, %v not asked and %d answered", asked, unasked, answered)
	}
	average := (h.spent("decide") - 3*asked - float64(len(tallies)) - 4*deals - follows) / unasked // a deal is asked about, and its customer: two items each
	if average > 2.1 || average < 2 {
		t.Errorf("%v touchpoints that were not asked cost %.4f write units each", unasked, average)
	}
	t.Logf("asked %v, not asked %v at %.4f write units, deals %v, tallies %d, answered %d", asked, unasked, average, deals, len(tallies), answered)
}

// follows is what it cost to write into the row what followed.
func (r *told) follows() float64 {
	units := 0.0
	for _, at := range []*time.Time{r.After.Reopened, r.After.Left, r.After.Bought} {
		if at == nil {
			continue
		}
		units++
		if at.Sub(r.At) > 48*time.Hour {
			units++
		}
	}
	return units
}

// unraced leaves out what takes minutes with the race detector. make test runs it
// without.
func unraced(t *testing.T) {
	t.Helper()
	if raced {
		t.Skip("takes minutes with the race detector; make test runs it without")
	}
}
