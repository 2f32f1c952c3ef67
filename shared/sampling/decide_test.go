package sampling

import (
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

var noon = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func caseOf(change func(*Case)) (*Case, *Scope) {
	c := &Case{
		Config: &surveys.Config{
			Zone: time.UTC, ExcludedTags: []string{"internal"}, Brand: surveys.Brand{Domains: []string{"acme.example"}},
			Programs: []surveys.Program{{
				Name: "support", Ask: heed.CSAT, Rate: 200_000_000, Ceiling: 300_000_000, Quiet: 90,
				When: surveys.Match{Kinds: []string{"ticket.solved"}},
			}},
		},
		Key: []byte("0123456789abcdef0123456789abcdef"), Now: noon,
		Touchpoint: &heed.Touchpoint{Source: "s", Object: "1", Kind: "ticket.solved", Customer: heed.Customer{Email: "a@example.com"}},
	}
	change(c)
	return c, &Scope{}
}

func TestReasons(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Case)
		want   heed.Reason
	}{
		{"suppressed", func(c *Case) { c.Suppressed = Unsubscribed }, heed.Suppressed},
		{"excluded tag", func(c *Case) { c.Touchpoint.Tags = []string{"vip", "internal"} }, heed.ExcludedTag},
		{"own domain", func(c *Case) { c.Touchpoint.Customer.Email = "me@Acme.example" }, heed.OwnDomain},
		{"no address", func(c *Case) { c.Touchpoint.Customer = heed.Customer{ID: "7"} }, heed.Unresolved},
		{"no program", func(c *Case) { c.Touchpoint.Kind = "deal.won" }, heed.NoMatch},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, scope := caseOf(test.change)
			rows := c.Decide(scope)
			if len(rows) != 1 || rows[0].Reason != test.want {
				t.Fatalf("rows %+v", rows)
			}
			if rows[0].Pi != 0 || len(scope.Ledger) != 0 || rows[0].Invitation != nil {
				t.Error("what can't be asked was charged")
			}
			if !scope.Knows(c.Touchpoint.ID()) || scope.Recent(heed.DayOf(noon, time.UTC), 7) != 1 {
				t.Error("it is not remembered")
			}
		})
	}
}

// A row is the first of its scope where nothing was decided in it before, nor in
// those that it took over.
func TestFirst(t *testing.T) {
	for _, test := range []struct {
		scope Scope
		want  bool
	}{
		{Scope{}, true}, {Scope{Suppressed: Unsubscribed, Hushed: 30_000}, true}, {Scope{Last: 20_000}, false},
	} {
		c, heir := caseOf(func(*Case) {})
		heir.Take(heed.Hash{7}, &test.scope)
		for _, scope := range []*Scope{&test.scope, heir} {
			first, next := c.Decide(scope)[0].First, c.Decide(scope)[0].First
			if first != test.want || next {
				t.Errorf("%+v: first is %v, want %v; then %v", test.scope, first, test.want, next)
			}
		}
	}
}

// ask returns a case whose draw says ask, found by trying objects.
func ask(t *testing.T, change func(*Case)) (*Case, *Scope, heed.Row) {
	t.Helper()
	for object := range 1000 {
		c, scope := caseOf(change)
		c.Touchpoint.Object = string(rune('A' + object))
		if rows := c.Decide(scope); rows[0].Reason == heed.Asked || rows[0].Reason == heed.Observed {
			return c, scope, rows[0]
		}
	}
	t.Fatal("nobody is asked")
	return nil, nil, heed.Row{}
}

