package sampling

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
)

func TestPace(t *testing.T) {
	const one = heed.PPB
	for _, test := range []struct {
		name     string
		budget   surveys.Budget
		spending Spending
		want     uint32
	}{
		{"no budget", surveys.Budget{}, Spending{Today: 900 * one, RestOfDay: 900 * one, RestOfMonth: 900 * one}, one},
		{"it lasts", surveys.Budget{Day: 50}, Spending{Today: 20 * one, RestOfDay: 30 * one}, one},
		{"half of it is left", surveys.Budget{Day: 50}, Spending{Today: 40 * one, RestOfDay: 20 * one}, one / 2},
		{"a third", surveys.Budget{Day: 10}, Spending{RestOfDay: 30 * one}, one / 3},
		{"nothing is left", surveys.Budget{Day: 50}, Spending{Today: 50 * one, RestOfDay: 20 * one}, 0},
		{"less than nothing", surveys.Budget{Day: 50}, Spending{Today: 77 * one, RestOfDay: 20 * one}, 0},
		{"nothing is left, and nothing is forecast", surveys.Budget{Day: 50}, Spending{Today: 50 * one}, 0},
		{"five times what there was is gone", surveys.Budget{Month: 1}, Spending{Month: 5 * one}, 0},
		{"nothing has come, and nothing is forecast", surveys.Budget{Day: 50}, Spending{}, one},
		{"the month is tighter", surveys.Budget{Day: 50, Month: 1000}, Spending{RestOfDay: 100 * one, Month: 900 * one, RestOfMonth: 400 * one}, one / 4},
		{"the day is tighter", surveys.Budget{Day: 50, Month: 1000}, Spending{RestOfDay: 100 * one, RestOfMonth: 1100 * one}, one / 2},
		{"the month alone", surveys.Budget{Month: 1000}, Spending{Today: 900 * one, RestOfDay: 900 * one, Month: 900 * one, RestOfMonth: 200 * one}, one / 2},
		{"more than can be", surveys.Budget{Day: math.MaxInt}, Spending{Today: math.MaxUint64, RestOfDay: math.MaxUint64}, one},
	} {
		if got := Pace(test.budget, test.spending); got != test.want {
			t.Errorf("%s: %d, want %d", test.name, got, test.want)
		}
	}
}

// What a pace lets go is never more than what is left, and never needlessly
// less: by exact arithmetic of any size.
func TestPaceIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		b := surveys.Budget{Day: 1 + r.IntN(1<<r.IntN(33))}
		s := Spending{Today: r.Uint64() >> r.IntN(60), RestOfDay: r.Uint64() >> r.IntN(60)}
		left := new(big.Int).Mul(big.NewInt(int64(b.Day)), big.NewInt(heed.PPB))
		if left.Sub(left, new(big.Int).SetUint64(s.Today)); left.Sign() < 0 {
			left.SetInt64(0)
		}
		demand, want := new(big.Int).SetUint64(s.RestOfDay), uint32(heed.PPB)
		if demand.Cmp(left) > 0 || left.Sign() == 0 {
			left.Mul(left, big.NewInt(heed.PPB))
			want = uint32(left.Div(left, demand.Add(demand, big.NewInt(int64(1-min(demand.Sign(), 1))))).Uint64())
		}
		if got := Pace(b, s); got != want {
			t.Fatalf("%+v, %+v: %d, want %d", b, s, got, want)
		}
	}
}

func TestBlind(t *testing.T) {
	strata := []surveys.Stratum{{Rate: 10_000_000}} // 1%
	for _, test := range []struct {
		name    string
		program surveys.Program
		pace    uint32
		want    bool
	}{
		{"full rate", surveys.Program{Rate: 250_000_000}, heed.PPB, false},
		{"a hundredth", surveys.Program{Rate: 250_000_000}, heed.PPB / 100, false},
		{"just enough", surveys.Program{Rate: 250_000_000}, 400_000, false},
		{"just too little", surveys.Program{Rate: 250_000_000}, 399_999, true},
		{"nothing", surveys.Program{Rate: 250_000_000}, 0, true},
		{"nothing, and a floor", surveys.Program{Rate: 250_000_000, Floor: 1_000_000}, 0, false},
		{"of a stratum too little", surveys.Program{Rate: 250_000_000, Strata: strata}, 5_000_000, true},
		{"nobody is asked anyway", surveys.Program{}, 0, false},
	} {
		if got := Blind(&test.program, test.pace); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
