package decide_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
	"heed/shared/table/tabletest"
	"heed/shared/wiring"
)

// deed is what a customer did some time after noon, as another source tells of it.
func deed(kind, address, account string, after time.Duration) *heed.Touchpoint {
	return &heed.Touchpoint{
		Source: "crm", Kind: kind, Object: "deal:" + address, Occurrence: after.String(), At: noon.Add(after),
		Customer: heed.Customer{Email: address + "@example.com", Account: account},
	}
}

// followed is what the rows of a touchpoint that were asked say followed, in
// words. Rows that were not asked must say nothing.
func (c scene) followed(t *heed.Touchpoint) string {
	c.Helper()
	var said []string
	for _, r := range c.rows() {
		a := r.After
		if r.Invitation == nil && (!a.Left.IsZero() || !a.Bought.IsZero()) {
			c.Errorf("%s was not asked, and yet: %+v", r.Object, a)
		}
		if r.ID.Touchpoint() != t.ID() {
			continue
		}
		if !a.Left.IsZero() {
			said = append(said, fmt.Sprint("left after ", a.Left.Sub(noon)))
		}
		if !a.Bought.IsZero() {
			said = append(said, fmt.Sprint("bought after ", a.Bought.Sub(noon)))
		}
	}
	return strings.Join(said, ", ")
}

// Who was asked, and then left or bought within half a year, has rows that say
// when first, whichever source tells of it, in whatever order and however often.
func TestFollowed(t *testing.T) {
	t.Parallel()
	first := deed("deal.won", "old", "b1", -hour) // of before
	for name, c := range map[string]struct {
		next []*heed.Touchpoint
		want string
	}{
		"left":                   {[]*heed.Touchpoint{deed("subscription.cancelled", "old", "", 10*day)}, "left after 240h0m0s"},
		"churned":                {[]*heed.Touchpoint{deed("contact.churned", "old", "b1", hour)}, "left after 1h0m0s"},
		"bought":                 {[]*heed.Touchpoint{deed("deal.won", "old", "b1", 50*hour)}, "bought after 50h0m0s"},
		"renewed":                {[]*heed.Touchpoint{deed("subscription.renewed", "old", "", 180*day)}, "bought after 4320h0m0s"},
		"later than half a year": {[]*heed.Touchpoint{deed("order.paid", "old", "", 180*day+hour)}, ""},
		"before":                 {[]*heed.Touchpoint{deed("deal.won", "old", "", -hour)}, ""},
		"somebody else":          {[]*heed.Touchpoint{deed("deal.won", "new", "", hour)}, ""},
		"another deed":           {[]*heed.Touchpoint{deed("deal.lost", "old", "", hour)}, ""},
		"both, and twice": {
			[]*heed.Touchpoint{
				deed("deal.won", "old", "", 60*hour), deed("order.paid", "old", "", 50*hour),
				deed("subscription.cancelled", "old", "", 70*hour), deed("contact.churned", "old", "", 90*hour),
			},
			"left after 70h0m0s, bought after 50h0m0s",
		},
	} {
		for _, scope := range []string{"", "scope: account", "timezone: Pacific/Auckland"} {
			t.Run(name+" "+scope, func(t *testing.T) {
				t.Parallel()
				p := story{scope: scope}.begin(t)
				p.until = 182
				s := p.scene()
				defer s.close()
				s.decide(noon.Add(-hour), first)
				solved := s.asks("old")
				last := noon
				for range 2 {
					for _, next := range c.next {
						last = noon.Add(max(next.At.Sub(noon), hour))
						s.decide(last, next)
					}
				}
				if got := s.followed(solved); got != c.want {
					t.Errorf("%q, want %q", got, c.want)
				}
				marks, err := s.store().Marks(t.Context())
				if late := c.want != "" && last.Sub(noon) > heed.RolledUpFor; err != nil || (len(marks) == 1) != late {
					t.Errorf("marks %v, error %v", marks, err)
				}
			})
		}
	}
}

// Whoever was asked through an account, or at an address they had before, is
// known again; a colleague is not taken for them.
func TestFollowedWhoeverTheyWere(t *testing.T) {
	t.Parallel()
	s := story{scope: "scope: account"}.begin(t).scene()
	defer s.close()
	through := via(7, 0, "a1")
	for n := 1; s.decideAndSee(through).Reason != heed.Asked; n++ {
		through = via(7, n, "a1")
	}
	s.decide(noon.Add(hour), deed("deal.won", "c8", "a1", hour)) // of the same account, by its name elsewhere
	colleague := via(8, 0, "a1")
	colleague.Kind, colleague.At = "subscription.cancelled", noon.Add(hour)
	s.decide(noon.Add(hour), colleague)
	if got := s.followed(through); got != "" {
		t.Errorf("a colleague is taken for the customer: %q", got)
	}
	s.decide(noon.Add(2*hour), deed("deal.won", "c7", "elsewhere", 2*hour))
	left := deed("contact.churned", "moved", "", 3*hour)
	left.Customer.Former = []heed.Former{{Email: "c7@example.com"}}
	s.decide(noon.Add(3*hour), left)
	if got := s.followed(through); got != "left after 3h0m0s, bought after 2h0m0s" {
		t.Errorf("it says %q", got)
	}
}

