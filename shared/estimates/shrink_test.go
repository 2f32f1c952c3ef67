package estimates

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The variance of true values, by halving the range it must be in.
func TestPauleMandelDirectly(t *testing.T) {
	number := rapid.Float64Range(-1, 1)
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SliceOfN(number, 2, 20).Draw(t, "y")
		v := rapid.SliceOfN(rapid.Float64Range(0.001, 1), len(y), len(y)).Draw(t, "v")
		spread := func(τ2 float64) (all float64) {
			μ := centre(y, v, τ2)
			for i := range y {
				all += (y[i] - μ) * (y[i] - μ) / (v[i] + τ2)
			}
			return all
		}
		low, high := 0.0, 100.0
		for range 200 {
			if half := (low + high) / 2; spread(half) > float64(len(y)-1) {
				low = half
			} else {
				high = half
			}
		}
		τ2, _ := PauleMandel(y, v)
		near(t, "variance of true values", τ2, low)
	})
}

// By hand, with B of 4 estimates from 1/3 of its value: 0, 0, 0 and 4 of variance
// 1 spread by 4, so τ² is 3, μ 1 and B 1/4.
func TestShrinkByHand(t *testing.T) {
	for i, s := range Shrink([]float64{0, 0, 0, 4}, []float64{1, 1, 1, 1}) {
		want := [4]Shrunk{{0.25, 1 - 0.75/12 + 2./144}, {0.25, 1 - 0.75/12 + 2./144}, {0.25, 1 - 0.75/12 + 2./144}, {3.25, 1 - 0.75/12 + 2*9./144}}[i]
		near(t, "value", s.Value, want.Value)
		near(t, "variance", s.Variance, want.Variance)
	}
	few := Shrink([]float64{0, 4}, []float64{1, 2})
	if few[0].Variance != 1 || few[1].Variance != 2 {
		t.Errorf("of two: got %v", few)
	}
	near(t, "apart", Shrunk{3, 9}.Apart(Shrunk{-2, 16}), 1)
	if (Shrunk{3, 0}).Apart(Shrunk{2, 0}) != 0 {
		t.Error("without variance nothing can be told apart")
	}
	if τ2, μ := PauleMandel([]float64{2}, []float64{1}); τ2 != 0 || μ != 2 {
		t.Errorf("of one: got %v, %v", τ2, μ)
	}
}

// What Benjamini and Hochberg call a discovery at a level, from their own rule:
// the largest i with p_(i) at most i/k of the level, and all before it.
func TestDiscoveriesDirectly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		thousandths := rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(0, 200).Draw(t, "")) / 1000 })
		p := rapid.SliceOfN(thousandths, 1, 30).Draw(t, "p")
		level := thousandths.Draw(t, "level") + 0.0005
		sorted := slices.SortedFunc(slices.Values(p), cmp.Compare)
		limit := -1.0
		for i, x := range sorted {
			if x <= float64(i+1)/float64(len(p))*level {
				limit = x
			}
		}
		for i, adjusted := range Discoveries(p) {
			if math.Abs(adjusted-level) > 1e-12 && (adjusted <= level) != (p[i] <= limit) {
				t.Fatalf("p = %v, adjusted %v at level %v: want discovery %v", p[i], adjusted, level, p[i] <= limit)
			}
		}
	})
}
