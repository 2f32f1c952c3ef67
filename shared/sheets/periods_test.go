package sheets_test

import (
	"testing"
	"time"

	"heed/shared/sheets"
)

func TestGoneAndFinal(t *testing.T) {
	for _, c := range []struct {
		name, at string
		gone     float64
		final    bool
	}{
		{"2026-11", "2026-11-01T00:00:00Z", 0, false},
		{"2026-11", "2026-11-17T12:00:00Z", 16.5, false},
		{"2026-11", "2026-12-14T23:59:59Z", 30, false},
		{"2026-11", "2026-12-15T00:00:00Z", 30, true},
		{"2026-Q4", "2026-09-30T12:00:00Z", 0, false},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		p, err := sheets.PeriodOf(c.name, today)
		if err != nil {
			t.Fatal(err)
		}
		if gone, final := p.Gone(at, time.UTC), p.Final(at, time.UTC); gone != c.gone || final != c.final {
			t.Errorf("%s at %s: got %v days gone, final %v", c.name, c.at, gone, final)
		}
	}
}
