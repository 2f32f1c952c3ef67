package sampling

import (
	"testing"
	"time"

	"heed/shared/heed"
)

const one = heed.PPB

// at is an hour of the 10th of March 2026, a Tuesday, or of days from it.
func at(days, hour int) time.Time { return time.Date(2026, 3, 10+days, hour, 0, 0, 0, time.UTC) }

// course has so many invitations a day, the last of them today.
func course(now time.Time, invitations ...uint64) Course {
	c := Course{map[heed.Day]uint64{}, map[heed.Day]float64{}}
	today := heed.DayOf(now, now.Location())
	for i, n := range invitations {
		day := today - heed.Day(len(invitations)-1-i)
		c.Expected[day], c.Demand[day] = n*one, float64(n*one)
	}
	return c
}

// weeks are four of ten invitations on each day but Sunday, then today's.
func weeks(today uint64) (list []uint64) {
	for day := range Remembered {
		n := uint64(10)
		if day%7 == 5 { // the day 28 before a Tuesday is one
			n = 0
		}
		list = append(list, n)
	}
	return append(list, today)
}

func TestForecast(t *testing.T) {
	for _, test := range []struct {
		name   string
		now    time.Time
		course Course
		want   Spending
	}{
		{"nothing happened", at(0, 12), Course{}, Spending{}},
		{"a first day, half over", at(0, 12), course(at(0, 12), 6), Spending{6 * one, 6 * one, 6 * one, 6*one + 21*12*one}},
		{"a first day counts as an hour old", at(0, 0), course(at(0, 0), 1), Spending{one, one, 24 * one, 22 * 24 * one}},
		{"a day before counts as a quarter of one", at(0, 18), course(at(0, 18), 8, 4), Spending{4 * one, 12 * one, 1.5 * one, 1.5*one + 21*8*one}},
		{"days of nothing count", at(0, 0), course(at(0, 0), 9, 0, 0, 0), Spending{0, 9 * one, 3 * one, 22 * 3 * one}},
		{"weekdays on their own, and another month", at(0, 0), course(at(0, 0), weeks(0)...), Spending{0, 70 * one, 10 * one, 190 * one}},
		{"days too long ago", at(0, 0), course(at(0, 0), append([]uint64{1000}, weeks(0)...)...), Spending{0, 70 * one, 10 * one, 190 * one}},
		{"the last day of a month", at(21, 12), course(at(21, 12), 6), Spending{6 * one, 6 * one, 6 * one, 6 * one}},
	} {
		if got := test.course.Spending(test.now, time.UTC); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// At noon in Berlin eleven hours of the day on which summer time begins are
// over, and as many to come as on any other.
func TestForecastKnowsShortDays(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 29, 12, 0, 0, 0, berlin)
	if got := course(now, 11).Spending(now, berlin).RestOfDay; got < 12*one-1 || got > 12*one+1 {
		t.Errorf("forecast %d for the rest of the day, want 12 invitations", got)
	}
}
