package decide_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table/tabletest"
)

// of returns a touchpoint of whoever has one address and had others before.
func of(address string, n int, former ...string) *heed.Touchpoint {
	t := &heed.Touchpoint{
		Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprintf("ticket:%s%d", address, n), Occurrence: "1", At: noon,
		Customer: heed.Customer{Email: address + "@example.com"},
	}
	for _, f := range former {
		t.Customer.Former = append(t.Customer.Former, heed.Former{Email: f + "@example.com"})
	}
	return t
}

func (c scene) hash(address string) heed.Hash { return c.ring.Address(address + "@example.com") }

func (c scene) store() records.Store { return records.Store{Table: c.table} }

func (c scene) head(address string) *records.Head {
	c.Helper()
	head, err := c.store().Scope(c.Context(), surveys.Customer, c.hash(address))
	if err != nil {
		c.Fatal(err)
	}
	return head
}

// about returns the row of a touchpoint in the first program.
func (c scene) about(t *heed.Touchpoint) heed.Row {
	c.Helper()
	return c.among(c.rows(), t)
}

func (c scene) among(rows []heed.Row, t *heed.Touchpoint) heed.Row {
	c.Helper()
	id := t.ID().Row("often")
	i := slices.IndexFunc(rows, func(r heed.Row) bool { return r.ID == id })
	if i < 0 {
		c.Fatalf("%s has no row", t.Object)
	}
	return rows[i]
}

// asks returns a touchpoint of the address that is asked.
func (c scene) asks(address string) *heed.Touchpoint {
	c.Helper()
	for n := range 20 {
		t := of(address, n)
		if c.decide(noon, t); c.about(t).Reason == heed.Asked {
			return t
		}
	}
	c.Fatal("nobody is asked")
	return nil
}

// Who has another address now is not asked again within the quiet period of
// the old one, under whichever comes next; rows say that their chance is in
// doubt, and under whom they stand; what was decided stays decided; and a
// suppression of either holds for both.
func TestFormerIdentity(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	before := c.asks("old")
	now, then := of("new", 0, "old"), of("old", 100)
	c.decide(noon, now)
	c.decide(noon, then)
	for _, touchpoint := range []*heed.Touchpoint{now, then} {
		r := c.about(touchpoint)
		if r.Reason != heed.Quiet && r.Reason != heed.Uncovered || r.Doubt != heed.Merged || r.Customer != c.hash("new") || r.Scope != r.Customer {
			t.Errorf("%s: %s, doubt %q, of %s", touchpoint.Object, r.Reason, r.Doubt, r.Customer)
		}
	}
	if r := c.about(before); r.Doubt != 0 || r.Customer != c.hash("old") {
		t.Errorf("before the merge: %+v", r)
	}
	if n := c.about(then).N90; n != c.about(before).N90+2 {
		t.Errorf("%d touchpoints are known of the two, %d of the first before", n, c.about(before).N90)
	}
	rows := c.rows()
	for _, touchpoint := range []*heed.Touchpoint{before, now, then, of("new", 0, "old", "old")} {
		touchpoint.Customer.Email = "new@example.com"
		c.decide(later, touchpoint) // as somebody else's, a day later
	}
	if again := c.rows(); !reflect.DeepEqual(rows, again) {
		t.Errorf("decided again: %s", cmp.Diff(rows, again))
	}
	if err := c.store().Suppress(t.Context(), c.hash("old"), sampling.ReportedSpam); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"old", "new"} {
		if why, err := c.store().Suppression(t.Context(), c.hash(address)); err != nil || why != sampling.ReportedSpam {
			t.Errorf("%s is suppressed for %d, error %v", address, why, err)
		}
	}
}

// Charges of a former identity that expire on one day add up, and stop at one.
func TestManyFormerIdentities(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	for _, address := range []string{"a", "b", "c", "d", "e"} {
		c.asks(address)
	}
	c.decide(noon, of("e", 50, "a", "b", "c", "d"))
	if s := c.head("e").Scope; len(s.Merging) > 0 || s.Available(heed.DayOf(noon, c.config.Zone)) != 0 {
		t.Errorf("left to take over: %v; ledger: %v", s.Merging, s.Ledger)
	}
	if r := c.about(of("e", 50)); r.Alpha != 0 || r.Pi != 0 || r.Reason != heed.Uncovered {
		t.Errorf("%s, free with chance %d", r.Reason, r.Alpha)
	}
}

// That an address bounced says nothing of the customer's next one, and the next
// one's nothing of it; what the customer said holds for both.
func TestBouncedAddress(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		before, after string // whose address bounces before they become one, and after
		said          bool   // and then the old one complains
		old, now      bool   // whether they are suppressed
	}{
		"neither":                   {"", "", false, false, false},
		"the old, before":           {"old", "", false, true, false},
		"the old, after":            {"", "old", false, true, false},
		"the new, before":           {"now", "", false, false, true},
		"the new, after":            {"", "now", false, false, true},
		"the old, and it complains": {"old", "", true, true, true},
	} {
		t.Run(name, func(t *testing.T) {
			p := story{}.begin(t)
			c := p.scene()
			defer c.close()
			suppress := func(address string, why sampling.Suppression) {
				if address == "" {
					return
				}
				if err := c.store().Suppress(t.Context(), c.hash(address), why); err != nil {
					t.Fatal(err)
				}
			}
			suppress(test.before, sampling.AddressBounced)
			c.decide(noon, of("now", 0, "old"))
			suppress(test.after, sampling.AddressBounced)
			if test.said {
				suppress("old", sampling.ReportedSpam)
			}
			for address, want := range map[string]bool{"old": test.old, "now": test.now} {
				touchpoint := of(address, 9)
				c.decide(noon, touchpoint)
				why, err := c.store().Suppression(t.Context(), c.hash(address))
				if got := c.about(touchpoint).Reason == heed.Suppressed; err != nil || got != want || (why != 0) != want {
					t.Errorf("%s: row suppressed: %v, address for %d, want %v (%v)", address, got, why, want, err)
				}
			}
		})
	}
}

