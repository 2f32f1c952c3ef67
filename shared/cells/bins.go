package cells

import (
	"time"

	"github.com/DataDog/sketches-go/ddsketch/mapping"
)

// Bins are how many durations fall into each bin of a logarithmic sketch, by
// the bin's index (BinOf), and the exact sums of them. Durations below one
// second count as one; what was not measured is in none.
type Bins struct {
	N       map[int32]uint64
	Sum     uint64  // seconds
	Squares Uint128 // sum of seconds squared
}

// Accuracy is how far off ValueOf is from any duration in the bin, at the most,
// as a part of that duration (Masson, Rim & Lee 2019, DDSketch).
const Accuracy = 0.01

// sketch can't fail to be made: the accuracy is between 0 and 1.
var sketch, _ = mapping.NewLogarithmicMapping(Accuracy)

// BinOf returns the bin of a duration in seconds, 0 for one second or less.
func BinOf(seconds uint64) int32 { return int32(sketch.Index(float64(max(seconds, 1)))) }

// maxBin is the last bin of any duration.
var maxBin = BinOf(^uint64(0))

// ValueOf returns the seconds that stand for all of a bin.
func ValueOf(bin int32) float64 { return sketch.Value(int(bin)) }

// span returns the whole seconds from one time to another, at least 1; and 0,
// which is not measured, if either is unknown or they are the wrong way round.
func span(from, to time.Time) uint64 {
	if from.IsZero() || to.IsZero() || to.Before(from) {
		return 0
	}
	return whole(to.Sub(from))
}

func whole(d time.Duration) uint64 { return max(uint64(d/time.Second), 1) }

// count adds a duration in seconds, unless it is 0.
func (b *Bins) count(seconds uint64, bin int32) {
	if seconds == 0 {
		return
	}
	put(&b.N, bin, b.N[bin]+1)
	b.Sum += seconds
	b.Squares = b.Squares.Add(Mul64(seconds, seconds))
}

func (b *Bins) merge(o *Bins) {
	join(&b.N, o.N, plus)
	b.Sum += o.Sum
	b.Squares = b.Squares.Add(o.Squares)
}

// subtract reports whether nothing fell below 0.
func (b *Bins) subtract(o *Bins) bool {
	if b.Sum < o.Sum || b.Squares.Cmp(o.Squares) < 0 {
		return false
	}
	b.Sum -= o.Sum
	b.Squares = b.Squares.Sub(o.Squares)
	return take(b.N, o.N, minus)
}

func (b *Bins) empty() bool { return b.Sum == 0 && b.Squares.IsZero() && hollow(b.N) }

func (b *Bins) append(data []byte) []byte {
	bins := held(b.N)
	data = appendCount(data, uint64(len(bins)))
	next := int32(0)
	for _, bin := range bins {
		data = appendCount(appendCount(data, uint64(bin-next)), b.N[bin])
		next = bin + 1
	}
	return appendNumber(appendCount(data, b.Sum), b.Squares)
}

func (b *Bins) read(r *reader) {
	next := uint64(0)
	for i, n := uint64(0), r.count(); i < n && r.ok(); i++ {
		bin := next + r.below(uint64(maxBin)+1)
		count := r.count()
		r.must(bin <= uint64(maxBin) && count > 0)
		put(&b.N, int32(bin), count)
		next = bin + 1
	}
	b.Sum, b.Squares = r.count(), r.number()
}
