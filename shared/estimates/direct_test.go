package estimates

import (
	"math"

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
			Kind: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "kind"), Customer: heed.Hash{0: 1, 15: who}, Scope: heed.Hash{15: who / 2},
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
