package rollup_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // so that the zones are known wherever the tests run

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/wiring"
)

// drawn makes a day's rows, each drawn as decide draws but with another
// threshold: times what it should be.
func drawn(r *room, n int, at time.Time, times float64) []*heed.Row {
	rnd := rand.New(rand.NewPCG(uint64(n), uint64(at.Unix())))
	var rows []*heed.Row
	for i := range n {
		row := r.row(rnd, fmt.Sprint("drawn:", at.Unix(), "-", i), at)
		row.Program, row.ID = "support", (&heed.Touchpoint{Source: "zendesk", Kind: row.Kind, Object: row.Object, Occurrence: "1"}).ID().Row("support")
		row.Reason, row.Invitation, row.Response = heed.NotDrawn, nil, nil
		row.Draw = rnd.Uint64()
		if rnd.Uint32N(heed.PPB) >= row.Alpha {
			row.Reason = heed.Quiet
		} else if float64(row.Draw) < times*float64(row.Limit) {
			row.Reason = heed.Observed
		}
		rows = append(rows, row)
	}
	return rows
}

// A threshold that is off is heard of once, the day after; a sound one never.
func TestAuditOfTheDraw(t *testing.T) {
	signal := wiring.Signals[slices.IndexFunc(wiring.Signals, func(s wiring.Signal) bool { return s.Function == "rollup" })]
	for name, c := range map[string]struct {
		times    float64
		days     int
		min, max int // times it is heard of
	}{
		"sound":                         {1, 3, 0, 0},
		"twice as many, in one day":     {2, 1, 1, 1},
		"a third, every day":            {1.0 / 3, 3, 3, 3},
		"a third more, seen in a while": {1.33, 5, 1, 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t, utc)
			var log bytes.Buffer
			r.log = slog.New(slog.NewTextHandler(&log, nil))
			for day := range c.days {
				at := noon.Add(time.Duration(day) * 24 * time.Hour)
				r.putAll(drawn(r, 400, at, c.times))
				r.tick(at)
				r.tick(at.Add(6 * time.Hour))
				r.tick(at.Add(12*time.Hour + time.Minute)) // the next day
				r.tick(at.Add(13 * time.Hour))
			}
			if heard := strings.Count(log.String(), fmt.Sprintf("%q", signal.Message)); heard < c.min || heard > c.max {
				t.Errorf("heard of %d times, want %d to %d: %s", heard, c.min, c.max, &log)
			}
			if strings.Contains(log.String(), "ERROR") || strings.Contains(log.String(), "example.com") {
				t.Errorf("logged %s", &log)
			}
		})
	}
}

// Paces are made of chances: whoever was drawn, they are the same.
func TestPacesDoNotFollowTheDraws(t *testing.T) {
	budget := strings.Replace(utc, "rate: 20%", "rate: 20%, budget: {day: 20, month: 300}", 1)
	var paces []map[string]uint32
	for _, times := range []float64{0, 1, 2} {
		r := newRoom(t, budget)
		r.putAll(drawn(r, 200, noon, times))
		r.tick(noon.Add(time.Hour))
		got, err := r.store().Paces(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		paces = append(paces, got)
	}
	if p := paces[0]["support"]; p == 0 && paces[1]["support"] != 0 || p >= heed.PPB || len(paces[0]) != 1 {
		t.Errorf("paces %v", paces[0])
	}
	for _, p := range paces {
		if p["support"] != paces[0]["support"] {
			t.Errorf("%v, and %v for other draws", paces[0], p)
		}
	}
}

// The program's zone decides the day, though it has 23 hours, or 25, or no
// midnight: one touchpoint in each of its hours is in its cell and no other.
func TestDaysAreOfTheZone(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		hours     int
	}{
		{"Europe/Berlin", "2026-03-29", 23},
		{"Europe/Berlin", "2026-10-25", 25},
		{"America/Sao_Paulo", "2018-11-04", 23}, // begins at 01:00
		{"America/Sao_Paulo", "2018-02-17", 25}, // has 23:00 twice
		{"Asia/Beirut", "2022-03-27", 23},       // begins at 01:00
		{"Pacific/Kiritimati", "2026-11-21", 24},
		{"Asia/Kathmandu", "2026-11-21", 24},
	} {
		t.Run(c.zone+" "+c.day, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t, fmt.Sprintf(text, c.zone))
			day, err := heed.ParseDay(c.day)
			if err != nil {
				t.Fatal(err)
			}
			rnd := rand.New(rand.NewPCG(1, 2))
			noon := time.Unix(int64(day)*86400+43200, 0).UTC()
			var rows []*heed.Row
			for at := noon.Add(-48*time.Hour + 7*time.Minute); at.Before(noon.Add(48 * time.Hour)); at = at.Add(time.Hour) {
				row := r.row(rnd, "ticket:"+at.String(), at)
				row.Program, row.ID = "support", (&heed.Touchpoint{Source: "zendesk", Kind: row.Kind, Object: row.Object, Occurrence: "1"}).ID().Row("support")
				rows = append(rows, row)
			}
			r.putAll(rows)
			r.tick(noon.Add(20 * time.Hour))
			all, err := r.store().Cells(t.Context(), "support", "", day-1, day+1)
			if err != nil {
				t.Fatal(err)
			}
			if n := all[key("support", "", "", day)].Population().N; n != uint64(c.hours) {
				t.Errorf("%d touchpoints, one an hour, want %d", n, c.hours)
			}
			month := heed.MonthOf(day)
			first, last := month.First, month.Last
			span, err := r.store().Span(t.Context(), "support", "", first, last)
			if err != nil || span[""] == nil {
				t.Errorf("its month: %v, %v", span, err)
			}
		})
	}
}

// A day is settled two days and the window after it ended, in hours, whatever
// the clock on the wall did in between.
func TestSettledOverAChangeOfTheClock(t *testing.T) {
	r := newRoom(t, fmt.Sprintf(text, "Europe/Berlin"))
	p := r.config.Program("support")
	for day, settled := range map[string]string{
		"2026-03-28": "2026-04-14T01:00:00+02:00", // its end, and 16 times 24 hours, of which one was skipped
		"2026-03-29": "2026-04-15T00:00:00+02:00",
		"2026-10-24": "2026-11-09T23:00:00+01:00",
		"2026-10-25": "2026-11-11T00:00:00+01:00",
	} {
		d, err := heed.ParseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse(time.RFC3339, settled)
		if err != nil {
			t.Fatal(err)
		}
		if figures.Settled(d, p, r.config.Zone, at.Add(-time.Second)) || !figures.Settled(d, p, r.config.Zone, at) {
			t.Errorf("%s is not settled at %s", day, settled)
		}
	}
}
