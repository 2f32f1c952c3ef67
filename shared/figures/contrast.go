package figures

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"heed/shared/estimates"
)

// A contrast is a sum of scores with known shares, one for each side: a
// difference, a journey.
type contrast struct {
	shares []float64
	reach  []func(α float64) (below, above float64) // of the sides' own limits
	r      [][]float64                              // correlation of the scores
	value  float64                                  // of the sum; in units of the mean, as all here
}

// contrastOf estimates Σ share·score of sides that ask the same. The limits are
// put together from the sides' own (MOVER: Zou & Donner 2008), which are those
// of estimates.Ladder at each side's effective n: they hold where one side has
// few answers, or nearly all alike, and far out too, where what stands out among
// many differences is told from chance (TestEqualsAreNotToldApart).
func contrastOf(m *measure, shares []float64, sides []*Side) *contrast {
	c, means := &contrast{shares: shares}, make([]estimates.Mean, len(sides))
	for k, s := range sides {
		means[k] = s.answers.Mean(m.value)
		c.value += shares[k] * means[k].Value
		c.reach = append(c.reach, m.ladder(s.answers, s.Figure.EffectiveN).Reach)
	}
	c.relate(means)
	return c
}

// relate fills in how the sides' scores are correlated, since they may have
// customers in common: by the groups. Where that makes the interval narrower,
// only as much of it counts as is more than its standard error, because few
// answers fall into the same groups by chance.
func (c *contrast) relate(means []estimates.Mean) {
	c.r = make([][]float64, len(means))
	for i := range means {
		c.r[i] = make([]float64, len(means))
		for k := range means {
			if i == k {
				c.r[i][k] = 1
				continue
			}
			r, chance := means[i].Correlation(&means[k])
			if r*c.shares[i]*c.shares[k] < 0 {
				r = math.Copysign(max(0, math.Abs(r)-chance), r)
			}
			c.r[i][k] = r
		}
	}
}

// limits are those that leave α/2 out on either side.
func (c *contrast) limits(α float64) (low, high float64) {
	down, up := make([]float64, len(c.shares)), make([]float64, len(c.shares))
	for k, share := range c.shares {
		below, above := c.reach[k](α)
		if share < 0 {
			below, above = above, below
		}
		down[k], up[k] = share*below, share*above
	}
	return c.value - estimates.Joint(c.r, down), c.value + estimates.Joint(c.r, up)
}

// furthest is how many standard errors out p is looked for; what is further is
// said to be there, at 2e-9.
const furthest = 6.0

// p is the chance of a value as far from 0 if the truth were 0: the smallest α
// at which the limits leave 0 out, to 1e-6 of a standard error. It is below 0.05
// where the 95% interval leaves 0 out. Found by the secant, which never leaves
// what holds it (Illinois, Dowell & Jarratt 1971).
func (c *contrast) p() float64 {
	from, to := 0.0, furthest // 0 is left out at from, not at to
	clear, within := c.clear(from), c.clear(to)
	switch {
	case !(clear > 0):
		return 1
	case within > 0:
		return tails(to)
	}
	for side := 0; to-from > 1e-6; {
		z := from + (to-from)*clear/(clear-within)
		z = max(from+1e-7, min(to-1e-7, z))
		if s := c.clear(z); s > 0 {
			from, clear = z, s
			if side > 0 {
				within /= 2
			}
			side = 1
		} else {
			to, within = z, s
			if side < 0 {
				clear /= 2
			}
			side = -1
		}
	}
	return tails(from)
}

// clear is by how much the limits z standard errors out leave 0 out; below 0
// if they don't.
func (c *contrast) clear(z float64) float64 {
	low, high := c.limits(tails(z))
	if c.value > 0 {
		return low
	}
	return -high
}

func tails(z float64) float64 { return 2 * distuv.UnitNormal.CDF(-z) }
