package laptop_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

// Every touchpoint has a row with the reason why it was not asked, and those
// who cannot be asked are never mailed.
func TestReasons(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	for want, e := range map[string]event{
		"excluded_tag": ticket(t, 1).with("ticket.tags", "billing internal"),
		"own_domain":   ticket(t, 2).with("requester.email", "ines@mail.ACME.example"),
		"unresolved":   ticket(t, 3).without("requester.email").with("requester.id", "gone"), // Zendesk knows nobody of that id
		"no_match":     ticket(t, 4).with("type", "ticket.created"),
	} {
		id := h.deliver(t, h.door(t, "zendesk"), e).Touchpoints[0].ID
		h.settle(t)
		rows := h.rows(t, "reason="+want)
		if len(rows) != 1 || rows[0].Touchpoint != id || rows[0].Decision.Chance != 0 || rows[0].Invitation != nil || rows[0].Decision.Available != 1e9 {
			t.Errorf("%s: %+v", want, rows)
		}
		if text := h.explained(t, id); strings.Contains(text, "@") || !strings.Contains(text, want) {
			t.Errorf("%s is explained as %s", want, text)
		}
	}
	h.advance(t, 72*time.Hour)
	if mails := h.mails(t); len(mails) > 0 {
		t.Errorf("mailed %v", mails)
	}
}

// The share that is held out is never asked, though each of their touchpoints
// has its chance on record: that of the draw, times the share not held out.
func TestHoldout(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, "holdout: 40%\nquiet: 0\n"+everybody))
	for round := range 3 {
		var events []event
		for n := range 300 {
			events = append(events, ticket(t, n).with("ticket.id", fmt.Sprintf("%d-%d", round, n)))
		}
		h.deliverAll(t, h.door(t, "zendesk"), events)
		h.advance(t, 3*24*time.Hour)
	}
	reasons := map[string]map[string]int{}
	for _, r := range h.rows(t, "") {
		if reasons[r.Customer] == nil {
			reasons[r.Customer] = map[string]int{}
		}
		reasons[r.Customer][r.Decision.Reason]++
		first := strings.HasPrefix(r.Object, "ticket:0-")
		if first && r.Decision.Chance != 98e7*6/10 || r.Decision.Reason == "holdout" && r.Decision.Available != 1e9 {
			t.Errorf("%s (%s) has chance %d of %d", r.Object, r.Decision.Reason, r.Decision.Chance, r.Decision.Available)
		}
	}
	held := 0.0
	for customer, n := range reasons {
		if n["holdout"] == 0 {
			continue
		}
		held++
		if n["holdout"] != 3 {
			t.Errorf("customer %s is held out sometimes: %v", customer, n)
		}
	}
	if math.Abs(held/300-0.4) > 4*math.Sqrt(0.4*0.6/300) || len(reasons) != 300 {
		t.Errorf("%v of %d customers are held out", held, len(reasons))
	}
	eachAskedHasOneMail(t, h.rows(t, "reason=holdout"), nil)
}

// Paused, Heed decides and mails nothing; resumed, it mails what was due.
func TestPause(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	h.order(t, "/api/pause", "", nil)
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1))
	h.advance(t, 24*time.Hour)
	h.restart()
	h.advance(t, 23*time.Hour)
	h.state("ticket:1", "support", "waiting")
	if n := len(h.mails(t)); n > 0 {
		t.Errorf("%d mails went out", n)
	}
	h.order(t, "/api/resume", "", nil)
	h.settle(t)
	h.mailTo(t, address(1))
	h.state("ticket:1", "support", "delivered")
}

// What could not be mailed for two days is too old to be mailed at all.
func TestPausedForTooLong(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	h.order(t, "/api/pause", "", nil)
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1))
	h.advance(t, 49*time.Hour)
	h.order(t, "/api/resume", "", nil)
	h.settle(t)
	h.state("ticket:1", "support", "lapsed")
	if n := len(h.mails(t)); n > 0 {
		t.Errorf("%d mails went out", n)
	}
}

// Observing, Heed decides as it would and invites nobody: the draw and the
// quiet period are on record, an address is not.
func TestObserve(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody), func(h *house) { h.options.Observe = true })
	for _, id := range []string{"1", "2"} {
		h.deliver(t, h.door(t, "zendesk"), ticket(t, 1).with("ticket.id", id))
		h.settle(t)
	}
	h.advance(t, 72*time.Hour)
	first, second := h.about(t, "ticket:1", "support"), h.about(t, "ticket:2", "support")
	if first.Decision.Reason != "observed" || first.Decision.Asked || first.Invitation != nil || first.Decision.Chance != 98e7 {
		t.Errorf("the first is %+v", first)
	}
	if second.Decision.Reason != "quiet" || second.Decision.Available != 2e7 {
		t.Errorf("the second is %+v", second)
	}
	if n := len(h.mails(t)); n > 0 {
		t.Errorf("%d mails went out", n)
	}
	var sending struct{ Observe bool }
	if h.read(t, "/api/sending", &sending); !sending.Observe {
		t.Error("the API does not say that it observes")
	}
}

// Told to observe, Heed mails nothing, not even what was decided before; two
// days later it is too late for that.
func TestObserveHoldsWhatWaits(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	h.order(t, "/api/pause", "", nil)
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1))
	h.settle(t)
	h.options.Observe = true
	h.restart()
	h.order(t, "/api/resume", "", nil)
	h.advance(t, 49*time.Hour)
	h.state("ticket:1", "support", "waiting")
	h.options.Observe = false
	h.restart()
	h.advance(t, time.Minute)
	h.state("ticket:1", "support", "lapsed")
	if n := len(h.mails(t)); n > 0 {
		t.Errorf("%d mails went out", n)
	}
}
