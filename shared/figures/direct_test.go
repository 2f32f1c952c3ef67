package figures

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// direct is a second way to the same figures: from rows, one by one, in
// floating point, each formula in another shape than in the package.
type direct struct{ y, w []float64 }

func directOf(rows []*heed.Row, f func(score int) float64) (d direct) {
	for _, r := range rows {
		if r.Reason == heed.Asked && r.Pi > 0 && r.Response != nil {
			d.y = append(d.y, f(r.Response.Score))
			d.w = append(d.w, math.Round(1e15/float64(r.Pi))/1e6)
		}
	}
	return d
}

func (d direct) n() float64 { return float64(len(d.y)) }

func (d direct) total() (w float64) {
	for _, x := range d.w {
		w += x
	}
	return w
}

// mean divides each weight first and adds deviations from a first guess.
func (d direct) mean() float64 {
	m, total := d.y[0], d.total()
	var more float64
	for i := range d.y {
		more += d.w[i] / total * (d.y[i] - m)
	}
	return m + more
}

// variance is n times the sample variance of the linearised values.
func (d direct) variance() float64 {
	m, total, sum := d.mean(), d.total(), 0.0
	for i := range d.y {
		e := d.w[i] * (d.y[i] - m) / total
		sum += e * e
	}
	return d.n() * sum / (d.n() - 1)
}

// kish is n by 1 + the squared coefficient of variation of the weights.
func (d direct) kish() float64 {
	mean, sum := d.total()/d.n(), 0.0
	for _, w := range d.w {
		sum += (w - mean) * (w - mean)
	}
	return d.n() / (1 + sum/d.n()/(mean*mean))
}

// directInterval finds where |p - x| is z standard errors of a share x, by halving.
func directInterval(p, n float64) (low, high float64) {
	limit := func(end float64) float64 {
		in, out := p, end
		for range 200 {
			x := (in + out) / 2
			if (p-x)*(p-x) <= z*z*x*(1-x)/n {
				in = x
			} else {
				out = x
			}
		}
		return in
	}
	return limit(0), limit(1)
}

// directNet is mean and standard error of -1, 0 and 1 with 3 answers added.
func directNet(pro, det, n float64) (low, high float64) {
	share := map[float64]float64{
		1: (n*pro + 0.75) / (n + 3), 0: (n*(1-pro-det) + 1.5) / (n + 3), -1: (n*det + 0.75) / (n + 3),
	}
	mean, v := share[1]-share[-1], 0.0
	for y, p := range share {
		v += p * (y - mean) * (y - mean)
	}
	half := z * math.Sqrt(v/(n+3))
	return mean - half, mean + half
}

func is(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// directFigure returns score, low and high, before they are kept within the scale.
func directFigure(ask heed.Ask, rows []*heed.Row) (score, low, high float64) {
	switch ask {
	case heed.NPS:
		pro := directOf(rows, func(s int) float64 { return is(s > 8) }).mean()
		det := directOf(rows, func(s int) float64 { return is(s < 7) }).mean()
		net := directOf(rows, func(s int) float64 { return is(s > 8) - is(s < 7) })
		low, high = directNet(pro, det, net.kish())
		return 100 * net.mean(), 100 * low, 100 * high
	case heed.CSAT:
		d := directOf(rows, func(s int) float64 { return is(s > 3) })
		low, high = directInterval(d.mean(), d.kish())
		return 100 * d.mean(), 100 * low, 100 * high
	}
	d := directOf(rows, func(s int) float64 { return float64(s) })
	half := math.Sqrt(d.variance()) * tQuantile(d.n()-1)
	return d.mean(), d.mean() - half, d.mean() + half
}

var asks = []heed.Ask{heed.NPS, heed.CSAT, heed.CES}

// anyRows draws answers to the question, among rows that are not.
func anyRows(t *rapid.T, ask heed.Ask) []*heed.Row {
	low, high := ask.Range()
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *heed.Row {
		r := response(
			heed.Hash{15: rapid.Byte().Draw(t, "scope")},
			rapid.OneOf(rapid.Uint32Range(100_000, heed.PPB), rapid.Just(uint32(0))).Draw(t, "pi"),
			rapid.IntRange(low, high).Draw(t, "score"),
		)
		r.N90 = rapid.Uint16Range(0, 40).Draw(t, "n90")
		switch rapid.IntRange(0, 5).Draw(t, "fate") {
		case 0:
			r.Response = nil
		case 1:
			r.Response, r.Invitation, r.Reason = nil, nil, heed.NotDrawn
		}
		return r
	}), 1, 80).Draw(t, "rows")
}

func TestAgainstDirectComputation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ask := rapid.SampledFrom(asks).Draw(t, "ask")
		rows := anyRows(t, ask)
		f := Of(&surveys.Program{Name: "support", Ask: ask}, cellOf(rows), false)
		if _, err := json.Marshal(f); err != nil {
			t.Fatalf("%+v as JSON: %v", f, err)
		}
		d := directOf(rows, func(s int) float64 { return float64(s) })
		if float64(f.N) != d.n() || f.Shown != (d.n() >= 5) {
			t.Fatalf("got n = %d, shown %v, want n = %v", f.N, f.Shown, d.n())
		}
		if !f.Shown {
			return
		}
		near(t, "effective n", f.EffectiveN, d.kish())
		score, low, high := directFigure(ask, rows)
		near(t, "score", *f.Score, score)
		if d.variance() > 0 || ask != heed.CES {
			m := measures[ask]
			near(t, "low", *f.Low, max(m.floor, min(low, score)))
			near(t, "high", *f.High, min(m.ceiling, max(high, score)))
		}
		if ask == heed.CSAT {
			near(t, "mean", *f.Mean, d.mean())
		}
		if *f.Low > *f.Score || *f.Score > *f.High || *f.Low == *f.High {
			t.Fatalf("score %v is not inside %v to %v", *f.Score, *f.Low, *f.High)
		}
	})
}
