package laptop_test

import (
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
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
	form := func() http.Header { return http.Header{"Content-Type": {"application/x-www-form-urlencoded"}} }
	var group errgroup.Group
	group.SetLimit(16)
	for _, m := range mails {
		if seen[m.ID] {
			continue
		}
		seen[m.ID] = true
		path := survey(c.T, &m)
		group.Go(func() error {
			defer answered.Add(1)
			return c.insist(path, form, fmt.Append(nil, "score=", scoreOf(m.To)))
		})
	}
	if err := group.Wait(); err != nil {
		c.Error(err)
	}
}

// scoreOf is the score that a customer gives, every time.
func scoreOf(address string) int { return int(dice(address)%5) + 1 }
