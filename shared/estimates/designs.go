package estimates

// Jackknife is the variance of Mean(f) by leaving out one cluster of g at a
// time, those without a response included,
//
//	V = (G-1)/G · Σ_g (θ without g - θ)²
//
// (Kott 2001). Of a sample that is not calibrated.
func (s *Sample) Jackknife(f Value, g int) float64 {
	type part struct{ of, w float64 }
	parts, all := map[int]part{}, 0.0
	for _, r := range s.sums {
		p := parts[r.cluster]
		parts[r.cluster] = part{p.of + r.w*f(r.score), p.w + r.w}
		all += r.w * f(r.score)
	}
	v := 0.0
	for k := range g {
		p := parts[k]
		d := (all-p.of)/(s.w-p.w) - all/s.w
		v += d * d
	}
	return float64(g-1) / float64(g) * v
}

// Stratified is the variance of a mean whose responses were drawn class by
// class, z = w·e,
//
//	V = Σ_h n_h/(n_h-1) · Σ_i (z_i - z̄_h)²
//
// (Särndal, Swensson & Wretman 1992). Each class needs two responses.
func (m *Mean) Stratified() float64 {
	type part struct{ n, z, squares float64 }
	classes := make([]part, m.classes())
	for _, t := range m.terms {
		p := &classes[t.class]
		p.n, p.z, p.squares = p.n+t.n, p.z+t.w*t.e, p.squares+t.q*t.e*t.e
	}
	v := 0.0
	for _, p := range classes {
		if p.n > 1 {
			v += p.n / (p.n - 1) * (p.squares - p.z*p.z/p.n)
		}
	}
	return v
}

func (m *Mean) classes() int {
	most := -1
	for _, t := range m.terms {
		most = max(most, t.class)
	}
	return most + 1
}

// SimpleRandom is the mean of f, and its variance, where of each class n_h of
// its N_h touchpoints were taken with equal chances and without replacement,
//
//	θ = Σ_h N_h/N·ȳ_h,   V = Σ_h (N_h/N)²·(1-n_h/N_h)·s_h²/n_h
//
// (Cochran 1977): what a survey without weights would say. Each class needs
// two responses.
func (s *Sample) SimpleRandom(f Value) (θ, v float64) {
	type part struct{ n, y, squares float64 }
	parts, all := make([]part, len(s.classes)), 0.0
	for _, r := range s.sums {
		p, y := &parts[r.class], f(r.score)
		p.n, p.y, p.squares = p.n+r.n, p.y+r.n*y, p.squares+r.n*y*y
	}
	for h := range s.classes {
		all += s.classes[h].touchpoints
	}
	for h, p := range parts {
		of := s.classes[h].touchpoints
		mean, share := p.y/p.n, of/all
		θ += share * mean
		v += share * share * (1 - p.n/of) * (p.squares - p.n*mean*mean) / (p.n - 1) / p.n
	}
	return θ, v
}
