package simulation

import (
	"math/rand/v2"

	"heed/shared/cells"
	"heed/shared/figures"
)

// In the middle of the year the rate goes from rateBefore to rateAfter, in
// percent. Contentment changes in the middle too, by what it truly does: the
// question is what the change of rate adds to that.
const rateBefore, rateAfter = 10, 50

// stepsEach is which populations live such a year: each third, since what it
// shows takes fewer to see.
const stepsEach = 3

// The steps are designs of a year in which the rate changes. All answer.
var steps = [...]design{
	{"peers: 10%, then 50%", peersStep, []estimate{plain, adjusted}},
	{"ours: 10%, then 50%", oursStep, []estimate{weighted, adjusted}},
}

func oursStep(w *world, _ *rand.Rand) { w.decide(w.rules.change) }

func peersStep(w *world, random *rand.Rand) {
	w.peers(random, [2]float64{rateBefore / 100.0, rateAfter / 100.0})
}

// change estimates the second half of the year less the first. Its intervals
// are those of neither, so there are none.
func (w *world) steps(estimates []estimate) outcomes {
	w.answer(&answerings[0])
	rest, parts := w.sum(notAsked), w.sum(asked)
	var f [2]figures.Figure
	for i := range f {
		f[i] = figures.Of(w.program(), cells.Merge(rest[i], parts[i]), true)
	}
	var changes outcomes
	for _, e := range estimates {
		first, second := e.of(made{events: &f[0]}), e.of(made{events: &f[1]})
		changes = append(changes, outcome{found: first.found && second.found, score: second.score - first.score})
	}
	return changes
}
