package figures

import (
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

func TestSettled(t *testing.T) {
	vienna, err := time.LoadLocation("Europe/Vienna")
	if err != nil {
		t.Fatal(err)
	}
	hours := func(delay, window time.Duration) *surveys.Program {
		return &surveys.Program{Delay: delay * time.Hour, Window: window * time.Hour}
	}
	weekly := hours(0, 0)
	weekly.Hours.Days[1] = true
	for _, c := range []struct {
		day  string
		zone *time.Location
		p    *surveys.Program
		from string // the first settled second
	}{
		{"2026-11-21", time.UTC, hours(0, 0), "2026-11-24T00:00:00Z"},                    // the end of the day, and 48 hours
		{"2026-11-21", time.UTC, hours(4, 14*24), "2026-12-08T04:00:00Z"},                // and delay and window
		{"2026-11-21", vienna, hours(4, 14*24), "2026-12-08T03:00:00Z"},                  // the day ends an hour earlier
		{"2026-10-25", vienna, hours(0, 0), "2026-10-27T23:00:00Z"},                      // a day of 25 hours
		{"2026-10-24", vienna, hours(0, 14*24), "2026-11-09T22:00:00Z"},                  // clocks change meanwhile: hours count, not days
		{"2026-03-29", vienna, hours(0, 0), "2026-03-31T22:00:00Z"},                      // a day of 23
		{"2026-12-31", time.FixedZone("", 14*3600), hours(0, 0), "2027-01-02T10:00:00Z"}, // far east
		{"2026-11-21", time.UTC, weekly, "2026-12-10T01:00:00Z"},                         // up to eight days for its hours, twice: to be due, and to go; and an hour
	} {
		day, err := heed.ParseDay(c.day)
		if err != nil {
			t.Fatal(err)
		}
		from, err := time.Parse(time.RFC3339, c.from)
		if err != nil {
			t.Fatal(err)
		}
		if Settled(day, c.p, c.zone, from.Add(-time.Nanosecond)) {
			t.Errorf("%s in %s is settled before %s", c.day, c.zone, c.from)
		}
		if !Settled(day, c.p, c.zone, from) {
			t.Errorf("%s in %s is not settled at %s", c.day, c.zone, c.from)
		}
	}
}
