package estimates

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/cells"
	"heed/shared/heed"
)

// direct is a second way to the same numbers: responses one by one, straight
// from the definitions, with nothing summed beforehand. rapid draws new rows at
// each run and prints the seed of what fails.
type direct []answer

type answer struct {
	customer, group int
	class           cells.Class
	y, w            float64
}

func directOf(rows []*heed.Row, f Value) (d direct) {
	for _, r := range rows {
		if r.Response != nil && r.Reason == heed.Asked && r.Pi > 0 {
			d = append(d, answer{
				int(r.Customer[15]), int(r.Scope[15]) % 64,
				cells.Class{Kind: r.Kind, Band: r.Band()},
				f(r.Response.Score), math.Round(1e15/float64(r.Pi)) / 1e6,
			})
		}
	}
	return d
}

func (d direct) only(keep func(answer) bool) (some direct) {
	for _, a := range d {
		if keep(a) {
			some = append(some, a)
		}
	}
	return some
}

func (d direct) each(f func(answer) float64) (sum float64) {
	for _, a := range d {
		sum += f(a)
	}
	return sum
}

func (d direct) weight() float64 { return d.each(func(a answer) float64 { return a.w }) }

func (d direct) mean() float64 {
	w := d.weight()
	return d.each(func(a answer) float64 { return a.w / w * a.y })
}

// influence is what each answer adds to the mean.
func (d direct) influence() []float64 {
	z, mean, w := make([]float64, len(d)), d.mean(), d.weight()
	for i, a := range d {
		z[i] = a.w * (a.y - mean) / w
	}
	return z
}

// variance is that of a sum of clusters' values, for n clusters: those that are
// not among the values have 0.
func variance(values map[int]float64, n int) float64 {
	mean, all := 0.0, 0.0
	for _, v := range values {
		mean += v / float64(n)
	}
	for _, v := range values {
		all += (v - mean) * (v - mean)
	}
	all += float64(n-len(values)) * mean * mean
	return float64(n) / float64(n-1) * all
}

func (d direct) sums(z []float64, cluster func(i int, a answer) int) map[int]float64 {
	all := map[int]float64{}
	for i, a := range d {
		all[cluster(i, a)] += z[i]
	}
	return all
}

func byItself(i int, _ answer) int   { return i }
func byGroup(_ int, a answer) int    { return a.group }
func byCustomer(_ int, a answer) int { return a.customer }

var asks = []heed.Ask{heed.NPS, heed.CSAT, heed.CES}

func anyAsk(t *rapid.T) (heed.Ask, Value) {
	ask := rapid.SampledFrom(asks).Draw(t, "ask")
	return ask, map[heed.Ask]Value{heed.NPS: Net, heed.CSAT: Top2, heed.CES: Itself}[ask]
}

