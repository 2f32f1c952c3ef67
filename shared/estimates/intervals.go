package estimates

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Level is the confidence of every interval; Z the normal quantile that goes
// with it, T that of Student's distribution with df degrees of freedom.
const Level = 0.95

var Z = distuv.UnitNormal.Quantile((1 + Level) / 2)

// T is the quantile of Student's distribution that goes with Level.
func T(df float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile((1 + Level) / 2)
}

// Wilson is the score interval of a share p of n,
//
//	( p + z²/2n ± z·√( p(1-p)/n + z²/4n² ) ) / ( 1 + z²/n )
//
// (Wilson 1927), at the effective n, as Franco et al. 2019 recommend for
// complex samples.
func Wilson(p, n, z float64) (low, high float64) {
	centre, scale := p+z*z/(2*n), 1+z*z/n
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return (centre - half) / scale, (centre + half) / scale
}

// Rocks is the adjusted Wald interval of a net score, the share of promoters
// less that of detractors: 3/4 of a promoter, 3/2 of a passive and 3/4 of a
// detractor are added,
//
//	P = (n·pro + ¾)/(n+3),  D = (n·det + ¾)/(n+3)
//	P - D ± z·√( (P + D - (P-D)²)/(n+3) )
//
// (Rocks 2016), at the effective n.
func Rocks(pro, det, n, z float64) (low, high float64) {
	p, d := (n*pro+0.75)/(n+3), (n*det+0.75)/(n+3)
	half := z * math.Sqrt((p+d-(p-d)*(p-d))/(n+3))
	return p - d - half, p - d + half
}

// Student is the interval of a mean θ with variance v, estimated with df
// degrees of freedom: θ ± t·√v (Student 1908).
func Student(θ, v, df float64) (low, high float64) {
	half := T(df) * math.Sqrt(v)
	return θ - half, θ + half
}

// KornGraubard is the exact binomial interval of Clopper and Pearson at the
// effective n of a share p with variance v, of n responses and df degrees of
// freedom (Korn & Graubard 1998),
//
//	m = p(1-p)/v · (t_{n-1} / t_df)²
//
// that is ClopperPearson(p, m).
func KornGraubard(p, v, n, df float64) (low, high float64) {
	ratio := T(n-1) / T(df)
	return ClopperPearson(p, p*(1-p)/v*ratio*ratio, 1-Level)
}

// ClopperPearson is the exact interval of a share p of n that leaves α/2 out on
// either side,
//
//	Beta(α/2; n·p, n·(1-p)+1)  to  Beta(1-α/2; n·p+1, n·(1-p))
//
// (Clopper & Pearson 1934), at an effective n as Korn & Graubard 1998 have it.
func ClopperPearson(p, n, α float64) (low, high float64) {
	const none = 1e-3 // of an answer: the limits are those of none, to the last digit
	low, high = 0, 1
	if n*p > none {
		low = beta(n*p, n*(1-p)+1, α/2)
	}
	if n*(1-p) > none {
		high = beta(n*p+1, n*(1-p), 1-α/2)
	}
	return low, high
}

func beta(a, b, q float64) float64 { return distuv.Beta{Alpha: a, Beta: b}.Quantile(q) }

// Logit is the interval of a share p with variance v, made on the scale of
// ln(p/(1-p)), which keeps it between 0 and 1: ± t·√v / (p(1-p)) there.
func Logit(p, v, df float64) (low, high float64) {
	centre, half := math.Log(p/(1-p)), T(df)*math.Sqrt(v)/(p*(1-p))
	return 1 / (1 + math.Exp(half-centre)), 1 / (1 + math.Exp(-half-centre))
}
