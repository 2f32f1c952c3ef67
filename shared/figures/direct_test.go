package figures

import (
	"encoding/json"
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"pgregory.net/rapid"

	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// direct is a second way to the same figures: from rows, one by one, in
// floating point, each formula in another shape than in the package.
type direct struct {
	y, w  []float64
	group []byte
}

func directOf(rows []*heed.Row, f func(score int) float64) (d direct) {
	for _, r := range rows {
		if r.Reason == heed.Asked && r.Pi > 0 && r.Response != nil {
			d.y = append(d.y, f(r.Response.Score))
			d.w = append(d.w, math.Round(1e15/float64(r.Pi))/1e6)
			d.group = append(d.group, r.Scope[15]%64)
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

// kish is n by 1 + the squared coefficient of variation of the weights.
func (d direct) kish() float64 {
	mean, sum := d.total()/d.n(), 0.0
	for _, w := range d.w {
		sum += (w - mean) * (w - mean)
	}
	return d.n() / (1 + sum/d.n()/(mean*mean))
}

// ratio is the variance by 64 groups to that of single responses, at least 1.
func (d direct) ratio() float64 {
	m, single, groups := d.mean(), 0.0, map[byte]float64{}
	for i := range d.y {
		e := d.w[i] * (d.y[i] - m)
		single += e * e * d.n() / (d.n() - 1)
		groups[d.group[i]] += e
	}
	all := 0.0
	for _, e := range groups {
		all += e * e * 64 / 63
	}
	if all > single && d.n() > 1 && single > 0 {
		return all / single
	}
	return 1
}

// effective is the effective n of what the ask's score is made of.
func (d direct) effective() float64 { return d.kish() / d.ratio() }

func (d direct) respondents() int {
	groups := map[byte]bool{}
	for _, g := range d.group {
		groups[g] = true
	}
	return len(groups)
}

// directInterval finds where |p - x| is z standard errors of a share x, by halving.
func directInterval(p, n float64) (low, high float64) {
	limit := func(end float64) float64 {
		in, out := p, end
		for range 200 {
			x := (in + out) / 2
			if (p-x)*(p-x) <= estimates.Z*estimates.Z*x*(1-x)/n {
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
	half := estimates.Z * math.Sqrt(v/(n+3))
	return mean - half, mean + half
}

func is(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// directScore is what a score of the ask is made of.
func directScore(ask heed.Ask, rows []*heed.Row) direct {
	return directOf(rows, map[heed.Ask]func(int) float64{
		heed.NPS:  func(s int) float64 { return is(s > 8) - is(s < 7) },
		heed.CSAT: func(s int) float64 { return is(s > 3) },
		heed.CES:  func(s int) float64 { return float64(s) },
	}[ask])
}

// directFigure returns score, low and high, before they are kept within the scale.
func directFigure(ask heed.Ask, rows []*heed.Row) (score, low, high float64) {
	d := directScore(ask, rows)
	n := d.effective()
	switch ask {
	case heed.NPS:
		pro := directOf(rows, func(s int) float64 { return is(s > 8) }).mean()
		det := directOf(rows, func(s int) float64 { return is(s < 7) }).mean()
		low, high = directNet(pro, det, n)
		return 100 * d.mean(), 100 * low, 100 * high
	case heed.CSAT:
		low, high = directInterval(d.mean(), n)
		return 100 * d.mean(), 100 * low, 100 * high
	}
	below, above := directSteps(rows, n)
	return d.mean(), d.mean() - below, d.mean() + above
}

// directSteps puts the limits of the shares of at least 2, 3 ... 7 together, by
// the covariances of shares with half an answer added on either side.
func directSteps(rows []*heed.Row, n float64) (below, above float64) {
	var p, down, up [8]float64
	for v := 2; v <= 7; v++ {
		p[v] = directOf(rows, func(s int) float64 { return is(s >= v) }).mean()
		low, high := directExact(p[v], n)
		down[v], up[v] = p[v]-low, high-p[v]
		p[v] = (n*p[v] + 0.5) / (n + 1)
	}
	var lower, upper float64
	for v := 2; v <= 7; v++ {
		for w := 2; w <= 7; w++ {
			covariance := p[max(v, w)] - p[v]*p[w]
			r := covariance / math.Sqrt((p[v]-p[v]*p[v])*(p[w]-p[w]*p[w]))
			lower, upper = lower+r*down[v]*down[w], upper+r*up[v]*up[w]
		}
	}
	return math.Sqrt(lower), math.Sqrt(upper)
}

// directExact finds the shares at which p or more, or p or less, of n have a
// chance of 2.5%, by halving.
func directExact(p, n float64) (low, high float64) {
	find := func(beyond func(x float64) bool) float64 {
		from, to := 0., 1.
		for range 200 {
			if x := (from + to) / 2; beyond(x) {
				to = x
			} else {
				from = x
			}
		}
		return from
	}
	if high = 1; n-n*p > 1e-6 {
		high = find(func(x float64) bool { return 1-mathext.RegIncBeta(n*p+1, n-n*p, x) < 0.025 })
	}
	if n*p > 1e-6 {
		low = find(func(x float64) bool { return mathext.RegIncBeta(n*p, n-n*p+1, x) > 0.025 })
	}
	return low, high
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
		d := directScore(ask, rows)
		if float64(f.N) != d.n() || f.Respondents != d.respondents() || f.Shown != (d.respondents() >= 5) {
			t.Fatalf("got n = %d of %d, shown %v, want n = %v of %d", f.N, f.Respondents, f.Shown, d.n(), d.respondents())
		}
		if !f.Shown {
			return
		}
		near(t, "effective n", f.EffectiveN, d.effective())
		score, low, high := directFigure(ask, rows)
		near(t, "score", *f.Score, score)
		m := measures[ask]
		near(t, "low", *f.Low, max(m.floor, min(low, score)))
		near(t, "high", *f.High, min(m.ceiling, max(high, score)))
		if ask == heed.CSAT {
			near(t, "mean", *f.Mean, directOf(rows, func(s int) float64 { return float64(s) }).mean())
		}
		if *f.Low > *f.Score || *f.Score > *f.High || *f.Low == *f.High {
			t.Fatalf("score %v is not inside %v to %v", *f.Score, *f.Low, *f.High)
		}
	})
}
