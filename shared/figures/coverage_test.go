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

// Customers of whom nearly all answer at the top of the scale.
var happy = map[heed.Ask][]int{
	heed.NPS:  {9, 10, 10, 9, 9, 10, 10, 9, 10, 5},
	heed.CSAT: {4, 5, 5, 4, 5, 5, 4, 5, 5, 2},
	heed.CES:  {7, 7, 7, 7, 7, 7, 7, 7, 6, 3},
}

var happiness = map[heed.Ask]float64{heed.NPS: 80, heed.CSAT: 90, heed.CES: 6.5}

// Few answers, and most of them at the top: differences and journeys hold the
// truth all the same.
func TestCoverageOfTheHappy(t *testing.T) {
	const samples = 250
	for ask, answers := range happy {
		program := &surveys.Program{Name: "support", Ask: ask}
		for _, n := range []int{5, 8, 12, 30} {
			p := &public{rand.New(rand.NewPCG(3, uint64(n))), ask, answers}
			same, along, shown := 0.0, 0.0, 0.0
			for range samples {
				a, b := cellOf(p.evenly(n)), cellOf(p.evenly(n))
				d := compare(program, a, b)
				j, err := Along(ask, []Stage{{program, a, true}, {program, b, true}})
				if err != nil {
					t.Fatal(err)
				}
				if d.Shown {
					shown++
					same += is(within(d.Low, 0, d.High))
					along += is(within(j.Low, happiness[ask], j.High))
				}
			}
			if same < 0.93*shown || along < 0.93*shown {
				t.Errorf("%s of %d: %.0f%% of differences and %.0f%% of journeys hold the truth", ask, n, 100*same/shown, 100*along/shown)
			}
		}
	}
}

// evenly is a sample whose answers all weigh the same.
func (p *public) evenly(n int) []*heed.Row {
	rows := p.sample(n)
	for _, r := range rows {
		r.Pi = heed.PPB / 5
	}
	return rows
}

func TestCoverageOfEase(t *testing.T) {
	for _, n := range []int{8, 12, 30} {
		for _, answers := range [][]int{happy[heed.CES], publics[heed.CES]} {
			p, held, shown, truth := &public{rand.New(rand.NewPCG(9, 9)), heed.CES, answers}, 0.0, 0.0, 0.0
			for _, score := range answers {
				truth += float64(score) / float64(len(answers))
			}
			for range 500 {
				if f := figure(heed.CES, cellOf(p.evenly(n))); f.Shown {
					shown++
					held += is(within(f.Low, truth, f.High))
				}
			}
			if held < 0.94*shown {
				t.Errorf("%d of %v: %.1f%% of intervals hold the truth", n, answers, 100*held/shown)
			}
		}
	}
}

// A few who answer often are worth little, though the rest of the program's
// customers answer once.
func TestCoverageOfTheTalkativeFew(t *testing.T) {
	for _, people := range []int{6, 12, 20} {
		p := &public{rand.New(rand.NewPCG(3, 4)), heed.NPS, publics[heed.NPS]}
		held, shown := 0.0, 0.0
		for range 200 {
			rows := p.evenly(300)
			var few []*heed.Row
			for range people {
				who, score := p.somebody(), p.answers[p.IntN(len(p.answers))]
				for range 8 {
					few = append(few, response(who, heed.PPB/5, score))
				}
			}
			f := Part(support, cellOf(few), cellOf(append(rows, few...)), true)
			if f.Shown {
				shown++
				held += is(within(f.Low, truths[heed.NPS], f.High))
			}
		}
		if held < 0.88*shown {
			t.Errorf("%d customers with 8 answers each: %.0f%% of intervals hold the truth", people, 100*held/shown)
		}
	}
}
