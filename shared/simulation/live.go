package simulation

import (
	"encoding/binary"
	"math/rand/v2"
	"sync"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// A world is one population and what is being done to it. Its rooms are used
// again for the next population.
type world struct {
	rules
	key       []byte // of the draw
	people    []person
	moments   []moment        // in time
	rows      []heed.Row      // one for each moment
	responses []heed.Response // one for each moment, should it be answered
	expected  float64         // mails that the decisions make on average
}

// A result is what came of one population.
type result struct {
	touchpoints             int
	events, customers, step float64 // the truth
	designs                 [len(designs)]lived
	steps                   [len(steps)]outcomes // nil in a population without
}

// A lived is one design's year: its burden, and what each estimate came to in
// each story of who answers.
type lived struct {
	burden
	answered [len(answerings)]int
	outcomes [len(answerings)]outcomes
}

// live makes population i and lives its year, once for each design.
func (w *world) live(o Options, i int) result {
	w.populate(stream(o.Seed, i, 0), o.Customers)
	w.key = binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64([]byte("simulation draws"), o.Seed), uint64(i))
	w.decide(w.year)
	w.respond()
	r := result{touchpoints: len(w.moments)}
	r.events, r.customers, r.step = w.truth()
	for d := range designs {
		designs[d].ask(w, stream(o.Seed, i, 1+d))
		r.designs[d] = w.estimate(designs[d].estimates)
	}
	for s := 0; s < len(steps) && i%stepsEach == 0; s++ {
		steps[s].ask(w, stream(o.Seed, i, 1+len(designs)+s))
		r.steps[s] = w.steps(steps[s].estimates)
	}
	return r
}

// stream is the randomness of one purpose in one population.
func stream(seed uint64, population, purpose int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, uint64(population)<<16|uint64(purpose)))
}

func (w *world) program() *surveys.Program { return &w.year[0].Programs[0] }

// respond prepares what would be answered to each row.
func (w *world) respond() {
	w.responses = w.responses[:0]
	for _, m := range w.moments {
		w.responses = append(w.responses, heed.Response{Score: int(m.score), Channel: heed.Page})
	}
}

func asked(row *heed.Row) bool    { return row.Reason == heed.Asked }
func notAsked(row *heed.Row) bool { return !asked(row) }

// estimate lets the year be answered in each way, and makes the estimates. What
// was not asked is the same in all of them, so it is summed once.
func (w *world) estimate(estimates []estimate) lived {
	l := lived{burden: w.burden()}
	rest := whole(w.sum(notAsked))
	for a := range answerings {
		w.answer(&answerings[a])
		cell := cells.Merge(rest, whole(w.sum(asked)))
		f := figures.Of(w.program(), cell, true)
		l.answered[a] = int(f.Answered)
		figures := made{&f, sync.OnceValue(w.byCustomer)}
		for _, e := range estimates {
			l.outcomes[a] = append(l.outcomes[a], e.of(figures))
		}
	}
	return l
}

// whole merges the halves of a year.
func whole(halves [2]*cells.Cell) *cells.Cell { return cells.Merge(halves[0], halves[1]) }
