package estimates

// A Mean is an estimate with its error, linearised: each term is what some
// responses of one cluster add to it.
type Mean struct {
	Value float64
	terms []term
}

// A term is responses that share a cluster and an influence e, the change of
// the estimate for a little more weight on one of them.
type term struct {
	class, cluster int
	n, w, q, e     float64
}

// Mean is the weighted mean of f over all touchpoints,
//
//	θ = Σ_v W_v·f(v) / W,   e = (f-θ)/W
//
// (Hájek 1971). Of a calibrated sample it is the post-stratified one,
//
//	θ = Σ_h N_h·θ_h / N,   e = (f-θ_h)/N
//
// (Holt & Smith 1979), since there W_h is N_h. It needs a response.
func (s *Sample) Mean(f Value) Mean {
	all, weights := make([]float64, len(s.classes)+1), make([]float64, len(s.classes)+1)
	for _, r := range s.sums {
		h := s.stratum(r)
		all[h] += r.w * f(r.score)
		weights[h] += r.w
	}
	m := Mean{terms: make([]term, len(s.sums))}
	for _, sum := range all {
		m.Value += sum / s.w
	}
	for i, r := range s.sums {
		h := s.stratum(r)
		m.terms[i] = term{r.class, r.cluster, r.n, r.w, r.q, (f(r.score) - all[h]/weights[h]) / s.w}
	}
	return m
}

// stratum is the stratum that a sum's residual is taken in; one for all where
// nothing is calibrated.
func (s *Sample) stratum(r sum) int {
	if !s.fitted {
		return 0
	}
	return s.classes[r.class].stratum
}

// Sum is the mean Σ_k ω_k·θ_k, of known shares ω_k, and errors that may be
// related by their clusters: of two with shares 1 and -1 the difference.
func Sum(shares []float64, means []Mean) Mean {
	var all Mean
	for k, m := range means {
		all.Value += shares[k] * m.Value
		for _, t := range m.terms {
			t.e *= shares[k]
			all.terms = append(all.terms, t)
		}
	}
	return all
}
