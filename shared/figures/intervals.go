package figures

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// level is the confidence of every interval; z the normal quantile that goes
// with it, tQuantile that of Student's distribution.
const level = 0.95

var z = distuv.UnitNormal.Quantile((1 + level) / 2)

func tQuantile(df float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile((1 + level) / 2)
}

// wilson is the score interval of a share p of n,
//
//	( p + z²/2n ± z·√( p(1-p)/n + z²/4n² ) ) / ( 1 + z²/n )
//
// (Wilson 1927), at the effective n, as Franco et al. 2019 recommend for
// complex samples.
func wilson(p, n, z float64) (low, high float64) {
	centre, scale := p+z*z/(2*n), 1+z*z/n
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return (centre - half) / scale, (centre + half) / scale
}

// rocks is the adjusted Wald interval of a net score, the share of promoters
// less that of detractors: 3/4 of a promoter, 3/2 of a passive and 3/4 of a
// detractor are added,
//
//	P = (n·pro + ¾)/(n+3),  D = (n·det + ¾)/(n+3)
//	P - D ± z·√( (P + D - (P-D)²)/(n+3) )
//
// (Rocks 2016), at the effective n.
func rocks(pro, det, n, z float64) (low, high float64) {
	p, d := (n*pro+0.75)/(n+3), (n*det+0.75)/(n+3)
	half := z * math.Sqrt((p+d-(p-d)*(p-d))/(n+3))
	return p - d - half, p - d + half
}

// student is the interval of a mean θ with variance v, estimated with df
// degrees of freedom: θ ± t·√v (Student 1908).
func student(θ, v, df float64) (low, high float64) {
	half := tQuantile(df) * math.Sqrt(v)
	return θ - half, θ + half
}

// unanimous is the interval of a mean on a scale from floor to ceiling when all
// n answered v. Their variance is 0, but it is no proof that others would not
// answer otherwise: at most Wilson's upper limit of a share of which none was
// seen would, and at worst at an end of the scale.
func unanimous(v, floor, ceiling, n, z float64) (low, high float64) {
	_, others := wilson(0, n, z)
	return v - others*(v-floor), v + others*(ceiling-v)
}
