package plan

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A year has this many days, on average.
const yearDays = 365.25

func (r *run) outcome(name string, first heed.Day, days int, a Assumption) Outcome {
	later := first + sampling.Reach(r.config) // first invitations are felt no longer
	o := Outcome{
		Name: name, Mails: r.total.sent(first, days, later), Burden: r.burden(days),
		Heaviest: r.total.heaviest(), Unreached: reasons(r.total.unreached, r.total.n), Days: r.total.daily(first, days),
	}
	for i := range r.config.Programs {
		o.Programs = append(o.Programs, r.programs[i].outcome(&r.config.Programs[i], first, days, later, a))
	}
	return o
}

func (r *run) burden(days int) (b Burden) {
	asked, all, most := 0, uint64(0), uint64(0)
	for _, t := range r.tallies {
		all += t.pi
		most = max(most, t.pi)
		if t.asked {
			asked++
		}
	}
	n := float64(len(r.tallies))
	return Burden{PerYear: mean(share(all), n) * yearDays / float64(days), Most: share(most), Once: mean(float64(asked), n) * share(r.kept)}
}

func (p *program) outcome(c *surveys.Program, first heed.Day, days int, later heed.Day, a Assumption) Program {
	return Program{
		Name: c.Name, Ask: c.Ask, Stage: c.Stage, Rate: share(uint64(c.Rate)), Touchpoints: p.n,
		Mails: p.sent(first, days, later), Days: p.daily(first, days),
		Chance: mean(share(p.pi), float64(p.covered)), Free: mean(share(p.alpha), float64(p.covered)), Heaviest: p.heaviest(),
		Precision: a.precision(c.Ask, &p.sum, 1), Month: a.precision(c.Ask, &p.sum, min(1, yearDays/12/float64(days))),
		Unreached: reasons(p.unreached, p.n), By: p.breakdowns(c.Ask, a),
	}
}

func (p *program) sent(first heed.Day, days int, later heed.Day) Mails {
	m := Mails{All: share(p.pi), Daily: share(p.pi) / float64(days)}
	busiest, after := uint64(0), uint64(0)
	for day, pi := range p.days {
		if pi > busiest || pi == busiest && pi > 0 && day.String() < m.On {
			busiest, m.On = pi, day.String()
		}
		if day >= later {
			after += pi
		}
	}
	m.Busiest = share(busiest)
	if rest := int(first-later) + days; rest >= leastLater {
		m.Later = new(share(after) / float64(rest))
	}
	return m
}

// leastLater is of how many days a later mean is worth giving.
const leastLater = 28

func (p *program) daily(first heed.Day, days int) []float64 {
	list := make([]float64, days)
	for day, pi := range p.days {
		list[day-first] = share(pi)
	}
	return list
}

func reasons(count map[heed.Reason]uint64, of uint64) []Unreached {
	list := []Unreached{}
	for reason, n := range count {
		list = append(list, Unreached{reason, n, mean(float64(n), float64(of))})
	}
	slices.SortFunc(list, func(a, b Unreached) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Reason, b.Reason))
	})
	return list
}

// breakdowns are in order of the dimensions' names, the values by touchpoints.
func (p *program) breakdowns(ask heed.Ask, a Assumption) []Breakdown {
	by := map[string][]Value{}
	for d, s := range p.values {
		by[d.Name] = append(by[d.Name], Value{
			Value: d.Value, Touchpoints: s.n, Mails: share(s.pi), Chance: mean(share(s.pi), float64(s.covered)),
			Heaviest: s.heaviest(), Precision: a.precision(ask, s, 1),
		})
	}
	list := []Breakdown{}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		slices.SortFunc(by[name], func(a, b Value) int {
			if name == ByBand {
				return cmp.Compare(slices.Index(bands[:], a.Value), slices.Index(bands[:], b.Value))
			}
			return cmp.Or(cmp.Compare(b.Touchpoints, a.Touchpoints), strings.Compare(a.Value, b.Value))
		})
		b := Breakdown{Dimension: name, Values: by[name]}
		if s := p.others[name]; s != nil {
			b.Further = s.n
		}
		list = append(list, b)
	}
	return list
}
