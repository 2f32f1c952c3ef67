package sampling

import (
	"slices"
	"testing"

	"heed/shared/heed"
)

func TestChoose(t *testing.T) {
	for _, test := range []struct {
		was     Scope
		choice  heed.Often
		want    Scope
		changes bool
	}{
		{Scope{}, heed.AsUsual, Scope{}, false},
		{Scope{}, heed.Less, Scope{Less: true}, true},
		{Scope{}, heed.Never, Scope{Suppressed: Unsubscribed}, true},
		{Scope{Less: true}, heed.AsUsual, Scope{}, true},
		{Scope{Less: true}, heed.Less, Scope{Less: true}, false},
		{Scope{Suppressed: Unsubscribed}, heed.Never, Scope{Suppressed: Unsubscribed}, false},
		{Scope{Suppressed: Unsubscribed}, heed.AsUsual, Scope{}, true},
		{Scope{Suppressed: Unsubscribed, Less: true}, heed.Less, Scope{Less: true}, true},
		{Scope{Suppressed: AddressBounced}, heed.AsUsual, Scope{Suppressed: AddressBounced}, false},
		{Scope{Suppressed: ReportedSpam}, heed.Less, Scope{Suppressed: ReportedSpam, Less: true}, true},
		{Scope{Suppressed: AddressBounced}, heed.Never, Scope{Suppressed: Unsubscribed}, true},
	} {
		s := test.was
		changed := s.Choose(test.choice)
		if changed != test.changes || s.Suppressed != test.want.Suppressed || s.Less != test.want.Less {
			t.Errorf("%+v chooses %s: %+v, changed %v", test.was, test.choice, s, changed)
		}
		if s.Suppressed == 0 && s.Often() != test.choice {
			t.Errorf("having chosen %s it is %s", test.choice, s.Often())
		}
	}
}

// Whoever wants to be asked less is aimed at with a quarter of the chance, which
// the row says; an account's customer alone, and a floor doesn't hold it up.
func TestLess(t *testing.T) {
	for _, test := range []struct {
		name        string
		pace, floor uint32
		want        uint32
	}{
		{"the rate", heed.PPB, 0, 50_000_000},
		{"paced", heed.PPB / 2, 0, 25_000_000},
		{"paced down to the floor", 0, 100_000_000, 25_000_000},
		{"down to nothing", 1_000_000, 0, 50_000},
	} {
		c, scope := caseOf(func(c *Case) {
			c.Config.Programs[0].Floor = test.floor
			c.Paces = map[string]uint32{"support": test.pace}
		})
		c.Heed(&Scope{Less: true})
		row := c.Decide(scope)[0]
		if row.Target != test.want || row.Pi != test.want && row.Reason != heed.Uncovered {
			t.Errorf("%s: aimed at %d, chance %d (%s), want %d", test.name, row.Target, row.Pi, row.Reason, test.want)
		}
	}
	colleague, own := &Scope{}, &Scope{}
	if r := ofAccount(1, 1, 1, noon).decided(own, &Scope{Less: true}); r.Target != 75_000_000 {
		t.Errorf("in an account %d is aimed at", r.Target)
	}
	if r := ofAccount(1, 1, 2, noon).decided(own, colleague); r.Target != 300_000_000 {
		t.Errorf("a colleague is aimed at with %d", r.Target)
	}
	c, _ := caseOf(func(*Case) {})
	if c.Respect(&Scope{Less: true}); !c.Less {
		t.Error("what a former identity wants is forgotten")
	}
}

// A customer's scope remembers every account that asked them, whichever did
// last, so that their rows are found.
func TestAskedBy(t *testing.T) {
	s := &Scope{}
	for _, id := range []byte{1, 2, 2, 1, 3} {
		s.impose(Hush{Account: heed.Hash{id}})
	}
	s.impose(Hush{})
	if want := []heed.Hash{{1}, {2}, {3}}; !slices.Equal(s.Asked, want) {
		t.Errorf("asked by %v", s.Asked)
	}
	for id := range 100 {
		s.askedBy(heed.Hash{1, byte(id)})
	}
	if len(s.Asked) != mostAsked || s.Asked[mostAsked-1] != (heed.Hash{1, 99}) {
		t.Errorf("%d accounts, the last %v", len(s.Asked), s.Asked[mostAsked-1])
	}
}
