// Package madeup makes up histories, for samples, tests and benchmarks: a
// year of a helpdesk and a subscription business whose customers differ in how
// busy they are. Nobody in them exists, and a seed makes the same ones always.
package madeup

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"time"

	"heed/shared/heed"
	"heed/shared/history"
)

// Options are what a history can be made of.
type Options struct {
	Seed      uint64
	Customers int
	From      time.Time // its first moment
	Days      int
	Tickets   float64 // a year, of the median customer; a tenth have over three times as many
}

// A customer and what sets them apart.
type customer struct {
	heed.Customer
	number        int
	joined        int     // day
	busy          float64 // tickets a day
	team, product string
}

// Touchpoints makes up the history, in order of time.
func Touchpoints(o Options) iter.Seq[*history.Line] {
	return func(yield func(*history.Line) bool) {
		random := rand.New(rand.NewPCG(o.Seed, 2))
		people := make([]customer, o.Customers)
		for i := range people {
			people[i] = o.customer(random, i)
		}
		for day := range o.Days {
			minute := 0
			for i := range people {
				for _, l := range people[i].day(random, day) {
					l.At = o.From.AddDate(0, 0, day).Add(time.Duration(min(minute, 1200)) * time.Minute)
					minute += random.IntN(4)
					if !yield(l) {
						return
					}
				}
			}
		}
	}
}

func (o Options) customer(random *rand.Rand, i int) customer {
	c := customer{
		number: i, joined: random.IntN(2*o.Days) - o.Days,
		busy: o.Tickets / 365 * math.Exp(random.NormFloat64()*0.9),
		team: pick(random, "Billing", "Billing", "Support", "Support", "Support", "Onboarding"), product: pick(random, "Starter", "Starter", "Business"),
	}
	c.ID, c.Account, c.Locale = fmt.Sprint(1000+i), fmt.Sprint("company-", i/3), pick(random, "en-GB", "en-US", "de-DE", "fr-FR")
	switch random.IntN(50) {
	case 0, 1: // a guest whose address the helpdesk does not know
	case 2:
		c.Email = fmt.Sprintf("tester-%d@acme.example", i)
	default:
		c.Email = fmt.Sprintf("customer-%d@example.com", i)
	}
	return c
}

// day makes up what happens to a customer on one day.
func (c *customer) day(random *rand.Rand, day int) (list []*history.Line) {
	if day < c.joined {
		return nil
	}
	if day == c.joined {
		list = append(list, c.line("app", "onboarding.done", fmt.Sprint("workspace:", c.number), "web"))
	}
	if age := day - c.joined; age > 0 && age%182 == 0 {
		list = append(list, c.line("app", "subscription.renewed", fmt.Sprintf("subscription:%d-%d", c.number, age/182), "web"))
	}
	for busy := c.busy; random.Float64() < busy; busy-- {
		l := c.line("zendesk", "ticket.solved", fmt.Sprintf("ticket:%d", 1_000_000*(day+1)+len(list)*100_000+c.number), pick(random, "email", "email", "chat", "phone"))
		l.Agent = fmt.Sprint("agent-", random.IntN(12))
		l.Tags = []string{pick(random, "invoice", "login", "export", "mobile", "api")}
		if random.IntN(40) == 0 {
			l.Tags = append(l.Tags, "internal")
		}
		list = append(list, l)
	}
	return list
}

func (c *customer) line(source, kind, object, channel string) *history.Line {
	return &history.Line{Touchpoint: heed.Touchpoint{
		Source: source, Kind: kind, Object: object, Occurrence: "1", Customer: c.Customer,
		Team: c.team, Product: c.product, Channel: channel,
	}}
}

func pick(random *rand.Rand, from ...string) string { return from[random.IntN(len(from))] }
