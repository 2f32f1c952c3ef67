package sampling

import (
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// office hours, from Monday to Friday.
var office = surveys.Hours{From: 9 * 60, To: 17 * 60, Days: [7]bool{false, true, true, true, true, true, false}}

func clock(s string) time.Time {
	v, err := time.ParseInLocation("2006-01-02 15:04", s, time.UTC)
	if err != nil {
		panic(err)
	}
	return v
}

func TestLatest(t *testing.T) {
	for _, c := range []struct {
		hours     surveys.Hours
		due, want string
	}{
		{surveys.Hours{}, "2026-11-20 10:00", "2026-11-22 10:00"}, // a Friday
		{office, "2026-11-18 10:00", "2026-11-20 11:00"},
		{office, "2026-11-19 10:00", "2026-11-23 10:00"},
		{office, "2026-11-20 16:59", "2026-11-23 10:00"},
		{surveys.Hours{Days: [7]bool{1: true}}, "2026-11-23 10:00", "2026-11-30 01:00"},
	} {
		p := &surveys.Program{Hours: c.hours, Quiet: 30}
		if got := Latest(p, clock(c.due), time.UTC); !got.Equal(clock(c.want)) {
			t.Errorf("due at %s: the last moment is %v, want %s", c.due, got, c.want)
		}
	}
}

// What a ledger was told bounds what hours may hold up, and two days are sure.
func TestLastOfARow(t *testing.T) {
	told := heed.DayOf(clock("2026-11-23 10:00"), time.UTC) + 30
	for name, c := range map[string]struct {
		expires heed.Day
		quiet   int
		hours   surveys.Hours
		want    time.Time
	}{
		"as decided":             {told, 30, office, clock("2026-11-23 10:00")},
		"decided without hours":  {told - 1, 30, office, clock("2026-11-23 00:00").Add(-time.Millisecond)},
		"without hours by now":   {told, 30, surveys.Hours{}, clock("2026-11-22 10:00")},
		"quiet for longer":       {told, 90, office, clock("2026-11-22 10:00")},
		"quiet for less by now":  {told, 10, office, clock("2026-11-23 10:00")},
		"of before all that was": {0, 30, office, clock("2026-11-22 10:00")},
	} {
		r := &heed.Row{Decision: heed.Decision{Due: clock("2026-11-20 10:00"), Expires: c.expires}}
		if got := Last(&surveys.Program{Hours: c.hours, Quiet: c.quiet}, r, time.UTC); !got.Equal(c.want) {
			t.Errorf("%s: the last moment is %v, want %v", name, got, c.want)
		}
	}
}

// Whoever is asked is left in peace from the last moment on, which is no later
// than Waits says; and a customer's clock tells which that is.
func TestQuietCountsFromTheLastMoment(t *testing.T) {
	for zone, want := range map[string]string{"": "2026-11-23", "Pacific/Auckland": "2026-11-22", "Mars/Olympus": "2026-11-23"} {
		c, scope, row := ask(t, func(c *Case) {
			c.Now, c.Touchpoint.Customer.Zone = clock("2026-11-20 01:00"), zone
			c.Config.Programs[0].Hours = office
		})
		p := &c.Config.Programs[0]
		if got := row.Expires - heed.Day(p.Quiet); got.String() != want || scope.QuietUntil != row.Expires {
			t.Errorf("zone %q: due %v, the quiet days count from %s, want %s", zone, row.Due, got, want)
		}
		if last := Last(p, &row, c.Config.Clock(zone)); heed.DayOf(last, time.UTC)+heed.Day(p.Quiet) != row.Expires || last.Sub(c.Now) > Waits(p) {
			t.Errorf("zone %q: it may go until %v", zone, last)
		}
	}
}
