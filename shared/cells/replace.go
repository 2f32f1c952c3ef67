package cells

// Replace puts the rows of is into the cell in place of those of was, either of
// which may be nil: what Subtract and Merge would make, without a copy of all
// that stays. ErrNotPart if was is no part of the cell, which is then of nothing
// that means anything.
func (c *Cell) Replace(was, is *Cell) error {
	if !c.subtract(was) {
		return ErrNotPart
	}
	c.merge(is)
	return nil
}

func (c *Cell) merge(o *Cell) {
	if o == nil {
		return
	}
	for class, s := range o.Classes {
		into := c.class(class)
		into.Population.add(&s.Population)
		for slot, w := range s.Responses {
			into.respond(slot, w)
		}
	}
	join(&c.Reasons, o.Reasons, plus)
	c.Service.merge(&o.Service)
	join(&c.After, o.After, Sequel.plus)
	c.Deeds.merge(&o.Deeds)
	join(&c.Words, o.Words, Thirds.plus)
}

// subtract reports whether nothing fell below 0.
func (c *Cell) subtract(part *Cell) bool {
	if part == nil {
		return true
	}
	for class, s := range part.Classes {
		left := c.class(class)
		if !left.subtract(s) {
			return false
		}
		if left.empty() {
			delete(c.Classes, class)
		}
	}
	return take(c.Reasons, part.Reasons, minus) && c.Service.subtract(&part.Service) &&
		take(c.After, part.After, Sequel.minus) && c.Deeds.subtract(&part.Deeds) && take(c.Words, part.Words, Thirds.minus)
}
