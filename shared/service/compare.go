package service

import (
	"math"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
)

// Compare is how the tickets of a period of which so many days have gone by
// differ from those of another; nil if both have none. The periods must have no touchpoint in common.
func Compare(now, before *cells.Cell, days, daysBefore float64) *Changes {
	a, b := Of(before), Of(now)
	if a == nil && b == nil {
		return nil
	}
	c := &Changes{Volume: volume(now, before, days, daysBefore), Contact: contact(now, before)}
	if a == nil {
		a = &Measures{}
	}
	if b == nil {
		b = &Measures{}
	}
	c.FirstReply = ratio(a.FirstReply.Median, b.FirstReply.Median)
	c.Resolution = ratio(a.Resolution.Median, b.Resolution.Median)
	c.Handling = ratio(a.Handling.Median, b.Handling.Median)
	c.Once = difference(a.Once.Share, b.Once.Share)
	c.Reopened = difference(a.Reopened.Share, b.Reopened.Share)
	return c
}

// Provisional is why a change is not shown that tickets may still undo.
const Provisional = "tickets may still be opened again"

// Withdraw takes out of a period whose tickets may still be opened again what
// that bears on. Where none of those before may, a change for the worse that is
// sure stands: it can only get worse.
func (c *Changes) Withdraw(finalBefore bool) {
	for _, one := range []struct {
		*Change
		worse float64 // its sign
	}{{&c.Once, -1}, {&c.Reopened, 1}} {
		if one.Shown && !(finalBefore && one.Sure && one.Change.Change.Value*one.worse > 0) {
			*one.Change = Change{Reason: Provisional}
		}
	}
}

// ratio is b by a, two times above 0.
func ratio(a, b *Estimate) Change {
	if a == nil || b == nil {
		return Change{Reason: figures.TooFew}
	}
	low, high := estimates.Apart(math.Log(a.Value), math.Log(a.Low), math.Log(a.High),
		math.Log(b.Value), math.Log(b.Low), math.Log(b.High))
	return ratioOf(math.Log(b.Value/a.Value), low, high)
}

// ratioOf is made of the logarithms.
func ratioOf(x, low, high float64) Change {
	c := changeOf(x, low, high)
	c.Change = &Estimate{math.Exp(x), math.Exp(low), math.Exp(high)}
	return c
}

// difference is b less a, two shares.
func difference(a, b *Estimate) Change {
	if a == nil || b == nil {
		return Change{Reason: figures.TooFew}
	}
	low, high := estimates.Apart(a.Value, a.Low, a.High, b.Value, b.Low, b.High)
	return changeOf(b.Value-a.Value, low, high)
}

func changeOf(x, low, high float64) Change {
	return Change{
		Shown: true, Change: &Estimate{x, low, high},
		P: new(estimates.Beside(x, low, high)), Sure: low > 0 || high < 0,
	}
}

// TooSoon is why the volume of a period of less than a week is not compared: of
// weekends it may have more than its share, or none.
const TooSoon = "less than a week has gone by"

const week = 7 // days

// volume is the ratio of touchpoints per day. Its logarithm has the variance
//
//	φ/n + φ'/n'
//
// where φ is 1 if customers come independently of each other and of themselves
// (Poisson), and more where each comes several times: see clumps.
func volume(now, before *cells.Cell, days, daysBefore float64) Change {
	n, m := float64(now.Population().N), float64(before.Population().N)
	switch {
	case min(n, m) < fewest:
		return Change{Reason: figures.TooFew}
	case min(days, daysBefore) < week:
		return Change{Reason: TooSoon}
	}
	x := math.Log(n/days) - math.Log(m/daysBefore)
	half := estimates.Z * math.Sqrt(clumps(now, days)/n+clumps(before, daysBefore)/m)
	return ratioOf(x, x-half, x+half)
}

// busy is how many touchpoints, about, a customer of each band had in the 90
// days before (heed.Decision.Band); of the last at least.
var busy = [...]float64{0, 1.5, 4, 9, 21, 30}

// clumps is by how much the variance of a number of touchpoints exceeds
// Poisson's if those of one customer all come together: the mean, over
// touchpoints, of how many their customer has in the period,
//
//	φ = Σ m² / Σ m
//
// (compound Poisson: Feller 1968), m being 1 and the period's part of what the
// band says of 90 days.
func clumps(c *cells.Cell, days float64) float64 {
	var all, more float64
	for class, s := range c.Classes {
		all += float64(s.N)
		more += float64(s.N) * busy[min(int(class.Band), len(busy)-1)]
	}
	return 1 + more/all*min(days, 90)/90
}

// contact is the ratio of touchpoints for each that came after 90 days without
// any: the inverse of their share, band 0, with Wilson's limits.
func contact(now, before *cells.Cell) Change {
	a, b := fresh(before), fresh(now)
	if a == nil || b == nil {
		return Change{Reason: figures.TooFew}
	}
	return ratio(b, a) // the other way round: a larger share is fewer for each
}

// fresh is the share of touchpoints of band 0; nil where they are too few.
func fresh(c *cells.Cell) *Estimate {
	var n, of uint64
	for class, s := range c.Classes {
		if of += s.N; class.Band == 0 {
			n += s.N
		}
	}
	if n < fewest {
		return nil
	}
	return ShareOf(n, of).Share
}
