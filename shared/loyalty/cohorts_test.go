package loyalty

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
)

func TestCohortsEqualPlainOnes(t *testing.T) {
	all := lives(rand.New(rand.NewPCG(1, 1)), 300, 0.05)
	nps := map[string]map[string]figures.Figure{"": {"b": {Program: "b"}, "a": {Program: "a"}}, "2026-Q2": {"a": {Program: "a", N: 7}}}
	list, whole := Cohorts(cohortCells(rowsOf(all)), nps, today)
	if len(list) != 2 || list[0].Cohort != "2026-Q1" || list[1].Cohort != "2026-Q2" || whole.Cohort != "" {
		t.Fatalf("got %+v", list)
	}
	if len(whole.NPS) != 2 || whole.NPS[0].Program != "a" || len(list[0].NPS) != 0 || list[1].NPS[0].N != 7 {
		t.Errorf("NPS: got %v, %v, %v", whole.NPS, list[0].NPS, list[1].NPS)
	}
	for _, c := range append(list, whole) {
		p := plainly(all, c.Cohort)
		near(t, "joined", float64(c.Joined), p.joined, 0)
		near(t, "left", c.Left.Share.Value, p.left/p.joined, 1e-12)
		near(t, "churn", c.Churn.Value, 30*p.left/p.days, 1e-12)
		for _, v := range c.Values {
			var sum, squares float64
			for _, x := range p.bought[v.Currency] {
				sum, squares = sum+x, squares+x*x
			}
			n := float64(len(p.bought[v.Currency]))
			near(t, "bought", float64(v.Bought), n, 0)
			near(t, "each", v.Each.Value, sum/n, 1e-12)
			se := math.Sqrt((squares - sum*sum/n) / (n - 1) / n)
			near(t, "each high", (v.Each.High-v.Each.Value)/se, 1.97, 0.03)
			// What a customer brings a month, by the months that one stays.
			near(t, "lifetime", v.Lifetime.Value, (sum/p.days)/(p.left/p.days), 1e-12)
			half := 1.959964 * math.Sqrt(squares/(sum*sum)+1/p.left)
			near(t, "lifetime high", math.Log(v.Lifetime.High/v.Lifetime.Value), half, 1e-6)
			near(t, "lifetime low", math.Log(v.Lifetime.Value/v.Lifetime.Low), half, 1e-6)
		}
		if len(c.Values) != 2 || c.Again.N != c.Again.Of {
			t.Errorf("got %+v", c) // nobody's purchase was the first that was heard of them
		}
	}
}

func TestFewLeavings(t *testing.T) {
	d := cells.Deeds{Joined: 40, Joining: 40 * 20000, Left: 4, Leaving: 4 * 20500, Bought: 4, Amounts: map[string]cells.Amount{"EUR": {N: 4}}}
	c := cohortOf("2026-Q1", &d, nil, today)
	if c.Churn != nil || c.Values[0].Each != nil || c.Values[0].Lifetime != nil || !c.Left.Shown || c.Again.Shown {
		t.Errorf("4 leavings and purchases: got %+v", c)
	}
	d.Left, d.Leaving = 40, 40*20000
	if c := cohortOf("", &d, nil, today); c.Churn != nil {
		t.Errorf("nobody was there: got %+v", c.Churn)
	}
	// Of 5 to 29 there is an interval, and how many it is of.
	d.Left, d.Leaving, d.Joined, d.Joining = 5, 5*20500, 60, 60*20000
	d.Amounts["EUR"] = cells.Amount{N: 30, Sum: cells.Uint128{Lo: 3000}, Squares: cells.Uint128{Lo: 400_000}}
	c = cohortOf("", &d, nil, today)
	if v := c.Values[0]; !c.Churn.IntervalOnly || c.Churn.N != 5 || v.Each.IntervalOnly || v.Each.N != 30 || !v.Lifetime.IntervalOnly || v.Lifetime.N != 5 {
		t.Errorf("5 leavings and 30 purchases: got %+v, %+v", c.Churn, v)
	}
	if list, whole := Cohorts(nil, nil, today); len(list) != 0 || whole.Left.Shown {
		t.Errorf("nothing: got %v, %+v", list, whole)
	}
}

// Churn and lifetime value of customers who leave at a constant rate.
func TestCoverageOfCohorts(t *testing.T) {
	const runs, rate = 250, 0.04
	rnd := rand.New(rand.NewPCG(2, 2))
	var churns, lifetimes int
	for range runs {
		d := cells.Deeds{Amounts: map[string]cells.Amount{}}
		var a cells.Amount
		for _, l := range lives(rnd, 60, rate) {
			d.Joined++
			d.Joining += uint64(l.joined)
			if l.left > 0 {
				d.Left++
				d.Leaving += uint64(l.left)
			}
			for _, x := range l.amounts {
				n := uint64(x)
				a = cells.Amount{N: a.N + 1, Sum: a.Sum.Add(cells.Uint128{Lo: n}), Squares: a.Squares.Add(cells.Mul64(n, n))}
			}
		}
		churns += when(holds(churn(&d, today), rate))
		lifetimes += when(holds(lifetime(a, d.Left), bringing/rate))
	}
	for what, held := range map[string]int{"churn": churns, "lifetime": lifetimes} {
		share := 100 * float64(held) / runs
		t.Logf("%s: %.1f%% of intervals hold the truth", what, share)
		if share < 91 {
			t.Errorf("%s: only %.1f%% of intervals hold the truth", what, share)
		}
	}
}

// bringing is what lives bring by month: 3000 a purchase, one in 30.5 days or so,
// as whole days are waited for.
const bringing = 2999.5 * 30 / 30.5

func holds(e *Estimate, x float64) bool { return e != nil && e.Low <= x && x <= e.High }

func when(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func TestWorth(t *testing.T) {
	all := lives(rand.New(rand.NewPCG(3, 3)), 1, 0.001)
	rows := rowsOf(all)
	rows = append(rows,
		&heed.Row{RowRef: heed.RowRef{ID: heed.RowID{0: 255}}, Kind: "deal.lost", Facts: heed.Facts{Amount: 5, Currency: "EUR"}},
		&heed.Row{RowRef: heed.RowRef{ID: heed.RowID{0: 254}}, Kind: "deal.won", Facts: heed.Facts{Amount: -5, Currency: "EUR"}})
	p := plainly(all, "")
	for _, total := range Worth(slices.Values(rows)) {
		sum := 0.0
		for _, x := range p.bought[total.Currency] {
			sum += x
		}
		near(t, total.Currency, float64(total.Sum), sum, 0)
		near(t, total.Currency, float64(total.Bought), float64(len(p.bought[total.Currency])), 0)
		delete(p.bought, total.Currency)
	}
	if len(p.bought) > 0 {
		t.Errorf("%v are missing", p.bought)
	}
}
