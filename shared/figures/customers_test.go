package figures

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

// One customer with ten bad touchpoints and nine with a good one each.
func TestCustomersCountOnce(t *testing.T) {
	var rows []*heed.Row
	for i := range 19 {
		who, score := heed.Hash{15: byte(1 + max(0, i-9))}, 0
		if i > 9 {
			score = 10
		}
		rows = append(rows, response(who, heed.PPB/4, score))
	}
	rows = append(rows, &heed.Row{Decision: heed.Decision{Program: "sales"}}) // of another program
	events, customers := OfRows(support, slices.Values(rows), true), ByCustomer(support, slices.Values(rows), true)
	near(t, "event-weighted", *events.Score, 100*(9.0-10)/19)
	near(t, "customer-weighted", *customers.Score, 80)
	if events.Estimand != EventWeighted || customers.Estimand != CustomerWeighted || !customers.Settled {
		t.Errorf("got %s and %+v", events.Estimand, customers)
	}
	for _, f := range []Figure{events, customers} {
		if f.Population != 19 || f.N != 19 || f.Respondents != 10 || f.Answered != 19 {
			t.Errorf("%s: got %+v", f.Estimand, f)
		}
	}
	if events.EffectiveN > 4 {
		t.Errorf("effective n: got %v, though half of the answers are one customer's", events.EffectiveN)
	}
	if f := ByCustomer(support, slices.Values(rows[:0]), true); f.Shown || f.Population != 0 {
		t.Errorf("of no rows: got %+v", f)
	}
}

// Touchpoints that were not asked about count for how many a customer had.
func TestCustomersByAllTheirTouchpoints(t *testing.T) {
	var rows []*heed.Row
	for i := range 10 {
		r := response(heed.Hash{15: byte(i)}, heed.PPB/4, 10*(i%2))
		rows = append(rows, r)
		if i%2 == 1 { // the happy ones have three touchpoints more, unanswered
			for range 3 {
				quiet := *r
				quiet.Reason, quiet.Response = heed.NotDrawn, nil
				rows = append(rows, &quiet)
			}
		}
	}
	f := ByCustomer(support, slices.Values(rows), true)
	near(t, "score", *f.Score, 100*(5*0.25-5)/(5*0.25+5))
	if f.Population != 25 || f.Eligible != 25 || f.Asked != 10 {
		t.Errorf("got %+v", f)
	}
}

// Where every customer has its own group, rows and cells say the same; 64
// groups and n customers differ by a factor of the variance only.
func TestRowsAgreeWithCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := anyRows(t, heed.CSAT)
		for i, r := range rows {
			r.Scope = heed.Hash{15: byte(i)}
			r.Customer = r.Scope
		}
		program := *support
		program.Ask = heed.CSAT
		if len(rows) > 64 {
			rows = rows[:64]
		}
		a, b := Of(&program, cellOf(rows), true), OfRows(&program, slices.Values(rows), true)
		if a.Shown != b.Shown || a.N != b.N || a.Respondents != b.Respondents || a.Population != b.Population || a.Asked != b.Asked {
			t.Fatalf("cells say %+v, rows %+v", a, b)
		}
		near(t, "effective n", a.EffectiveN, b.EffectiveN)
		if a.Shown {
			near(t, "score", *a.Score, *b.Score)
			near(t, "low", *a.Low, *b.Low)
			near(t, "high", *a.High, *b.High)
		}
	})
}

func TestRates(t *testing.T) {
	crowd := func(kind string, asked, answered int) (rows []*heed.Row) {
		for i := range asked {
			r := response(heed.Hash{15: byte(i)}, heed.PPB/4, 9)
			r.Kind = kind
			if i >= answered {
				r.Response = nil
			}
			rows = append(rows, r)
		}
		return rows
	}
	r := RatesOf(cellOf(slices.Concat(crowd("won", 400, 80), crowd("solved", 400, 240), crowd("lost", 1, 1))))
	if len(r.Classes) != 3 || r.Classes[1] != (ClassRate{"solved", 0, 400, 400, 240, 0.6}) {
		t.Fatalf("got %+v", r.Classes)
	}
	// Half at 20%, half at 60%: 0.2 apart from their mean, less the chance in it.
	if *r.Spread < 0.199 || *r.Spread >= 0.2 || *r.Evenness != 1-2**r.Spread {
		t.Errorf("spread %v, evenness %v", *r.Spread, *r.Evenness)
	}
	if r := RatesOf(cellOf(slices.Concat(crowd("won", 10, 3), crowd("solved", 10, 4)))); *r.Spread != 0 {
		t.Errorf("3 and 4 of 10: got a spread of %v, want 0: chance makes more", *r.Spread)
	}
	if r := RatesOf(cellOf(crowd("won", 10, 3))); r.Spread != nil || r.Evenness != nil {
		t.Errorf("one class: got %+v", r)
	}
}
