package sampling

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

func TestTake(t *testing.T) {
	former := &Scope{
		Ledger: []Charge{{100, 5}, {110, 6}}, Counts: []Count{{50, 2}, {60, 1}},
		QuietUntil: 100, Hushed: 85, Imposed: Hush{105, heed.Hash{1}, heed.TouchpointID{1}}, Overlapped: 70, Last: 60, Suppressed: ReportedSpam,
	}
	s := &Scope{
		Ledger: []Charge{{90, 1}, {110, 1}}, Counts: []Count{{60, 3}, {61, 1}},
		QuietUntil: 90, Hushed: 80, Imposed: Hush{95, heed.Hash{2}, heed.TouchpointID{2}}, Last: 61, Suppressed: Unsubscribed,
		Decided: []Decided{{heed.TouchpointID{1}, 61}},
	}
	s.Take(heed.Hash{7}, former)
	want := &Scope{
		Ledger: []Charge{{90, 1}, {100, 5}, {110, 7}}, Counts: []Count{{50, 2}, {60, 4}, {61, 1}},
		QuietUntil: 100, Hushed: 105, Imposed: Hush{95, heed.Hash{2}, heed.TouchpointID{2}}, Overlapped: 105, Last: 61, Suppressed: Unsubscribed, MergedUntil: 110,
		Decided: []Decided{{heed.TouchpointID{1}, 61}, {MergeID(heed.Hash{7}), 61}},
	}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
	if s.Suppressed = 0; !s.Knows(MergeID(heed.Hash{7})) || s.Knows(MergeID(heed.Hash{8})) {
		t.Error("it does not know whom it took over")
	}
	if s.Take(heed.Hash{8}, former); s.Suppressed != ReportedSpam {
		t.Error("a suppression got lost")
	}
}

// Rows are in doubt until the last charge that was taken over expires, or
// until nothing decided in scopes of another kind keeps anybody quiet. What
// had no chance is in no doubt.
func TestDoubt(t *testing.T) {
	today := heed.DayOf(noon, time.UTC)
	for _, test := range []struct {
		name             string
		merged, rescoped heed.Day
		change           func(*Case)
		want             heed.Doubt
	}{
		{"none", today, today, func(*Case) {}, 0},
		{"merged", today + 1, 0, func(*Case) {}, heed.Merged},
		{"rescoped", 0, today + 1, func(*Case) {}, heed.Rescoped},
		{"both", today + 1, today + 1, func(*Case) {}, heed.Merged},
		{"suppressed", today + 1, today + 1, func(c *Case) { c.Suppressed = Unsubscribed }, 0},
		{"no program", today + 1, today + 1, func(c *Case) { c.Touchpoint.Kind = "deal.won" }, 0},
	} {
		c, scope := caseOf(test.change)
		c.Rescoped, scope.MergedUntil = test.rescoped, test.merged
		if got := c.Decide(scope)[0].Doubt; got != test.want {
			t.Errorf("%s: doubt %q, want %q", test.name, got, test.want)
		}
	}
}