func (c scene) decideAndSee(t *heed.Touchpoint) heed.Row {
	c.Helper()
	c.decide(noon, t)
	return c.about(t)
}

// Whichever operation goes wrong, and however: told again, what followed stands
// in each row that it is to stand in, and no row was changed before its day was
// marked.
func TestMishapsOfWhatFollows(t *testing.T) {
	t.Parallel()
	solved := happened("solved", "1", 0)
	left := deed("subscription.cancelled", "grace", "", 3*day)
	for _, scope := range []string{"", "scope: account"} {
		p := story{scope: scope}.begin(t)
		for _, next := range []*heed.Touchpoint{happened("reopened", "1", 3*day), again("1", 3*day, 1), left} {
			for _, mishap := range tabletest.Mishaps {
				for n, met := 1, true; met; n++ {
					c := p.scene()
					c.decide(noon, solved)
					life := &tabletest.Life{N: n, Mishap: mishap}
					_ = c.handler(noon.Add(3*day), life.Table(c.table)).Touchpoint(t.Context(), next)
					met = life.Met()
					c.marked(solved)
					c.decide(noon.Add(3*day), next)
					c.marked(solved)
					once := c.rows()
					for _, row := range once {
						want := heed.After{Reopened: next.At}
						if next == left {
							want = heed.After{Left: next.At}
						}
						if row.ID.Touchpoint() == solved.ID() && row.After != want && (next != left || row.Invitation != nil) {
							t.Errorf("%s operation %d of %s: after it %+v", mishap, n, next.Kind, row.After)
						}
					}
					c.decide(noon.Add(4*day), next)
					if !reflect.DeepEqual(once, c.rows()) {
						t.Errorf("%s operation %d of %s: told again, it says something else", mishap, n, next.Kind)
					}
					c.close()
				}
			}
		}
	}
}

// marked checks that a row which says that something followed is of a marked day.
func (c scene) marked(t *heed.Touchpoint) {
	c.Helper()
	marks, err := c.store().Marks(c.Context())
	if row := c.about(t); err != nil || row.After != (heed.After{}) && (len(marks) != 1 || marks[0].Day != row.Day) {
		c.Errorf("marks %v, error %v: %+v", marks, err, row.After)
	}
}

// cost is what deciding a touchpoint costs where everything is known already that
// a process reads but once.
func (c scene) cost(at time.Time, t *heed.Touchpoint) table.Units {
	c.Helper()
	tab := c.file.Table()
	tab.Meter = &table.Meter{}
	h := c.handler(at, table.Guard(tab, wiring.Find("decide").Table))
	for _, touchpoint := range []*heed.Touchpoint{deed("any", "any", "", at.Sub(noon)), t} {
		tab.Meter.Reset()
		if err := h.Touchpoint(c.Context(), touchpoint); err != nil {
			c.Fatal(err)
		}
	}
	return tab.Meter.Units()
}

// What follows on nothing costs what it always did: a read of the scope and of the
// row decided last, a put of each. So does a solving on whose day and the day before
// nothing else was decided, a purchase by who was not asked, and whatever comes
// again. What follows on something costs a read of each touchpoint that it may
// follow on, and writes what it changes once: a row, and a mark of its day.
func TestCostsOfWhatFollows(t *testing.T) {
	t.Parallel()
	p := story{}.begin(t)
	p.until = 40
	s := p.scene()
	defer s.close()
	usual := table.Units{Read: 2, Write: 2}
	s.decide(noon, happened("merged", "0", 0))
	reopened, bought := happened("reopened", "1", 19*day), deed("deal.won", "grace", "", 20*day)
	for i, step := range []struct {
		next *heed.Touchpoint
		want table.Units
	}{
		{happened("merged", "1", hour), usual},
		{deed("chat.reopened", "grace", "", hour), usual},
		{deed("deal.lost", "grace", "", hour), usual},
		{deed("deal.won", "grace", "", hour), usual},
		{deed("contact.churned", "grace", "", hour), usual},
		{happened("solved", "2", 10*day), table.Units{Read: 2, Write: 1 + 2 + 1}}, // two programs, and a mail that is due
		{happened("solved", "1", 15*day), table.Units{Read: 3, Write: 1 + 2}},     // two rows decided last
		{reopened, table.Units{Read: 1 + 2 + 2 + 2*2, Write: 2 + 1 + 2}},          // two touchpoints looked at, two rows and a mark
		{reopened, table.Units{Read: 1 + 1 + 2}},
		{bought, table.Units{Read: 1 + 1 + 9 + 2, Write: 2 + 1 + 1}}, // nine looked at, a row and a mark
		{bought, table.Units{Read: 1 + 1 + 9}},
	} {
		if got := s.cost(step.next.At, step.next); got != step.want {
			t.Errorf("step %d, %s, costs %+v, want %+v", i, step.next.Kind, got, step.want)
		}
	}
}
