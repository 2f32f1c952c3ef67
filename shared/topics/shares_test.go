package topics_test

import (
	"math"
	"testing"

	"heed/shared/topics"
)

// The intervals that Newcombe 1998 gives in table II, method 10.
func TestNewcombe(t *testing.T) {
	for _, c := range []struct {
		a, n, b, m uint64
		low, high  float64
	}{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062},
		{5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775},
		{10, 10, 0, 20, 0.6791, 1},
	} {
		e := topics.Newcombe(c.a, c.n, c.b, c.m)
		if math.Abs(e.Low-c.low) > 5e-5 || math.Abs(e.High-c.high) > 5e-5 || e.Value != float64(c.a)/float64(c.n)-float64(c.b)/float64(c.m) {
			t.Errorf("%d of %d less %d of %d is %+v, want from %v to %v", c.a, c.n, c.b, c.m, e, c.low, c.high)
		}
	}
}
