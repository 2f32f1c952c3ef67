package sampling

import (
	"fmt"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// ofAccount returns a case of a customer's touchpoint through an account.
func ofAccount(key any, account byte, n int, at time.Time) *Case {
	return &Case{
		Config: &surveys.Config{Zone: time.UTC, Scope: surveys.Account, Programs: []surveys.Program{{
			Name: "a", When: surveys.Match{Kinds: []string{"x"}}, Rate: 300_000_000, Ceiling: 900_000_000, Quiet: 30,
		}}},
		Key: fmt.Append(nil, "key", key), Now: at, Kind: surveys.Account, Scope: heed.Hash{account},
		Touchpoint: &heed.Touchpoint{Source: "s", Object: fmt.Sprint(n), Kind: "x", Customer: heed.Customer{Email: "a@example.com"}},
	}
}

// decided decides a case as its handler does.
func (c *Case) decided(own, customer *Scope) heed.Row {
	c.Heed(customer)
	rows := c.Decide(own)
	c.Hush(customer, rows)
	return rows[0]
}

// What a former tool keeps quiet has no chance, whoever of the account was
// asked before: a recorded chance would be one that nobody had.
func TestImportedHushInAnAccount(t *testing.T) {
	until := heed.DayOf(noon, time.UTC) + 10
	for key := range 100 {
		own, colleague, customer := &Scope{}, &Scope{}, &Scope{Hushed: until}
		before := ofAccount(key, 1, 0, noon).decided(own, colleague)
		if r := ofAccount(key, 1, 1, noon.AddDate(0, 0, 1)).decided(own, customer); r.Pi != 0 || r.Reason != heed.Hushed {
			t.Fatalf("a colleague is %s, then the customer %s with chance %d", before.Reason, r.Reason, r.Pi)
		}
	}
}

func hushed(account, touchpoint byte, until heed.Day) (*Case, []heed.Row) {
	c := ofAccount(0, account, int(touchpoint), noon)
	return c, []heed.Row{{Decision: heed.Decision{Reason: heed.Asked, Expires: until}}}
}

// A decision takes back its own hush, and nothing else.
func TestUnhush(t *testing.T) {
	today := heed.DayOf(noon, time.UTC)
	for name, test := range map[string]struct {
		between func(*Scope)
		want    heed.Day // quiet for others until then
	}{
		"nothing":   {func(*Scope) {}, 0},
		"an import": {func(s *Scope) { s.Hushed = today + 5 }, today + 5},
		"a merge":   {func(s *Scope) { s.Take(heed.Hash{7}, &Scope{Hushed: today + 90}) }, today + 90},
		"a merge with one who was asked": {func(s *Scope) {
			s.Take(heed.Hash{7}, &Scope{Imposed: Hush{today + 90, heed.Hash{2}, heed.TouchpointID{1}}})
		}, today + 90},
		"another of the account": {func(s *Scope) {
			c, rows := hushed(1, 2, today+20)
			c.Hush(s, rows)
		}, today + 30},
		"another of the account, tried again": {func(s *Scope) {
			for _, touchpoint := range []byte{2, 1, 2} {
				c, rows := hushed(1, touchpoint, today+40)
				c.Hush(s, rows)
			}
		}, today + 40},
	} {
		customer := &Scope{}
		c, rows := hushed(1, 1, today+30)
		c.Hush(customer, rows)
		test.between(customer)
		c.Unhush(customer, nil)
		if got := max(customer.Hushed, customer.Imposed.Until); got != test.want {
			t.Errorf("%s in between: hushed until %d, want %d", name, got, test.want)
		}
	}
}

// Whose hush it is decides who has no chance while it lasts, and whose chance
// is in doubt afterwards.
func TestOverlap(t *testing.T) {
	today := heed.DayOf(noon, time.UTC)
	for name, test := range map[string]struct {
		customer Scope
		reason   heed.Reason // 0: there is a chance
		doubt    heed.Doubt
	}{
		"nobody's":                     {Scope{}, 0, 0},
		"the account's own":            {Scope{Imposed: Hush{Until: today + 1, Account: heed.Hash{1}}}, 0, 0},
		"another's":                    {Scope{Imposed: Hush{Until: today + 1, Account: heed.Hash{2}}}, heed.Hushed, 0},
		"another's, lately":            {Scope{Imposed: Hush{Until: today, Account: heed.Hash{2}}}, 0, heed.Overlapping},
		"another's, long ago":          {Scope{Imposed: Hush{Until: today - 32, Account: heed.Hash{2}}}, 0, 0},
		"another's before its own":     {Scope{Imposed: Hush{Until: today + 9, Account: heed.Hash{1}}, Overlapped: today - 31}, 0, heed.Overlapping},
		"the customer's alone":         {Scope{QuietUntil: today + 1}, heed.Hushed, 0},
		"the customer's alone, lately": {Scope{QuietUntil: today}, 0, heed.Overlapping},
		"a former tool's, lately":      {Scope{Hushed: today}, 0, 0},
	} {
		own := &Scope{}
		r := ofAccount(0, 1, 1, noon).decided(own, &test.customer)
		if r.Pi > 0 && r.Reason != heed.Hushed {
			r.Reason = 0
		}
		if r.Reason != test.reason || r.Doubt != test.doubt {
			t.Errorf("%s: %s, doubt %q; want %s, %q", name, r.Reason, r.Doubt, test.reason, test.doubt)
		}
	}
	s := &Scope{Imposed: Hush{Until: today, Account: heed.Hash{2}}}
	alone := func(day int) heed.Row {
		c := ofAccount(0, 9, day, noon.AddDate(0, 0, day))
		c.Kind = surveys.Customer
		c.Heed(s)
		return c.Decide(s)[0]
	}
	if r := alone(0); r.Doubt != heed.Overlapping {
		t.Errorf("alone: doubt %q", r.Doubt)
	}
	if r := alone(32); r.Doubt != 0 || s.Imposed != (Hush{}) {
		t.Errorf("alone, later: doubt %q, %+v", r.Doubt, s.Imposed)
	}
}

// An account that hushes after another remembers that it did.
func TestHushAfterAnother(t *testing.T) {
	today, customer := heed.DayOf(noon, time.UTC), &Scope{}
	for _, hush := range []struct {
		account byte
		until   heed.Day
	}{{2, today - 3}, {1, today + 5}, {1, today + 7}} {
		c, rows := hushed(hush.account, 1, hush.until)
		c.Hush(customer, rows)
	}
	if customer.Imposed.Until != today+7 || customer.Imposed.Account != (heed.Hash{1}) || customer.Overlapped != today-3 {
		t.Errorf("%+v, another until %d", customer.Imposed, customer.Overlapped)
	}
}
