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
func eachPublic(t *testing.T, least float64, holds func(p *public, program *surveys.Program, truth float64) bool) {
	t.Helper()
	const samples = 2000
	for ask, answers := range publics {
		p := &public{rand.New(rand.NewPCG(7, 7)), ask, answers}
		held := 0
		for range samples {
			if holds(p, &surveys.Program{Name: "support", Ask: ask}, truths[ask]) {
				held++
			}
		}
		share := 100 * float64(held) / samples
		t.Logf("%s: %.1f%% of intervals hold the truth", ask, share)
		if share < least || share > 99 {
			t.Errorf("%s: that is not between %v and 99", ask, least)
		}
	}
}

func within(low *float64, truth float64, high *float64) bool { return *low <= truth && truth <= *high }

func TestCoverage(t *testing.T) {
	eachPublic(t, 93, func(p *public, program *surveys.Program, truth float64) bool {
		f := Of(program, cellOf(p.sample(30)), false)
		return within(f.Low, truth, f.High)
	})
}

func TestCoverageOfDifferences(t *testing.T) {
	eachPublic(t, 93, func(p *public, program *surveys.Program, _ float64) bool {
		d := Compare(program, cellOf(p.sample(30)), cellOf(p.sample(30)))
		return within(d.Low, 0, d.High)
	})
}
