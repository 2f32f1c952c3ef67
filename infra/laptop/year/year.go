// Package year lives through a year of made-up customers: their CRM and
// helpdesk post, they are asked, and some of them answer. All of it comes in
// by the doors that real ones use: signed webhooks, and the links in mails.
// The customers are drawn from a seed; whom Heed asks depends on its keys.
package year

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/infra/laptop"
	"heed/shared/handlers/webhook"
	"heed/shared/sources"
)

// Days of a year.
const Days = 365

// Options are what a year can be made of.
type Options struct {
	Seed      uint64
	Customers int
	Days      int    // fewer than a year for a test; 0 for all
	Day       func() // called when a day is over
}

// A life is a year being lived.
type life struct {
	*laptop.Laptop
	base   string
	random *rand.Rand
	plans  map[int][]answer // by day
	seen   string           // id of the newest mail that was read
}

// Begin sets the clock of a laptop that is new, and not running yet, to the
// first day of the year that ends now.
func Begin(ctx context.Context, l *laptop.Laptop, o Options) error {
	return l.Clock.Begin(ctx, l.Real().AddDate(0, 0, -o.days()))
}

func (o Options) days() int {
	if o.Days == 0 {
		return Days
	}
	return o.Days
}

// Live lives through the year from where Begin set the clock. The laptop must
// be running and answer at base.
func Live(ctx context.Context, l *laptop.Laptop, base string, o Options) error {
	y := &life{Laptop: l, base: base, random: rand.New(rand.NewPCG(o.Seed, 1)), plans: map[int][]answer{}}
	people := customers(y.random, o.Customers)
	for day := range o.days() {
		if err := y.day(ctx, people, day); err != nil {
			return fmt.Errorf("day %d of the year: %w", day+1, err)
		}
		if o.Day != nil {
			o.Day()
		}
	}
	return nil
}

// day posts what happens on a day, lets it pass, and answers what was asked.
func (y *life) day(ctx context.Context, people []customer, day int) error {
	var events []event
	for i := range people {
		events = append(events, people[i].day(y.random, day, y.Clock.Now())...)
	}
	if err := y.post(ctx, events, day); err != nil {
		return err
	}
	if err := y.Advance(ctx, 24*time.Hour); err != nil {
		return err
	}
	if err := y.read(ctx, people, day); err != nil {
		return err
	}
	return y.answer(ctx, day)
}

// atOnce is how many deliveries are under way at a time.
const atOnce = 16

func (y *life) post(ctx context.Context, events []event, day int) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i, e := range events {
		group.Go(func() error { return y.deliver(ctx, e, fmt.Sprintf("demo_%d_%d", day, i)) })
	}
	return group.Wait()
}

// deliver signs an event and posts it, as its source would. What is signed may
// have the address in it that the source was told.
func (y *life) deliver(ctx context.Context, e event, id string) error {
	for _, s := range y.Config.Sources {
		if s.Type != e.source {
			continue
		}
		adapter, _ := sources.Of(&s)
		d := &sources.Request{Method: http.MethodPost, URL: y.Base + webhook.Prefix + s.Name, Header: http.Header{"Content-Type": {"application/json"}}, Body: e.body}
		if err := adapter.Sign(d, y.Secrets[s.Name][0], id, y.Real()); err != nil {
			return err
		}
		return post(ctx, y.base+strings.TrimPrefix(d.URL, y.Base), d.Header, d.Body)
	}
	return nil // surveys.yaml has no such source
}

func post(ctx context.Context, url string, header http.Header, body []byte) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	r.Header = header
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode/100 != 2 {
		err = fmt.Errorf("%s: %s", answer.Status, said)
	}
	return err
}
