package year

import (
	"math/rand/v2"
	"slices"
	"time"
)

// The company that is made up.
var (
	teams    = [...]string{"Berlin", "Dublin", "Porto"}
	products = [...]string{"Starter", "Business", "Enterprise"}

	agents = [...]struct{ name, team string }{
		{"ana@acme.example", "Berlin"},
		{"ben@acme.example", "Berlin"},
		{"chloe@acme.example", "Berlin"},
		{"deniz@acme.example", "Berlin"},
		{"emil@acme.example", "Dublin"},
		{"farah@acme.example", "Dublin"},
		{"gwen@acme.example", "Dublin"},
		{"hugo@acme.example", "Porto"},
		{"ines@acme.example", "Porto"},
		{"joao@acme.example", "Porto"},
	}

	// prices of half a year, in minor units.
	prices = map[string]int64{"Starter": 174_00, "Business": 594_00, "Enterprise": 2_370_00}
)

// What every deal is worth, as HubSpot's stand-in says.
const (
	dealt   = 1499_90
	dealtIn = "EUR"
)

// of returns the agents of a team.
func of(team string) []string {
	var names []string
	for _, a := range agents {
		if a.team == team {
			names = append(names, a.name)
		}
	}
	return names
}

// An issue is what a ticket can be about. Tags are those that surveys.yaml knows
// issues by, but for two of them.
type issue struct {
	tag     string
	often   float64 // share of tickets
	hard    float64 // how much less content it leaves
	hours   float64 // median until it is solved
	minutes float64 // median of work
	subject [2]string
}

// hardest is how hard the issues are that Hidden.Hard names.
const hardest = .22

// In English, and in German.
var issues = [...]issue{
	{"invoice", .22, .02, 9, 10, [2]string{"Question about my invoice", "Frage zu meiner Rechnung"}},
	{"login", .20, 0, 3, 6, [2]string{"I can't log in, my password is refused", "Anmeldung geht nicht, Passwort abgelehnt"}},
	{"export", .17, .03, 12, 14, [2]string{"The export is not complete", "Der Export ist nicht vollständig"}},
	{"how-to", .14, -.04, 5, 8, [2]string{"How do I add a colleague?", "Wie füge ich eine Kollegin hinzu?"}},
	{"outage", .10, hardest, 16, 30, [2]string{"Outage: your service is down", "Ausfall: Ihr Dienst ist nicht erreichbar"}},
	{"cancellation", .08, hardest, 14, 16, [2]string{"I want to cancel", "Ich möchte kündigen"}},
	bugs: {"bug", .09, hardest, 26, 24, [2]string{"The app crashes: a bug?", "Fehler in der App: ständig ein Absturz"}},
}

// bugs is the place of that issue in issues.
const bugs = 6

// hard are the tags of the issues that leave customers the least content.
func hard() []string {
	var tags []string
	for _, i := range issues {
		if i.hard == hardest {
			tags = append(tags, i.tag)
		}
	}
	return tags
}

// issue draws what a ticket is about.
func (h *Hidden) issue(random *rand.Rand, product string, at time.Time) *issue {
	x := random.Float64()
	if h.worse(product, at) && random.Float64() < 0.4 {
		return &issues[bugs]
	}
	for i := range issues {
		if x -= issues[i].often; x < 0 {
			return &issues[i]
		}
	}
	return &issues[0]
}

// agent draws who of the team gets a ticket. One gets most of what is hard, and
// little else.
func (h *Hidden) agent(random *rand.Rand, team string, i *issue) string {
	names, x := of(team), random.Float64()
	mixed := slices.Index(names, h.HardMix)
	chosen := random.IntN(len(names))
	switch {
	case mixed < 0:
	case i.hard == hardest && x < 0.8:
		chosen = mixed
	case i.hard != hardest && chosen == mixed && x < 0.5:
		chosen = (mixed + 1 + random.IntN(len(names)-1)) % len(names)
	}
	return names[chosen]
}
