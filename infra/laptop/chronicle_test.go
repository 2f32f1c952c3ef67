package laptop_test

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/infra/laptop"
	"heed/infra/laptop/year"
	"heed/shared/heed"
)

// A chronicle is a house whose customers have lived through a year, with all
// that was posted.
type chronicle struct {
	*house
	events []year.Event
	hidden year.Hidden
}

// livedThrough lives a year of so many customers with what Heed ships.
func livedThrough(t *testing.T, customers int) *chronicle {
	t.Helper()
	c := &chronicle{}
	o := year.Options{Seed: 1, Customers: customers, Record: func(e year.Event) { c.events = append(c.events, e) }}
	c.house = open(t, shipped(t), func(h *house) {
		h.begin = func(ctx context.Context, l *laptop.Laptop) error { return year.Begin(ctx, l, o) }
	})
	if err := year.Live(t.Context(), c.laptop, c.base, o); err != nil {
		t.Fatal(err)
	}
	c.settle(t)
	c.hidden = year.Hides(o.Seed, c.laptop.Clock.Now().In(c.options.Config.Zone))
	return c
}

// quarter is the one that holds a time, as 2026-Q4.
func (c *chronicle) quarter(at time.Time) string {
	return heed.QuarterOf(heed.DayOf(at, c.options.Config.Zone)).String()
}

// A happening is what a plain count knows of a touchpoint, whether it was
// recorded as it was posted or is read from its row.
type happening struct {
	kind, object, occurrence, customer, team, agent, product string
	tags                                                     []string // sorted
	at, created, replied                                     time.Time
	handled                                                  time.Duration
	reopens                                                  int
	amount                                                   int64
	currency                                                 string
}

// posted are all, in the order in which they happened.
func (c *chronicle) posted() []happening {
	var all []happening
	for _, e := range c.events {
		all = append(all, happening{
			e.Kind, e.Object, e.Occurrence, e.Customer, e.Team, e.Agent, e.Product, slices.Sorted(slices.Values(e.Tags)),
			e.At, e.Created, e.Replied, e.Handled, e.Reopens, e.Amount, e.Currency,
		})
	}
	return byTime(all)
}

func byTime(all []happening) []happening {
	slices.SortStableFunc(all, func(a, b happening) int { return a.at.Compare(b.at) })
	return all
}

// A told is a row with what was measured of it, and what followed.
type told struct {
	row
	At         time.Time
	Occurrence string
	Facts      struct {
		Created, Replied time.Time
		Handled          int `json:"handled_seconds"`
		Reopens          int
		Amount           int64
		Currency         string
	}
	After struct{ Reopened, Left, Bought *time.Time }
}

// told lists every row of the year and of the days before.
func (c *chronicle) told(t *testing.T) []told {
	t.Helper()
	const days = 20 // that one list surely has room for
	var all []told
	now := c.laptop.Clock.Now()
	for from := now.AddDate(0, 0, -year.Days-days); !from.After(now); from = from.AddDate(0, 0, days) {
		var list struct{ Rows []told }
		period := url.Values{"from": {from.Format(time.DateOnly)}, "to": {from.AddDate(0, 0, days-1).Format(time.DateOnly)}, "limit": {fmt.Sprint(mostRows)}}
		c.read(t, "/api/touchpoints?"+period.Encode(), &list)
		all = append(all, list.Rows...)
	}
	return all
}

func (r *told) dim(name string) string { return strings.Join(r.Dimensions[name], " ") }

// readBack are the happenings that rows tell of.
func readBack(rows []told) []happening {
	var all []happening
	for _, r := range rows {
		f := &r.Facts
		all = append(all, happening{
			r.Kind, r.Object, r.Occurrence, r.Customer, r.dim("team"), r.dim("agent"), r.dim("product"), r.Dimensions["tag"],
			r.At, f.Created, f.Replied, time.Duration(f.Handled) * time.Second, f.Reopens, f.Amount, f.Currency,
		})
	}
	return byTime(all)
}
