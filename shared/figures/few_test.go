package figures

import (
	"math/rand/v2"
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
)

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
