package plan

import (
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A pacer keeps the budgets of a run as a running Heed does: from what was
// expected so far and a forecast of the rest, each hour anew.
type pacer struct {
	zone    *time.Location
	hour    int64 // of the last pace, since 1970
	today   heed.Day
	budgets []*budget
	paces   map[string]uint32
}

// A budget is one program's, and what it goes to.
type budget struct {
	program      *surveys.Program
	today, month uint64 // expected so far, PPB
	demand       uint64 // of today, at full rate
	past         []uint64
}

// remembered is of how many days the demand is forecast from.
const remembered = 28

func newPacer(c *surveys.Config) *pacer {
	p := &pacer{zone: c.Zone}
	for i := range c.Programs {
		if s := &c.Programs[i]; s.Budget != (surveys.Budget{}) {
			p.budgets = append(p.budgets, &budget{program: s})
		}
	}
	return p
}

// at returns the paces at a moment. Time does not go back.
func (p *pacer) at(now time.Time) map[string]uint32 {
	hour := now.Unix() / 3600
	if len(p.budgets) == 0 || hour <= p.hour {
		return p.paces
	}
	day := heed.DayOf(now, p.zone)
	for ; p.hour > 0 && p.today < day; p.today++ {
		p.turn()
	}
	p.hour, p.today = hour, day
	left := (p.today + 1).Start(p.zone).Sub(now).Hours() / 24
	p.paces = map[string]uint32{}
	for _, b := range p.budgets {
		p.paces[b.program.Name] = b.pace(left, p.restOfMonth())
	}
	return p.paces
}

// turn ends a day.
func (p *pacer) turn() {
	last := p.restOfMonth() == 0
	for _, b := range p.budgets {
		b.past = append(b.past, b.demand)
		b.past = b.past[max(0, len(b.past)-remembered):]
		b.today, b.demand = 0, 0
		if last {
			b.month = 0
		}
	}
}

// restOfMonth is how many whole days of the month follow today.
func (p *pacer) restOfMonth() int {
	date := p.today.Start(time.UTC)
	return date.AddDate(0, 1, -date.Day()).Day() - date.Day()
}

// pace is what the program's rates are multiplied by while that part of a day,
// and those days of the month, are left.
func (b *budget) pace(day float64, days int) uint32 {
	usual := 0.0
	for _, demand := range b.past {
		usual += float64(demand) / float64(len(b.past))
	}
	return sampling.Pace(b.program.Budget, sampling.Spending{
		Today: b.today, Month: b.month,
		RestOfDay: uint64(usual * day), RestOfMonth: uint64(usual * (day + float64(days))),
	})
}

// spend takes a row's chance from its program's budget, and adds to the demand
// what it would have been at full rate.
func (p *pacer) spend(r *heed.Row, t *heed.Touchpoint) {
	for _, b := range p.budgets {
		if b.program.Name != r.Program || r.Target == 0 {
			continue
		}
		b.today += uint64(r.Pi)
		b.month += uint64(r.Pi)
		_, full := b.program.Rated(t)
		b.demand += uint64(float64(r.Pi) * float64(full) / float64(r.Target))
	}
}
