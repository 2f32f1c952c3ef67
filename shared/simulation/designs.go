package simulation

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A design is whom to ask. It settles Reason and Pi of the world's rows.
type design struct {
	name      string
	ask       func(w *world, random *rand.Rand)
	estimates []estimate
}

// The designs. Ours comes first, while the rows are still as they were decided,
// and is printed last.
var designs = [...]design{
	{"ours", func(*world, *rand.Rand) {}, []estimate{weighted, adjusted, byCustomer, byAdjusted}},
	{"everyone, always", everyone, []estimate{plain}},
	{"a coin, never quiet", coin, []estimate{plain, adjusted}},
	{"peers: 25%, then quiet", func(w *world, r *rand.Rand) { w.peers(r, [2]float64{0.25, 0.25}) }, []estimate{plain, adjusted, forCustomers}},
	{"peers: 100%, then quiet", func(w *world, r *rand.Rand) { w.peers(r, [2]float64{1, 1}) }, []estimate{plain}},
}

// surveysText is ours: as many mails as may go at the default ceiling, which is
// about as many as the peers' 25% make, or, where the rate changes, at 50%.
const surveysText = `brand: {name: Simulation}
quiet: %dd
sources: [{name: app, type: standard}]
programs:
  - name: year
    ask: nps
    when: {kinds: [ticket.solved, order.delivered, call.ended, invoice.paid]}
    stage: all
    rate: %d%%
    ceiling: %d%%
`

// rules is the configurations in use, of each half of the year.
type rules struct {
	year   [2]*surveys.Config
	change [2]*surveys.Config // of the year in which the rate changes
	quiet  int64              // the same quiet period for the others, in seconds
}

func rulesOf(quiet int) (rules, error) {
	var loaded [3]*surveys.Config
	for i, p := range [...]struct{ rate, ceiling int }{{30, 30}, {rateBefore, rateAfter}, {rateAfter, rateAfter}} {
		config, err := surveys.Load(fmt.Appendf(nil, surveysText, quiet, p.rate, p.ceiling))
		if err != nil {
			return rules{}, fmt.Errorf("a quiet period of %d days: %w", quiet, err)
		}
		loaded[i] = config
	}
	return rules{
		year:   [2]*surveys.Config{loaded[0], loaded[0]},
		change: [2]*surveys.Config{loaded[1], loaded[2]},
		quiet:  int64(quiet) * daySeconds,
	}, nil
}

// newYear is when the year begins. That it is this one does not matter.
var newYear = time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)

// decide decides every moment as a Heed would that has these configurations in
// the halves of the year.
func (w *world) decide(configs [2]*surveys.Config) {
	w.rows, w.expected = w.rows[:0], 0
	scopes := make([]sampling.Scope, len(w.people))
	for j := range w.moments {
		m := &w.moments[j]
		p, now := &w.people[m.who], newYear.Add(time.Duration(m.second)*time.Second)
		c := sampling.Case{
			Config: configs[halfOf(m.day())], Epoch: 1, Key: w.key,
			Customer: p.hash, Scope: p.hash, Now: now,
			Touchpoint: &heed.Touchpoint{
				Source: "app", Kind: kinds[m.kind].name, Object: p.name, Occurrence: strconv.Itoa(j), At: now,
				Customer: heed.Customer{Email: p.name + "@example.com"},
			},
		}
		w.rows = append(w.rows, c.Decide(&scopes[m.who])...)
		w.rows[j].Day = firsts[halfOf(m.day())]
		w.expected += float64(w.rows[j].Pi) / heed.PPB
	}
}

// settle makes a row that of a design which does not know its chances: every
// answer counts once.
func settle(row *heed.Row, asked bool) {
	row.Pi, row.Alpha, row.Limit, row.Reason = heed.PPB, heed.PPB, 0, heed.NotDrawn
	if asked {
		row.Reason = heed.Asked
	}
}

// everyone asks always.
func everyone(w *world, _ *rand.Rand) {
	for j := range w.rows {
		settle(&w.rows[j], true)
	}
}

// coin asks each touchpoint with the same chance, for as many mails as ours
// expected.
func coin(w *world, random *rand.Rand) {
	chance := w.expected / float64(len(w.rows))
	for j := range w.rows {
		settle(&w.rows[j], random.Float64() < chance)
	}
}

// peers skips whoever was asked less than a quiet period ago, and asks each of
// the others with the same chance, that of the half of the year.
func (w *world) peers(random *rand.Rand, chances [2]float64) {
	last := w.nobody()
	for j := range w.rows {
		m := &w.moments[j]
		ask := m.second-last[m.who] >= w.quiet && random.Float64() < chances[halfOf(m.day())]
		settle(&w.rows[j], ask)
		if ask {
			last[m.who] = m.second
		}
	}
}
