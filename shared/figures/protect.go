package figures

import (
	"heed/shared/cells"
	"heed/shared/estimates"
)

// A Protected is a figure with the cell it was made of.
type Protected struct {
	Figure *Figure
	Cell   *cells.Cell
}

// Protect takes from the figures what would let a reader who may not see single
// responses find out fewer than 5 people's of them by a subtraction. Parts are
// of one dimension or several, all that the reader is shown of the whole;
// Figure.By tells them apart. Taken are
//
//   - of what is not shown anyway n, answered and all that comes of them,
//   - a part whose rest, in the whole or in another part that holds it, would be
//     1 to 4 respondents,
//   - parts of a dimension, the smallest first, until what of the whole is in
//     none of those still shown is nobody or at least 5 respondents.
//
// The periods must be the reader's too: of two that overlap the difference is
// shown as well.
func Protect(whole Protected, parts []Protected) {
	w := crowdOf(&whole)
	all := make([]*crowd, len(parts))
	dims := map[string][]*crowd{}
	for i := range parts {
		all[i] = crowdOf(&parts[i])
		dims[parts[i].Figure.By] = append(dims[parts[i].Figure.By], all[i])
	}
	for _, c := range all {
		if few(w.less(c)) {
			c.hide()
		}
	}
	for _, c := range all {
		for _, o := range all {
			if c != o && o.figure.Shown && c.figure.Shown && few(o.less(c)) {
				c.hide()
			}
		}
	}
	for _, list := range dims {
		for w.figure.Shown && hideOneMore(w, list) {
		}
	}
	for _, c := range append(all, w) {
		if !c.figure.Shown {
			c.hide()
		}
	}
}

// hideOneMore hides the smallest part of a dimension if those hidden could be
// told from the others, and reports whether it did.
func hideOneMore(whole *crowd, list []*crowd) bool {
	rest, smallest := whole.responses, (*crowd)(nil)
	for _, c := range list {
		if !c.figure.Shown {
			continue
		}
		for g, n := range c.responses {
			if n > rest[g] {
				return false // the parts overlap, so they can't be taken off one by one
			}
			rest[g] -= n
		}
		if smallest == nil || c.figure.N < smallest.figure.N {
			smallest = c
		}
	}
	if smallest == nil || !few(people(rest), true) {
		return false
	}
	smallest.hide()
	return true
}

// A crowd is who stands behind a figure: how many responses in each group.
type crowd struct {
	figure    *Figure
	responses [estimates.Groups]uint64
}

func crowdOf(p *Protected) *crowd {
	c := &crowd{figure: p.Figure}
	for _, s := range p.Cell.Classes {
		for slot, w := range s.Responses {
			if p.Figure.Ask.Holds(int(slot.Score)) {
				c.responses[slot.Group] += w.N
			}
		}
	}
	return c
}

// less is how many people, at least, are in c and not in o. It is false if o
// is no part of c.
func (c *crowd) less(o *crowd) (respondents int, part bool) {
	rest := c.responses
	for g, n := range o.responses {
		if n > rest[g] {
			return 0, false
		}
		rest[g] -= n
	}
	return people(rest), true
}

func people(responses [estimates.Groups]uint64) (groups int) {
	for _, n := range responses {
		if n > 0 {
			groups++
		}
	}
	return groups
}

func few(respondents int, part bool) bool {
	return part && respondents > 0 && respondents < fewest
}

// hide takes away all that comes of responses. Whom Heed asked stays.
func (c *crowd) hide() {
	f := c.figure
	*f = Figure{
		Program: f.Program, Ask: f.Ask, Estimand: f.Estimand, From: f.From, To: f.To, By: f.By, Value: f.Value,
		Reason: TooFew, Withheld: true, Population: f.Population, Eligible: f.Eligible, Doubtful: f.Doubtful, Asked: f.Asked,
		Sent: f.Sent, Failed: f.Failed, Settled: f.Settled,
	}
}
