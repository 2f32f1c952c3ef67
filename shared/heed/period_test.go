package heed_test

import (
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

func TestPeriods(t *testing.T) {
	for _, c := range []struct{ text, first, last, before string }{
		{"2026-10-05", "2026-10-05", "2026-10-05", "2026-10-04"},
		{"2026-01-01", "2026-01-01", "2026-01-01", "2025-12-31"},
		{"2024-03-01", "2024-03-01", "2024-03-01", "2024-02-29"},
		{"2026-W45", "2026-11-02", "2026-11-08", "2026-W44"},
		{"2026-W01", "2025-12-29", "2026-01-04", "2025-W52"}, // begins in the year before
		{"2021-W01", "2021-01-04", "2021-01-10", "2020-W53"}, // after a year of 53 weeks
		{"2020-W53", "2020-12-28", "2021-01-03", "2020-W52"}, // ends in the year after
		{"2026-W53", "2026-12-28", "2027-01-03", "2026-W52"},
		{"2026-10", "2026-10-01", "2026-10-31", "2026-09"},
		{"2026-01", "2026-01-01", "2026-01-31", "2025-12"},
		{"2024-02", "2024-02-01", "2024-02-29", "2024-01"},
		{"1900-02", "1900-02-01", "1900-02-28", "1900-01"},
		{"2026-12", "2026-12-01", "2026-12-31", "2026-11"},
		{"2026-Q4", "2026-10-01", "2026-12-31", "2026-Q3"},
		{"2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4"},
		{"2026", "2026-01-01", "2026-12-31", "2025"},
		{"2024", "2024-01-01", "2024-12-31", "2023"},
	} {
		p, err := heed.ParsePeriod(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := p.First.String() + " " + p.Last.String(); got != c.first+" "+c.last || p.String() != c.text {
			t.Errorf("%s is %s, written %s", c.text, got, p)
		}
		if got := p.Before().String(); got != c.before {
			t.Errorf("before %s is %s, want %s", c.text, got, c.before)
		}
	}
}

func TestNoPeriods(t *testing.T) {
	for _, s := range []string{
		"", " 2026", "26", "20260", "2026-13", "2026-00", "2026-1", "2026-W00", "2026-W54", "2025-W53", "2026-w45", "2026-W5",
		"2026-Q0", "2026-Q5", "2026-Q04", "2026-02-29", "2026-06-31", "2026-00-10", "2026-10-5", "2026-10-05T00:00:00Z", "last month", "２０２６",
	} {
		if p, err := heed.ParsePeriod(s); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%q was read as %s, %v", s, p, err)
		}
	}
}

// TestPeriodsTile: the periods of a kind follow one another without a gap, and
// each is read as it is written.
func TestPeriodsTile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := heed.Day(rapid.IntRange(-200_000, 200_000).Draw(t, "day"))
		for _, of := range []func(heed.Day) heed.Period{heed.WeekOf, heed.MonthOf, heed.QuarterOf, heed.YearOf} {
			p := of(d)
			if d < p.First || d > p.Last {
				t.Fatalf("%s is not in %s", d, p)
			}
			if b := p.Before(); b != of(p.First-1) || b.Last != p.First-1 {
				t.Fatalf("before %s is %s", p, b)
			}
			if again, err := heed.ParsePeriod(p.String()); err != nil || again != p {
				t.Fatalf("%s is read as %s, %v", p, again, err)
			}
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2026-10-05", "2026-W45", "2026-10", "2026-Q4", "2026", "2026-W54", "0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := heed.ParsePeriod(s)
		if err == nil && (p.String() != s || p.Last < p.First || p.Last-p.First > 365 || p.Before().Last != p.First-1) {
			t.Errorf("%q is %s to %s", s, p.First, p.Last)
		}
	})
}
