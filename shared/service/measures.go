package service

import (
	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
)

// What may be shown of tickets follows what package figures shows of
// respondents: of fewer than fewest nothing, of fewer than enough no number
// without its interval, and no rank.
const (
	fewest = 5
	enough = 30
)

// Of measures a cell's solved tickets; nil if there are none.
func Of(c *cells.Cell) *Measures {
	s := &c.Service
	if s.Solved == 0 {
		return nil
	}
	return &Measures{
		Solved:     s.Solved,
		FirstReply: timeOf(&s.FirstReply),
		Resolution: timeOf(&s.Resolution),
		Handling:   timeOf(&s.Handling),
		Once:       ShareOf(s.Once, s.Solved),
		Reopened:   ShareOf(s.Reopened, s.Solved),
	}
}

// ShareOf is n of so many, with Wilson's interval.
func ShareOf(n, of uint64) Share {
	return Share{N: n, Of: of}.Show(float64(n)/float64(of), float64(of))
}

// Show fills in the share p, which has as certain an interval as one of so many
// effective ones, unless it is of too few.
func (s Share) Show(p, effective float64) Share {
	if s.Of < fewest {
		s.Reason = figures.TooFew
		return s
	}
	p = max(0, min(1, p))
	low, high := estimates.Wilson(p, effective, estimates.Z)
	s.Shown, s.IntervalOnly = true, effective < enough
	s.Share = &Estimate{p, max(0, min(low, p)), min(1, max(high, p))}
	return s
}