// An invitation that goes to a former address knows whose that is.
func TestMailedToAFormerAddress(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	early := of("now", 0, "old")
	early.Kind = "ticket.merged" // no program
	c.decide(noon, early)
	r := c.about(c.asks("old"))
	if r.Customer != c.hash("now") || r.Mailed() != c.hash("old") || r.Invitation.To != "old@example.com" {
		t.Errorf("of %s, mailed %s at %s", r.Customer, r.Mailed(), r.Invitation.To)
	}
}

// An address that changed often leads to the last, however long the way.
func TestLongWay(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	c.asks("n0")
	for n := 1; n <= 11; n++ {
		c.decide(noon, of(fmt.Sprint("n", n), 0, fmt.Sprint("n", n-1)))
	}
	for _, first := range []string{"n0", "n3"} {
		c.decide(noon, of(first, 100))
		if r := c.about(of(first, 100)); r.Customer != c.hash("n11") || r.Reason == heed.Asked {
			t.Errorf("%s: %s, of %s, want %s", first, r.Reason, r.Customer, c.hash("n11"))
		}
	}
	if len(asked(c.rows())) != 1 {
		t.Errorf("asked: %v", asked(c.rows()))
	}
}

// Whichever operation of a merge goes wrong, and whatever is decided next (it
// again, the old address, the new one alone), nobody is asked in the old
// one's quiet period once the new one's scope knows of it.
func TestMergeAfterACrash(t *testing.T) {
	t.Parallel()
	for scope, mishaps := range map[string][]tabletest.Mishap{"": tabletest.Mishaps, "scope: account": {tabletest.DiesAfter}} {
		p := story{scope: scope}.begin(t)
		for _, mishap := range mishaps {
			for _, order := range orders {
				for n := 1; p.mergeAfter(n, mishap, order); n++ {
				}
			}
		}
	}
}

// mergeAfter tries one mishap. It reports false when the decision was over
// before its nth operation.
func (p *place) mergeAfter(n int, mishap tabletest.Mishap, order []int) bool {
	p.Helper()
	c := p.scene()
	defer c.close()
	c.asks("old")
	all := []*heed.Touchpoint{of("new", 0, "old"), of("old", 100), of("new", 1)}
	if p.scope != "" {
		all[0].Customer.Account, all[2].Customer.Account = "a1", "a2"
	}
	life := tabletest.Life{N: n, Mishap: mishap}
	err := c.handler(noon, life.Table(c.table)).Touchpoint(p.Context(), all[0])
	known, marked := c.head("new"), c.head("old")
	if known.Version == 0 && !marked.Scope.Successor.IsZero() {
		p.Errorf("%s operation %d: the successor does not know that it is one", mishap, n)
	}
	alone := order[0] != 0 && known.Version == 0 // when the new one comes, nothing says that the two are one
	for _, i := range order {
		c.decide(noon, all[i])
	}
	rows := c.rows()
	what := fmt.Sprintf("%s operation %d (%v), then %v", mishap, n, err, order)
	for _, touchpoint := range all {
		if r := c.among(rows, touchpoint); r.Reason == heed.Asked && !(alone && touchpoint == all[2]) {
			p.Errorf("%s: %s is asked", what, touchpoint.Object)
		}
	}
	for _, touchpoint := range all {
		c.decide(later, touchpoint)
	}
	if again := c.rows(); !reflect.DeepEqual(rows, again) {
		p.Errorf("%s: decided again: %s", what, cmp.Diff(rows, again))
	}
	return life.Met()
}

// Three identities that are named each other's former ones at once become one,
// which is asked once.
func TestMergesInARace(t *testing.T) {
	t.Parallel()
	for round := range 10 {
		c := story{}.begin(t).scene()
		var all []*heed.Touchpoint
		for n := range 3 {
			all = append(all, of("a", n, "b", "c"), of("b", n, "c", "a"), of("c", n, "a", "b"))
		}
		race(t, c.racers(noon, c.table), all)
		count := 0
		for _, n := range asked(c.rows()) {
			count += n
		}
		if count > 1 {
			t.Errorf("round %d: asked %v", round, asked(c.rows()))
		}
		c.atMostOnce(fmt.Sprint("round ", round), all)
		var last []heed.Hash
		for _, address := range []string{"a", "b", "c"} {
			way, err := c.store().Way(t.Context(), c.hash(address))
			if err != nil {
				t.Fatal(err)
			}
			last = append(last, way[len(way)-1].ID)
		}
		if len(slices.Compact(last)) != 1 {
			t.Errorf("round %d: they are still %v", round, last)
		}
		c.close()
	}
}
