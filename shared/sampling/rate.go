package sampling

import (
	"heed/shared/heed"
	"heed/shared/surveys"
)

// Reach is how many days after it was made a decision may keep somebody quiet.
func Reach(c *surveys.Config) heed.Day {
	most := heed.Day(0)
	for i := range c.Programs {
		p := &c.Programs[i]
		most = max(most, days(Waits(p))+heed.Day(p.Quiet))
	}
	return most
}

// doubt names why the ledger may not be exact, 0 if it is. What was charged in
// doubt makes what comes later doubtful too, until it has expired; and so what
// another scope asked until what was charged here before then has. Charges made
// in that second time are off themselves, but by the part of a part: what that
// does to later ones is small, and not marked.
func (c *Case) doubt(s *Scope, today heed.Day) heed.Doubt {
	switch {
	case s.MergedUntil > 0 && today < s.MergedUntil+c.Reach:
		return heed.Merged
	case c.Rescoped > 0 && today < c.Rescoped+c.Reach:
		return heed.Rescoped
	case c.Overlap > 0 && c.day() < c.Overlap+c.Reach:
		return heed.Overlapping
	}
	return 0
}

// fewer is what the chance aimed at is divided by for a customer who wants to be
// asked less.
const fewer = 4

// target is the chance to aim at: the rate of the touchpoint's stratum, or else
// of the program, times the program's pace, but not below the floor, which a
// customer's wish to be asked less beats. A rate of 0 stays 0.
//
// The wish changes what is aimed at from now on, as a pace does, and the ledger
// takes it from there. A customer mostly has it because they were asked: so
// within the quiet period of the decisions just before, the recorded chance is
// that of somebody who has it, whatever was drawn.
func (c *Case) target(p *surveys.Program) (stratum string, target uint32) {
	stratum, rate := p.Rated(c.Touchpoint)
	if pace, ok := c.Paces[p.Name]; ok {
		paced := uint32(uint64(rate) * uint64(min(pace, heed.PPB)) / heed.PPB)
		rate = min(rate, max(paced, p.Floor))
	}
	if c.Less {
		rate /= fewer
	}
	return stratum, rate
}

// chance is the rate rule:
//
//	pi = min(target, alpha * min(ceiling, 2 / (1 + M)))
//	M  = max(N90, 3*N30 - 2, (90/7)*N7 - 12)
//
// The floor is in the target: it bounds what pacing may lower, and beats
// neither the ledger nor what follows. M foretells the touchpoints of the next
// 90 days from those just had. Without it a busy customer's early touchpoints
// would use up alpha and leave the later ones almost no chance, and so an
// enormous weight. M is counted in sevenths, and every division rounds down.
func chance(ceiling uint32, d *heed.Decision) uint32 {
	sevenths := max(7*int64(d.N90), 21*int64(d.N30)-14, 90*int64(d.N7)-84)
	share := min(uint64(ceiling), 14*heed.PPB/uint64(7+sevenths))
	return uint32(min(uint64(d.Target), uint64(d.Alpha)*share/heed.PPB))
}
