package service

import (
	"math/rand/v2"
	"testing"
)

// What may still be undone is not told as a change; what can only get worse is.
func TestWithdraw(t *testing.T) {
	change := func(x, low, high float64) Change { return changeOf(x, low, high) }
	better, worse, neither := change(-0.1, -0.2, -0.05), change(0.1, 0.05, 0.2), change(0.1, -0.05, 0.2)
	for _, c := range []struct {
		reopened Change
		final    bool // before
		stands   bool
	}{{better, true, false}, {worse, true, true}, {neither, true, false}, {worse, false, false}} {
		got := &Changes{Reopened: c.reopened, Once: change(-c.reopened.Change.Value, -c.reopened.Change.High, -c.reopened.Change.Low)}
		got.Withdraw(c.final)
		if got.Reopened.Shown != c.stands || got.Once.Shown != c.stands || !c.stands && (got.Reopened.Change != nil || got.Once.Reason != Provisional) {
			t.Errorf("%+v: got %+v, %+v", c, got.Reopened, got.Once)
		}
	}
	(&Changes{}).Withdraw(true)
}

// The first days of a month are no month.
func TestNoVolumeOfDays(t *testing.T) {
	all := cellOf(tickets(&desk{rnd: rand.New(rand.NewPCG(9, 9)), agents: 1, pace: 1, content: 1}, 60))
	if c := Compare(all, all, 6.9, 30); c.Volume.Shown || c.Volume.Reason != TooSoon || !c.Contact.Shown {
		t.Errorf("of less than a week: got %+v", c.Volume)
	}
	if c := Compare(all, all, 7, 30); !c.Volume.Shown {
		t.Errorf("of a week: got %+v", c.Volume)
	}
}
