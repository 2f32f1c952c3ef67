package estimates

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/cells"
	"heed/shared/heed"
)

func TestPlainMeansDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask, f := anyAsk(t)
		rows := anyRows(t, ask)
		d, s, r := directOf(rows, f), grouped(rows, ask), OfRows(slices.Values(rows), ask, Register{})
		z := d.influence()
		m, exact := s.Mean(f), r.Mean(f)
		near(t, "mean", m.Value, d.mean())
		near(t, "mean from rows", exact.Value, d.mean())
		near(t, "effective n", s.Kish(), math.Pow(d.weight(), 2)/d.each(func(a answer) float64 { return a.w * a.w }))
		near(t, "spread", s.Spread(f), d.each(func(a answer) float64 { return a.w * math.Pow(a.y-d.mean(), 2) })/d.weight())
		near(t, "even weights", s.Even(f), s.Spread(f)/s.Kish())
		near(t, "by groups", m.Clustered(Groups), variance(d.sums(z, byGroup), Groups))
		near(t, "Poisson", m.Poisson(), d.poisson())
		people := d.sums(z, byCustomer)
		if r.Respondents() != len(people) || s.Respondents() != len(d.sums(z, byGroup)) || s.N() != uint64(len(d)) {
			t.Fatalf("got %d customers, %d groups, %d responses of %d, %d, %d", r.Respondents(), s.Respondents(), s.N(), len(people), len(d.sums(z, byGroup)), len(d))
		}
		if len(people) > 1 {
			near(t, "by customers", exact.Clustered(len(people)), variance(people, len(people)))
		}
		if len(d.sums(z, byGroup)) > 1 {
			near(t, "jackknife", s.Jackknife(f, Groups), d.jackknife(Groups))
		}
		if len(d) > 1 {
			near(t, "independent", m.Independent(), variance(d.sums(z, byItself), len(d)))
			near(t, "stratified", m.Stratified(), d.stratified(z))
		}
	})
}

// poisson is Σ (1-π)·(w·e)², of weights w = 1/π.
func (d direct) poisson() float64 {
	mean, w := d.mean(), d.weight()
	return d.each(func(a answer) float64 { return (1 - 1/a.w) * math.Pow(a.w*(a.y-mean)/w, 2) })
}

func (d direct) jackknife(g int) (v float64) {
	mean := d.mean()
	for out := range g {
		rest := d.only(func(a answer) bool { return a.group != out }).mean()
		v += float64(g-1) / float64(g) * (rest - mean) * (rest - mean)
	}
	return v
}

// stratified takes classes of two answers or more.
func (d direct) stratified(z []float64) (v float64) {
	classes := map[cells.Class]map[int]float64{}
	for i, a := range d {
		if classes[a.class] == nil {
			classes[a.class] = map[int]float64{}
		}
		classes[a.class][i] = z[i]
	}
	for _, values := range classes {
		if len(values) > 1 {
			v += variance(values, len(values))
		}
	}
	return v
}

// strataOf collapses classes as Collapse says, in other steps: it lists the
// classes of each stratum.
func strataOf(d direct, touchpoints map[cells.Class]float64, least int) (strata [][]cells.Class) {
	people := func(classes []cells.Class) int {
		groups := map[int]bool{}
		for _, a := range d {
			if slices.Contains(classes, a.class) {
				groups[a.group] = true
			}
		}
		return len(groups)
	}
	var open []cells.Class
	for band := range uint8(6) {
		var mine [][]cells.Class
		for _, kind := range []string{"a", "b", "c"} {
			if c := (cells.Class{Kind: kind, Band: band}); touchpoints[c] > 0 {
				open = append(open, c)
			}
			if people(open) >= least {
				mine, open = append(mine, open), nil
			}
		}
		if last := len(mine) - 1; last >= 0 {
			mine[last], open = append(mine[last], open...), nil
		}
		strata = append(strata, mine...)
	}
	if last := len(strata) - 1; last >= 0 {
		strata[last] = append(strata[last], open...)
	} else if len(open) > 0 {
		strata = append(strata, open)
	}
	return strata
}

func TestAdjustedMeansDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask, f := anyAsk(t)
		rows := anyRows(t, ask)
		least := rapid.IntRange(1, 8).Draw(t, "least")
		d, s := directOf(rows, f), grouped(rows, ask)
		touchpoints := map[cells.Class]float64{}
		for _, r := range rows {
			touchpoints[cells.Class{Kind: r.Kind, Band: r.Band()}]++
		}
		want := strataOf(d, touchpoints, least)
		strata, count := s.Collapse(least)
		if count != len(want) {
			t.Fatalf("got %d strata (%v), want %v", count, strata, want)
		}
		mean, even, z := 0.0, 0.0, map[int]float64{}
		for _, classes := range want {
			known := 0.0
			for _, c := range classes {
				known += touchpoints[c] / float64(len(rows))
			}
			in := d.only(func(a answer) bool { return slices.Contains(classes, a.class) })
			mean += known * in.mean()
			even += known * known * in.evenVariance()
			for i, e := range in.influence() {
				z[in[i].group] += known * e
			}
		}
		got := s.Calibrate(strata).Mean(f)
		near(t, "mean", got.Value, mean)
		near(t, "variance by groups", got.Clustered(Groups), variance(z, Groups))
		near(t, "even variance", s.Calibrate(strata).Even(f), even)
	})
}

// evenVariance is the variance of the mean of as many answers of equal weight
// as the effective n.
func (d direct) evenVariance() float64 {
	w, mean := d.weight(), d.mean()
	n := w * w / d.each(func(a answer) float64 { return a.w * a.w })
	return d.each(func(a answer) float64 { return a.w / w * (a.y - mean) * (a.y - mean) }) / n
}

// What a part is beyond what its classes let expect, answer by answer.
func TestBeyondDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask, f := anyAsk(t)
		rows := anyRows(t, ask)
		whole, part := directOf(rows, f), directOf(rows[len(rows)/2:], f)
		s := grouped(rows, ask)
		means, σ2 := s.Expected(f, s.ByClass())
		of := func(c cells.Class) direct { return whole.only(func(a answer) bool { return a.class == c }) }
		beyond := part.each(func(a answer) float64 { return a.w * (a.y - of(a.class).mean()) }) / part.weight()
		spread := whole.each(func(a answer) float64 { return a.w * math.Pow(a.y-of(a.class).mean(), 2) }) / whole.weight()
		near(t, "beyond", grouped(rows[len(rows)/2:], ask).Beyond(f, means), beyond)
		near(t, "spread within classes", σ2, spread)
	})
}

func TestCustomersDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask, f := anyAsk(t)
		rows := anyRows(t, ask)
		d, s := directOf(rows, f), OfCustomers(slices.Values(rows), ask)
		for i := range d {
			m := 0.0
			for _, r := range rows {
				if int(r.Customer[15]) == d[i].customer {
					m++
				}
			}
			d[i].w /= m
		}
		m, people := s.Mean(f), d.sums(d.influence(), byCustomer)
		near(t, "mean", m.Value, d.mean())
		near(t, "effective n", s.Kish(), math.Pow(d.weight(), 2)/d.each(func(a answer) float64 { return a.w * a.w }))
		if len(people) > 1 {
			near(t, "variance", m.Clustered(len(people)), variance(people, len(people)))
		}
		customers := map[heed.Hash]bool{}
		for _, r := range rows {
			customers[r.Customer] = true
		}
		known := 0.0
		for _, c := range s.classes {
			known += c.touchpoints
		}
		near(t, "customers", known, float64(len(customers)))
	})
}

// Rows whose customers were forgotten are no one customer's.
func TestCustomersForgotten(t *testing.T) {
	row := func(customer byte, score int) *heed.Row {
		r := &heed.Row{}
		r.Reason, r.Pi, r.Customer[0] = heed.Asked, heed.PPB, customer
		if score != heed.None {
			r.Response = &heed.Response{Score: score}
		}
		return r
	}
	s := OfCustomers(slices.Values([]*heed.Row{row(0, heed.None), row(1, 10), row(0, heed.None), row(1, heed.None), row(0, 0), row(2, 10), row(0, 0)}), heed.NPS)
	known := 0.0
	for _, c := range s.classes {
		known += c.touchpoints
	}
	near(t, "customers", known, 6)
	if n := s.Respondents(); n != 4 {
		t.Errorf("%d respondents", n)
	}
	near(t, "effective n", s.Kish(), 3.5*3.5/3.25) // weights 1/2, 1, 1, 1
}

func TestDifferenceDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask, f := anyAsk(t)
		a, b := anyRows(t, ask), anyRows(t, ask)
		x, y := directOf(a, f), directOf(b, f)
		groups := x.sums(x.influence(), byGroup)
		for g := range groups {
			groups[g] = -groups[g]
		}
		for g, z := range y.sums(y.influence(), byGroup) {
			groups[g] += z
		}
		got := Sum([]float64{1, -1}, []Mean{grouped(b, ask).Mean(f), grouped(a, ask).Mean(f)})
		near(t, "difference", got.Value, y.mean()-x.mean())
		near(t, "variance", got.Clustered(Groups), variance(groups, Groups))
	})
}
