package report

import (
	"testing"

	"heed/shared/heed"
)

func TestBetray(t *testing.T) {
	month, err := heed.ParsePeriod("2026-10")
	if err != nil {
		t.Fatal(err)
	}
	week := heed.WeekOf(month.First + 7)
	for name, c := range map[string]struct {
		in, out uint64
		want    bool
	}{
		"nobody":                    {0, 0, false},
		"the week's alone":          {0xff, 0, false},
		"four beside the week":      {0xff, 0xf00, true},
		"one beside the week":       {0xff, 1 << 63, true},
		"five beside the week":      {0xff, 0x1f00, false},
		"four, who also are within": {0xff, 0xf, true}, // what they said outside the week is told
		"a week that is not shown":  {0xf, 0x10, false},
	} {
		crowd := crowd{week.First: c.in, week.Last + 1: c.out}
		if got := crowd.betray([]heed.Period{week}); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestPathsOfPeriods(t *testing.T) {
	for text, want := range map[string]string{"2026-10": "October 2026", "2026-Q4": "Quarter 4, 2026", "2026-W45": "Week 45", "2026": "2026"} {
		p, err := heed.ParsePeriod(text)
		if err != nil || named(p) != want {
			t.Errorf("%s is called %q, %v", text, named(p), err)
		}
	}
	if got := path("2026-Q4", "a&b=<c>"); got != "?by=a%26b%3D%3Cc%3E&period=2026-Q4" {
		t.Error(got)
	}
}
