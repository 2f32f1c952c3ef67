package plan

import (
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A pacer keeps the budgets of a run as a running Heed does: from what was
// expected so far and a forecast of the rest, every 15 minutes anew.
type pacer struct {
	zone    *time.Location
	quarter int64 // of an hour, of the last pace, since 1970
	today   heed.Day
	budgets []*budget
	paces   map[string]uint32
}

// A budget is one program's, and what it went to. While its pace is so low that
// chances are 0 and show no demand, each touchpoint is taken to want as much as
// those before did.
type budget struct {
	program *surveys.Program
	sampling.Course
	blind       bool
	demand      float64 // of the touchpoints that showed it
	touchpoints float64 // that did
}

func newPacer(c *surveys.Config) *pacer {
	p := &pacer{zone: c.Zone}
	for i := range c.Programs {
		if s := &c.Programs[i]; s.Budget != (surveys.Budget{}) {
			course := sampling.Course{Expected: map[heed.Day]uint64{}, Demand: map[heed.Day]float64{}}
			p.budgets = append(p.budgets, &budget{program: s, Course: course})
		}
	}
	return p
}

// at returns the paces at a moment. Time does not go back.
func (p *pacer) at(now time.Time) map[string]uint32 {
	quarter := now.Unix() / 900
	if len(p.budgets) == 0 || quarter <= p.quarter {
		return p.paces
	}
	p.quarter, p.today = quarter, heed.DayOf(now, p.zone)
	p.paces = map[string]uint32{}
	for _, b := range p.budgets {
		b.forget(p.today)
		pace := sampling.Pace(b.program.Budget, b.Spending(now, p.zone))
		p.paces[b.program.Name], b.blind = pace, sampling.Blind(b.program, pace)
	}
	return p.paces
}

// forget drops the days that no forecast looks at any more.
func (b *budget) forget(today heed.Day) {
	first := sampling.CourseSince(today)
	for day := range b.Demand {
		if day < first {
			delete(b.Demand, day)
			delete(b.Expected, day)
		}
	}
}

// spend takes a row's chance from its program's budget, and adds to the demand
// what it would have been at full rate.
func (p *pacer) spend(r *heed.Row, t *heed.Touchpoint) {
	for _, b := range p.budgets {
		if b.program.Name == r.Program {
			b.Expected[p.today] += uint64(r.Pi)
			b.Demand[p.today] += b.wanted(r, t)
		}
	}
}

// wanted is what a row's chance would have been at full rate, in PPB.
func (b *budget) wanted(r *heed.Row, t *heed.Touchpoint) (demand float64) {
	if b.blind {
		return b.demand / max(b.touchpoints, 1)
	}
	if r.Target > 0 {
		_, full := b.program.Rated(t)
		demand = float64(r.Pi) * float64(full) / float64(r.Target)
	}
	b.demand += demand
	b.touchpoints++
	return demand
}
