package laptop_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// waits opens a house where customer 1 has a mail and, of a later touchpoint,
// an invitation that waits to be mailed.
func waits(t *testing.T) (*house, *caughtMail) {
	t.Helper()
	h := open(t, configured(t, patient))
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1))
	h.advance(t, 4*24*time.Hour)
	mail := h.mailTo(t, address(1))
	h.deliver(t, h.door(t, "app"), happened(t, "subscription.renewed", 1, 1))
	h.settle(t)
	h.state("thing:1", "renewal", "waiting")
	return h, mail
}

func (h *house) state(object, program, want string) {
	h.Helper()
	r := h.about(h.T, object, program)
	if r.Invitation == nil || r.Invitation.State != want {
		h.Errorf("the invitation about %s (%s) is %+v, want it %s", object, r.Decision.Reason, r.Invitation, want)
	}
}

// gone fails the test unless customer 1 is never written to again: what waited
// is cancelled, and what comes later is not asked about.
func (h *house) gone() {
	h.Helper()
	for n := 2; n < 5; n++ {
		h.deliver(h.T, h.door(h.T, "zendesk"), sample(h.T, "zendesk/ticket-solved.json").with("ticket.id", fmt.Sprint(n)).of(1))
		h.advance(h.T, 5*24*time.Hour)
		r := h.about(h.T, fmt.Sprint("ticket:", n), "support")
		if r.Decision.Reason != "suppressed" || r.Decision.Chance != 0 || r.Invitation != nil {
			h.Errorf("later it was asked again: %+v", r)
		}
	}
	h.state("thing:1", "renewal", "cancelled")
	h.mailTo(h.T, address(1))
}

// A mail program's button posts what RFC 8058 says to the mail's header: no
// cookie, no form opened before it.
func TestOneClickUnsubscribe(t *testing.T) {
	t.Parallel()
	h, mail := waits(t)
	headers := mail.Headers
	if headers["List-Unsubscribe-Post"] != "List-Unsubscribe=One-Click" {
		t.Errorf("the mail's headers are %v", headers)
	}
	to := strings.Trim(strings.Split(headers["List-Unsubscribe"], ",")[0], "<>")
	for range 2 {
		a := h.send(t, http.MethodPost, to, http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}, []byte("List-Unsubscribe=One-Click"))
		if a.Status != http.StatusOK || len(a.Header.Values("Set-Cookie")) > 0 {
			t.Errorf("answered %d: %s", a.Status, a.Body)
		}
	}
	h.gone()
}

func TestUnsubscribeOnThePage(t *testing.T) {
	t.Parallel()
	h, mail := waits(t)
	p := h.browse(t, link(t, mail, "/u/")).says(http.StatusOK, "No more surveys from Acme?")
	h.state("thing:1", "renewal", "waiting")
	if len(p.forms) > 0 {
		t.Errorf("a machine that runs scripts finds %v", p.forms)
	}
	p.submit(form{"post", "?", map[string][]string{"List-Unsubscribe": {"One-Click"}}}).says(http.StatusOK, "You will get no more surveys from Acme at this address.")
	h.gone()
}

// What SES says of an address that is no good, or of somebody who calls the
// mail spam, keeps them from being written to at once.
func TestBounceAndComplaint(t *testing.T) {
	t.Parallel()
	for name, said := range map[string]string{
		"bounced":    `{"eventType":"Bounce","mail":{"destination":[%q]},"bounce":{"bounceType":"Permanent"}}`,
		"complained": `{"eventType":"Complaint","mail":{"destination":[%q]},"complaint":{}}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h, _ := waits(t)
			for range 2 {
				h.order(t, "/local/ses", fmt.Sprintf(said, address(1)), nil)
			}
			h.settle(t)
			h.state("ticket:1", "support", name)
			h.gone()
		})
	}
}

// A mailbox that is full today is no reason to stop for good.
func TestTransientBounce(t *testing.T) {
	t.Parallel()
	h, _ := waits(t)
	h.order(t, "/local/ses", fmt.Sprintf(`{"eventType":"Bounce","mail":{"destination":[%q]},"bounce":{"bounceType":"Transient"}}`, address(1)), nil)
	h.advance(t, 25*time.Hour)
	h.state("ticket:1", "support", "delivered")
	h.state("thing:1", "renewal", "delivered")
}

// SES's own test addresses do on the laptop what they do at SES.
func TestSimulatorAddresses(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, patient))
	for _, c := range []struct{ address, state, later string }{
		{"bounce+1@simulator.amazonses.com", "bounced", "suppressed"},
		{"suppressionlist@simulator.amazonses.com", "bounced", "suppressed"},
		{"complaint+a.b@simulator.amazonses.com", "complained", "suppressed"},
		{"success@simulator.amazonses.com", "delivered", "asked"},
		{"bounce+2@simulator.amazonses.com", "bounced", "suppressed"},
	} {
		object := "first-" + c.address
		h.deliver(t, h.door(t, "zendesk"), ticket(t, 1).with("ticket.id", object).with("requester.email", c.address))
		h.settle(t)
		h.state("ticket:"+object, "support", c.state)
		h.advance(t, 4*24*time.Hour)
		h.deliver(t, h.door(t, "zendesk"), ticket(t, 1).with("ticket.id", "then-"+object).with("requester.email", strings.ToUpper(c.address)))
		h.settle(t)
		if r := h.about(t, "ticket:then-"+object, "support"); r.Decision.Reason != c.later {
			t.Errorf("%s is then %s, want %s", c.address, r.Decision.Reason, c.later)
		}
	}
}
