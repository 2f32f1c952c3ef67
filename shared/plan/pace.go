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
	quarter := now.Unix() / 900
	if len(p.budgets) == 0 || quarter <= p.quarter {
		return p.paces
	}
	day := heed.DayOf(now, p.zone)
	for ; p.quarter > 0 && p.today < day; p.today++ {
		p.turn()
	}
	p.quarter, p.today = quarter, day
	begin, end := day.Start(p.zone), (day + 1).Start(p.zone)
	over := now.Sub(begin).Seconds() / end.Sub(begin).Seconds()
	p.paces = map[string]uint32{}
	for _, b := range p.budgets {
		p.paces[b.program.Name] = b.pace(over, p.restOfMonth())
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

// pace is what the program's rates are multiplied by when that share of a day
// is over, and those days of the month follow. It forecasts as the roll-up
// does: today from what it has shown and, as much as a quarter of a day of
// that, from the days before; a day to come from those before it.
func (b *budget) pace(over float64, days int) uint32 {
	today := float64(b.demand) / max(over, 1.0/24)
	usual, known := b.usual(0)
	if known {
		today = (usual/4 + float64(b.demand)) / (0.25 + over)
	}
	rest := today * (1 - over)
	s := sampling.Spending{Today: b.today, Month: b.month, RestOfDay: uint64(rest)}
	for ahead := range days {
		if usual, known = b.usual(ahead + 1); !known {
			usual = today
		}
		rest += usual
	}
	s.RestOfMonth = uint64(rest)
	return sampling.Pace(b.program.Budget, s)
}

// usual is the mean demand of the days before that fall on the same weekday as
// the one so many days ahead; of all, while they are less than two weeks.
func (b *budget) usual(ahead int) (mean float64, known bool) {
	n := 0
	for i, demand := range b.past {
		if back := len(b.past) - i; len(b.past) < 14 || (back+ahead)%7 == 0 {
			mean += float64(demand)
			n++
		}
	}
	if n == 0 {
		return 0, false
	}
	return mean / float64(n), true
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
