package service

import (
	"math"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// A scale is what a score is the mean of, times what, and its ends.
type scale struct {
	value          estimates.Value
	times          float64
	floor, ceiling float64
}

var scales = map[heed.Ask]scale{
	heed.NPS:  {estimates.Net, 100, -100, 100},
	heed.CSAT: {estimates.Top2, 100, 0, 100},
	heed.CES:  {estimates.Itself, 1, 1, 7},
}

// smallest is as many respondents as a class has at least before others are put
// to it: as in figures' adjusted scores.
const smallest = 8

// content fills in the score beyond expectation: as figures.Shrink has it, with
// the topics told apart.
func content(agents []agent, program *surveys.Program, m *mix) {
	of, whole := scales[program.Ask], estimates.OfCell(m.whole, program.Ask)
	if whole.N() == 0 {
		return
	}
	strata, _ := whole.Collapse(smallest)
	expected, spread := whole.Expected(of.value, strata)
	figure := figures.Parts(program, whole.DesignRatio(of.value, estimates.Groups), false)
	var c component
	for i := range agents {
		a := &agents[i]
		own := m.agents[a.Value]
		if own == nil {
			continue
		}
		f := figure(own)
		a.Answers = f.N
		if !f.Shown {
			continue
		}
		answers := estimates.OfCell(own, program.Ask)
		y := answers.Beyond(of.value, expected)
		a.heard = !f.IntervalOnly
		a.Expected = new(of.times * (answers.Average(of.value) - y))
		c.add(a, y, max(spread, 1/(whole.Kish()+1))/f.EffectiveN)
	}
	for i, s := range c.share(1) {
		half := estimates.Z * math.Sqrt(s.Variance)
		e := *c.of[i].Expected
		on := func(x float64) float64 { return max(of.floor-e, min(of.ceiling-e, of.times*x)) }
		c.of[i].Satisfaction = &Estimate{on(s.Value), on(s.Value - half), on(s.Value + half)}
	}
}

// atOnce fills in the share solved at once beyond expectation. Its interval is
// Wilson's of the share, with the expectation taken for known.
func atOnce(agents []agent, beyond map[string]*beyond) {
	var c component
	for i := range agents {
		a := &agents[i]
		b := beyond[a.Value]
		if b == nil || b.n < fewest {
			continue
		}
		share := ShareOf(uint64(b.sum), uint64(b.n)).Share
		e := b.expected()
		a.Once = &Estimate{share.Value - e, share.Low - e, share.High - e}
		c.add(a, b.difference, b.variance)
	}
	c.share(1)
}

// swift fills in handling time by expectation: the ratio of geometric means,
// with the interval of a log-normal one. Less is better.
func swift(agents []agent, beyond map[string]*beyond) {
	var c component
	for i := range agents {
		a := &agents[i]
		b := beyond[a.Value]
		if b == nil {
			continue
		}
		if a.Handled = uint64(b.n); a.Handled < fewest {
			continue
		}
		half := estimates.Z * math.Sqrt(b.variance)
		a.Handling = &Estimate{math.Exp(b.difference), math.Exp(b.difference - half), math.Exp(b.difference + half)}
		c.add(a, b.difference, b.variance)
	}
	c.share(-1)
}

// once tallies tickets: 1 for those solved at once, 0 for others.
func once(s *cells.Service) tally {
	return tally{float64(s.Solved), float64(s.Once), float64(s.Once)}
}

// logs tallies the logarithms of handling times.
func logs(s *cells.Service) (t tally) {
	d := durationsOf(&s.Handling)
	for _, bin := range d.bins {
		x, n := math.Log(cells.ValueOf(bin)), float64(d.in[bin])
		t = t.plus(tally{n, n * x, n * x * x})
	}
	return t
}
