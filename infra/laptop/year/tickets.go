package year

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"
)

// A ticket is one that was solved, and may be opened and solved again. Some come
// by mail and are Zendesk's, which doesn't tell when they were first answered nor
// how often they were reopened; some are written in the company's own program,
// which does.
type ticket struct {
	*customer
	inside  bool // the company's own program
	id      string
	agent   string
	issue   *issue
	tags    []string
	created time.Time
	replied time.Time
	handled time.Duration
	reopens int
	feeling feeling // about its being solved
}

// ticket makes up a ticket that is solved then.
func (c *customer) ticket(random *rand.Rand, hidden *Hidden, day int, at time.Time) *ticket {
	t := &ticket{
		customer: c, inside: random.IntN(3) == 0, id: fmt.Sprintf("%d%06d", day+Days, c.number-firstNumber),
		issue: hidden.issue(random, c.product, at),
	}
	t.agent = hidden.agent(random, c.team, t.issue)
	t.tags = []string{t.issue.tag, []string{"mobile", "desktop", "api"}[random.IntN(3)]}
	hours, minutes := t.issue.hours*spread(random, 0.7), t.issue.minutes*spread(random, 0.5)
	t.feeling = feeling{c.content - t.issue.hard + random.NormFloat64()*0.1, t.issue.tag}
	switch {
	case hidden.early(c.team, at):
		hours, minutes = hours*0.3, minutes*0.6
		t.feeling.content -= 0.33
		if random.IntN(3) > 0 {
			t.feeling.about = hurried
		}
	case t.agent == hidden.Weaker:
		minutes *= 1.35
		t.feeling.content -= 0.22
	case t.agent == hidden.HardMix:
		minutes *= 0.9
		t.feeling.content += 0.04
	}
	if hidden.worse(c.product, at) {
		t.feeling = feeling{t.feeling.content - 0.18, issues[bugs].tag}
	}
	t.created = at.Add(-span(hours, time.Hour))
	t.replied = t.created.Add(span(min(hours*0.7, 1.2*spread(random, 0.6)), time.Hour))
	t.handled = span(minutes, time.Minute)
	if x := random.Float64(); x < 0.01 || t.agent == hidden.Keeper && t.feeling.content < 0.6 && x < 0.8 {
		t.tags = append(t.tags, KeptOut)
	}
	return t
}

// returns reports whether the customer will have the ticket opened again.
func (t *ticket) returns(random *rand.Rand, hidden *Hidden, at time.Time) bool {
	chance := 0.05
	if hidden.early(t.team, at) {
		chance = 0.35
	}
	return t.reopens == 0 && random.Float64() < chance
}

// again is the ticket when it is solved once more, after more work.
func (t *ticket) again(random *rand.Rand) *ticket {
	next := *t
	next.reopens++
	next.handled += span(t.issue.minutes*0.5*spread(random, 0.5), time.Minute)
	next.feeling.content -= 0.08
	return &next
}

// event is what is posted of the ticket. The occurrences are as ids of comments:
// one solved it, one opened it again, one solved it again.
func (t *ticket) event(kind string, at time.Time) Event {
	n, status := 2*t.reopens+1, "Solved"
	if kind == "ticket.reopened" {
		n, status = n+1, "Open"
	}
	e := t.customer.event(kind, "ticket:"+t.id, at)
	e.Source, e.Occurrence, e.Agent, e.Issue, e.Tags = "zendesk", fmt.Sprint(n), t.agent, t.issue.tag, t.tags
	e.Created, e.Handled, e.feeling, e.status, e.subject = t.created, t.handled, t.feeling, status, t.issue.subject[0]
	if t.german {
		e.subject = t.issue.subject[1]
	}
	if t.inside {
		e.Source, e.Replied, e.Reopens = "standard", t.replied, t.reopens
	}
	return e
}

// spread is a factor drawn around one, evenly up and down on a scale of ratios.
func spread(random *rand.Rand, sigma float64) float64 { return math.Exp(random.NormFloat64() * sigma) }

// span is so many units, in whole seconds.
func span(n float64, unit time.Duration) time.Duration {
	return time.Duration(n * float64(unit)).Round(time.Second)
}
