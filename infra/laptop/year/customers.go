package year

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"heed/shared/sources/standin"
)

// first is the number of the first customer, such that HubSpot's stand-in says
// the same address as everybody else: the contact of its deal 42 is 542.
const first = 5_100_000

// selling is how many days lie between a deal that is won and the customer's
// first day.
const selling = 5

// A customer is made up: how often things happen to them, and how they like it.
type customer struct {
	number  int
	joined  int     // day of the year
	busy    float64 // tickets a day
	content float64 // 0 to 1, what a score comes from
	answers float64 // chance of answering
	team    string
	product string
}

// Busier customers are less content, so a plain mean of whoever happened to be
// asked is wrong here, as it is in life.
func customers(random *rand.Rand, n int) []customer {
	teams, products := []string{"Billing", "Support", "Onboarding"}, []string{"Starter", "Business"}
	all := make([]customer, n)
	for i := range all {
		busy := math.Exp(random.NormFloat64()*0.9 - 5)
		content := min(max(0.78-7*busy+random.NormFloat64()*0.15, 0.02), 0.98)
		all[i] = customer{
			number: first + i, joined: random.IntN(Days), busy: min(busy, 0.25), content: content, answers: 0.25 + 0.3*random.Float64(),
			team: teams[random.IntN(len(teams))], product: products[random.IntN(len(products))],
		}
		if random.IntN(3) > 0 {
			all[i].joined = -random.IntN(Days) // most were there before the year began
		}
	}
	return all
}

// An event is a delivery to one source.
type event struct {
	source string // type of it
	body   []byte
}

// day makes up what happens to the customer on a day of the year.
func (c *customer) day(random *rand.Rand, day int, at time.Time) []event {
	var out []event
	if day == c.joined-selling {
		out = append(out, c.deal(at))
	}
	if day == c.joined {
		out = append(out, c.standard("onboarding.done", fmt.Sprintf("workspace:%d", c.number), at))
	}
	if age := day - c.joined; age > 0 && age%180 == 0 {
		out = append(out, c.standard("subscription.renewed", fmt.Sprintf("subscription:%d-%d", c.number, age/180), at))
	}
	if day >= c.joined && random.Float64() < c.busy {
		out = append(out, c.ticket(random, day, at))
	}
	return out
}

func (c *customer) email() string { return fmt.Sprintf("customer-%d@example.com", c.number) }

// name is what HubSpot's stand-in calls them too.
func (c *customer) name() string {
	p := standin.Of(fmt.Sprint(c.number))
	return p.First + " " + p.Last
}

func (c *customer) standard(kind, object string, at time.Time) event {
	return pack("standard", map[string]any{
		"type": kind, "timestamp": at.Format(time.RFC3339),
		"data": map[string]any{
			"object": object, "team": c.team, "product": c.product, "channel": "web",
			"customer": map[string]any{"id": fmt.Sprint(c.number), "email": c.email(), "name": c.name(), "locale": "en-GB"},
		},
	})
}

// deal is a deal that is won, as HubSpot tells it: by its id alone.
func (c *customer) deal(at time.Time) event {
	return pack("hubspot", []map[string]any{{
		"eventId": c.number, "subscriptionId": 3446, "portalId": 62515, "appId": 1160452, "occurredAt": at.UnixMilli(),
		"subscriptionType": "deal.propertyChange", "attemptNumber": 0, "objectId": c.number % 1_000_000,
		"changeSource": "CRM_UI", "propertyName": "dealstage", "propertyValue": "closedwon",
	}})
}

func (c *customer) ticket(random *rand.Rand, day int, at time.Time) event {
	tags := []string{"invoice", "login", "export", "mobile", "api"}
	return pack("zendesk", map[string]any{
		"type": "ticket.solved", "occurrence": "1",
		"ticket": map[string]any{
			"id": fmt.Sprintf("%d%05d", day+Days, c.number-first), "status": "Solved", "via": "Mail",
			"tags": tags[random.IntN(len(tags))], "group": c.team,
			"assignee": fmt.Sprintf("agent-%d@acme.example", random.IntN(6)), "updated_at": at.Format(time.RFC3339),
		},
		"requester": map[string]any{"id": fmt.Sprint(c.number), "email": c.email(), "name": c.name(), "locale": "en-GB"},
	})
}

func pack(source string, v any) event {
	body, err := json.Marshal(v)
	if err != nil {
		panic(err) // maps of strings always have a JSON text
	}
	return event{source, body}
}

// score makes up an answer between low and high.
func (c *customer) score(random *rand.Rand, low, high int) int {
	x := min(max(c.content+random.NormFloat64()*0.18, 0), 1)
	return low + int(math.Round(x*float64(high-low)))
}
