package estimates

import "math"

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
	θ, means := s.strata(f)
	m := Mean{Value: θ, terms: make([]term, len(s.sums))}
	for i := range s.sums {
		r := &s.sums[i]
		m.terms[i] = term{r.class, r.cluster, r.n, r.w, r.q, (f(r.score) - means[s.stratum(r)]) / s.w}
	}
	return m
}

// Average is the value of Mean(f), alone.
func (s *Sample) Average(f Value) float64 {
	θ, _ := s.strata(f)
	return θ
}

// strata is the mean of f, and that of each stratum.
func (s *Sample) strata(f Value) (θ float64, means []float64) {
	means, weights := make([]float64, len(s.classes)+1), make([]float64, len(s.classes)+1)
	for i := range s.sums {
		r := &s.sums[i]
		h := s.stratum(r)
		means[h] += r.w * f(r.score)
		weights[h] += r.w
	}
	for h := range means {
		θ += means[h] / s.w
		means[h] /= weights[h] // of a stratum without responses not a number, and not asked for
	}
	return θ, means
}

// stratum is the stratum that a sum's residual is taken in; one for all where
// nothing is calibrated.
func (s *Sample) stratum(r *sum) int {
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

// Correlation is that of two means by their clusters d,
//
//	r = Σ_g d_g·d'_g / √( Σ_g d_g² · Σ_g d'_g² )
//
// and its standard error where they have nothing to do with each other, the
// root of Σ_g d_g²·d'_g² over the same. Both are 0 where either mean has no
// error that shows.
func (m *Mean) Correlation(o *Mean) (r, chance float64) {
	a, b := m.clusters(), o.clusters()
	var products, squares, mine, others float64
	for _, d := range a {
		mine += d * d
	}
	for _, d := range b {
		others += d * d
	}
	for g := range min(len(a), len(b)) {
		products += a[g] * b[g]
		squares += a[g] * a[g] * b[g] * b[g]
	}
	all := math.Sqrt(mine * others)
	if all == 0 {
		return 0, 0
	}
	return products / all, math.Sqrt(squares) / all
}
