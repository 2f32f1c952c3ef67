package sampling

import (
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/surveys"
)

func TestTake(t *testing.T) {
	former := &Scope{
		Ledger: []Charge{{100, 5}, {110, 6}}, Counts: []Count{{50, 2}, {60, 1}},
		QuietUntil: 100, Hushed: 85, Imposed: Hush{105, heed.Hash{1}, heed.TouchpointID{1}}, Overlapped: 70, Last: 60, Suppressed: ReportedSpam, Less: true, Taken: 2, Asked: []heed.Hash{{5}},
	}
	s := &Scope{
		Ledger: []Charge{{90, 1}, {110, 1}}, Counts: []Count{{60, 3}, {61, 1}},
		QuietUntil: 90, Hushed: 80, Imposed: Hush{95, heed.Hash{2}, heed.TouchpointID{2}}, Last: 61, Suppressed: Unsubscribed,
		Decided: []Decided{{heed.TouchpointID{1}, 61}},
	}
	s.Take(heed.Hash{7}, former)
	want := &Scope{
		Ledger: []Charge{{90, 1}, {100, 5}, {110, 7}}, Counts: []Count{{50, 2}, {60, 4}, {61, 1}},
		QuietUntil: 100, Hushed: 105, Imposed: Hush{95, heed.Hash{2}, heed.TouchpointID{2}}, Overlapped: 105, Last: 61, Suppressed: Unsubscribed, Less: true, Taken: 3, Asked: []heed.Hash{{5}, {1}}, MergedUntil: 110,
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
// until nothing decided in scopes of another kind keeps anybody quiet, and then
// until the charges of that time have expired, which is 92 days here. What had
// no chance is in no doubt.
func TestDoubt(t *testing.T) {
	today := heed.DayOf(noon, time.UTC)
	for _, test := range []struct {
		name             string
		merged, rescoped heed.Day
		change           func(*Case)
		want             heed.Doubt
	}{
		{"none", 0, 0, func(*Case) {}, 0},
		{"both over", today - 92, today - 92, func(*Case) {}, 0},
		{"merged", today - 91, 0, func(*Case) {}, heed.Merged},
		{"rescoped", 0, today - 91, func(*Case) {}, heed.Rescoped},
		{"merged when quiet periods were longer", today - 191, 0, func(c *Case) { c.Reach = 192 }, heed.Merged},
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

// Once a merge's doubt is over, answers weighed by their chances stand for what
// there was.
func TestAfterAMergesDoubt(t *testing.T) {
	const keys = 60_000
	var asked, weighed, doubted float64
	for key := range keys {
		a, b := &Scope{}, &Scope{}
		decide := func(s *Scope, n, day int) heed.Row {
			c := ofAccount(key, 1, n, noon.AddDate(0, 0, day))
			c.Kind, c.Config.Programs[0].Rate, c.Config.Programs[0].Quiet = surveys.Customer, 450_000_000, 90
			return c.Decide(s)[0]
		}
		decide(a, 1, 0)
		decide(b, 2, 0)
		a.Take(heed.Hash{7}, b)
		decide(a, 3, 40)
		if r := decide(a, 4, 100); r.Doubt != heed.Merged { // whose ledger holds the third
			t.Fatal("a charge made in doubt is in the ledger, and the row is in none")
		} else if r.Reason == heed.Asked {
			doubted += heed.PPB / float64(r.Pi)
		}
		r := decide(a, 5, 195)
		if r.Doubt != 0 || r.Pi == 0 {
			t.Fatalf("doubt %q, chance %d", r.Doubt, r.Pi)
		}
		if r.Reason == heed.Asked {
			asked++
			weighed += heed.PPB / float64(r.Pi)
		}
	}
	if off := weighed/keys - 1; math.Abs(off) > 5/math.Sqrt(asked) {
		t.Errorf("they stand for %.1f%% more than there was", 100*off)
	}
	if off := doubted/keys - 1; off > -0.1 {
		t.Errorf("in doubt they stand for %.1f%% more than there was: is the doubt needed?", 100*off)
	}
}

// The first reason stands, but what somebody said says more than that an
// address of theirs bounced.
func TestSuppress(t *testing.T) {
	for _, test := range []struct {
		was, why, want Suppression
	}{
		{0, AddressBounced, AddressBounced},
		{0, Unsubscribed, Unsubscribed},
		{Unsubscribed, 0, Unsubscribed},
		{Unsubscribed, ReportedSpam, Unsubscribed},
		{ReportedSpam, AddressBounced, ReportedSpam},
		{AddressBounced, Unsubscribed, Unsubscribed},
		{AddressBounced, AddressBounced, AddressBounced},
	} {
		s := &Scope{Suppressed: test.was}
		if changed := s.Suppress(test.why); s.Suppressed != test.want || changed != (test.was != test.want) {
			t.Errorf("%d, then %d: %d, changed %v", test.was, test.why, s.Suppressed, changed)
		}
	}
}
