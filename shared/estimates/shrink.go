package estimates

import (
	"math"

	"heed/shared/cells"
)

// PauleMandel is the variance τ² of true values among estimates y with known
// variances v, and their mean μ: the τ² at which the estimates spread as they
// should,
//
//	Σ (y-μ)²/(v+τ²) = k-1,   μ = Σ y/(v+τ²) / Σ 1/(v+τ²)
//
// or 0 where they spread less without it (Paule & Mandel 1982). The left side
// falls and is convex in τ², so Newton's steps from 0 never pass the root.
// Every v must be above 0.
func PauleMandel(y, v []float64) (τ2, μ float64) {
	const steps = 200
	for range steps {
		var spread, slope float64
		μ = centre(y, v, τ2)
		for i := range y {
			w := 1 / (v[i] + τ2)
			spread += w * (y[i] - μ) * (y[i] - μ)
			slope += w * w * (y[i] - μ) * (y[i] - μ)
		}
		more := (spread - float64(len(y)-1)) / slope
		if !(more > 1e-15*τ2) { // also if there is no slope
			break
		}
		τ2 += more
	}
	return τ2, centre(y, v, τ2)
}

func centre(y, v []float64, τ2 float64) float64 {
	var all, weights float64
	for i := range y {
		all += y[i] / (v[i] + τ2)
		weights += 1 / (v[i] + τ2)
	}
	return all / weights
}

// A Shrunk is an estimate moved towards the mean of its like, and the variance
// of the true value around it.
type Shrunk struct{ Value, Variance float64 }

// Apart is by how many standard errors s lies above o; 0 if they are the same.
func (s Shrunk) Apart(o Shrunk) float64 {
	if v := s.Variance + o.Variance; v > 0 {
		return (s.Value - o.Value) / math.Sqrt(v)
	}
	return 0
}

// Shrink moves each of k estimates towards the mean of all by as much as its
// variance v has a part in the spread,
//
//	μ + (1-B)·(y-μ),   B = v/(v+τ²)
//
// (empirical Bayes) with τ² by PauleMandel. The variance allows for τ² and μ
// being estimates too, as they are poor ones of few,
//
//	v·(1 - (k-1)/k·B̂) + 2/(k-3)·B̂²·(y-μ)²,   B̂ = (k-3)/(k-1)·B
//
// (Morris 1983); of three or fewer it is v, as if nothing had been learned from
// the others.
func Shrink(y, v []float64) []Shrunk {
	τ2, μ := PauleMandel(y, v)
	k := float64(len(y))
	all := make([]Shrunk, len(y))
	for i := range y {
		b := v[i] / (v[i] + τ2)
		all[i] = Shrunk{μ + (1-b)*(y[i]-μ), v[i]}
		if k > 3 {
			b *= (k - 3) / (k - 1)
			all[i].Variance = v[i]*(1-(k-1)/k*b) + 2/(k-3)*b*b*(y[i]-μ)*(y[i]-μ)
		}
	}
	return all
}

// Expected is the mean of f in each class, and σ², the variance of f around
// them, both of strata made by Collapse.
func (s *Sample) Expected(f Value, strata []int) (means map[cells.Class]float64, σ2 float64) {
	all, weights := make([]float64, len(strata)+1), make([]float64, len(strata)+1)
	for _, r := range s.sums {
		all[strata[r.class]] += r.w * f(r.score)
		weights[strata[r.class]] += r.w
	}
	means = map[cells.Class]float64{}
	for h, k := range strata {
		means[s.classes[h].Class] = all[k] / weights[k]
	}
	for _, r := range s.sums {
		d := f(r.score) - means[s.classes[r.class].Class]
		σ2 += r.w * d * d / s.w
	}
	return means, σ2
}

// Beyond is by how much the mean of f is above what is expected of touchpoints
// of these classes,
//
//	Σ_h W_h·(θ_h - expected_h) / W
func (s *Sample) Beyond(f Value, expected map[cells.Class]float64) float64 {
	all := 0.0
	for _, r := range s.sums {
		all += r.w * (f(r.score) - expected[s.classes[r.class].Class])
	}
	return all / s.w
}
