package surveys

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestNextHours(t *testing.T) {
	berlin, _ := time.LoadLocation("Europe/Berlin")
	office := Hours{From: 9 * 60, To: 17 * 60, Days: [7]bool{1: true, 2: true, 3: true, 4: true, 5: true}}
	at := func(s string) time.Time {
		v, err := time.ParseInLocation("2006-01-02 15:04:05", s, berlin)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, c := range []struct {
		hours    Hours
		at, want string
	}{
		{office, "2026-11-20 08:59:59", "2026-11-20 09:00:00"}, // a Friday
		{office, "2026-11-20 09:00:00", "2026-11-20 09:00:00"},
		{office, "2026-11-20 16:59:59", "2026-11-20 16:59:59"},
		{office, "2026-11-20 17:00:00", "2026-11-23 09:00:00"},
		{office, "2026-11-21 12:00:00", "2026-11-23 09:00:00"},
		{Hours{}, "2026-11-21 03:00:00", "2026-11-21 03:00:00"},
		{Hours{Days: [7]bool{0: true}}, "2026-11-22 23:59:59", "2026-11-22 23:59:59"},
		{Hours{Days: [7]bool{0: true}}, "2026-11-23 00:00:00", "2026-11-29 00:00:00"},
		{Hours{From: 8 * 60, To: 24 * 60}, "2026-11-22 23:59:00", "2026-11-22 23:59:00"},
		{Hours{From: 2*60 + 15, To: 2*60 + 45}, "2027-03-27 03:00:00", "2027-03-29 02:15:00"}, // there is none on the 28th
	} {
		if got := c.hours.Next(at(c.at), berlin); !got.Equal(at(c.want)) {
			t.Errorf("after %s mails may go at %s, want %s", c.at, got.In(berlin), c.want)
		}
	}
}

// Hours that begin in a gap begin as it ends, on the day they are of.
func TestHoursInAGap(t *testing.T) {
	sunday := [7]bool{0: true}
	for _, c := range []struct {
		zone     string
		hours    Hours
		at, want string
	}{
		{"America/Santiago", Hours{Days: sunday}, "2026-09-01T12:00:00-04:00", "2026-09-06T01:00:00-03:00"},
		{"America/Santiago", Hours{From: 30, To: 510, Days: sunday}, "2026-08-30T12:00:00-04:00", "2026-09-06T01:00:00-03:00"},
		{"America/New_York", Hours{From: 120, To: 600}, "2026-03-07T12:00:00-05:00", "2026-03-08T03:00:00-04:00"},
		{"Europe/Berlin", Hours{From: 150, To: 195}, "2026-03-28T12:00:00+01:00", "2026-03-29T03:00:00+02:00"},
		{"Asia/Beirut", Hours{Days: sunday}, "2026-03-23T12:00:00+02:00", "2026-03-29T01:00:00+03:00"},
		{"Australia/Lord_Howe", Hours{From: 135, To: 600}, "2026-10-03T12:00:00+10:30", "2026-10-04T02:30:00+11:00"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		now, _ := time.Parse(time.RFC3339, c.at)
		if got := c.hours.Next(now, zone).In(zone).Format(time.RFC3339); got != c.want {
			t.Errorf("%s: %+v begin at %s, want %s", c.zone, c.hours, got, c.want)
		}
	}
}

// Whatever the hours, the zone and the time: Next is never before, is within
// the hours, and no moment between is.
func TestNextHoursAnywhere(t *testing.T) {
	zones := []string{"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Africa/Cairo"}
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		h := Hours{From: rapid.IntRange(0, 23*60).Draw(t, "from")}
		h.To = rapid.IntRange(h.From+60, 24*60).Draw(t, "to")
		for i := range h.Days {
			h.Days[i] = rapid.Bool().Draw(t, "day")
		}
		now := time.Unix(rapid.Int64Range(1_760_000_000, 1_830_000_000).Draw(t, "now"), 0)
		next := h.Next(now, zone)
		if next.Before(now) || next.Sub(now) > h.Longest() || !h.open(next.In(zone)) {
			t.Fatalf("%+v: after %s comes %s", h, now.In(zone), next.In(zone))
		}
		between := now.Add(time.Duration(rapid.Int64Range(0, max(int64(next.Sub(now))-1, 0)).Draw(t, "between")))
		if between.Before(next) && h.open(between.In(zone)) && between.Sub(now) > 0 && next.Sub(between) > 2*time.Hour {
			t.Fatalf("%+v: %s is within, and %s is next after %s", h, between.In(zone), next.In(zone), now.In(zone))
		}
	})
}
