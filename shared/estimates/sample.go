package estimates

import (
	"cmp"
	"slices"

	"heed/shared/cells"
	"heed/shared/heed"
)

// A Sample is the responses that answer a question, summed by class, cluster
// and score, with the touchpoints that they speak of.
//
// In the formulas w is the weight of a response, W a sum of weights, Q of their
// squares, n the number of responses; an index says of which: h of a class, g
// of a cluster, v of a score. Without one they are of all.
type Sample struct {
	sums    []sum   // in one order, so that floating sums always come out alike
	classes []class // ascending
	n, w, q float64
	fitted  bool // weights are calibrated to the population, class by class
}

// A sum is the responses of one class and cluster with one score.
type sum struct {
	class   int // in Sample.classes
	cluster int // hashed group, or number of the customer
	score   int
	n, w, q float64
}

// A class is the touchpoints of one kind and band.
type class struct {
	cells.Class
	touchpoints float64 // N_h, asked or not, but for those left out; a customer's are 1 together where customers are weighted
	stratum     int     // the number of the classes it is calibrated with
}

// OfCell takes the responses of a cell that are answers to the question.
// Clusters are the hashed groups of their scopes. Sums without weight, which
// no row makes, stand for nobody and are left out.
func OfCell(c *cells.Cell, ask heed.Ask) *Sample {
	s := &Sample{}
	for of, sums := range c.Classes {
		s.classes = append(s.classes, class{Class: of, touchpoints: float64(sums.N - sums.LeftOut)})
	}
	s.sortClasses()
	for h := range s.classes {
		for slot, w := range c.Classes[s.classes[h].Class].Responses {
			if !ask.Holds(int(slot.Score)) || w.W.IsZero() || w.Q.IsZero() {
				continue
			}
			s.add(sum{h, int(slot.Group), int(slot.Score), float64(w.N), w.W.Float() / 1e6, w.Q.Float() / 1e12})
		}
	}
	return s.total()
}

func (s *Sample) sortClasses() {
	slices.SortFunc(s.classes, byBand)
}

func byBand(a, b class) int { return cmp.Or(cmp.Compare(a.Band, b.Band), cmp.Compare(a.Kind, b.Kind)) }

func (s *Sample) add(r sum) { s.sums = append(s.sums, r) }

// total puts the sums in order and adds them up.
func (s *Sample) total() *Sample {
	slices.SortFunc(s.sums, func(a, b sum) int {
		if c := bySlot(a, b); c != 0 {
			return c
		}
		return cmp.Compare(a.w, b.w)
	})
	return s.addUp()
}

func bySlot(a, b sum) int {
	switch {
	case a.class != b.class:
		return a.class - b.class
	case a.cluster != b.cluster:
		return a.cluster - b.cluster
	}
	return a.score - b.score
}

func (s *Sample) addUp() *Sample {
	s.n, s.w, s.q = 0, 0, 0
	for _, r := range s.sums {
		s.n, s.w, s.q = s.n+r.n, s.w+r.w, s.q+r.q
	}
	return s
}

// N is the number of responses.
func (s *Sample) N() uint64 { return uint64(s.n) }

// Respondents is the number of clusters that hold a response. Of customers
// that is how many answered; of hashed groups at least so many did, since one
// scope is always in one group.
func (s *Sample) Respondents() int {
	most, count := -1, 0
	for i := range s.sums {
		most = max(most, s.sums[i].cluster)
	}
	seen := make([]bool, most+1)
	for i := range s.sums {
		if c := s.sums[i].cluster; !seen[c] {
			seen[c] = true
			count++
		}
	}
	return count
}

// Unanimous reports whether there is but one score.
func (s *Sample) Unanimous() bool {
	for _, r := range s.sums {
		if r.score != s.sums[0].score {
			return false
		}
	}
	return true
}

// Kish is the effective n: so many responses of equal weight would make a mean
// as certain as these do,
//
//	n_eff = W² / Q
//
// (Kish 1965). 0 where there is no response.
func (s *Sample) Kish() float64 {
	if s.n == 0 {
		return 0
	}
	return s.w * s.w / s.q
}

// Spread is the variance of f among all touchpoints,
//
//	σ² = Σ_v W_v·(f(v)-θ)² / W
func (s *Sample) Spread(f Value) float64 {
	θ, all := s.Average(f), 0.0
	for i := range s.sums {
		r := &s.sums[i]
		d := f(r.score) - θ
		all += r.w * d * d
	}
	return all / s.w
}
