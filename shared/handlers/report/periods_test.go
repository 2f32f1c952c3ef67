package report

import (
	"testing"

	"heed/shared/heed"
)

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
