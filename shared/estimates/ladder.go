package estimates

import "math"

// A Ladder is a mean taken apart into shares, so that it has limits that hold
// where few answered, or nearly all alike, and far out as well:
//
//	θ = f(lowest) + Σ_v c_v·p_v,   p_v the share of scores from v up
//
// over the steps v at which f rises, by c_v. Of CSAT that is one share; of NPS
// two, those from 7 and from 9 up; of CES six.
type Ladder struct {
	n     float64
	steps []step
	r     [][]float64 // correlation of the shares
}

// A step is the share p of scores from where f rises by c.
type step struct{ c, p float64 }

// Ladder is of a value that never falls from lowest to highest, at the
// effective n.
func (s *Sample) Ladder(f Value, lowest, highest int, n float64) *Ladder {
	from := make([]float64, highest+2) // the weight of the scores from each up
	for i := range s.sums {
		from[s.sums[i].score] += s.sums[i].w
	}
	for v := highest - 1; v >= lowest; v-- {
		from[v] += from[v+1]
	}
	l := &Ladder{n: n}
	for v := lowest + 1; v <= highest; v++ {
		if c := f(v) - f(v-1); c > 0 {
			l.steps = append(l.steps, step{c, min(1, from[v]/s.w)})
		}
	}
	l.relate()
	return l
}

// relate fills in the correlation of shares of which the higher is part of the
// lower,
//
//	r = √( p_high·(1-p_low) / (p_low·(1-p_high)) )
//
// with half an answer added on either side of each, so that there is one where
// all or none are.
func (l *Ladder) relate() {
	smooth := func(p float64) float64 { return (l.n*p + 0.5) / (l.n + 1) }
	l.r = make([][]float64, len(l.steps))
	for i := range l.steps {
		l.r[i] = make([]float64, len(l.steps))
		for k := range l.steps {
			low, high := smooth(l.steps[min(i, k)].p), smooth(l.steps[max(i, k)].p)
			l.r[i][k] = math.Sqrt(high * (1 - low) / (low * (1 - high)))
		}
	}
}

// Reach is how far below and above the mean its limits lie, if the chance of a
// truth beyond either is to be α/2: each share's reach d is that of
// ClopperPearson, and Joint puts them together.
func (l *Ladder) Reach(α float64) (below, above float64) {
	down, up := make([]float64, len(l.steps)), make([]float64, len(l.steps))
	var low, high float64
	for i, s := range l.steps {
		if i == 0 || s.p != l.steps[i-1].p {
			low, high = ClopperPearson(s.p, l.n, α)
		}
		down[i], up[i] = s.c*max(0, s.p-low), s.c*max(0, high-s.p)
	}
	return Joint(l.r, down), Joint(l.r, up)
}

// Joint is the reach of a sum of estimates whose limits lie d_i from each,
//
//	√( Σ_ij r_ij·d_i·d_j )
//
// for estimates with correlations r (Zou & Donner 2008; of two shares Newcombe
// 1998): the variance that each limit stands for is recovered from it, near
// that limit.
func Joint(r [][]float64, d []float64) float64 {
	all := 0.0
	for i := range d {
		for k := range d {
			all += r[i][k] * d[i] * d[k]
		}
	}
	return math.Sqrt(max(0, all))
}
