package heed

import (
	"testing"
	"time"
	_ "time/tzdata"
)

// A day begins at its first instant, also where the clocks skip midnight or
// have it twice; and every day ends where the next begins.
func TestDayStartsWithItsFirstInstant(t *testing.T) {
	for _, test := range []struct{ zone, day, start string }{
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"}, // 0:00 was 1:00
		{"America/Sao_Paulo", "2018-02-18", "2018-02-18T00:00:00-03:00"}, // 24:00 was 23:00 again
		{"America/Havana", "2022-03-13", "2022-03-13T01:00:00-04:00"},
		{"America/Havana", "2022-11-06", "2022-11-06T00:00:00-04:00"}, // 0:00 came twice
		{"Asia/Beirut", "2022-03-27", "2022-03-27T01:00:00+03:00"},
		{"Europe/Berlin", "2026-03-29", "2026-03-29T00:00:00+01:00"},
		{"Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"}, // there was no 30 December
	} {
		zone, err := time.LoadLocation(test.zone)
		if err != nil {
			t.Fatal(err)
		}
		day, err := ParseDay(test.day)
		if err != nil {
			t.Fatal(err)
		}
		start := day.Start(zone)
		if got := start.Format(time.RFC3339); got != test.start {
			t.Errorf("%s in %s starts at %s, want %s", test.day, test.zone, got, test.start)
		}
		if DayOf(start, zone) != day || DayOf(start.Add(-time.Nanosecond), zone) >= day {
			t.Errorf("%s in %s does not start with its first instant", test.day, test.zone)
		}
	}
}
