package sampling

import (
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// The target is the stratum's rate, or else the program's, times the pace, and
// not below the floor; nothing raises a rate, and 0 stays 0.
func TestTarget(t *testing.T) {
	const percent = heed.PPB / 100
	vip := []surveys.Stratum{{Name: "vip", When: surveys.Match{Tags: []string{"vip"}}, Rate: 30 * percent}}
	for _, test := range []struct {
		name    string
		program surveys.Program
		tags    []string
		paces   map[string]uint32
		stratum string
		want    uint32
	}{
		{"the rate", surveys.Program{Rate: 20 * percent}, nil, nil, "", 20 * percent},
		{"another program's pace", surveys.Program{Rate: 20 * percent}, nil, map[string]uint32{"b": 0}, "", 20 * percent},
		{"half the pace", surveys.Program{Rate: 20 * percent}, nil, map[string]uint32{"a": heed.PPB / 2}, "", 10 * percent},
		{"down to the floor", surveys.Program{Rate: 20 * percent, Floor: percent}, nil, map[string]uint32{"a": percent}, "", percent},
		{"no floor", surveys.Program{Rate: 20 * percent}, nil, map[string]uint32{"a": 0}, "", 0},
		{"a floor does not raise", surveys.Program{Rate: percent, Floor: 5 * percent}, nil, map[string]uint32{"a": heed.PPB}, "", percent},
		{"none stays none", surveys.Program{Floor: percent}, nil, map[string]uint32{"a": heed.PPB}, "", 0},
		{"a pace above one", surveys.Program{Rate: 20 * percent}, nil, map[string]uint32{"a": 4 * heed.PPB}, "", 20 * percent},
		{"the stratum's", surveys.Program{Rate: percent, Strata: vip}, []string{"vip"}, nil, "vip", 30 * percent},
		{"the stratum's, paced", surveys.Program{Rate: percent, Strata: vip}, []string{"vip"}, map[string]uint32{"a": heed.PPB / 3}, "vip", 10*percent - 1},
		{"not of the stratum", surveys.Program{Rate: percent, Strata: vip}, []string{"eu"}, nil, "", percent},
	} {
		c, scope := caseOf(func(c *Case) {
			test.program.Name, test.program.Ceiling, test.program.When = "a", 300_000_000, c.Config.Programs[0].When
			c.Config.Programs[0] = test.program
			c.Touchpoint.Tags, c.Paces = test.tags, test.paces
		})
		row := c.Decide(scope)[0]
		if row.Stratum != test.stratum || row.Target != test.want || row.Pi != test.want {
			t.Errorf("%s: stratum %q, target %d, chance %d, want %q, %d", test.name, row.Stratum, row.Target, row.Pi, test.stratum, test.want)
		}
	}
}

// A floor beats neither the ledger nor the tempering.
func TestFloorYields(t *testing.T) {
	floored := func(c *Case) {
		c.Config.Programs[0].Floor = 100_000_000
		c.Paces = map[string]uint32{"support": 0}
	}
	c, scope := caseOf(floored)
	scope.Charge(heed.DayOf(noon, time.UTC)+50, 999_000_000)
	if row := c.Decide(scope)[0]; row.Target != 100_000_000 || row.Pi != 300_000 {
		t.Errorf("free with chance 0.1%%: target %d, chance %d, want the floor, and the ceiling's share of that", row.Target, row.Pi)
	}
	c, scope = caseOf(floored)
	scope.count(heed.DayOf(noon, time.UTC)-40, 199)
	if row := c.Decide(scope)[0]; row.Target != 100_000_000 || row.Pi != 10_000_000 {
		t.Errorf("after 199 touchpoints: target %d, chance %d, want the floor, and 2/200", row.Target, row.Pi)
	}
}

// Ledgers that were added stop at one.
func TestChargesDoNotOverflow(t *testing.T) {
	s := &Scope{}
	for range 10 {
		s.Charge(5, 900_000_000)
		s.Charge(6, 900_000_000)
	}
	if s.Ledger[0].Pi != heed.PPB || s.Available(4) != 0 || s.Available(6) != heed.PPB {
		t.Errorf("ledger %v", s.Ledger)
	}
}
