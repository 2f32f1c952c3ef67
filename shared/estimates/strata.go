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

// Collapse makes strata of at least so many respondents each, and says how many:
// bands of one kind first, each with the next busier; the last of a kind, if it
// is too small, with the one before; what is then still too small, all kinds
// together; and if even that is, with the last stratum.
func (s *Sample) Collapse(least int) (strata []int, count int) {
	people := s.respondentsByClass()
	strata = make([]int, len(s.classes))
	for from := 0; from < len(strata); {
		to := from
		for to < len(strata) && s.classes[to].Kind == s.classes[from].Kind {
			to++
		}
		count = collapseKind(strata[from:to], people[from:to], least, count)
		from = to
	}
	return strata, collapseLeft(strata, people, least, count)
}

// left is the number of classes in no stratum yet.
const left = -1

// collapseKind makes strata of the bands of one kind, numbered from count, and
// returns the next number.
func collapseKind(strata []int, people []map[int]bool, least, count int) int {
	first, start := count, 0
	for h := range strata {
		strata[h] = left
		if union(people[start:h+1]) >= least {
			fill(strata[start:h+1], count)
			start, count = h+1, count+1
		}
	}
	if count > first {
		fill(strata[start:], count-1)
	}
	return count
}

// collapseLeft makes a stratum of all that is left, if it is large enough or
// the only one, and returns the next number.
func collapseLeft(strata []int, people []map[int]bool, least, count int) int {
	var rest []map[int]bool
	for h, k := range strata {
		if k == left {
			rest = append(rest, people[h])
		}
	}
	if len(rest) > 0 && (count == 0 || union(rest) >= least) {
		count++
	}
	for h, k := range strata {
		if k == left {
			strata[h] = count - 1
		}
	}
	return count
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
