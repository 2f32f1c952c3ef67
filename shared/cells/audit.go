package cells

import (
	"math"

	"heed/shared/heed"
)

// alarming is how many standard errors are too many for chance: so far off a
// sound draw comes once in 16,000 days. Counts of rare things run further above
// what is expected than below, at z standard errors by (z²-1)/6 more (Cornish &
// Fisher 1938); without it a program that asks twice a week would cry wolf.
const (
	alarming = 4
	skewed   = (alarming*alarming - 1) / 6.0
)

// Audit compares how many were drawn with how many should have been. It
// returns the difference in standard errors, √Spread, and whether that is too
// much to be chance, which means that who is drawn is not who was meant to be.
// z is 0 where nothing was left to chance.
//
// Spread takes draws as independent. Those of one scope come together less
// often than that, since one keeps it quiet for the next, so that the true
// spread is smaller and the alarm, if anything, late. Of what is Doubtful a
// chance may be off by all of it, so that each may be one draw too many or too
// few before anything is wrong. While most are, as after a change of scope, the
// audit finds only what is wrong with the rest.
func (p Population) Audit() (z float64, alarm bool) {
	spread := math.Sqrt(p.Spread.Float()) / heed.PPB
	off := float64(p.Drawn) - p.Expected.Float()/heed.PPB
	doubtful := float64(p.Doubtful)
	if spread == 0 {
		return 0, math.Abs(off) >= 1+doubtful
	}
	return off / spread, off > alarming*spread+skewed+doubtful || off < -alarming*spread-doubtful
}
