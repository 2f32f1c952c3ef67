package service

import (
	"fmt"
	"math"
	"strings"

	"heed/shared/heed"
)

// What is written here are whole sentences for people who work in support. A
// number stands with its 95% interval and with how many it is of; it is rounded
// here and nowhere before.

// measured is what a change is of.
type measured uint8

const (
	scores measured = iota
	volumes
	contacts
	resolutions
	handlings
	reopenings
)

var names = [...]string{
	"", "the number of touchpoints a day", "how often customers come back", "the median resolution time",
	"the median handling time", "the share of tickets that were opened again",
}

var heads = map[string]string{
	FasterAndWorse: "Tickets are dealt with faster, and customers are less content",
	SlowerAndWorse: "Tickets are dealt with more slowly, and customers are less content",
	FewerAndBetter: "Customers need help less often, and are more content",
	FewerNotBetter: "Customers come less often, but that is no good sign",
	FewerUnclear:   "Customers come less often, and it is not clear whether that is a good sign",
}

// says writes the claim as sentences: "billing: Tickets are dealt with faster ..."
func (c *claim) says() string {
	parts := make([]string, len(c.turns))
	for i := range c.turns {
		parts[i] = c.of.turned(&c.turns[i])
	}
	text := heads[c.kind] + ": " + strings.Join(parts, ", while ") + "."
	if c.kind == FewerUnclear {
		text += c.of.unsure()
	}
	return of(c.of.Value) + text
}

// of names whom a sentence is about.
func of(value string) string {
	if value == "" {
		return ""
	}
	return value + ": "
}

// turned is one change in words, and what it came to.
func (c *Case) turned(t *turn) string {
	verb := "fell"
	if t.up {
		verb = "rose"
	}
	e := t.Change.Change
	switch t.what {
	case scores:
		return fmt.Sprintf("%s %s by %s, to %s", upper(c.Ask), verb, points(c.Ask, e), c.Score.InWords())
	case reopenings:
		s := &c.Now.Reopened
		return fmt.Sprintf("%s %s by %s, to %s", names[t.what], verb, span(e, 100, 0, " points"), shared(s))
	}
	text := fmt.Sprintf("%s %s by %s", names[t.what], verb, percent(e))
	if now := c.now(t.what); now != nil {
		return text + fmt.Sprintf(", to %s, of %d tickets", lasted(now.Median), now.N)
	}
	return text + fmt.Sprintf(", of %d touchpoints", c.Score.Population)
}

func (c *Case) now(what measured) *Time {
	switch what {
	case resolutions:
		return &c.Now.Resolution
	case handlings:
		return &c.Now.Handling
	}
	return nil
}

// unsure says what is known beside a fall in volume: of the score, and of what
// speaks against its being good.
func (c *Case) unsure() string {
	t := c.score(false)
	if !t.Shown {
		return " Too few answers say how content they are."
	}
	chance := ", which may be chance"
	if t.Sure {
		chance = "" // its interval says so
	}
	text := fmt.Sprintf(" %s changed by %s%s, to %s.", upper(c.Ask), signed(c.Ask, t.Change.Change), chance, c.Score.InWords())
	for _, t := range c.worsened() {
		text += " " + sentence(c.turned(&t)) + "."
	}
	return text
}

// sentence begins with a capital.
func sentence(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func upper(ask heed.Ask) string { return strings.ToUpper(string(ask)) }

// shared is a share with its interval and n: "12% (9% to 15%), of 412 tickets".
func shared(s *Share) string {
	return fmt.Sprintf("%s, of %d tickets", span(s.Share, 100, 0, "%"), s.Of)
}

// points is by how much a score moved, without a sign.
func points(ask heed.Ask, e *Estimate) string { return span(e, 1, decimals(ask), " points") }

func signed(ask heed.Ask, e *Estimate) string {
	d := decimals(ask)
	return fmt.Sprintf("%+.*f (%+.*f to %+.*f) points", d, tidy(e.Value, d), d, tidy(e.Low, d), d, tidy(e.High, d))
}

func decimals(ask heed.Ask) int {
	if ask == heed.CES {
		return 1
	}
	return 0
}

// span is a size and its interval: "12 (5 to 19) points". Of what fell it is by
// how much.
func span(e *Estimate, times float64, decimals int, unit string) string {
	size, low, high := times*e.Value, times*e.Low, times*e.High
	if size < 0 {
		size, low, high = -size, -high, -low
	}
	on := func(x float64) string { return fmt.Sprintf("%.*f", decimals, tidy(x, decimals)) }
	if unit == "%" {
		return fmt.Sprintf("%s%% (%s%% to %s%%)", on(size), on(low), on(high))
	}
	return fmt.Sprintf("%s (%s to %s)%s", on(size), on(low), on(high), unit)
}

// percent is by how much a ratio is away from 1.
func percent(e *Estimate) string {
	return span(&Estimate{e.Value - 1, e.Low - 1, e.High - 1}, 100, 0, "%")
}

// tidy rounds halves away from 0, and never to -0.
func tidy(x float64, decimals int) float64 {
	tens := math.Pow10(decimals)
	return math.Round(x*tens)/tens + 0
}

// lasted is a duration and its interval, in one unit: "3.2 (2.9 to 3.6) hours".
func lasted(e *Estimate) string {
	seconds, unit := 1.0, " seconds"
	for _, u := range []struct {
		seconds float64
		unit    string
	}{{60, " minutes"}, {3600, " hours"}, {86400, " days"}} {
		if e.Value >= 2*u.seconds {
			seconds, unit = u.seconds, u.unit
		}
	}
	return span(e, 1/seconds, 1, unit)
}
