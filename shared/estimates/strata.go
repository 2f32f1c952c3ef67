package estimates

import "slices"

// Calibrate returns the sample with its weights moved so that the responses of
// each stratum stand for exactly its touchpoints,
//
//	w → w · N_h / W_h
//
// which makes Mean the post-stratified one. Classes with the same number in
// strata, by the order of the sample's classes, are one stratum; each must hold
// a response. Strata are numbered from 0.
func (s *Sample) Calibrate(strata []int) *Sample {
	known, weights := make([]float64, len(strata)), make([]float64, len(strata))
	c := &Sample{fitted: true, classes: slices.Clone(s.classes)}
	for h := range c.classes {
		c.classes[h].stratum = strata[h]
		known[strata[h]] += c.classes[h].touchpoints
	}
	for _, r := range s.sums {
		weights[strata[r.class]] += r.w
	}
	for _, r := range s.sums {
		g := known[strata[r.class]] / weights[strata[r.class]]
		r.w, r.q = r.w*g, r.q*g*g
		c.add(r)
	}
	return c.addUp() // in the order they were
}

// ByClass makes a stratum of each class.
func (s *Sample) ByClass() []int {
	strata := make([]int, len(s.classes))
	for h := range strata {
		strata[h] = h
	}
	return strata
}

// Collapse makes strata of at least so many respondents each, and says how many.
// A class that is too small is joined with other kinds of its band; a band that
// is too small as a whole, with the next busier; the last, with the one before.
// Bands are kept apart the longest, since how often customers answer goes with
// how busy they are more than with what their touchpoint was.
func (s *Sample) Collapse(least int) (strata []int, count int) {
	people, strata := s.respondentsByClass(), make([]int, len(s.classes))
	open := 0 // the first class of the stratum that still grows
	for from, to := 0, 0; from < len(strata); from = to {
		first := count
		for to < len(strata) && s.classes[to].Band == s.classes[from].Band {
			strata[to] = count
			if to++; union(people[open:to]) >= least {
				open, count = to, count+1
			}
		}
		if count > first {
			fill(strata[open:to], count-1)
			open = to
		}
	}
	if open < len(strata) {
		count = max(count, 1)
		fill(strata[open:], count-1)
	}
	return strata, count
}

func (s *Sample) respondentsByClass() []map[int]bool {
	people := make([]map[int]bool, len(s.classes))
	for h := range people {
		people[h] = map[int]bool{}
	}
	for _, r := range s.sums {
		people[r.class][r.cluster] = true
	}
	return people
}

func union(people []map[int]bool) int {
	all := map[int]bool{}
	for _, p := range people {
		for cluster := range p {
			all[cluster] = true
		}
	}
	return len(all)
}

func fill(strata []int, k int) {
	for h := range strata {
		strata[h] = k
	}
}
