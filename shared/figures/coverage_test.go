package figures

import (
	"math"
	"math/rand/v2"
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A public answers surveys, with weights that are very uneven (log-normal, a
// spread of 0.8), so that 30 responses have an effective n of about 17.
type public struct {
	*rand.Rand
	ask     heed.Ask
	answers []int // one of which each gives, as likely as the others
}

var publics = map[heed.Ask][]int{
	heed.NPS:  {3, 6, 7, 8, 9, 9, 9, 10, 10, 10},
	heed.CSAT: {1, 3, 4, 5, 5, 1, 3, 4, 5, 5},
	heed.CES:  {1, 4, 5, 5, 6, 6, 7, 7, 7, 7},
}

var truths = map[heed.Ask]float64{heed.NPS: 40, heed.CSAT: 60, heed.CES: 5.5}

func (p *public) pi() uint32 {
	return uint32(min(heed.PPB*0.1*math.Exp(-0.8*p.NormFloat64()), heed.PPB))
}

func (p *public) somebody() heed.Hash { return heed.Hash{14: byte(p.IntN(256)), 15: byte(p.IntN(64))} }

// sample is n answers, each of somebody.
func (p *public) sample(n int) []*heed.Row {
	rows := make([]*heed.Row, n)
	for i := range rows {
		rows[i] = response(p.somebody(), p.pi(), p.answers[p.IntN(len(p.answers))])
	}
	return rows
}

// eachPublic runs samples and checks how many of 100 intervals hold the truth.
func eachPublic(t *testing.T, samples int, least float64, holds func(p *public, program *surveys.Program, truth float64) bool) {
	t.Helper()
	for ask, answers := range publics {
		p, held := &public{rand.New(rand.NewPCG(7, 7)), ask, answers}, 0
		for range samples {
			if holds(p, &surveys.Program{Name: "support", Ask: ask}, truths[ask]) {
				held++
			}
		}
		share := 100 * float64(held) / float64(samples)
		t.Logf("%s: %.1f%% of intervals hold the truth", ask, share)
		if share < least || share > 99 {
			t.Errorf("%s: that is not between %v and 99", ask, least)
		}
	}
}

func within(low *float64, truth float64, high *float64) bool { return *low <= truth && truth <= *high }

func TestCoverage(t *testing.T) {
	eachPublic(t, 1200, 93, func(p *public, program *surveys.Program, truth float64) bool {
		f := Of(program, cellOf(p.sample(30)), false)
		return within(f.Low, truth, f.High)
	})
}

func TestCoverageOfDifferences(t *testing.T) {
	eachPublic(t, 1200, 93, func(p *public, program *surveys.Program, _ float64) bool {
		d := compare(program, cellOf(p.sample(30)), cellOf(p.sample(30)))
		return within(d.Low, 0, d.High)
	})
}

// crowd is 400 touchpoints of three classes, which are asked and answer with
// chances of their own, and of which the busier are the unhappier. Truth is the
// mean of what all would answer.
func (p *public) crowd() []*heed.Row {
	rows := make([]*heed.Row, 400)
	for i := range rows {
		class := i % 4 % 3 // half of them of class 0
		score := p.answers[p.IntN(len(p.answers))]
		if low, _ := p.ask.Range(); p.Float64() < 0.3*float64(class) {
			score = low
		}
		pi := uint32(float64(heed.PPB) * min(1, 0.3*math.Exp(-0.5*p.NormFloat64())))
		rows[i] = response(p.somebody(), pi, score)
		rows[i].N90 = []uint16{0, 4, 20}[class]
		if p.Float64()*heed.PPB > float64(pi) {
			rows[i].Reason, rows[i].Response = heed.NotDrawn, nil
		} else if p.Float64() > []float64{0.3, 0.6, 0.9}[class] {
			rows[i].Response = nil
		}
	}
	return rows
}

// crowdTruth is the score of all in crowd, in the units of a figure.
func (p *public) crowdTruth() float64 {
	low, _ := p.ask.Range()
	m := measures[p.ask]
	mean := 0.0
	for _, a := range p.answers {
		mean += m.value(a) / float64(len(p.answers))
	}
	gone := 0.3*0.25 + 0.6*0.25 // of classes 1 and 2, a quarter each
	return m.scale * ((1-gone)*mean + gone*m.value(low))
}

func TestCoverageOfAdjusted(t *testing.T) {
	plain, samples := 0, 0
	eachPublic(t, 600, 93, func(p *public, program *surveys.Program, _ float64) bool {
		f := Of(program, cellOf(p.crowd()), false)
		truth := p.crowdTruth()
		samples++
		if within(f.Low, truth, f.High) {
			plain++
		}
		if f.Adjusted == nil {
			return within(f.Low, truth, f.High)
		}
		return within(&f.Adjusted.Low, truth, &f.Adjusted.High)
	})
	if share := 100 * float64(plain) / float64(samples); share > 85 {
		t.Errorf("%.1f%% of the plain intervals hold the truth: there was nothing to adjust", share)
	}
}

// Customers that answer up to three times, alike each time.
func TestCoverageWithRepeatedCustomers(t *testing.T) {
	eachPublic(t, 600, 92, func(p *public, program *surveys.Program, truth float64) bool {
		var rows []*heed.Row
		for len(rows) < 200 {
			who, score := p.somebody(), p.answers[p.IntN(len(p.answers))]
			for range 1 + p.IntN(3) {
				rows = append(rows, response(who, heed.PPB/5, score))
			}
		}
		f := Of(program, cellOf(rows), false)
		return within(f.Low, truth, f.High)
	})
}
