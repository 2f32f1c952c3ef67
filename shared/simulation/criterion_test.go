//go:build !race

package simulation

import (
	"math"
	"runtime/debug"
	"strings"
	"testing"

	"heed/shared/figures"
)

// The promise, on 300 populations. It takes minutes, and under the race
// detector many, so that it is not built there; what runs at once is tested on
// a few populations.
func TestCriterion(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	r := run(t, Options{Seed: 1, Populations: 300, Customers: 3_000, Quiet: 90, Workers: 2})
	var b strings.Builder
	if _, err := r.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", &b)

	ours := r.find(t, "ours", adjusted)
	holds(t, ours.fare(t, "all answer"))
	holds(t, ours.fare(t, "by class"))
	holds(t, r.find(t, "ours", weighted).fare(t, "all answer"))
	for _, a := range answerings {
		off(t, r.find(t, "peers: 25%, then quiet", plain).fare(t, a.name), 3)
		off(t, r.find(t, "peers: 100%, then quiet", plain).fare(t, a.name), 3)
	}
	for _, l := range r.Lines { // nobody can fix it, and that is said
		if l.Estimand == figures.EventWeighted {
			off(t, l.fare(t, "by satisfaction"), 3)
		}
	}
	if !strings.Contains(b.String(), "NOBODY CAN FIX THIS") {
		t.Error("what nobody can fix is not called so")
	}
	if s := r.step(t, "peers: 10%, then 50%", plain); s.Bias < 3 {
		t.Errorf("the peers' false step is %+.2f", s.Bias)
	}
	for _, e := range []estimate{weighted, adjusted} {
		if s := r.step(t, "ours: 10%, then 50%", e); math.Abs(s.Bias) > 0.5+3*s.BiasError {
			t.Errorf("our false step, %s, is %+.2f ± %.2f", e.name, s.Bias, s.BiasError)
		}
	}
}

// holds asks for a bias of at most half a point, and for intervals that hold
// the truth 93 to 99 times of 100, both but for three standard errors.
func holds(t *testing.T, f Fare) {
	t.Helper()
	if math.Abs(f.Bias) > 0.5+3*f.BiasError {
		t.Errorf("%s: bias %+.2f ± %.2f", f.Answers, f.Bias, f.BiasError)
	}
	n := float64(f.Found)
	low, high := 0.93-3*math.Sqrt(0.93*0.07/n), 0.99+3*math.Sqrt(0.99*0.01/n)
	if f.Found != 300 || f.Coverage < low || f.Coverage > high {
		t.Errorf("%s: %d found, coverage %.3f, wanted from %.3f to %.3f", f.Answers, f.Found, f.Coverage, low, high)
	}
}

// off asks for a bias of more than so many points.
func off(t *testing.T, f Fare, points float64) {
	t.Helper()
	if math.Abs(f.Bias) <= points {
		t.Errorf("%s: bias is only %+.2f", f.Answers, f.Bias)
	}
}

func (r *Report) find(t *testing.T, design string, e estimate) Line {
	t.Helper()
	for _, l := range r.Lines {
		if l.Design == design && l.Estimate == e.name && l.Estimand == e.estimand {
			return l
		}
	}
	t.Fatalf("no line of %s, %s", design, e.name)
	return Line{}
}

func (l Line) fare(t *testing.T, answers string) Fare {
	t.Helper()
	for _, f := range l.Fares {
		if f.Answers == answers {
			return f
		}
	}
	t.Fatalf("nothing of %s", answers)
	return Fare{}
}

func (r *Report) step(t *testing.T, design string, e estimate) Step {
	t.Helper()
	for _, s := range r.Steps {
		if s.Design == design && s.Estimate == e.name {
			return s
		}
	}
	t.Fatalf("no step of %s, %s", design, e.name)
	return Step{}
}
