package service

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

var csat = &surveys.Program{Name: "support", Ask: heed.CSAT}

var noon = time.Date(2026, 10, 5, 12, 0, 0, 0, time.UTC)

// A desk is how the tickets of a test come about.
type desk struct {
	rnd     *rand.Rand
	agents  int
	pace    float64 // that times are multiplied by
	content float64 // chance of a 5 of 5 of an easy ticket
}

// ticket is one that was solved: easy or hard, and the hard ones take long, come
// back and please few. The second agent has mostly hard ones.
func (d *desk) ticket(i int) *heed.Row {
	agent, issue := i%d.agents, "easy"
	if d.rnd.Float64() < 0.2+0.6*float64(one(agent == 1)) {
		issue = "hard"
	}
	row := &heed.Row{
		RowRef: heed.RowRef{ID: heed.RowID{byte(i), byte(i >> 8), byte(i >> 16)}},
		Kind:   "ticket.solved", At: noon,
		Dims:     []heed.Dim{{Name: "agent", Value: fmt.Sprintf("agent %d", agent)}, {Name: "issue", Value: issue}},
		Scope:    heed.Hash{0: byte(i), 15: byte(d.rnd.IntN(64))},
		Decision: heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.NotDrawn, Pi: heed.PPB / 4, N90: uint16(4 * d.rnd.IntN(2))},
	}
	row.Customer = row.Scope
	d.measure(row, issue == "hard")
	if d.rnd.IntN(2) == 0 {
		row.Reason, row.Invitation = heed.Asked, &heed.Invitation{}
		row.Response = &heed.Response{Score: 1 + 4*one(d.rnd.Float64() < d.content-0.3*float64(one(issue == "hard")))}
	}
	return row
}

func (d *desk) measure(row *heed.Row, hard bool) {
	longer := d.pace * (1 + 2*float64(one(hard)))
	last := func(median float64) time.Duration {
		return time.Duration(max(1, median*longer*math.Exp(d.rnd.NormFloat64()))) * time.Second
	}
	row.Created = row.At.Add(-last(20000))
	if d.rnd.IntN(4) > 0 {
		row.Replied = row.Created.Add(last(1200))
		row.Handled = last(600)
	}
	switch {
	case d.rnd.Float64() < 0.05+0.15*float64(one(hard)):
		row.After.Reopened = row.At.Add(time.Hour)
	case d.rnd.Float64() < 0.05:
		row.Reopens = 1
	}
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func tickets(d *desk, n int) []*heed.Row {
	rows := make([]*heed.Row, n)
	for i := range rows {
		rows[i] = d.ticket(i)
	}
	return rows
}

// cellsOf are the program's cells of a dimension, by value.
func cellsOf(rows []*heed.Row, dim string) map[string]*cells.Cell {
	named := map[string]*cells.Cell{}
	for key, c := range cells.Of(slices.Values(rows), nil) {
		if key.Program == "support" && key.Dim == dim {
			named[key.Value] = c
		}
	}
	return named
}

func cellOf(rows []*heed.Row) *cells.Cell { return cells.Merge(cellsOf(rows, "")[""]) }

// seconds are the durations of rows that are above 0, sorted.
func seconds(rows []*heed.Row, of func(*heed.Row) time.Duration) []float64 {
	var all []float64
	for _, row := range rows {
		if d := of(row); d > 0 {
			all = append(all, math.Floor(d.Seconds()))
		}
	}
	slices.Sort(all)
	return all
}

func resolution(r *heed.Row) time.Duration { return r.At.Sub(r.Created) }
func handling(r *heed.Row) time.Duration   { return r.Handled }
func firstReply(r *heed.Row) time.Duration {
	if r.Replied.IsZero() {
		return 0
	}
	return r.Replied.Sub(r.Created)
}

// count is how many rows are so.
func count(rows []*heed.Row, so func(*heed.Row) bool) (n float64) {
	for _, row := range rows {
		n += float64(one(so(row)))
	}
	return n
}

func reopened(r *heed.Row) bool   { return !r.After.Reopened.IsZero() }
func solvedOnce(r *heed.Row) bool { return r.Reopens == 0 && r.After.Reopened.IsZero() }
