package rollup

import (
	"maps"
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// months runs a street from the first of February 2026 over three months, and
// returns what was expected of each, and the most of any day after the first
// month. before is called on each day but the first, by its number.
func months(t *testing.T, b surveys.Budget, times float64, before func(s *street, n int)) (sums [3]float64, most float64) {
	t.Helper()
	s := newStreet(t)
	s.config.Programs[0].Budget, s.config.Programs[0].Floor = b, 0 // which small budgets would not keep
	day := heed.DayOf(time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC), s.config.Zone)
	n := 0
	for m := range sums {
		for last := heed.MonthOf(day).Last; day <= last; day++ {
			if before != nil {
				before(s, n)
			}
			s.day(day, times)
			expected := s.sums[day].Expected.Float() / heed.PPB
			if sums[m] += expected; m > 0 {
				most = max(most, expected)
			}
			n++
		}
	}
	t.Logf("%.2f expected, %.2f of a day at most", sums, most)
	return sums, most
}

// Budgets that are far below the demand are kept too: what a spent one holds
// back is not taken for want of demand.
func TestSmallBudgets(t *testing.T) {
	budget := func(n int) surveys.Budget { return surveys.Budget{Month: n} }
	for _, test := range []struct {
		name   string
		budget surveys.Budget
		times  float64
		before func(s *street, n int)
		want   float64 // of the second and the third month
		most   float64 // of one day of these
	}{
		{"one a month", budget(1), 4, nil, 1, 0.5},
		{"ten a month", budget(10), 1, nil, 10, 1},
		{"ten a month of many", budget(10), 4, nil, 10, 1},
		{"cut to a hundredth", budget(5000), 1, func(s *street, n int) {
			if n == 2 {
				s.config.Programs[0].Budget = budget(50) // spent already
			}
		}, 50, 5},
		{"removed in the first month, and put back", budget(50), 1, func(s *street, n int) {
			s.config.Programs[0].Budget = surveys.Budget{}
			if n < 15 || n > 20 {
				s.config.Programs[0].Budget = budget(50)
			}
		}, 50, 5},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			sums, most := months(t, test.budget, test.times, test.before)
			for _, sum := range sums[1:] {
				if sum < 0.8*test.want || sum > 1.1*test.want {
					t.Errorf("%.2f expected of %.0f a month", sum, test.want)
				}
			}
			if most > test.most {
				t.Errorf("%.2f expected of one day, want %.2f at most", most, test.most)
			}
		})
	}
}

// Days whose chances were not summed are days of the usual demand, or none if
// there is nothing usual; they are never days on which nothing was wanted.
func TestDaysOfTheFirstFormat(t *testing.T) {
	zone := time.UTC
	now := time.Date(2026, 3, 10, 12, 0, 0, 0, zone)
	today := heed.DayOf(now, zone)
	old := takenBy(cells.Population{N: 200, Eligible: 100})
	known := takenBy(cells.Population{N: 100, Eligible: 50, Expected: cells.Uint128{Lo: 25 * heed.PPB}})
	for _, test := range []struct {
		name string
		days map[heed.Day]taken
		want map[heed.Day]float64
	}{
		{"one is known", map[heed.Day]taken{today - 2: old, today - 1: known}, map[heed.Day]float64{today - 2: 50 * heed.PPB, today - 1: 25 * heed.PPB}},
		{"none is known", map[heed.Day]taken{today - 2: old, today - 1: old}, map[heed.Day]float64{}},
	} {
		p := newPaced(&surveys.Program{Rate: 250_000_000}, heed.PPB, now, zone, nil)
		p.days = test.days
		if got := p.course().Demand; !maps.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
