package surveys

import (
	"time"

	"heed/shared/heed"
)

// The bounds of the file's numbers.
const (
	maxHoldout   = heed.PPB / 2
	maxQuiet     = 730 // days
	maxDelay     = 30 * day
	minWindow    = time.Hour
	maxWindow    = 90 * day
	maxName      = 80 // characters
	maxQuestion  = 300
	maxStage     = 40
	maxValue     = 120               // of a team or a tag, as package sources keeps them
	leastCovered = heed.PPB / 10_000 // a chance below it counts as none
)

// read fills the config from the top of the file.
func (c *Config) read(root spot) {
	root.object(
		field{"brand", "say whose surveys these are: brand: {name: Acme}", c.readBrand},
		field{"timezone", "", func(s spot) { c.Zone = s.zone() }},
		field{"mails", "", func(s spot) { c.Hours = readHours(s) }},
		field{"quiet", "", func(s spot) { c.Quiet = s.days(maxQuiet) }},
		field{"holdout", "", c.readHoldout},
		field{"scope", "", func(s spot) { c.Scope = Scope(s.one([]string{string(Customer), string(Account)})) }},
		field{"exclude", "", func(s spot) {
			s.object(field{"tags", "", func(s spot) { c.ExcludedTags = s.list(value) }})
		}},
		field{"issues", "", c.readIssues},
		field{"dimensions", "", func(s spot) { c.Dimensions = s.list(root.dimension) }},
		field{"sources", "name at least one: - {name: zendesk, type: zendesk}", c.readSources},
		field{"programs", "ask at least one question", c.readPrograms},
		field{"notify", "", c.readNotify},
	)
}

// dimension reads the name of one; issue is of use only where the root has
// issues.
func (root spot) dimension(s spot) string {
	v := s.one(heed.Dimensions)
	if _, ok := root.peek("issues"); v == "issue" && !ok {
		s.wrong("there are no issues; name them: issues: [{name: billing, words: [invoice]}]")
	}
	return v
}

func value(s spot) string { return s.line(maxValue) }

func (c *Config) readHoldout(s spot) {
	share, ok := s.share()
	if ok && share > maxHoldout {
		s.wrong("%s is above %s; more than half would never be heard", percent(share), percent(maxHoldout))
	}
	c.Holdout = share
}

// names holds what is taken, and the line it was taken at.
type names map[string]int

// read reads a name that nothing else has.
func (n names) read(s spot, what string) string {
	v := s.name()
	n.take(s, what, v, v)
	return v
}

// take notes that something is called v, by the key that tells it from others.
func (n names) take(s spot, what, key, v string) {
	line, _ := position(first(s.node))
	switch at, taken := n[key]; {
	case v == "":
	case taken:
		s.wrong("another %s is called %q, at line %d; give this one a name of its own", what, v, at)
	default:
		n[key] = line
	}
}
