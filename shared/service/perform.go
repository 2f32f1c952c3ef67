package service

import (
	"maps"
	"math"
	"slices"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
	"heed/shared/surveys"
)

// Perform measures agents against what anybody would make of their mix of
// tickets, in the order of their names. Topics are the cells of a program's
// dimension Topic, by value; named those of its agents.
//
// The performance score is 100 + 10 · the mean of what there is of three: the
// score, first contact resolution, and, with the sign turned, the logarithm of
// handling time, each beyond expectation, shrunk (estimates.Shrink) and in
// standard deviations among agents.
func Perform(program *surveys.Program, topics, named map[string]*cells.Cell) []Performance {
	all := make([]agent, 0, len(named))
	for _, name := range slices.Sorted(maps.Keys(named)) {
		all = append(all, agent{Performance: Performance{Value: name, Tickets: named[name].Service.Solved}})
	}
	m := mixOf(topics)
	content(all, program, m)
	atOnce(all, beyondOf(m.topics, once))
	swift(all, beyondOf(m.topics, logs))
	for i := range all {
		all[i].rate()
	}
	order(all)
	list := make([]Performance, len(all))
	for i := range all {
		list[i] = all[i].Performance
	}
	keptOut(list, named)
	return list
}

// An agent is a performance that is being put together.
type agent struct {
	Performance
	parts []estimates.Shrunk // in standard deviations among agents, better is more
	total estimates.Shrunk   // their mean
	heard bool               // answers enough to be ranked
}

func (a *agent) rankable() bool { return a.heard && a.Tickets >= enough }

// rate fills in the performance score. Parts are taken for independent.
func (a *agent) rate() {
	if len(a.parts) == 0 {
		a.Reason = figures.TooFew
		return
	}
	n := float64(len(a.parts))
	for _, p := range a.parts {
		a.total.Value += p.Value / n
		a.total.Variance += p.Variance / (n * n)
	}
	half := estimates.Z * math.Sqrt(a.total.Variance)
	on := func(x float64) float64 { return 100 + 10*x }
	a.Shown, a.IntervalOnly = true, !a.rankable()
	a.Score = &Estimate{on(a.total.Value), on(a.total.Value - half), on(a.total.Value + half)}
}

// order ranks those with enough answers and tickets.
func order(all []agent) {
	var shown []*agent
	var totals []estimates.Shrunk
	for i := range all {
		if a := &all[i]; a.rankable() {
			shown, totals = append(shown, a), append(totals, a.total)
		}
	}
	if len(shown) < 2 {
		return
	}
	for i, r := range estimates.Ranks(totals) {
		shown[i].Rank, shown[i].From, shown[i].To = r.Rank, r.From, r.To
	}
}

// A component is one part of the performance score, of the agents that have it.
type component struct {
	of   []*agent
	y, v []float64 // beyond expectation, and its variance
}

func (c *component) add(a *agent, y, v float64) {
	c.of, c.y, c.v = append(c.of, a), append(c.y, y), append(c.v, v)
}

// share hands each agent its part, and returns what they are without the
// division: shrunk, in the units of y. One standard deviation among agents is
// √(τ² + mean of v): what they differ by in truth and by chance.
func (c *component) share(sign float64) []estimates.Shrunk {
	if len(c.of) == 0 {
		return nil
	}
	spread, _ := estimates.PauleMandel(c.y, c.v)
	for _, v := range c.v {
		spread += v / float64(len(c.v))
	}
	all := estimates.Shrink(c.y, c.v)
	for i, s := range all {
		c.of[i].parts = append(c.of[i].parts, estimates.Shrunk{Value: sign * s.Value / math.Sqrt(spread), Variance: s.Variance / spread})
	}
	return all
}
