package simulation

import (
	"math"

	"heed/shared/heed"
)

// An answering is a story of who answers: the chance that a person who was
// asked about a moment does, leaving weariness aside.
type answering struct {
	name    string
	wearies bool // a survey not long ago makes answering less likely
	chance  func(p *person, m *moment, row *heed.Row) float64
}

// The stories. Only in the first two can a sound design be expected to find the
// truth.
var answerings = [...]answering{
	{"all answer", false, func(*person, *moment, *heed.Row) float64 { return 1 }},
	{"by class", false, byClass},
	{"by class, wearied", true, byClass},
	{"by latent activity", true, byActivity},
	{"by satisfaction", true, bySatisfaction},
}

// byClass follows exactly what a row records and scores are adjusted to.
func byClass(_ *person, m *moment, row *heed.Row) float64 {
	return [...]float64{0.50, 0.45, 0.38, 0.30, 0.22, 0.15}[row.Band()] * kinds[m.kind].answer
}

// byActivity follows how busy the customer truly is, about as strongly. Bands
// count what happened, which comes near it and no nearer.
func byActivity(p *person, _ *moment, _ *heed.Row) float64 {
	return 1 / (1 + math.Exp(0.6+float64(0.6*p.busy)))
}

// bySatisfaction makes the content more eager than others of their class. No
// record of who was asked, and of what they are like, tells it.
func bySatisfaction(p *person, m *moment, row *heed.Row) float64 {
	return byClass(p, m, row) * (1 + 0.0015*net(m.score))
}

// weariness multiplies the chance of answering so long after the last survey.
func weariness(seconds int64) float64 {
	return 1 - 0.5*math.Exp2(-float64(seconds)/(30*daySeconds))
}

// answer lets those asked answer, or not, as the story goes.
func (w *world) answer(a *answering) {
	last := w.nobody()
	for j := range w.rows {
		row, m := &w.rows[j], &w.moments[j]
		row.Response = nil
		if !asked(row) {
			continue
		}
		chance := a.chance(&w.people[m.who], m, row)
		if a.wearies {
			chance *= weariness(m.second - last[m.who])
		}
		if m.mood < chance {
			row.Response = &w.responses[j]
		}
		last[m.who] = m.second
	}
}

// nobody is the second each person was last asked at, when none has been yet.
func (w *world) nobody() []int64 {
	last := make([]int64, len(w.people))
	for i := range last {
		last[i] = -100 * yearSeconds
	}
	return last
}
