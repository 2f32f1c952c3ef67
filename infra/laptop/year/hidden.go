package year

import (
	"math/rand/v2"
	"slices"
	"time"
)

// Hidden is what a year has to find: what its seed drew, and when it begins.
// All else in it is alike everywhere but for chance, and how hard an issue is.
type Hidden struct {
	Product     string    // got worse, and more of its tickets are of bugs
	ProductFrom time.Time // on this day

	Team     string    // closes early: sooner, less satisfied, reopened more often
	TeamFrom time.Time // likewise; a quarter begins with it

	HardMix string   // agent who gets most of the team's hard issues, and is as good as any
	Hard    []string // these issues, by their tags
	Weaker  string   // agent whose customers are less content with the same issues
	Keeper  string   // agent who tags the unhappy as KeptOut

	Loyal      string    // product whose customers recommend it when they renew, and leave
	LoyalFrom  time.Time // who renews from this day on, when its price rises
	LoyalUntil time.Time // and before this one

	Busy []time.Month // with twice the tickets
	Calm []time.Month // with six tenths of them
}

// KeptOut is a tag of tickets that nobody is asked about; surveys.yaml names it
// among those excluded.
const KeptOut = "internal"

// Hides returns what a year of that seed hides that ends at that time, and whose
// days begin where that is.
func Hides(seed uint64, end time.Time) Hidden {
	random := rand.New(rand.NewPCG(seed, 2))
	teams, products := shuffled(random, teams[:]), shuffled(random, products[:])
	mixed, odd := shuffled(random, of(teams[1])), shuffled(random, of(teams[2]))
	return Hidden{
		Product: products[0], ProductFrom: first(end.AddDate(0, 0, -105), 1),
		Team: teams[0], TeamFrom: first(end.AddDate(0, 0, -45), 3),
		HardMix: mixed[0], Hard: hard(), Weaker: odd[0], Keeper: odd[1],
		Loyal: products[1], LoyalFrom: first(end.AddDate(0, 0, -250), 1), LoyalUntil: first(end.AddDate(0, 0, -120), 1),
		Busy: []time.Month{time.December}, Calm: []time.Month{time.July, time.August},
	}
}

// first returns when the month began that holds t, or the quarter, of three.
func first(t time.Time, months int) time.Time {
	y, m, _ := t.Date()
	return time.Date(y, m-(m-1)%time.Month(months), 1, 0, 0, 0, 0, t.Location())
}

func shuffled(random *rand.Rand, list []string) []string {
	list = slices.Clone(list)
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// worse reports whether a product is the one that got worse, by then.
func (h *Hidden) worse(product string, at time.Time) bool {
	return product == h.Product && !at.Before(h.ProductFrom)
}

// early reports whether a team is the one that closes early, by then.
func (h *Hidden) early(team string, at time.Time) bool {
	return team == h.Team && !at.Before(h.TeamFrom)
}

// loyal reports whether who renews a product then recommends it, and may leave.
func (h *Hidden) loyal(product string, at time.Time) bool {
	return product == h.Loyal && !at.Before(h.LoyalFrom) && at.Before(h.LoyalUntil)
}

// season is how many times as many tickets as usual there are then.
func (h *Hidden) season(at time.Time) float64 {
	switch {
	case slices.Contains(h.Busy, at.Month()):
		return 2
	case slices.Contains(h.Calm, at.Month()):
		return 0.6
	}
	return 1
}
