package laptop_test

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/infra/customer"
)

// Nearly all of 300 customers are asked; each mail is answered as soon as it is
// there, by a score of its own.
func killedInMails(t *testing.T, program string) {
	c := newChild(t, program, everybody)
	c.order(t, "/api/pause", "", nil)
	var events []event
	for n := range 300 {
		events = append(events, ticket(t, n))
	}
	c.deliverAll(t, c.door(t, "zendesk"), events)
	c.settle(t)
	asked := int64(len(c.rows(t, "reason=asked")))
	if len(c.mails(t)) > 0 || asked < 270 {
		t.Fatalf("%d are asked, and %d have a mail already", asked, len(c.mails(t)))
	}
	c.order(t, "/api/resume", "", nil)

	var answered atomic.Int64
	over := c.haunt(12, asked, &answered)
	seen := map[string]bool{}
	for deadline := time.Now().Add(time.Minute); answered.Load() < asked && time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		c.answerNew(seen, &answered)
	}
	<-over
	c.settle(t)
	rows := c.rows(t, "")
	eachAskedHasOneMail(t, rows, c.mails(t))
	for _, r := range rows {
		if r.Decision.Asked && (r.Response == nil || r.Response.Score != scoreOf(r.Invitation.To)) {
			t.Errorf("%s has the answer %+v, want %d", r.Object, r.Response, scoreOf(r.Invitation.To))
		}
	}
}

// answerNew answers the mails that were not seen yet; none while the child is
// down.
func (c *child) answerNew(seen map[string]bool, answered *atomic.Int64) {
	var mails []caughtMail
	if a, err := c.try(http.MethodGet, "/local/mail/messages", nil, nil); err == nil {
		c.decode(c.T, a, &mails)
	}
	var group errgroup.Group
	group.SetLimit(300) // customers, who take their time
	for _, m := range mails {
		if seen[m.ID] {
			continue
		}
		seen[m.ID] = true
		group.Go(func() error {
			defer answered.Add(1)
			return c.press(&m)
		})
	}
	if err := group.Wait(); err != nil {
		c.Error(err)
	}
}

// press opens a mail's page and presses, each over and over while nobody is
// there. It comes as soon as the mail does, so that it is pressed once more.
func (c *child) press(m *caughtMail) error {
	link, now := survey(c.T, m), &customer.Page{}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		next, err := now, error(nil)
		if now.Status != http.StatusOK {
			next, err = customer.Open(c.Context(), c.client.Transport, link)
		} else {
			time.Sleep(2 * customer.Dwell * time.Millisecond)
			next, err = now.Press(c.Context(), scoreOf(m.To))
		}
		switch {
		case err != nil || next.Status == http.StatusServiceUnavailable: // it went down in between
		case next.Answered():
			return nil
		case next.Status != http.StatusOK:
			return fmt.Errorf("answered %d: %s", next.Status, next.Text)
		default:
			now = next
		}
	}
	return fmt.Errorf("no answer from %s", link)
}

// scoreOf is the score that a customer gives, every time.
func scoreOf(address string) int { return int(dice(address)%5) + 1 }
