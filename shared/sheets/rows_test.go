package sheets_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"pgregory.net/rapid"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/loyalty"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/topics"
)

var config = &surveys.Config{Issues: []surveys.Issue{
	{Name: "late", Words: []string{"late"}}, {Name: "broken", Words: []string{"broken", "not working"}}, {Name: "price", Words: []string{"price"}},
}}

var (
	now   = time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	today = heed.DayOf(now, time.UTC)
)

// A world is what rows are drawn from: how many of each there are, and how wild
// their numbers.
type world struct {
	*rand.Rand
	ask                               heed.Ask
	touchpoints, customers, agents    int
	answering, pleased, hard, extreme float64
}

var anyWorld = rapid.Custom(func(t *rapid.T) *world {
	chance := func(name string) float64 { return rapid.SampledFrom([]float64{0, 0.1, 0.5, 1}).Draw(t, name) }
	return &world{
		Rand:        rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)),
		ask:         rapid.SampledFrom([]heed.Ask{heed.NPS, heed.CSAT, heed.CES}).Draw(t, "ask"),
		touchpoints: rapid.SampledFrom([]int{0, 1, 4, 5, 6, 12, 60, 150, 500}).Draw(t, "touchpoints"),
		customers:   rapid.SampledFrom([]int{1, 4, 5, 6, 400}).Draw(t, "customers"),
		agents:      rapid.IntRange(1, 5).Draw(t, "agents"),
		answering:   chance("answering"), pleased: chance("pleased"), hard: chance("hard"), extreme: chance("extreme"),
	}
})

func (w *world) so(chance float64) bool { return w.Float64() < chance }

func pick[T any](w *world, of ...T) T { return of[w.IntN(len(of))] }

// rows are touchpoints of two months, each in one program or in two.
func (w *world) rows() (rows []*heed.Row) {
	for i := range w.touchpoints {
		r := w.row()
		id := heed.TouchpointID{byte(i), byte(i >> 8)}
		r.ID, rows = id.Row(r.Program), append(rows, r)
		if w.so(0.3) {
			other := *r
			other.Program = "renewal"
			other.ID, rows = id.Row("renewal"), append(rows, &other)
		}
	}
	return rows
}

func (w *world) row() *heed.Row {
	day := today - heed.Day(w.IntN(48))
	r := &heed.Row{
		RowRef: heed.RowRef{Day: day}, Kind: pick(w, "ticket.solved", "ticket.solved", "deal.won", "subscription.cancelled"),
		At: day.Start(time.UTC).Add(12 * time.Hour), First: w.so(0.5),
		Decision: heed.Decision{
			Program: "support", Ask: w.ask, Reason: pick(w, heed.NotDrawn, heed.Quiet, heed.ExcludedTag), Pi: heed.PPB / 4,
			N90: uint16(pick(w, 0, 0, 3, 50)), Alpha: heed.PPB, Limit: 1 << 62,
		},
		Dims: []heed.Dim{
			{Name: "agent", Value: fmt.Sprint("agent ", w.IntN(w.agents))},
			{Name: "cohort", Value: pick(w, "2026-Q3", "2026-Q4")},
			{Name: "issue", Value: pick(w, "broken", "late")},
			{Name: "product", Value: pick(w, "a/b", "c%")},
			{Name: "stage", Value: "support"},
		},
	}
	customer := w.IntN(w.customers)
	r.Scope = heed.Hash{0: byte(customer), 1: byte(customer >> 8), 15: byte(customer)}
	w.measure(r)
	if w.so(0.6) {
		r.Reason, r.Invitation = heed.Asked, &heed.Invitation{Locale: pick(w, "en", "de", "ja", "")}
		if w.so(w.answering) {
			r.Response = &heed.Response{Score: w.score(), Channel: heed.Page}
			r.Response.Comment = pick(w, "", "late again", "broken, not working", "very nice price", "ありがとう", "a:b c")
		}
	}
	return r
}

