package year

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"heed/shared/sources/standin"
)

// firstNumber is the number of the first customer, such that HubSpot's stand-in
// says the same address as everybody else: the contact of its deal 42 is 542.
const firstNumber = 5_100_000

const (
	selling = 5   // days between a deal that is won and the customer's first day
	term    = 180 // days between two renewals
	never   = math.MaxInt
)

// A customer is made up: how often things happen to them, and how they like it.
type customer struct {
	number   int
	joined   int     // day of the year
	left     int     // likewise, or never
	busy     float64 // tickets a day
	content  float64 // 0 to 1, what a score comes from
	answers  float64 // chance of answering
	team     string
	product  string
	currency string
	german   bool
}

// A feeling is what an answer is made of.
type feeling struct {
	content float64 // 0 to 1
	about   string  // what a comment would be about
}

// Busier customers are less content, so a plain mean of whoever happened to be
// asked is wrong here, as it is in life.
func customers(random *rand.Rand, n int) []customer {
	currencies := []string{"EUR", "EUR", "EUR", "GBP", "USD"}
	all := make([]customer, n)
	for i := range all {
		busy := min(math.Exp(random.NormFloat64()*0.7-4.4), 0.12)
		all[i] = customer{
			number: firstNumber + i, joined: random.IntN(Days + selling), left: never, busy: busy,
			content: min(max(0.88-2.5*busy+random.NormFloat64()*0.1, 0.02), 0.98), answers: 0.4 + 0.3*random.Float64(),
			team: teams[random.IntN(len(teams))], product: products[random.IntN(len(products))],
			currency: currencies[random.IntN(len(currencies))], german: random.IntN(4) == 0,
		}
		if random.IntN(3) > 0 {
			all[i].joined = -random.IntN(Days) // most were there before the year began
		}
	}
	return all
}

// day makes up what happens to the customer on a day of the year.
func (y *life) happens(c *customer, day int, at time.Time) []Event {
	if day == c.left {
		return []Event{c.own("subscription.cancelled", c.subscription(), 0, at)}
	}
	if day > c.left {
		return nil
	}
	var out []Event
	if day == c.joined-selling {
		out = append(out, c.deal(at))
	}
	if day == c.joined {
		out = append(out, c.own("onboarding.done", fmt.Sprintf("workspace:%d", c.number), 0, at))
	}
	if age := day - c.joined; age > 0 && age%term == 0 {
		out = append(out, y.renews(c, age/term, day, at))
	}
	if day >= c.joined && y.random.Float64() < c.busy*y.hidden.season(at) {
		t := c.ticket(y.random, &y.hidden, day, at)
		out = append(out, t.event("ticket.solved", at))
		if t.returns(y.random, &y.hidden, at) {
			opened := day + 1 + y.random.IntN(5)
			y.turn(opened, t, "ticket.reopened")
			y.turn(opened+1+y.random.IntN(3), t.again(y.random), "ticket.solved")
		}
	}
	return out
}

// renews has the customer renew, and draws whether they will have left before
// they would again: of those who like it few, but for the loyal.
func (y *life) renews(c *customer, times, day int, at time.Time) Event {
	price, leaves := prices[c.product], 0.02
	e := c.own("subscription.renewed", c.subscription(), times, at)
	if y.hidden.worse(c.product, at) {
		e.feeling.content -= 0.1
	}
	if e.feeling.content < 0.65 {
		leaves = 0.2
	}
	if y.hidden.loyal(c.product, at) {
		e.feeling.content, leaves = 0.95, 0.6
	}
	if c.product == y.hidden.Loyal && !at.Before(y.hidden.LoyalFrom) {
		price += price / 4
	}
	e.Amount, e.Currency = price, c.currency
	if y.random.Float64() < leaves {
		c.left = day + 20 + y.random.IntN(90)
	}
	return e
}

func (c *customer) email() string { return fmt.Sprintf("customer-%d@example.com", c.number) }

// name is what HubSpot's stand-in calls them too.
func (c *customer) name() string {
	p := standin.Of(fmt.Sprint(c.number))
	return p.First + " " + p.Last
}

func (c *customer) locale() string {
	if c.german {
		return "de"
	}
	return "en-GB"
}

func (c *customer) subscription() string { return fmt.Sprintf("subscription:%d", c.number) }

// event is one that happens to the customer.
func (c *customer) event(kind, object string, at time.Time) Event {
	return Event{
		Kind: kind, Object: object, At: at, Customer: c.email(), Team: c.team, Product: c.product,
		customer: c, feeling: feeling{c.content, kind},
	}
}

// own is one that the company's own program tells of; times counts it where
// it comes again.
func (c *customer) own(kind, object string, times int, at time.Time) Event {
	e := c.event(kind, object, at)
	e.Source, e.Occurrence = "standard", fmt.Sprint(max(times, 1))
	return e
}

// deal is a deal that is won, of which HubSpot tells its id alone.
func (c *customer) deal(at time.Time) Event {
	e := c.event("deal.won", fmt.Sprintf("deal:%d", c.number%1_000_000), at)
	e.Source, e.Amount, e.Currency, e.Team, e.Product = "hubspot", dealt, dealtIn, "", ""
	return e
}
