package embedded

import (
	"testing"
	"time"

	"heed/shared/heed"
)

func TestTheClockGoesForwardAndStaysThere(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	real := noon
	var now time.Time
	life := func(work func(c *Clock)) {
		t.Helper()
		f, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		c, err := f.Clock(func() time.Time { return real })
		if err != nil {
			t.Fatal(err)
		}
		work(c)
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	is := func(c *Clock, want time.Time) {
		t.Helper()
		if got := c.Now(); !got.Equal(want) {
			t.Errorf("the clock says %v, want %v", got, want)
		}
		now = want
	}
	life(func(c *Clock) {
		is(c, noon)
		for range 2 {
			if err := c.Advance(t.Context(), 36*time.Hour); err != nil {
				t.Fatal(err)
			}
		}
		is(c, noon.Add(72*time.Hour))
		real = real.Add(time.Minute)
		is(c, now.Add(time.Minute))
		real = real.Add(-time.Hour)
		is(c, now)
		real = noon
	})
	life(func(c *Clock) {
		is(c, noon.Add(72*time.Hour))
		for _, d := range []time.Duration{-1, farthest, 1<<63 - 1} {
			if err := c.Advance(t.Context(), d); heed.CodeOf(err) != heed.Invalid {
				t.Errorf("advance by %v: %v", d, err)
			}
		}
		is(c, now)
		if c.Ahead() != 72*time.Hour {
			t.Errorf("%v ahead", c.Ahead())
		}
	})
}

func TestTheClockBeginsAnywhereButOnce(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	c, err := f.Clock(atNoon)
	if err != nil {
		t.Fatal(err)
	}
	c.Now()
	lastYear := noon.AddDate(-1, 0, 0)
	if err := c.Begin(t.Context(), lastYear); err != nil {
		t.Fatal(err)
	}
	if got := c.Now(); !got.Equal(lastYear) {
		t.Errorf("began at %v, want %v", got, lastYear)
	}
	if err := f.Table().PutIfAbsent(t.Context(), item("a", "1")); err != nil {
		t.Fatal(err)
	}
	if err := c.Begin(t.Context(), noon); heed.CodeOf(err) != heed.Conflict {
		t.Errorf("begun again in a file that is in use: %v", err)
	}
	if got := c.Now(); !got.Equal(lastYear) {
		t.Errorf("the clock says %v, want %v", got, lastYear)
	}
}
