package laptop_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"
)

// Killed while it takes deliveries, decides, mails and takes answers, Heed
// loses none, doubles none and is unsure of none. Posted again is only what
// was not answered.
func TestKilled(t *testing.T) {
	t.Parallel()
	program := build(t)
	t.Run("while deliveries come", func(t *testing.T) { t.Parallel(); killedInDeliveries(t, program) })
	t.Run("while mails go and answers come", func(t *testing.T) { t.Parallel(); killedInMails(t, program) })
}

// What an unkilled Heed with the same keys makes of the same deliveries is
// what the killed one has made of them.
func killedInDeliveries(t *testing.T, program string) {
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := newChild(t, program, string(text))
	posted := customers(t, 2000)
	zendesk := c.door(t, "zendesk")
	var taken atomic.Int64
	over := c.haunt(10, int64(len(posted)), &taken)
	var group errgroup.Group
	group.SetLimit(48)
	for _, e := range posted {
		group.Go(func() error {
			defer taken.Add(1)
			body := e.body()
			return c.insist(zendesk.URL, func() http.Header { return zendesk.signed(body, time.Now()) }, body)
		})
	}
	if err := group.Wait(); err != nil {
		t.Error(err)
	}
	<-over
	c.settle(t)

	twin := c.unkilled()
	twin.deliverAll(t, twin.door(t, "zendesk"), posted)
	twin.settle(t)
	if diff := cmp.Diff(decisions(twin.rows(t, "")), decisions(c.rows(t, ""))); diff != "" {
		t.Errorf("decisions (-unkilled +killed):\n%s", diff)
	}
	if diff := cmp.Diff(recipients(twin.mails(t)), recipients(c.mails(t))); diff != "" {
		t.Errorf("mails (-unkilled +killed):\n%s", diff)
	}
	everyoneHasARow(t, touchpointsOf(twin.rows(t, "")), c.rows(t, ""))
	eachAskedHasOneMail(t, c.rows(t, ""), c.mails(t))
}

// haunt kills and restarts the child so many times, at random moments spread
// over the work; done counts what of all is done. The channel is closed when
// it is over.
func (c *child) haunt(times int, all int64, done *atomic.Int64) <-chan struct{} {
	over := make(chan struct{})
	go func() {
		defer close(over)
		for i := range times {
			at := all * (int64(i)*10 + rand.Int64N(10)) / int64(times*10)
			for done.Load() < at {
				time.Sleep(time.Millisecond)
			}
			time.Sleep(time.Duration(rand.IntN(int(30 * time.Millisecond))))
			c.kill()
			c.start()
		}
	}()
	return over
}

// decisions writes what each row decided, sorted.
func decisions(rows []row) []string {
	var all []string
	for _, r := range rows {
		all = append(all, fmt.Sprint(r.Object, " ", r.Program, " ", r.Decision.Reason, " ", r.Decision.Chance, " ", r.Decision.Draw))
	}
	slices.Sort(all)
	return all
}

func recipients(mails []caughtMail) []string {
	var all []string
	for _, m := range mails {
		all = append(all, m.To)
	}
	slices.Sort(all)
	return all
}

func touchpointsOf(rows []row) []string {
	var all []string
	for _, r := range rows {
		all = append(all, r.Touchpoint)
	}
	return all
}
