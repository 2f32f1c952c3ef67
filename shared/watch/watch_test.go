package watch_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/watch"
)

// A week is how many deliveries a source makes on each weekday, Sunday first,
// between two hours of the day.
type week struct {
	per         [7]float64
	from, until int
}

var (
	office  = week{[7]float64{0, 40, 40, 40, 40, 40, 0}, 8, 18}
	busy    = week{[7]float64{400, 900, 1000, 1000, 1000, 900, 500}, 0, 24}
	quiet   = week{[7]float64{1, 2, 2, 2, 2, 2, 1}, 6, 22}
	monday  = time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	oneWeek = 7 * 24 * time.Hour
)

// days makes the tallies of so many days, of which the last is the first one's
// that many later; nothing comes at or after dead.
func (w week) days(r *rand.Rand, first time.Time, n int, dead time.Time) []heed.Tally {
	var list []heed.Tally
	for i := range n {
		day := first.AddDate(0, 0, i)
		t := heed.Tally{Source: "zendesk", Day: heed.DayOf(day, time.UTC)}
		for range poisson(r, w.per[day.Weekday()]) {
			at := day.Add(time.Duration(w.from)*time.Hour + time.Duration(r.Int64N(int64(w.until-w.from)*int64(time.Hour))))
			if at.Before(dead) {
				t.Deliveries++
				t.Delivered = later(t.Delivered, at)
			}
		}
		if t.Deliveries > 0 {
			list = append(list, t)
		}
	}
	return list
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func poisson(r *rand.Rand, mean float64) (n int) {
	for p := r.Float64(); p > math.Exp(-min(mean, 500)) && n < 5000; n++ {
		p *= r.Float64()
	}
	return n
}

// at is what the roll-up reads at a time.
func at(list []heed.Tally, now time.Time) []heed.Tally {
	today := heed.DayOf(now, time.UTC)
	var seen []heed.Tally
	for _, t := range list {
		if t.Day > today-watch.LooksBack && t.Day <= today && !t.Delivered.After(now) {
			seen = append(seen, t)
		}
	}
	return seen
}

// A source that dies is told of: a busy one in a day, one that keeps office hours
// on its next working day, one that brings two a day within two weeks.
func TestSourcesThatDie(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, c := range []struct {
		name  string
		week  week
		dead  time.Time
		after time.Duration
	}{
		{"busy, on a Tuesday", busy, monday.Add(4*oneWeek + 36*time.Hour), 24 * time.Hour},
		{"office, on a Tuesday at noon", office, monday.Add(4*oneWeek + 36*time.Hour), 36 * time.Hour},
		{"office, on a Friday night", office, monday.Add(4*oneWeek + 115*time.Hour), 77 * time.Hour},
		{"quiet", quiet, monday.Add(4*oneWeek + 36*time.Hour), 13 * 24 * time.Hour},
	} {
		list := c.week.days(r, monday, 60, c.dead)
		for h := range 24 * 13 {
			now := c.dead.Add(time.Duration(h) * time.Hour)
			if since, silent := watch.Silent(at(list, now), now, time.UTC); silent {
				if got := now.Sub(c.dead); got > c.after || got < 23*time.Hour || since.After(c.dead) {
					t.Errorf("%s: told of %v after, since %v; want within %v", c.name, got, since, c.after)
				}
				break
			} else if h == 24*13-1 {
				t.Errorf("%s: never told of", c.name)
			}
		}
	}
}

// One that lives is not: no false alarm in 40 years of each, where the rule
// promises less than one.
func TestSourcesThatLive(t *testing.T) {
	for i, w := range []week{office, busy, quiet} {
		r := rand.New(rand.NewPCG(2, uint64(i)))
		years, alarms := 40, 0
		if w.per[1] > 100 {
			years = 2 // it has thousands of chances a year to be wrong, and takes as long
		}
		list := w.days(r, monday, 365*years, monday.AddDate(1000, 0, 0))
		for day, j := 40, 0; day < 365*years; day++ {
			now := monday.AddDate(0, 0, day).Add(time.Minute) // the day is over: its last delivery is furthest away
			today := heed.DayOf(now, time.UTC)
			for ; list[j].Day <= today-watch.LooksBack; j++ {
			}
			end := j
			for ; end < len(list) && list[end].Day < today; end++ {
			}
			if _, silent := watch.Silent(list[j:end], now, time.UTC); silent {
				alarms++
			}
		}
		if alarms > 0 {
			t.Errorf("source %d: %d false alarms in %d years", i, alarms, years)
		}
	}
}

// A holiday, a source that is new, and one that was tried once are no silence;
// nor is one whose every delivery is rejected any sign of life.
func TestWhatIsNoSilence(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	dead := monday.Add(4*oneWeek + 36*time.Hour)
	list := office.days(r, monday, 60, dead)
	now := dead.Add(48 * time.Hour)
	if _, silent := watch.Silent(at(list, now), now, time.UTC); !silent {
		t.Fatal("the silence is not told of")
	}
	t.Run("the same day has been a holiday before", func(t *testing.T) {
		var some []heed.Tally
		for _, tally := range at(list, now) { // Wednesday and Thursday of the week before
			if d := heed.DayOf(dead, time.UTC) - tally.Day; d != 6 && d != 5 {
				some = append(some, tally)
			}
		}
		if _, silent := watch.Silent(some, now, time.UTC); silent {
			t.Error("told of")
		}
	})
	t.Run("rejected deliveries go on", func(t *testing.T) {
		forged := heed.Tally{Day: heed.DayOf(now, time.UTC), Deliveries: 900, Delivered: now}
		forged.Rejected[heed.RejectedForged] = 900
		if _, silent := watch.Silent(append(at(list, now), forged), now, time.UTC); !silent {
			t.Error("not told of")
		}
	})
	for name, some := range map[string][]heed.Tally{"none ever": nil, "tried once": at(list, now)[:1], "new": at(list, now)[:9]} {
		if _, silent := watch.Silent(some, now, time.UTC); silent {
			t.Errorf("%s: told of", name)
		}
	}
	t.Run("a clock that went back", func(t *testing.T) {
		if _, silent := watch.Silent(at(list, dead), dead.Add(-90*24*time.Hour), time.UTC); silent {
			t.Error("told of")
		}
	})
}

// Wilson's lower limits, by hand: 10 of 100 is 5.5%, 10 of 110 is 5.0%, and 60 of
// 1000 is 4.7%.
func TestBursts(t *testing.T) {
	for _, c := range []struct {
		bounced, sent uint64
		want          bool
	}{
		{9, 9, false}, {10, 10, true}, {10, 100, true}, {10, 120, false}, {60, 1000, false}, {70, 1000, true}, {0, 0, false}, {12, 0, false}, {12, 10, true},
	} {
		if got := watch.Burst(c.bounced, c.sent); got != c.want {
			t.Errorf("%d of %d: %v", c.bounced, c.sent, got)
		}
	}
}
