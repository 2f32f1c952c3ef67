package laptop_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"
	"time"

	"heed/shared/heed"
)

// Four hundred touchpoints of one customer come at once, in three rushes, of
// which the third comes after the quiet period. However they are shuffled,
// each has a row with its reason and exact chance, and in each quiet period
// there is one mail at most.
func TestRushOfOneCustomer(t *testing.T) {
	t.Parallel()
	for name, config := range map[string]string{"forced": forced, "shared": shared} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := open(t, configured(t, config))
			for rush, after := range []time.Duration{20 * 24 * time.Hour, 13 * 24 * time.Hour, 0} {
				var events []event
				for n := range 400 {
					events = append(events, ticket(t, 1).with("ticket.id", fmt.Sprint(1000*rush+n)))
				}
				h.deliverAll(t, h.door(t, "zendesk"), events)
				h.advance(t, after)
			}
			rows := h.rows(t, "")
			programs := len(h.options.Config.Programs)
			if len(rows) != 1200*programs {
				t.Fatalf("%d rows, want %d", len(rows), 1200*programs)
			}
			inOrder(rows, h.options.Config.Programs[0].Name)
			ledgerIsExact(t, rows)
			asked := peaceIsKept(t, rows)
			if len(h.mails(t)) != asked || asked == 0 && name == "forced" {
				t.Errorf("%d mails of %d invitations", len(h.mails(t)), asked)
			}
		})
	}
}

// inOrder puts rows in the order they were decided in: by the version of the
// ledger, and of one touchpoint the first program first.
func inOrder(rows []row, first string) {
	slices.SortFunc(rows, func(a, b row) int {
		if a.Decision.Version != b.Decision.Version {
			return cmp.Compare(a.Decision.Version, b.Decision.Version)
		}
		if a.Program == first {
			return -1
		}
		return 1
	})
}

// ledgerIsExact computes each row's chance of a free customer: one, less the
// chances of all earlier touchpoints whose quiet periods, had they asked, would
// still run.
func ledgerIsExact(t *testing.T, rows []row) {
	t.Helper()
	for j, r := range rows {
		free := uint32(heed.PPB)
		for _, earlier := range rows[:j] {
			if earlier.Decision.Expires > r.Decision.DecidedAt.UTC().Format(time.DateOnly) {
				free -= earlier.Decision.Chance
			}
		}
		if r.Decision.Available != free {
			t.Fatalf("row %d (%s, %s): free with chance %d, want %d", j, r.Object, r.Decision.Reason, r.Decision.Available, free)
		}
	}
}

// peaceIsKept holds the reasons to what was asked before, and counts how often
// that was.
func peaceIsKept(t *testing.T, rows []row) (asked int) {
	t.Helper()
	until := ""
	for j, r := range rows {
		d := &r.Decision
		quiet := d.DecidedAt.UTC().Format(time.DateOnly) < until
		switch {
		case d.Reason == "uncovered" && d.Chance == 0:
		case d.Reason == "quiet" && quiet && d.Chance > 0:
		case d.Reason == "not_drawn" && !quiet && d.Chance > 0:
		case d.Reason == "asked" && !quiet && d.Chance > 0:
			asked++
			until = d.Expires
		default:
			t.Fatalf("row %d is %s with chance %d, while the quiet period runs: %v", j, d.Reason, d.Chance, quiet)
		}
	}
	return asked
}
