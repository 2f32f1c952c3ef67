package rollup

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

const budgeted = `
brand: {name: Acme}
timezone: Europe/Berlin
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 25%, quiet: 14d, budget: {month: 900, day: 60}}
`

// A street is touchpoints of customers, decided as they come, under a pace that
// is set every half hour from what was expected so far.
type street struct {
	config *surveys.Config
	scopes map[heed.Hash]*sampling.Scope
	sums   map[heed.Day]cells.Population
	paces  map[string]uint32
	held   map[string][]records.Held
	rnd    *rand.Rand
	n      int
}

func newStreet(t *testing.T) *street {
	config, err := surveys.Load([]byte(budgeted))
	if err != nil {
		t.Fatal(err)
	}
	return &street{
		config: config, scopes: map[heed.Hash]*sampling.Scope{}, sums: map[heed.Day]cells.Population{},
		paces: map[string]uint32{}, held: map[string][]records.Held{}, rnd: rand.New(rand.NewPCG(7, 8)),
	}
}

func (s *street) decide(now time.Time) {
	s.n++
	id := heed.Hash{byte(s.n), byte(s.n >> 8), 1}
	if s.rnd.IntN(3) > 0 { // a third are new, the others of four thousand
		c := s.rnd.IntN(4000)
		id = heed.Hash{byte(c), byte(c >> 8)}
	}
	scope := s.scopes[id]
	if scope == nil {
		scope = &sampling.Scope{}
		s.scopes[id] = scope
	}
	c := sampling.Case{
		Config: s.config, Epoch: 1, Key: []byte("0123456789abcdef0123456789abcdef"), Customer: id, Scope: id, Now: now, Paces: s.paces,
		Touchpoint: &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint(s.n), Occurrence: "1", Customer: heed.Customer{Email: "c@example.com"}},
	}
	rows := c.Decide(scope)
	scope.Decided = nil // nobody asks for them here
	for key, cell := range cells.Of(slices.Values([]*heed.Row{&rows[0]}), nil) {
		if key.Dim == "" {
			s.add(key.Day, cell)
		}
	}
}

func (s *street) add(day heed.Day, cell *cells.Cell) {
	before := &cells.Cell{Classes: map[cells.Class]*cells.Sums{{}: {Population: s.sums[day]}}}
	s.sums[day] = cells.Merge(before, cell).Population()
}

func (s *street) tick(now time.Time) {
	p := &s.config.Programs[0]
	pace, known := s.paces[p.Name]
	if !known {
		pace = heed.PPB
	}
	paced := newPaced(p, pace, now, s.config.Zone, s.held[p.Name])
	paced.days = map[heed.Day]taken{}
	for day, sum := range s.sums {
		if day >= sampling.CourseSince(paced.today()) {
			paced.days[day] = takenBy(sum)
		}
	}
	if s.paces = nil; p.Budget != (surveys.Budget{}) {
		s.paces = map[string]uint32{p.Name: paced.next(p.Budget)}
		s.held[p.Name] = paced.held
	}
	forget(s.held, paced.today())
}

// day is one of touchpoints, most in office hours and few at weekends.
func (s *street) day(day heed.Day, times float64) {
	start := day.Start(s.config.Zone)
	end := (day + 1).Start(s.config.Zone)
	for now := start; now.Before(end); now = now.Add(30 * time.Minute) {
		s.tick(now)
		mean := 9 * times * (0.8 + 0.4*s.rnd.Float64())
		if h := now.In(s.config.Zone).Hour(); h < 8 || h > 18 {
			mean /= 6
		}
		if w := now.In(s.config.Zone).Weekday(); w == time.Saturday || w == time.Sunday {
			mean /= 5
		}
		for range int(mean + s.rnd.Float64()) {
			s.decide(now.Add(time.Duration(s.rnd.Int64N(int64(30 * time.Minute)))))
		}
	}
}

// Over a quarter with a surge, and a change to summer time in it, what is
// expected of each month is its budget, and what is drawn is what is expected.
func TestPacesKeepTheBudget(t *testing.T) {
	s := newStreet(t)
	first := heed.DayOf(time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC), s.config.Zone)
	surge := first + 28 + 18
	for day := first - 28; day < first+28+31+30; day++ {
		times := 1.0
		if day == surge {
			times = 8
		}
		s.day(day, times)
	}
	squares := 0.0
	var quarter cells.Population
	for _, m := range []heed.Day{first, first + 28, first + 59} {
		last := heed.MonthOf(m).Last
		month := &cells.Cell{}
		for day := m; day <= last; day++ {
			sum := s.sums[day]
			month = cells.Merge(month, &cells.Cell{Classes: map[cells.Class]*cells.Sums{{}: {Population: sum}}})
			if expected := sum.Expected.Float() / heed.PPB; expected > 60*1.1 {
				t.Errorf("%s: %.0f expected of 60 a day", day, expected)
			}
		}
		sum := month.Population()
		expected, budget := sum.Expected.Float()/heed.PPB, float64(s.config.Programs[0].Budget.Month)
		squares += math.Pow(expected/budget-1, 2)
		quarter = cells.Merge(month, &cells.Cell{Classes: map[cells.Class]*cells.Sums{{}: {Population: quarter}}}).Population()
		t.Logf("month of %s: %d touchpoints, %.0f expected, %d drawn", m, sum.N, expected, sum.Drawn)
		if z, alarm := sum.Audit(); alarm {
			t.Errorf("month of %s: %d drawn, %.1f standard errors off", m, sum.Drawn, z)
		}
	}
	if rms := math.Sqrt(squares / 3); rms > 0.07 {
		t.Errorf("months are off their budgets by %.1f%% rms, want 7%% at most", 100*rms)
	}
	day := s.sums[surge]
	t.Logf("surge: %d touchpoints, %.0f expected; quarter: %.0f expected, %d drawn", day.N, day.Expected.Float()/heed.PPB, quarter.Expected.Float()/heed.PPB, quarter.Drawn)
}
