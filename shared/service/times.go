package service

import (
	"maps"
	"math"
	"slices"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
)

// durations are those of a sketch, from the shortest.
type durations struct {
	n    uint64
	bins []int32
	in   map[int32]uint64
}

func durationsOf(b *cells.Bins) durations {
	d := durations{bins: slices.Sorted(maps.Keys(b.N)), in: b.N}
	for _, n := range b.N {
		d.n += n
	}
	return d
}

// at is the duration of a rank, counted from 1, in seconds.
func (d *durations) at(rank uint64) float64 {
	for _, bin := range d.bins {
		if d.in[bin] >= rank {
			return cells.ValueOf(bin)
		}
		rank -= d.in[bin]
	}
	return math.NaN()
}

// quantile is the one of the nearest rank, ⌈q·n⌉, between the order statistics
// that hold it, each moved out by what the sketch may be off; nil where there
// are none.
func (d *durations) quantile(q float64) *Estimate {
	low, high, ok := estimates.Orders(d.n, q)
	if !ok {
		return nil
	}
	return &Estimate{d.at(nearest(q, d.n)), d.at(low) / (1 + cells.Accuracy), d.at(high) / (1 - cells.Accuracy)}
}

// nearest is the nearest rank of the q-quantile of n.
func nearest(q float64, n uint64) uint64 {
	const hair = 1e-9 // 0.9·10 may come out above 9
	return max(1, uint64(math.Ceil(q*float64(n)-hair)))
}

func timeOf(b *cells.Bins) Time {
	d := durationsOf(b)
	t := Time{N: d.n}
	if d.n < fewest {
		t.Reason = figures.TooFew
		return t
	}
	t.Shown, t.IntervalOnly = true, d.n < enough
	t.Median, t.P90, t.Mean = d.quantile(0.5), d.quantile(0.9), mean(b, d.n)
	return t
}

// mean has Student's interval, and the exact variance
//
//	( n·Σx² - (Σx)² ) / ( n·(n-1) )
func mean(b *cells.Bins, n uint64) *Estimate {
	count := float64(n)
	squares := b.Squares.Times(n).Sub(cells.Mul64(b.Sum, b.Sum)).Float()
	m := float64(b.Sum) / count
	low, high := estimates.Student(m, squares/(count*count*(count-1)), count-1)
	return &Estimate{m, max(0, low), high}
}