// anyRows draws touchpoints of some customers, with at least one answer.
func anyRows(t *rapid.T, ask heed.Ask) []*heed.Row {
	low, high := ask.Range()
	draw := rapid.Custom(func(t *rapid.T) *heed.Row {
		who := rapid.Byte().Draw(t, "customer")
		r := &heed.Row{
			Kind: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "kind"), Customer: heed.Hash{15: who}, Scope: heed.Hash{15: who / 2},
			Decision: heed.Decision{Program: "support", Reason: heed.NotDrawn, Pi: rapid.OneOf(rapid.Uint32Range(1_000_000, heed.PPB), rapid.Just(uint32(0))).Draw(t, "pi")},
		}
		r.N90 = rapid.SampledFrom([]uint16{0, 1, 4, 9, 20, 99}).Draw(t, "n90")
		if rapid.IntRange(0, 2).Draw(t, "fate") > 0 {
			r.Reason, r.Response = heed.Asked, &heed.Response{Score: rapid.IntRange(low, high).Draw(t, "score")}
		}
		return r
	})
	one := draw.Filter(func(r *heed.Row) bool { return r.Response != nil && r.Pi > 0 }).Draw(t, "first")
	return append(rapid.SliceOfN(draw, 1, 120).Draw(t, "rows"), one)
}

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
	var left []cells.Class
	for _, kind := range []string{"a", "b", "c"} {
		var mine [][]cells.Class
		var open []cells.Class
		for band := range uint8(6) {
			if c := (cells.Class{Kind: kind, Band: band}); touchpoints[c] > 0 {
				open = append(open, c)
			}
			if people(open) >= least {
				mine, open = append(mine, open), nil
			}
		}
		if last := len(mine) - 1; last >= 0 {
			mine[last] = append(mine[last], open...)
		} else {
			left = append(left, open...)
		}
		strata = append(strata, mine...)
	}
	if last := len(strata) - 1; last >= 0 && people(left) < least {
		strata[last] = append(strata[last], left...)
	} else if len(left) > 0 {
		strata = append(strata, left)
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

// The variance of true values, by halving the range it must be in.
func TestPauleMandelDirectly(t *testing.T) {
	number := rapid.Float64Range(-1, 1)
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SliceOfN(number, 2, 20).Draw(t, "y")
		v := rapid.SliceOfN(rapid.Float64Range(0.001, 1), len(y), len(y)).Draw(t, "v")
		spread := func(τ2 float64) (all float64) {
			μ := centre(y, v, τ2)
			for i := range y {
				all += (y[i] - μ) * (y[i] - μ) / (v[i] + τ2)
			}
			return all
		}
		low, high := 0.0, 100.0
		for range 200 {
			if half := (low + high) / 2; spread(half) > float64(len(y)-1) {
				low = half
			} else {
				high = half
			}
		}
		τ2, _ := PauleMandel(y, v)
		near(t, "variance of true values", τ2, low)
	})
}

// By hand, with B of 4 estimates from 1/3 of its value: 0, 0, 0 and 4 of variance
// 1 spread by 4, so τ² is 3, μ 1 and B 1/4.
func TestShrinkByHand(t *testing.T) {
	for i, s := range Shrink([]float64{0, 0, 0, 4}, []float64{1, 1, 1, 1}) {
		want := [4]Shrunk{{0.25, 1 - 0.75/12 + 2./144}, {0.25, 1 - 0.75/12 + 2./144}, {0.25, 1 - 0.75/12 + 2./144}, {3.25, 1 - 0.75/12 + 2*9./144}}[i]
		near(t, "value", s.Value, want.Value)
		near(t, "variance", s.Variance, want.Variance)
	}
	few := Shrink([]float64{0, 4}, []float64{1, 2})
	if few[0].Variance != 1 || few[1].Variance != 2 {
		t.Errorf("of two: got %v", few)
	}
	near(t, "apart", Shrunk{3, 9}.Apart(Shrunk{-2, 16}), 1)
	if (Shrunk{3, 0}).Apart(Shrunk{2, 0}) != 0 {
		t.Error("without variance nothing can be told apart")
	}
	if τ2, μ := PauleMandel([]float64{2}, []float64{1}); τ2 != 0 || μ != 2 {
		t.Errorf("of one: got %v, %v", τ2, μ)
	}
}

// What Benjamini and Hochberg call a discovery at a level, from their own rule:
// the largest i with p_(i) at most i/k of the level, and all before it.
func TestDiscoveriesDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		thousandths := rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 200).Draw(t, "")) / 1000 })
		p := rapid.SliceOfN(thousandths, 1, 30).Draw(t, "p")
		level := thousandths.Draw(t, "level") + 0.0005
		sorted := slices.SortedFunc(slices.Values(p), cmp.Compare)
		limit := -1.0
		for i, x := range sorted {
			if x <= float64(i+1)/float64(len(p))*level {
				limit = x
			}
		}
		for i, adjusted := range Discoveries(p) {
			if math.Abs(adjusted-level) > 1e-12 && (adjusted <= level) != (p[i] <= limit) {
				t.Fatalf("p = %v, adjusted %v at level %v: want discovery %v", p[i], adjusted, level, p[i] <= limit)
			}
		}
	})
}
