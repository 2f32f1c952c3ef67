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

// A budget is one program's, and what it went to.
type budget struct {
	program *surveys.Program
	sampling.Course
}

func newPacer(c *surveys.Config) *pacer {
	p := &pacer{zone: c.Zone}
	for i := range c.Programs {
		if s := &c.Programs[i]; s.Budget != (surveys.Budget{}) {
			course := sampling.Course{Expected: map[heed.Day]uint64{}, Demand: map[heed.Day]float64{}}
			p.budgets = append(p.budgets, &budget{s, course})
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
		p.paces[b.program.Name] = sampling.Pace(b.program.Budget, b.Spending(now, p.zone))
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
		if b.program.Name != r.Program || r.Target == 0 {
			continue
		}
		_, full := b.program.Rated(t)
		b.Expected[p.today] += uint64(r.Pi)
		b.Demand[p.today] += float64(r.Pi) * float64(full) / float64(r.Target)
	}
}
