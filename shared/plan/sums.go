package plan

import (
	"math"
	"strings"

	"heed/shared/heed"
)

// A sum is of the touchpoints of one program, or of one value of a dimension
// in it. Chances are exact in integers; their inverses, which only say how
// precise a score would be, are not.
type sum struct {
	n       uint64  // touchpoints
	covered uint64  // those with a chance
	pi      uint64  // sum of chances, PPB
	alpha   uint64  // sum of the chances of being free, PPB, where covered
	inverse float64 // sum of 1 / chance
	least   uint32  // smallest chance, PPB; 0 if there is none
}

func (s *sum) add(r *heed.Row) {
	s.n++
	if r.Pi == 0 {
		return
	}
	s.covered++
	s.pi += uint64(r.Pi)
	s.alpha += uint64(r.Alpha)
	s.inverse += heed.PPB / float64(r.Pi)
	s.smallest(r.Pi)
}

func (s *sum) smallest(pi uint32) {
	if pi > 0 && (s.least == 0 || pi < s.least) {
		s.least = pi
	}
}

// effective is the effective n that answers at that rate would have: the
// Kish size expected of a sample drawn with these chances,
// N² / Σ(1/π) · response rate.
func (s *sum) effective(response float64) float64 {
	if s.covered == 0 {
		return 0
	}
	n := float64(s.covered)
	return n * n / s.inverse * response
}

// heaviest is the largest weight, 1 / chance.
func (s *sum) heaviest() float64 {
	if s.least == 0 {
		return 0
	}
	return heed.PPB / float64(s.least)
}

// mostValues is how many values a program's dimensions may have before further
// ones are summed up as others: some sources tag each ticket with its number.
const mostValues = 10_000

// Dimensions that are no touchpoint's own: a program's strata, and the bands
// by how busy a customer was, which the roll-up weighs answers by.
const (
	ByStratum = "stratum"
	ByBand    = "band"
)

// A program's sums. Those of the total count each touchpoint once.
type program struct {
	sum
	unreached map[heed.Reason]uint64
	days      map[heed.Day]uint64 // sum of chances by day, PPB
	values    map[heed.Dim]*sum
	others    map[string]*sum // by dimension, beyond mostValues
}

func newProgram() *program {
	return &program{
		unreached: map[heed.Reason]uint64{}, days: map[heed.Day]uint64{},
		values: map[heed.Dim]*sum{}, others: map[string]*sum{},
	}
}

func (p *program) add(r *heed.Row) {
	p.sum.add(r)
	p.days[r.Day] += uint64(r.Pi)
	if r.Pi == 0 {
		p.unreached[r.Reason]++
	}
	for _, d := range r.Dims {
		p.value(d).add(r)
	}
	p.value(heed.Dim{Name: ByBand, Value: bands[r.Band()]}).add(r)
	if r.Stratum != "" {
		p.value(heed.Dim{Name: ByStratum, Value: r.Stratum}).add(r)
	}
}

// mails adds what a day is expected to send.
func (p *program) mails(r *heed.Row) {
	p.pi += uint64(r.Pi)
	p.days[r.Day] += uint64(r.Pi)
	p.smallest(r.Pi)
}

// bands are the names of the bands by touchpoints in the 90 days before.
var bands = [...]string{"0", "1–2", "3–5", "6–12", "13–29", "30 and more"}

func (p *program) value(d heed.Dim) *sum {
	if s := p.values[d]; s != nil {
		return s
	}
	s := &sum{}
	switch {
	case len(p.values) < mostValues:
		p.values[heed.Dim{Name: d.Name, Value: strings.Clone(d.Value)}] = s // not the line it is a part of
	case p.others[d.Name] != nil:
		return p.others[d.Name]
	default:
		p.others[d.Name] = s
	}
	return s
}

// share is parts per billion as a share of one.
func share(ppb uint64) float64 { return float64(ppb) / heed.PPB }

// mean is a over n, 0 of nothing.
func mean(a, n float64) float64 {
	if n == 0 || math.IsNaN(n) {
		return 0
	}
	return a / n
}
