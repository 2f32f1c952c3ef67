package plan_test

import (
	"context"
	"log/slog"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/shared/embedded"
	"heed/shared/handlers/decide"
	"heed/shared/heed"
	"heed/shared/history"
	"heed/shared/history/madeup"
	"heed/shared/keyring"
	"heed/shared/plan"
	"heed/shared/records"
	"heed/shared/surveys"
)

// What a plan expects is what decide then does on the same history. As many
// are asked, within 3%; and where nobody is held out, the chances that it
// records add up to the plan's to the last billionth. With accounts, a customer
// has two, one for each source, and is hushed by either's invitation.
func TestDecideDoesWhatWasPlanned(t *testing.T) {
	if testing.Short() {
		t.Skip("decides some 29,000 touchpoints on a real table")
	}
	asked, expected := 0, 0.0
	for i, test := range []struct {
		scope, holdout string
		customers      int
	}{{"customer", "5%", 2_500}, {"customer", "0%", 800}, {"account", "0%", 800}} {
		config := shippedWith(t, "scope: customer", "scope: "+test.scope, "holdout: 5%", "holdout: "+test.holdout)
		lines := addressed(madeup.Options{Seed: uint64(i), Customers: test.customers, From: start, Days: 365, Tickets: 5})
		keys := ring(t, byte(i))
		p, err := plan.Of(sure(slices.Values(lines)), keys, []plan.Variant{{Name: "as it is", Config: config}}, plan.Assume(0.2))
		if err != nil {
			t.Fatal(err)
		}
		want := p.Variants[0].Mails.All
		n, pi := decided(t, config, keys, lines)
		t.Logf("%s, holdout %s: %d touchpoints, planned %.2f mails, recorded chances of %.2f, asked %d",
			test.scope, test.holdout, len(lines), want, float64(pi)/heed.PPB, n)
		if config.Holdout == 0 && uint64(math.Round(want*heed.PPB)) != pi {
			t.Errorf("%s: planned %v mails, the rows' chances add up to %d", test.scope, want, pi)
		}
		asked, expected = asked+n, expected+want
	}
	if off := math.Abs(float64(asked)/expected - 1); off > 0.03 {
		t.Errorf("planned %.0f mails, asked %d", expected, asked)
	}
}

// shippedWith is the surveys.yaml that Heed comes with, with texts replaced.
func shippedWith(t *testing.T, oldnew ...string) *surveys.Config {
	t.Helper()
	return load(t, strings.NewReplacer(oldnew...).Replace(string(shipped(t).Text)))
}

// addressed makes up the lines that have an address: to the others a plan
// gives one, and decide does not.
func addressed(o madeup.Options) (lines []*history.Line) {
	for l := range madeup.Touchpoints(o) {
		if l.Customer.Email != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// decided decides the lines on a table, a company's one after another on a
// clock that is moved, and returns what its rows say.
func decided(t *testing.T, config *surveys.Config, keys *keyring.Ring, lines []*history.Line) (asked int, pi uint64) {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	store := records.Store{Table: file.Table()}
	companies := map[string][]*history.Line{}
	for _, l := range lines {
		companies[l.Customer.Account] = append(companies[l.Customer.Account], l)
	}
	var group errgroup.Group
	group.SetLimit(128) // so that a sync to the disk is shared by many
	for _, theirs := range companies {
		group.Go(func() error {
			var now time.Time
			h := &decide.Handler{
				Config: config, Store: store, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return now },
				Ring: func(context.Context) (*keyring.Ring, error) { return keys, nil },
			}
			for _, l := range theirs {
				now = l.At
				if err := h.Touchpoint(t.Context(), &l.Touchpoint); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	first, last := heed.DayOf(lines[0].At, config.Zone), heed.DayOf(lines[len(lines)-1].At, config.Zone)
	for day := first; day <= last; day++ {
		for row, err := range store.Day(t.Context(), day) {
			if err != nil {
				t.Fatal(err)
			}
			pi += uint64(row.Pi)
			if row.Reason == heed.Asked {
				asked++
			}
		}
	}
	return asked, pi
}
