package rollup

import (
	"math"
	"slices"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// taken is what a day's touchpoints came to.
type taken struct {
	touchpoints uint64
	expected    uint64 // in PPB of an invitation; 2^64 is 18 thousand million invitations
	unknown     bool   // some had a chance, but it was not summed: a cell of the first format
}

func takenBy(p cells.Population) taken {
	return taken{p.N, p.Expected.Lo, p.Eligible > 0 && p.Expected == cells.Uint128{}}
}

// paced is a program under a pace, up to now. Its demand is what it would be
// expected to take at full rate: what it was, scaled up by the share of that
// rate which was in force. Where a pace leaves chances of 0 there is nothing to
// scale, and the demand is that of as many touchpoints on the days remembered.
// Without that a spent budget would look, some weeks on, like one that nobody
// wants anything of.
type paced struct {
	now   time.Time
	zone  *time.Location
	share uint32             // of the full rate, in PPB, that was in force since the last look
	blind bool               // to what was expected of it
	days  map[heed.Day]taken // those that a forecast is made from
	held  []records.Held     // in order of days
}

// newPaced is a program under the pace that was in force, without its days.
func newPaced(p *surveys.Program, pace uint32, now time.Time, zone *time.Location, held []records.Held) *paced {
	return &paced{now: now, zone: zone, share: effective(p, pace), blind: sampling.Blind(p, pace), held: slices.Clone(held)}
}

// effective is the share of its full rate that a program runs at under a pace:
// no less than its floor is of its highest rate, and no less than one in ten
// thousand, below which no chance is above 0.
func effective(p *surveys.Program, pace uint32) uint32 {
	highest := p.Rate
	for i := range p.Strata {
		highest = max(highest, p.Strata[i].Rate)
	}
	least := uint64(heed.PPB / 10_000)
	if highest > 0 {
		least = max(least, uint64(p.Floor)*heed.PPB/uint64(highest))
	}
	return uint32(min(max(uint64(pace), least), heed.PPB))
}

func (p *paced) today() heed.Day { return heed.DayOf(p.now, p.zone) }

// next returns the pace from now on, and accounts for what was held back so far.
func (p *paced) next(b surveys.Budget) uint32 {
	if p.share < heed.PPB {
		p.account()
	}
	pace := sampling.Pace(b, p.course().Spending(p.now, p.zone))
	if p.share == heed.PPB && pace < heed.PPB {
		p.account() // nothing yet, but from here on
	}
	return pace
}

// course is what was to be expected so far, and with what was held back of it
// the demand. Days of which nothing is known are as others are, or left out
// while there are none.
func (p *paced) course() sampling.Course {
	c := sampling.Course{Expected: map[heed.Day]uint64{}, Demand: map[heed.Day]float64{}}
	usual := p.usual()
	for day, t := range p.days {
		c.Expected[day] = t.expected
		if !t.unknown {
			c.Demand[day] = float64(t.expected)
		} else if usual > 0 {
			c.Demand[day] = usual * float64(t.touchpoints)
		}
	}
	for _, h := range p.held {
		if h.Held > 0 && !p.days[h.Day].unknown {
			c.Demand[h.Day] += float64(h.Held)
		}
	}
	return c
}

// usual is the demand of a touchpoint on the days remembered, in PPB, as far as
// it has been accounted for. Days of which it was taken leave it as it is.
func (p *paced) usual() float64 {
	var demand, n float64
	accounted := map[heed.Day]records.Held{}
	for _, h := range p.held {
		accounted[h.Day] = h
	}
	for day, t := range p.days {
		if day < p.today()-sampling.Remembered || t.unknown {
			continue
		}
		h, ok := accounted[day]
		if !ok {
			h.Touchpoints, h.Seen = t.touchpoints, t.expected
		}
		n += float64(h.Touchpoints)
		demand += float64(h.Seen) + float64(h.Held)
	}
	return demand / math.Max(n, 1)
}

// account adds what was held back of what came since the last look.
func (p *paced) account() {
	today, usual := p.today(), p.usual()
	from := today - 1
	if n := len(p.held); n > 0 {
		from = max(p.held[n-1].Day, today-sampling.Remembered)
	}
	for d := from; d <= today; d++ {
		h, t := p.at(d), p.days[d]
		expected, touchpoints := since(h.Seen, t.expected), since(h.Touchpoints, t.touchpoints)
		full := expected * heed.PPB / float64(p.share)
		if p.blind {
			full = usual * touchpoints
		}
		h.Held += uint64(math.Max(full-expected, 0))
		h.Seen, h.Touchpoints = t.expected, t.touchpoints
	}
}

func since(before, now uint64) float64 { return float64(max(now, before) - before) }

// at returns what is held of a day, which is no earlier than any other.
func (p *paced) at(d heed.Day) *records.Held {
	if n := len(p.held); n == 0 || p.held[n-1].Day != d {
		p.held = append(p.held, records.Held{Day: d})
	}
	return &p.held[len(p.held)-1]
}
