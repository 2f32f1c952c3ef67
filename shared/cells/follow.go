package cells

import "heed/shared/heed"

// A Sequel is what followed on answers: those after which the customer left or
// bought again (heed.After), with their weights.
type Sequel struct{ Left, Bought Weights }

// Followed returns a cell of only those answers after which the customer did
// what is said, heed.Left or heed.Bought: what package figures makes scores of.
// All are of one class, of asked touchpoints that were answered.
func (c *Cell) Followed(what heed.Deed) *Cell {
	return answersOf(c.after(what))
}

// Unfollowed returns likewise a cell of the other answers.
func (c *Cell) Unfollowed(what heed.Deed) *Cell {
	all := map[Slot]Weights{}
	for _, s := range c.Classes {
		join(&all, s.Responses, Weights.Add)
	}
	for slot, w := range c.after(what) {
		all[slot], _ = all[slot].minus(w)
	}
	return answersOf(all)
}

func (c *Cell) after(what heed.Deed) map[Slot]Weights {
	followed := map[Slot]Weights{}
	for slot, s := range c.After {
		switch what {
		case heed.Left:
			followed[slot] = s.Left
		case heed.Bought:
			followed[slot] = s.Bought
		}
	}
	return followed
}

func answersOf(responses map[Slot]Weights) *Cell {
	c := &Cell{}
	for slot, w := range responses {
		if w == (Weights{}) {
			continue
		}
		s := c.class(Class{})
		s.respond(slot, w)
		s.Population.add(&Population{N: w.N, Eligible: w.N, Asked: w.N, Sent: w.N, Answered: w.N, Weight: w.W})
	}
	return c
}

func (s Sequel) plus(o Sequel) Sequel { return Sequel{s.Left.Add(o.Left), s.Bought.Add(o.Bought)} }

func (s Sequel) minus(o Sequel) (Sequel, bool) {
	left, ok := s.Left.minus(o.Left)
	bought, too := s.Bought.minus(o.Bought)
	return Sequel{left, bought}, ok && too
}
