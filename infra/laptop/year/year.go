// Package year lives through a year of made-up customers: their CRM and
// helpdesk post, they are asked, and some of them answer. All of it comes in
// by the doors that real ones use: signed webhooks, and the links in mails.
// What happens to the customers is drawn from a seed, and with it something for
// Heed to find (Hidden); whom Heed asks depends on its keys.
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
	Days      int         // fewer than a year for a test; 0 for all
	Day       func()      // called when a day is over
	Record    func(Event) // called with all that is posted, in order, before it is
}

// A life is a year being lived.
type life struct {
	*laptop.Laptop
	base   string
	seed   uint64
	random *rand.Rand // of what happens; answers have their own
	hidden Hidden
	turns  map[int][]turn   // by day
	felt   map[string]Event // by felt
	plans  map[int][]answer // by day
	seen   string           // id of the newest mail that was read
	record func(Event)
}

// A turn is one that a ticket will take.
type turn struct {
	*ticket
	kind string
}

func (y *life) turn(day int, t *ticket, kind string) {
	y.turns[day] = append(y.turns[day], turn{t, kind})
}

// hour is when sources post, each day, by the clock on the wall: no day's
// decisions fall on two.
const hour = 16

// Begin sets the clock of a laptop that is new, and not running yet, to the
// first day of the year that ends now.
func Begin(ctx context.Context, l *laptop.Laptop, o Options) error {
	now := l.Real().In(l.Config.Zone)
	y, m, d := now.Date()
	last := time.Date(y, m, d, hour, 0, 0, 0, l.Config.Zone)
	if now.Sub(last) < time.Hour {
		last = last.AddDate(0, 0, -1)
	}
	return l.Clock.Begin(ctx, last.AddDate(0, 0, 1-o.days()))
}

func (o Options) days() int {
	if o.Days == 0 {
		return Days
	}
	return o.Days
}

// Live lives through the year from where Begin set the clock, until now. The
// laptop must be running and answer at base.
func Live(ctx context.Context, l *laptop.Laptop, base string, o Options) error {
	y := &life{
		Laptop: l, base: base, seed: o.Seed, random: rand.New(rand.NewPCG(o.Seed, 1)), hidden: Hides(o.Seed, l.Real().In(l.Config.Zone)),
		turns: map[int][]turn{}, felt: map[string]Event{}, plans: map[int][]answer{}, record: o.Record,
	}
	defer l.Hold()()
	if err := l.RollUp(ctx); err != nil { // so that the first one of the year knows where it begins
		return err
	}
	people := customers(y.random, o.Customers)
	for day := range o.days() {
		step := 24 * time.Hour
		if day == o.days()-1 {
			step = max(-l.Clock.Ahead(), 0)
		}
		if err := y.day(ctx, people, day, step); err != nil {
			return fmt.Errorf("day %d of the year: %w", day+1, err)
		}
		if o.Day != nil {
			o.Day()
		}
	}
	return l.RollUp(ctx)
}

// day posts what happens on a day, lets it pass, and answers what was asked.
func (y *life) day(ctx context.Context, people []customer, day int, step time.Duration) error {
	events := y.events(people, day, y.Clock.Now().In(y.Config.Zone).Truncate(time.Second))
	if err := y.post(ctx, events, day); err != nil {
		return err
	}
	if day%rolled == rolled/2 { // before the clock moves: a day without a delivery would look like a source gone silent
		if err := y.RollUp(ctx); err != nil {
			return err
		}
	}
	if err := y.Pass(ctx, step); err != nil {
		return err
	}
	if err := y.read(ctx, day); err != nil {
		return err
	}
	return y.answer(ctx, day)
}

// rolled is how many days pass between two roll-ups: one each day would take
// most of the time that a year takes, and tell the same in the end.
const rolled = 28

// working is how long before the hour of posting a day's events begin.
const working = 7 * time.Hour

// events makes up what happens on a day, until then.
func (y *life) events(people []customer, day int, until time.Time) []Event {
	var all []Event
	moment := func() time.Time {
		return until.Add(-time.Duration(y.random.Int64N(int64(working)))).Truncate(time.Second)
	}
	for _, t := range y.turns[day] {
		all = append(all, t.event(t.kind, moment()))
	}
	delete(y.turns, day)
	for i := range people {
		all = append(all, y.happens(&people[i], day, moment())...)
	}
	for _, e := range all {
		y.felt[felt(e.Kind, e.Object, e.Occurrence)] = e
		if y.record != nil {
			y.record(e)
		}
	}
	return all
}

// atOnce is how many deliveries are under way at a time.
const atOnce = 16

func (y *life) post(ctx context.Context, events []Event, day int) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for i, e := range events {
		group.Go(func() error { return y.deliver(ctx, e, fmt.Sprintf("demo_%d_%d", day, i)) })
	}
	return group.Wait()
}

// deliver signs an event and posts it, as its source would. What is signed may
// have the address in it that the source was told.
func (y *life) deliver(ctx context.Context, e Event, id string) error {
	for _, s := range y.Config.Sources {
		if s.Type != e.Source {
			continue
		}
		adapter, _ := sources.Of(&s)
		d := &sources.Request{Method: http.MethodPost, URL: y.Base + webhook.Prefix + s.Name, Header: http.Header{"Content-Type": {"application/json"}}, Body: e.body()}
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
