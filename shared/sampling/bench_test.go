package sampling

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// busy returns a case and a scope of the size that a busy customer's has: 30
// active days, a full list, two programs that fit, strata, a pace, a holdout.
func busy() (Case, Scope) {
	c, _ := caseOf(func(c *Case) {
		p := c.Config.Programs[0]
		p.Strata = []surveys.Stratum{{Name: "vip", When: surveys.Match{Tags: []string{"vip"}}, Rate: p.Rate}}
		p.Name = "second"
		c.Config.Programs = append(c.Config.Programs, p)
		c.Config.Dimensions = heed.Dimensions
		c.Config.Holdout = 50_000_000
		c.Paces = map[string]uint32{"second": heed.PPB / 2}
		c.Touchpoint.Team, c.Touchpoint.Agent, c.Touchpoint.Product = "Billing", "Ada", "Loom"
		c.Touchpoint.Tags = []string{"invoice", "eu", "vip"}
	})
	s := Scope{}
	today := heed.DayOf(noon, time.UTC)
	for i := range 30 {
		s.Charge(today+heed.Day(3*i+1), 10_000_000)
		s.count(today-heed.Day(89-3*i), 1)
	}
	for i := range PageSize {
		s.Decided = append(s.Decided, Decided{heed.TouchpointID{byte(i)}, today})
	}
	return *c, s
}

// decideBusy decides in a copy of the scope, as it comes from the table.
func decideBusy(c *Case, s *Scope) []heed.Row {
	copied := *s
	copied.Ledger, copied.Counts, copied.Decided = slices.Clone(s.Ledger), slices.Clone(s.Counts), slices.Clone(s.Decided)
	return c.Decide(&copied)
}

// BenchmarkDecide is a decision without its reads and writes.
func BenchmarkDecide(b *testing.B) {
	for programs := 1; programs <= 2; programs++ {
		c, s := busy()
		c.Config.Programs = c.Config.Programs[:programs]
		b.Run(fmt.Sprint("programs=", programs), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if rows := decideBusy(&c, &s); len(rows) != programs {
					b.Fatal(rows)
				}
			}
		})
	}
}

// A decision allocates what it returns, and little else: three copies of the
// scope's lists, as many that grow, rows, their dimensions, and the draws'.
func TestDecideAllocatesLittle(t *testing.T) {
	const most = 34
	c, s := busy()
	if n := testing.AllocsPerRun(100, func() { decideBusy(&c, &s) }); n > most {
		t.Errorf("a decision allocates %v times, want at most %d", n, most)
	}
}
