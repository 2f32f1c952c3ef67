package simulation

import "testing"

func TestSigned(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want string
	}{{0, "0.0"}, {-0.04, "0.0"}, {0.04, "0.0"}, {-0.06, "-0.1"}, {12.34, "+12.3"}} {
		if got := signed(c.x); got != c.want {
			t.Errorf("%v is written %q, want %q", c.x, got, c.want)
		}
	}
	if got := (Fare{}).String(); got != "none" {
		t.Errorf("of nothing found, %q is written", got)
	}
}

// Bias, error, coverage and half width, of four populations by hand; of the
// fifth there is no estimate.
func TestQuality(t *testing.T) {
	found := []outcome{{true, 1, 0, 4}, {true, 3, 2, 6}, {true, -1, -2, 2}, {true, 1, 0.5, 2.5}, {}}
	results := make([]result, len(found))
	for i := range results {
		results[i].touchpoints = i
	}
	q, coverage, half := quality(results, func(r *result) (outcome, float64) { return found[r.touchpoints], 0 })
	if q.Found != 4 || q.Bias != 1 || q.RMSE != 1.7320508075688772 || coverage != 0.5 || half != 1.75 {
		t.Errorf("got %+v, coverage %v, half width %v", q, coverage, half)
	}
	if want := 0.816496580927726; q.BiasError < want-1e-12 || q.BiasError > want+1e-12 {
		t.Errorf("standard error %v, want %v", q.BiasError, want)
	}
}
