package cells

import (
	"cmp"
	"errors"
	"slices"
)

// Sums is what a cell knows of one class.
type Sums struct {
	Population
	Responses map[Slot]Weights
}

// Population counts touchpoints, asked or not.
type Population struct {
	N        uint64  // touchpoints
	Eligible uint64  // those that had a chance of being asked (Pi above 0)
	Asked    uint64  // those asked, whatever became of the invitation
	Sent     uint64  // invitations that the mail service accepted
	Failed   uint64  // invitations that bounced, lapsed or met another fate, sent before or not
	Answered uint64  // those asked that answered
	Drawn    uint64  // those whose draw said ask: Asked, and Observed while nobody was asked
	Doubtful uint64  // those drawn for whose chance is only near the true one (heed.Decision.Doubt)
	LeftOut  uint64  // those that surveys.yaml wants in no score (heed.Decision.LeftOut)
	Bounced  uint64  // of the Failed, those that came back for good
	Weight   Uint128 // sum of 1/π over the eligible, in millionths
	Expected Uint128 // sum of p over the drawn for, in PPB: how many of Drawn there should be
	Spread   Uint128 // sum of p(1-p) over the same, in PPB of PPB: the variance of Drawn, at the most
}

// A Slot is where a response is kept: by its score, and by the hashed group of
// its scope, the cluster of the grouped variance.
type Slot struct {
	Score uint8
	Group uint8 // 0 to 63
}

// Weights is the sums of some responses, of which each weighs w = 1/π.
type Weights struct {
	N uint64  // responses
	W Uint128 // sum of w, in millionths
	Q Uint128 // sum of w squared, in millionths of millionths
}

// ErrNotPart says that what was to be subtracted is no part of the whole.
var ErrNotPart = errors.New("cells: not a part of the cell")

// Merge returns the cell of all rows of cells, which must have none in common.
// A nil cell is of none.
func Merge(cells ...*Cell) *Cell {
	whole := &Cell{}
	for _, c := range cells {
		whole.merge(c)
	}
	return whole
}

// Subtract returns the cell of the rows of whole that are not rows of part:
// Subtract(Merge(a, b), b) is a. ErrNotPart if a sum would fall below 0.
func Subtract(whole, part *Cell) (*Cell, error) {
	rest := Merge(whole)
	if !rest.subtract(part) {
		return nil, ErrNotPart
	}
	return rest, nil
}

// Population returns the counts of all classes together.
func (c *Cell) Population() Population {
	var all Population
	for _, s := range c.Classes {
		all.add(&s.Population)
	}
	return all
}

// Scores returns the sums of all responses by score, over classes and groups.
func (c *Cell) Scores() map[uint8]Weights {
	all := map[uint8]Weights{}
	for _, s := range c.Classes {
		for slot, w := range s.Responses {
			all[slot.Score] = all[slot.Score].Add(w)
		}
	}
	return all
}

// Add returns the sums of both.
func (w Weights) Add(o Weights) Weights {
	return Weights{w.N + o.N, w.W.Add(o.W), w.Q.Add(o.Q)}
}

// minus returns the sums of w that are not of o, and whether none is below 0.
func (w Weights) minus(o Weights) (Weights, bool) {
	held := w.N >= o.N && w.W.Cmp(o.W) >= 0 && w.Q.Cmp(o.Q) >= 0
	return Weights{w.N - o.N, w.W.Sub(o.W), w.Q.Sub(o.Q)}, held
}

func (s *Sums) respond(slot Slot, w Weights) {
	put(&s.Responses, slot, s.Responses[slot].Add(w))
}

func (s *Sums) empty() bool { return s.Population == (Population{}) && hollow(s.Responses) }

// slotsOf lists those that hold something, in the order they are stored in.
func slotsOf[V comparable](m map[Slot]V) []Slot {
	var none V
	var held []Slot
	for slot, v := range m {
		if v != none {
			held = append(held, slot)
		}
	}
	slices.SortFunc(held, func(x, y Slot) int { return cmp.Compare(x.code(), y.code()) })
	return held
}

// subtract reports whether nothing fell below 0.
func (s *Sums) subtract(o *Sums) bool {
	return s.Population.subtract(&o.Population) && take(s.Responses, o.Responses, Weights.minus)
}

// counts lists the counts in the order they are stored in.
func (p *Population) counts() [10]*uint64 {
	return [...]*uint64{&p.N, &p.Eligible, &p.Asked, &p.Sent, &p.Failed, &p.Answered, &p.Drawn, &p.Doubtful, &p.LeftOut, &p.Bounced}
}

// sums lists the long sums in the order they are stored in.
func (p *Population) sums() [3]*Uint128 {
	return [...]*Uint128{&p.Weight, &p.Expected, &p.Spread}
}

func (p *Population) add(o *Population) {
	mine, theirs := p.counts(), o.counts()
	addAll(mine[:], theirs[:])
	ours, others := p.sums(), o.sums()
	for i := range ours {
		*ours[i] = ours[i].Add(*others[i])
	}
}

func (p *Population) subtract(o *Population) bool {
	mine, theirs := p.counts(), o.counts()
	if !takeAll(mine[:], theirs[:]) {
		return false
	}
	ours, others := p.sums(), o.sums()
	for i := range ours {
		if ours[i].Cmp(*others[i]) < 0 {
			return false
		}
		*ours[i] = ours[i].Sub(*others[i])
	}
	return true
}