func TestAskingImposesQuiet(t *testing.T) {
	c, scope, row := ask(t, func(*Case) {})
	if row.Invitation == nil || row.Invitation.To != "a@example.com" {
		t.Fatalf("invitation %+v", row.Invitation)
	}
	last := heed.DayOf(noon, time.UTC) + 2 + 90
	if row.Expires != last || scope.QuietUntil != last {
		t.Errorf("expires %s, quiet until %s, want %s", row.Expires, scope.QuietUntil, last)
	}
	for days, want := range map[int]bool{1: true, 91: true, 92: false} {
		next, copied := *c, *scope
		next.Touchpoint = &heed.Touchpoint{Source: "s", Object: "next", Kind: "ticket.solved", Customer: c.Touchpoint.Customer}
		next.Now = noon.AddDate(0, 0, days)
		copied.Ledger = append([]Charge(nil), scope.Ledger...)
		if got := next.Decide(&copied)[0].Reason == heed.Quiet; got != want {
			t.Errorf("after %d days: quiet %v, want %v", days, got, want)
		}
	}
}

func TestObserveInvitesNobody(t *testing.T) {
	_, scope, row := ask(t, func(c *Case) { c.Observe = true })
	if row.Reason != heed.Observed || row.Invitation != nil || row.Pi == 0 || scope.QuietUntil == 0 {
		t.Errorf("row %+v", row)
	}
}

// The row stores the chance with holdout; threshold and ledger use the chance
// before it, and a held-out scope is charged nothing.
func TestHoldout(t *testing.T) {
	plain, plainScope := caseOf(func(*Case) {})
	want := plain.Decide(plainScope)[0]
	held, free := 0, 0
	for i := range 200 {
		c, scope := caseOf(func(c *Case) { c.Config.Holdout = 200_000_000; c.Scope = heed.Hash{byte(i)} })
		row := c.Decide(scope)[0]
		if row.Pi != 160_000_000 || row.Limit != want.Limit {
			t.Fatalf("pi %d, limit %d", row.Pi, row.Limit)
		}
		if row.Reason == heed.Holdout {
			held++
			if len(scope.Ledger) != 0 {
				t.Fatal("a held-out scope was charged")
			}
			continue
		}
		free++
		if scope.Ledger[0].Pi != 200_000_000 {
			t.Fatalf("charged %d", scope.Ledger[0].Pi)
		}
	}
	if held < 15 || free < 130 {
		t.Errorf("%d held out, %d not, at 20%%", held, free)
	}
}

func TestChanceIsTempered(t *testing.T) {
	const ceiling = 300_000_000
	for _, test := range []struct {
		n7, n30, n90 uint16
		want         uint32
	}{
		{0, 0, 0, 250_000_000},   // M = 0: the rate
		{0, 1, 6, 250_000_000},   // 2/7 is above the rate
		{0, 0, 9, 200_000_000},   // M = 9: 2/10
		{0, 7, 7, 100_000_000},   // M = 3*7-2 = 19: 2/20
		{14, 14, 14, 11_834_319}, // M = (90/7)*14-12 = 168: 2/169
	} {
		d := &heed.Decision{N7: test.n7, N30: test.n30, N90: test.n90, Alpha: heed.PPB, Target: 250_000_000}
		if got := chance(ceiling, d); got != test.want {
			t.Errorf("N7 %d, N30 %d, N90 %d: chance %d, want %d", test.n7, test.n30, test.n90, got, test.want)
		}
	}
	if got := chance(ceiling, &heed.Decision{Alpha: 500_000_000, Target: 250_000_000}); got != 150_000_000 {
		t.Errorf("half available: chance %d, want half the ceiling", got)
	}
}

// A clock that goes back must not find a ledger from which charges are gone.
func TestTimeDoesNotGoBack(t *testing.T) {
	c, scope := caseOf(func(*Case) {})
	c.Decide(scope)
	later := *c
	later.Touchpoint = &heed.Touchpoint{Source: "s", Object: "2", Kind: "ticket.solved", Customer: c.Touchpoint.Customer}
	later.Now = noon.AddDate(0, 0, 93) // the first charge has expired
	later.Decide(scope)
	back := *c
	back.Touchpoint = &heed.Touchpoint{Source: "s", Object: "3", Kind: "ticket.solved", Customer: c.Touchpoint.Customer}
	row := back.Decide(scope)[0]
	if row.Alpha != heed.PPB-200_000_000 {
		t.Errorf("available %d: the later charge does not count", row.Alpha)
	}
}
