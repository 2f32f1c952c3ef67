package simulation

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"

	"heed/shared/heed"
)

// The year, in seconds and days. What changes in its middle changes as day
// half begins.
const (
	daySeconds  = 86_400
	days        = 365
	half        = 182
	yearSeconds = days * daySeconds
)

// The population's constants; the package comment says what they are.
const (
	yearly    = 34_000.0 / 3_000 // touchpoints of a customer, on average
	unevenly  = 1.1              // σ of the logarithm of a customer's rate
	content   = 8.7              // the answer of a customer of the median rate
	wearing   = 0.9              // less content for each e-fold of the rate
	otherwise = 1.0              // σ of what else makes customers content
	varying   = 1.5              // σ from one touchpoint to the next
	drop      = 0.7              // less content from the middle of the year
)

// A kind of touchpoint: its share, how much better or worse it is liked, and
// how readily it is answered about.
type kind struct {
	name   string
	share  float64
	liked  float64
	answer float64
}

var kinds = [...]kind{
	{"ticket.solved", 0.45, -0.4, 1.0},
	{"order.delivered", 0.30, 0.3, 0.9},
	{"call.ended", 0.15, -0.2, 1.1},
	{"invoice.paid", 0.10, 0.6, 0.8},
}

// A person is a customer.
type person struct {
	busy float64 // logarithm of the rate, less that of the median
	name string
	hash heed.Hash
}

// A moment is a touchpoint as it truly was.
type moment struct {
	second int64 // of the year
	who    int32 // in world.people
	kind   uint8
	score  int8    // what the customer would say if asked
	mood   float64 // from 0 to 1: answers if it is below the chance of answering
}

// day of the year, from 0.
func (m *moment) day() int { return int(m.second / daySeconds) }

// populate makes the people and what happens to them.
func (w *world) populate(random *rand.Rand, customers int) {
	w.people, w.moments = w.people[:0], w.moments[:0]
	median := yearly * math.Exp(-unevenly*unevenly/2)
	for i := range customers {
		name := strconv.Itoa(i)
		hash := heed.Fingerprint("simulation/v1", name)
		p := person{busy: unevenly * random.NormFloat64(), name: name, hash: heed.Hash(hash[:16])}
		w.people = append(w.people, p)
		temper := content - float64(wearing*p.busy) + float64(otherwise*random.NormFloat64())
		gap := yearSeconds / (median * math.Exp(p.busy)) // seconds between touchpoints
		for at := gap * random.ExpFloat64(); at < yearSeconds; at += float64(gap * random.ExpFloat64()) {
			m := makeMoment(random, int64(at), temper)
			m.who = int32(i)
			w.moments = append(w.moments, m)
		}
	}
	slices.SortStableFunc(w.moments, func(a, b moment) int { return cmp.Compare(a.second, b.second) })
}

func makeMoment(random *rand.Rand, second int64, temper float64) moment {
	m := moment{second: second, kind: kindOf(random.Float64())}
	feeling := temper + kinds[m.kind].liked + float64(varying*random.NormFloat64())
	feeling -= float64(drop * float64(halfOf(m.day())))
	m.score = int8(math.Round(min(max(feeling, 0), 10)))
	m.mood = random.Float64()
	return m
}

func kindOf(x float64) uint8 {
	for i := range kinds {
		if x -= kinds[i].share; x < 0 {
			return uint8(i)
		}
	}
	return 0
}

// net is what a score adds to the NPS, in points.
func net(score int8) float64 {
	switch {
	case score >= 9:
		return 100
	case score <= 6:
		return -100
	}
	return 0
}

// truth is the NPS of all touchpoints, that of all customers of the mean over
// the touchpoints of each, and that of the second half of the year less that
// of the first.
func (w *world) truth() (events, customers, step float64) {
	var halves, counts [2]float64
	sums, of := make([]float64, len(w.people)), make([]float64, len(w.people))
	for _, m := range w.moments {
		i := halfOf(m.day())
		halves[i] += net(m.score)
		counts[i]++
		sums[m.who] += net(m.score)
		of[m.who]++
	}
	some := 0.0
	for i, n := range of {
		if n > 0 {
			customers += sums[i] / n
			some++
		}
	}
	events = (halves[0] + halves[1]) / (counts[0] + counts[1])
	return events, customers / some, halves[1]/counts[1] - halves[0]/counts[0]
}

// halfOf is 0 for the days of the first half of the year, else 1.
func halfOf(day int) int {
	if day < half {
		return 0
	}
	return 1
}
