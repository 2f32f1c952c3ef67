package estimates

import (
	"iter"

	"heed/shared/cells"
	"heed/shared/heed"
)

// A Register numbers customers, so that samples made with the same one know
// whom they share.
type Register map[heed.Hash]int

func (r Register) number(h heed.Hash) int {
	i, known := r[h]
	if !known {
		i = len(r)
		r[h] = i
	}
	return i
}

// apart is number for samples in which nobody counts as one customer with
// another: whoever was forgotten is one of their own, each time.
func (r Register) apart(h heed.Hash, next int) int {
	if h.IsZero() {
		return next
	}
	if i, known := r[h]; known {
		return i
	}
	r[h] = next
	return next
}

// OfRows takes the responses of rows that are answers to the question, as cells
// do. Clusters are the customers. What it holds grows with the responses and
// customers, not with the touchpoints.
func OfRows(rows iter.Seq[*heed.Row], ask heed.Ask, customers Register) *Sample {
	classes := classNumbers{}
	s := &Sample{}
	for row := range rows {
		h := classes.of(row, &s.classes)
		if !row.LeftOut() {
			s.classes[h].touchpoints++
		}
		if w, ok := weightOf(row, ask); ok {
			s.add(sum{h, customers.number(row.Customer), row.Response.Score, 1, w, w * w})
		}
	}
	return s.inOrder()
}

// OfCustomers is OfRows with each customer's touchpoints sharing one weight,
//
//	w = 1/(π·m_c)
//
// for m_c touchpoints of customer c among the rows, asked or not: the mean over
// customers of the mean over the touchpoints of each. Of forgotten rows nobody
// knows which were of one customer: each is a customer's own. Rows should be of
// days whose answers are all in, since each further touchpoint changes m_c.
func OfCustomers(rows iter.Seq[*heed.Row], ask heed.Ask) *Sample {
	type customer struct {
		touchpoints map[int]float64 // by class
		answers     []sum
	}
	classes, customers := classNumbers{}, Register{}
	s, all := &Sample{}, []customer{}
	for row := range rows {
		if row.LeftOut() {
			continue
		}
		h, c := classes.of(row, &s.classes), customers.apart(row.Customer, len(all))
		if c == len(all) {
			all = append(all, customer{touchpoints: map[int]float64{}})
		}
		all[c].touchpoints[h]++
		if w, ok := weightOf(row, ask); ok {
			all[c].answers = append(all[c].answers, sum{h, c, row.Response.Score, 1, w, w * w})
		}
	}
	for _, c := range all {
		m := 0.0
		for _, n := range c.touchpoints {
			m += n
		}
		for h, n := range c.touchpoints {
			s.classes[h].touchpoints += n / m
		}
		for _, r := range c.answers {
			r.w, r.q = r.w/m, r.q/(m*m)
			s.add(r)
		}
	}
	return s.inOrder()
}

// weightOf is 1/π, to a millionth as in cells, if the row's response counts.
func weightOf(row *heed.Row, ask heed.Ask) (w float64, counts bool) {
	if row.Reason != heed.Asked || row.Pi == 0 || row.Response == nil || !ask.Holds(row.Response.Score) {
		return 0, false
	}
	return float64(cells.Weight(row.Pi)) / 1e6, true
}

// classNumbers numbers classes as they come.
type classNumbers map[cells.Class]int

func (c classNumbers) of(row *heed.Row, all *[]class) int {
	of := cells.Class{Kind: row.Kind, Band: row.Band()}
	h, known := c[of]
	if !known {
		h = len(*all)
		c[of], *all = h, append(*all, class{Class: of})
	}
	return h
}

// inOrder puts the classes in order and finishes the sample.
func (s *Sample) inOrder() *Sample {
	before := make([]cells.Class, len(s.classes))
	for h := range s.classes {
		before[h] = s.classes[h].Class
	}
	s.sortClasses()
	place := map[cells.Class]int{}
	for h := range s.classes {
		place[s.classes[h].Class] = h
	}
	for i := range s.sums {
		s.sums[i].class = place[before[s.sums[i].class]]
	}
	return s.total()
}