func (w *world) measure(r *heed.Row) {
	last := func() time.Duration {
		if w.so(w.extreme) {
			return pick[time.Duration](w, 0, 1, math.MaxInt64, 80*365*24*time.Hour)
		}
		return time.Duration(1e13 * (1 + w.hard) * math.Exp(w.NormFloat64()))
	}
	r.Created, r.Handled, r.Reopens = r.At.Add(-last()), last(), uint16(pick(w, 0, 0, 0, 1))
	r.Replied = r.Created.Add(last())
	followed := func() time.Time { return pick(w, time.Time{}, time.Time{}, r.At.Add(time.Hour)) }
	r.After = heed.After{Reopened: followed(), Left: followed(), Bought: followed()}
	r.Amount, r.Currency = 100+w.Int64N(100_000), pick(w, "EUR", "USD", "")
	if w.so(w.extreme) {
		r.Amount, r.Pi = pick[int64](w, math.MaxInt64, -1, 0), pick[uint32](w, 0, 1, heed.PPB)
	}
}

func (w *world) score() int {
	top := map[heed.Ask]int{heed.NPS: 10, heed.CSAT: 5, heed.CES: 7}[w.ask]
	if w.so(w.pleased) {
		return top
	}
	return w.IntN(top + 1)
}

// A library is the cells of rows, by program and dimension.
type library map[[2]string][]keyed

type keyed struct {
	key  cells.Key
	cell *cells.Cell
}

func libraryOf(rows []*heed.Row) library {
	l := library{}
	for key, c := range cells.Of(slices.Values(rows), topics.New(config)) {
		of := [2]string{key.Program, key.Dim}
		l[of] = append(l[of], keyed{key, c})
	}
	return l
}

func (l library) of(program, dim string, p sheets.Period) map[string]*cells.Cell {
	out := map[string]*cells.Cell{}
	for _, k := range l[[2]string{program, dim}] {
		if p.First <= k.key.Day && k.key.Day <= p.Last {
			out[k.key.Value] = cells.Merge(out[k.key.Value], k.cell)
		}
	}
	return out
}

func (l library) span(program, dim string, p sheets.Period) sheets.Span {
	s := sheets.Span{Period: p, Gone: p.Gone(now, time.UTC), Final: p.Final(now, time.UTC), Whole: l.of(program, "", p)[""]}
	if dim != "" {
		s.Parts = l.of(program, dim, p)
	}
	return s
}

// made are all sheets of rows.
func made(rows []*heed.Row, ask heed.Ask) map[string]any {
	l, all := libraryOf(rows), map[string]any{}
	p, err := sheets.PeriodOf("2026-11", today)
	if err != nil {
		panic(err)
	}
	told := sheets.Told{Period: sheets.LoyaltyPeriod(today), Today: today}
	told.Cohorts = l.of(heed.EveryProgram, "cohort", told.Period)
	var stages []figures.Stage
	for _, name := range []string{"support", "renewal"} {
		program := &surveys.Program{Name: name, Ask: ask, Stage: name}
		for _, dim := range []string{"", "agent", "cohort", "issue", "product", cells.Answer} {
			s := sheets.ScoresOf(program, dim, l.span(name, dim, p), l.span(name, dim, p.Before()))
			s.Months = sheets.PointsOf(program, []sheets.Month{{First: p.Before().First, Cell: l.of(name, "", p.Before())[""]}, {First: p.First}})
			all[name+" scores by "+dim] = s
		}
		all[name+" agents"] = sheets.AgentsOf(program, l.span(name, "agent", p), l.span(name, "agent", p.Before()), l.of(name, cells.Topic, p))
		all[name+" why"] = sheets.WhyOf(program, sheets.Spoken{
			Now: l.span(name, "issue", p), Before: l.span(name, "issue", p.Before()),
			Mentions: l.of(name, cells.Mention, p), Topics: l.of(name, cells.Topic, p), Words: l.of(name, cells.Words, p)[""],
		})
		whole := l.of(name, "", told.Period)[""]
		if ask == heed.NPS {
			told.Programs = append(told.Programs, sheets.Teller{Program: program, Whole: whole, Cohorts: l.of(name, "cohort", told.Period)})
		}
		stages = append(stages, figures.Stage{Program: program, Cell: l.of(name, "", p)[""]})
	}
	all["loyalty"] = sheets.LoyaltyOf(told)
	if all["journeys"], err = sheets.JourneysOf(p, stages); err != nil {
		panic(err)
	}
	all["worth"] = loyalty.Worth(slices.Values(rows))
	return all
}
