package estimates

// Independent is the variance of a mean that takes each response for a cluster
// of its own,
//
//	V = n/(n-1) · Σ Q·e²
//
// (Särndal, Swensson & Wretman 1992). It needs two responses.
func (m *Mean) Independent() float64 {
	var n, all float64
	for i := range m.terms {
		t := &m.terms[i]
		n += t.n
		all += t.q * t.e * t.e
	}
	return n / (n - 1) * all
}

// Clustered is the variance of a mean whose responses come in g clusters, those
// without a response included,
//
//	V = G/(G-1) · Σ_g (Σ W·e)²
//
// (Särndal, Swensson & Wretman 1992; Kott 2001 for groups made by chance).
// With g the Groups of cells, or the customers of rows.
func (m *Mean) Clustered(g int) float64 {
	var all float64
	for _, d := range m.clusters() {
		all += d * d
	}
	return float64(g) / float64(g-1) * all
}

// clusters adds up what the responses of each cluster add to the estimate.
func (m *Mean) clusters() []float64 {
	most := -1
	for i := range m.terms {
		most = max(most, m.terms[i].cluster)
	}
	d := make([]float64, most+1)
	for i := range m.terms {
		t := &m.terms[i]
		d[t.cluster] += t.w * t.e
	}
	return d
}

// Poisson is the variance of a mean over these very touchpoints, each asked or
// not by a draw of its own: those with weight 1 add nothing,
//
//	V = Σ (Q-W)·e²
//
// (Särndal, Swensson & Wretman 1992). It says nothing of what is to come.
func (m *Mean) Poisson() float64 {
	var all float64
	for _, t := range m.terms {
		all += (t.q - t.w) * t.e * t.e
	}
	return all
}

// Even is the variance of Mean(f) that takes weights for a matter of chance, as
// if they said nothing of the answers,
//
//	V = Σ_h (W_h/W)²·σ_h²/n_h,   n_h = W_h²/Q_h
//
// over the strata of a calibrated sample, or σ²/n_eff of another (Kish 1965). Of
// few responses it is the steadier one.
func (s *Sample) Even(f Value) float64 {
	_, means := s.strata(f)
	w, q, all := make([]float64, len(means)), make([]float64, len(means)), make([]float64, len(means))
	for i := range s.sums {
		r := &s.sums[i]
		h := s.stratum(r)
		d := f(r.score) - means[h]
		w[h], q[h], all[h] = w[h]+r.w, q[h]+r.q, all[h]+r.w*d*d
	}
	v := 0.0
	for h := range w {
		if w[h] > 0 {
			v += all[h] / w[h] * q[h] / (s.w * s.w) // σ_h²·Q_h/W²
		}
	}
	return v
}

// DesignRatio is how many times more variance the clusters show than single
// responses would, at least 1: by so much the effective n is smaller (Kish
// 1965; Franco et al. 2019 pool it where cells are small).
func (s *Sample) DesignRatio(f Value, clusters int) float64 {
	if s.n < 2 || clusters < 2 {
		return 1
	}
	m := s.Mean(f)
	alone := m.Independent()
	if alone == 0 {
		return 1
	}
	return max(1, m.Clustered(clusters)/alone)
}
