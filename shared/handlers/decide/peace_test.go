package decide_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"heed/shared/cloud/dynalite"
	"heed/shared/cloud/dynamo"
	"heed/shared/handlers/decide"
	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

// via returns a touchpoint of one customer: through an account, or through none.
func via(customer, n int, account string) *heed.Touchpoint {
	return &heed.Touchpoint{
		Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprintf("ticket:%d-%d%s", customer, n, account), Occurrence: "1", At: noon,
		Customer: heed.Customer{Email: fmt.Sprintf("c%d@example.com", customer), Name: "C", Account: account},
	}
}

// asked counts the invitations among rows, by customer.
func asked(rows []heed.Row) map[heed.Hash]int {
	count := map[heed.Hash]int{}
	for _, r := range rows {
		if r.Reason == heed.Asked {
			count[r.Customer]++
		}
	}
	return count
}

// atMostOnce checks that nobody is asked twice, that no row is missing, and
// that deciding everything again changes nothing.
func (c scene) atMostOnce(what string, all []*heed.Touchpoint) {
	c.Helper()
	rows := c.rows()
	if len(rows) != 2*len(all) {
		c.Errorf("%s: %d rows of %d touchpoints", what, len(rows), len(all))
	}
	for customer, n := range asked(rows) {
		if n > 1 {
			c.Errorf("%s: customer %s is asked %d times", what, customer, n)
		}
	}
	for _, t := range slices.Backward(all) {
		c.decide(later, t)
	}
	if again := c.rows(); !reflect.DeepEqual(rows, again) {
		c.Errorf("%s: decided again: %s", what, cmp.Diff(rows, again))
	}
}

// orders lets each of three be first, last and in between.
var orders = [][]int{{0, 1, 2}, {1, 2, 0}, {2, 0, 1}}

// Whichever operation of an account's decision goes wrong, and whatever is
// decided next (it again, another account's of the same customer, the
// customer's own), the customer is asked once.
func TestNobodyIsAskedTwiceAfterACrash(t *testing.T) {
	t.Parallel()
	p := story{scope: "scope: account"}.begin(t)
	for customer, mishap := range tabletest.Mishaps {
		all := []*heed.Touchpoint{via(customer, 0, "a1"), via(customer, 1, "a2"), via(customer, 2, "")}
		for _, first := range []*heed.Touchpoint{all[0], all[2]} {
			for _, order := range orders {
				for n := 1; ; n++ {
					c := p.scene()
					life := tabletest.Life{N: n, Mishap: mishap}
					err := c.handler(noon, life.Table(c.table)).Touchpoint(c.Context(), first)
					for _, i := range order {
						c.decide(noon, all[i])
					}
					c.atMostOnce(fmt.Sprintf("%s operation %d (%v), then %v", mishap, n, err, order), all)
					c.close()
					if !life.Met() {
						break
					}
				}
			}
		}
	}
}

// A quiet period that is imported between a try that hushed and one that asks
// nobody stays, and the customer is not asked in it through another account.
func TestImportBetweenTries(t *testing.T) {
	t.Parallel()
	p := story{scope: "scope: account"}.begin(t)
	until, met := heed.DayOf(noon, time.UTC)+5, 0
	for n := 1; n < 12; n++ {
		c := p.scene()
		life := tabletest.Life{N: n, Mishap: tabletest.DiesAfter}
		_ = c.handler(noon, life.Table(c.table)).Touchpoint(t.Context(), via(1, 0, "a1"))
		account, err := c.store().Scope(t.Context(), surveys.Account, c.ring.Account("zendesk", "a1"))
		if err != nil {
			t.Fatal(err)
		}
		if c.head("c1").Scope.Imposed.Until > 0 && account.Version == 0 {
			met++
			if err := c.store().Hush(t.Context(), c.hash("c1"), until); err != nil {
				t.Fatal(err)
			}
			c.decide(noon, via(2, 0, "a1")) // a colleague is asked
			c.decide(noon, via(1, 0, "a1"))
			c.decide(noon, via(1, 7, "a2"))
			if s := c.head("c1").Scope; s.Hushed != until || s.Imposed.Until != 0 || asked(c.rows())[c.hash("c1")] > 0 {
				t.Errorf("operation %d: hushed until %d, want %d; asked %v", n, s.Hushed, until, asked(c.rows()))
			}
		}
		c.close()
	}
	if met == 0 {
		t.Error("no try hushed and died")
	}
}

// racers are two processes on one table.
func (c scene) racers(at time.Time, seen table.Table) []*decide.Handler {
	return []*decide.Handler{c.handler(at, seen), c.handler(at, seen)}
}

// race decides touchpoints at once, each in every process, as queues would:
// what was too busy comes again.
func race(t *testing.T, handlers []*decide.Handler, all []*heed.Touchpoint) {
	t.Helper()
	var group errgroup.Group
	for _, h := range handlers {
		for _, touchpoint := range all {
			group.Go(func() error {
				for {
					err := h.Touchpoint(t.Context(), touchpoint)
					if heed.CodeOf(err) != heed.Unavailable {
						return err
					}
				}
			})
		}
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
}

func crowd(customers int) (all []*heed.Touchpoint) {
	for customer := range customers {
		near, far := fmt.Sprint("near", customer/2), fmt.Sprint("far", customer/3) // shared with others
		for n, account := range []string{near, far, "", near} {
			all = append(all, via(customer, n, account))
		}
	}
	return all
}

// Two processes that decide for the same customers at once, through one
// account, through another and through none, ask each once.
func TestNobodyIsAskedTwiceInARace(t *testing.T) {
	t.Parallel()
	c := story{scope: "scope: account"}.begin(t).scene()
	defer c.close()
	all := crowd(12)
	race(t, c.racers(noon, c.table), all)
	c.atMostOnce("at once", all)
	if len(asked(c.rows())) == 0 {
		t.Error("nobody is asked at all")
	}
}

// The same on DynamoDB's own terms.
func TestNobodyIsAskedTwiceOverTheWire(t *testing.T) {
	t.Parallel()
	c := story{scope: "scope: account"}.begin(t).scene()
	defer c.close()
	client, name := dynalite.Table(t)
	c.table = &dynamo.Table{Client: client, Name: name}
	all := crowd(4)
	race(t, c.racers(noon, c.table), all)
	c.atMostOnce("at once", all)
}
