// Package surveys is surveys.yaml: what to ask, whom, when and how often. It
// reads the file, reports every problem at once with line and column, and
// knows the version of the text, which every decision records.
//
// Secrets, addresses of deployment and anything that differs between two
// installations of the same surveys do not belong here.
package surveys

import (
	"slices"
	"strings"
	"time"

	"heed/shared/heed"
)

// Config is surveys.yaml, checked. Rates and shares are in parts per billion.
type Config struct {
	Version      heed.ConfigVersion // of the text it was read from
	Text         []byte             // that text
	Brand        Brand
	Zone         *time.Location // decides where days begin
	Hours        Hours          // when mails may go; a program may have its own
	Quiet        int            // days that an invitation keeps its scope in peace
	Holdout      uint32         // share of scopes that are never asked
	Scope        Scope
	ExcludedTags []string
	Dimensions   []string // the dimensions kept with each row
	Sources      []Source
	Programs     []Program // in order of priority
	Issues       []Issue   // what customers come with, in order
	Notify       Notify
}

// An Issue is something that customers come with or write of: whatever bears one
// of the tags, or holds one of the phrases in any form of its words.
type Issue struct {
	Name  string
	Tags  []string
	Words []string // each one word to four
}

// Notify is whom in the team Heed writes to, by mail address.
type Notify struct {
	Digest   []string // the weekly digest
	Alerts   []string // what can't wait for it
	Keywords []string // phrases in a comment that make an alert of it
}

// Brand is whose name and colour the customer sees. A program may have its own,
// but for the domains.
type Brand struct {
	Name    string
	Color   string   // #rrggbb
	Logo    string   // https URL of a picture; "" for the name in letters
	Sender  string   // address that mails come from, at the domain that the deployment sends from; "" for the deployment's own
	Address string   // the team's postal address, at the end of each mail; "" for none
	Locale  string   // language of who has none that is known, BCP 47
	Review  string   // https URL where anybody may review the team in public; "" for none
	Domains []string // the team's own: addresses there are never asked
}

// Text is the team's own words by language, BCP 47 in lower case; "" is the one
// for all others. Words with holes have what stands there if nothing is known:
// {name|there}, {agent|our team}, {product|our product}; {brand} is always known.
type Text map[string]string

// Style is how the answers of a CSAT question are shown.
type Style string

// The styles. Whatever is shown, scores are 1 to 5; thumbs are its two ends.
const (
	Numbers Style = "numbers"
	Smileys Style = "smileys"
	Thumbs  Style = "thumbs"
)

// ByScore is words for a low, a middling and a high score; see heed.Ask.Third.
type ByScore [3]Text

// Scope says whose peace a quiet period keeps.
type Scope string

// The scopes.
const (
	Customer Scope = "customer"
	Account  Scope = "account"
)

// Program is one entry of programs: a question and who is asked it.
type Program struct {
	Name     string
	Ask      heed.Ask
	Style    Style
	Brand    Brand         // Config.Brand, and what the program has of its own
	Question Text          // nil for the question's own words
	Subject  Text          // likewise
	Intro    Text          // before the question, in mails; nil for none
	Low      Text          // what the lowest score means; nil for the question's own words
	High     Text          // likewise the highest
	Agent    bool          // the question names who helped, where that is known
	Follow   ByScore       // what the comment is asked for; nil for the usual words
	Thanks   ByScore       // said after an answer; nil for the usual words
	Quote    bool          // the comment's giver is asked whether it may be published
	Remind   time.Duration // after the invitation; 0 for no reminder
	Hours    Hours         // when mails may go
	When     Match
	Stage    string
	Rate     uint32        // chance of being asked, PPB; at most Ceiling
	Ceiling  uint32        // ρ of the rate rule, PPB; default 30%
	Delay    time.Duration // between decision and invitation
	Window   time.Duration // between invitation and the last answer that counts
	Quiet    int           // days; Config.Quiet unless the program has its own
	Strata   []Stratum     // in order; the first that fits gives the rate
	Floor    uint32        // pacing lowers no rate below it, PPB; default 1%
	Budget   Budget
}

// Stratum is a part of a program's touchpoints with a rate of its own.
type Stratum struct {
	Name string
	When Match
	Rate uint32 // PPB; at most the program's Ceiling
}

// Budget is how many invitations may be expected at most; 0 is no bound. It is
// kept by pacing, on average: the draw stays random.
type Budget struct {
	Day, Month int
}

// Match says which touchpoints a program is for: those that fit every list
// that is not empty.
type Match struct {
	Kinds   []string
	Sources []string
	Teams   []string
	Tags    []string // any of them
}

// Fits reports whether the program is for the touchpoint.
func (m *Match) Fits(t *heed.Touchpoint) bool {
	return in(m.Kinds, t.Kind) && in(m.Sources, t.Source) && in(m.Teams, t.Team) && in(m.Tags, t.Tags...)
}

func in(list []string, values ...string) bool {
	if len(list) == 0 {
		return true
	}
	for _, want := range list {
		for _, v := range values {
			if v == want {
				return true
			}
		}
	}
	return false
}

// Rated returns which of the program's strata a touchpoint belongs to, "" if
// to none, and the rate that it gives, in PPB.
func (p *Program) Rated(t *heed.Touchpoint) (stratum string, rate uint32) {
	for i := range p.Strata {
		if h := &p.Strata[i]; h.When.Fits(t) {
			return h.Name, h.Rate
		}
	}
	return "", p.Rate
}

// Source returns the source of that name, nil if there is none.
func (c *Config) Source(name string) *Source {
	for i := range c.Sources {
		if c.Sources[i].Name == name {
			return &c.Sources[i]
		}
	}
	return nil
}

// Program returns the program of that name, nil if there is none.
func (c *Config) Program(name string) *Program {
	for i := range c.Programs {
		if c.Programs[i].Name == name {
			return &c.Programs[i]
		}
	}
	return nil
}

// Clock is the time zone of that IANA name, or the team's own where it is none.
func (c *Config) Clock(name string) *time.Location {
	if zone, err := time.LoadLocation(name); err == nil && name != "" && name != "Local" {
		return zone
	}
	return c.Zone
}

// OwnDomain reports whether the mail address is one of the team's own: at one
// of the brand's domains or below it, in whatever case.
func (c *Config) OwnDomain(address string) bool {
	_, host, ok := cutLast(address, "@")
	if !ok {
		return false
	}
	host = strings.ToLower(strings.TrimSuffix(strings.TrimSpace(host), "."))
	return slices.ContainsFunc(c.Brand.Domains, func(own string) bool {
		return host == own || strings.HasSuffix(host, "."+own)
	})
}

// Excluded reports whether a touchpoint with these tags is never asked about.
func (c *Config) Excluded(tags []string) bool {
	return len(c.ExcludedTags) > 0 && in(c.ExcludedTags, tags...)
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// SourceNames lists the sources' names.
func (c *Config) SourceNames() []string {
	names := make([]string, len(c.Sources))
	for i := range c.Sources {
		names[i] = c.Sources[i].Name
	}
	return names
}
