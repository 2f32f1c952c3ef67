package simulation

import (
	"iter"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
)

// An estimate is a way from a design's rows to a score and its interval.
type estimate struct {
	name     string
	estimand string
	of       func(made) outcome
}

// made is the figures of a design's rows: of events, and of customers, which
// take longer and are made once asked for.
type made struct {
	events    *figures.Figure
	customers func() *figures.Figure
}

// The ways. Plain and weighted are the same formula, in which each answer
// counts 1/Pi: a design that knows no chances has Pi at one.
var (
	plain      = estimate{"plain mean", figures.EventWeighted, func(m made) outcome { return scored(m.events) }}
	weighted   = estimate{"1/π", figures.EventWeighted, func(m made) outcome { return scored(m.events) }}
	adjusted   = estimate{"post-stratified", figures.EventWeighted, func(m made) outcome { return stratified(m.events) }}
	byCustomer = estimate{"1/π", figures.CustomerWeighted, func(m made) outcome { return scored(m.customers()) }}
	byAdjusted = estimate{"post-stratified", figures.CustomerWeighted, func(m made) outcome { return stratified(m.customers()) }}
	// A plain mean says nothing of whether it is of events or of customers.
	forCustomers = estimate{"plain mean", figures.CustomerWeighted, func(m made) outcome { return scored(m.events) }}
)

// An outcome is what an estimate came to. Without a score it is not found.
type outcome struct {
	found            bool
	score, low, high float64
}

// outcomes is one for each of a design's estimates.
type outcomes []outcome

// at is the outcome of an estimate, not found if none was made.
func (o outcomes) at(e int) outcome {
	if o == nil {
		return outcome{}
	}
	return o[e]
}

func scored(f *figures.Figure) outcome {
	if f.Score == nil {
		return outcome{}
	}
	return outcome{true, *f.Score, *f.Low, *f.High}
}

func stratified(f *figures.Figure) outcome {
	if f.Adjusted == nil {
		return outcome{}
	}
	return outcome{true, f.Adjusted.Score, f.Adjusted.Low, f.Adjusted.High}
}

func (w *world) byCustomer() *figures.Figure {
	f := figures.ByCustomer(w.program(), w.where(func(*heed.Row) bool { return true }), true)
	return &f
}

// where yields the rows that keep.
func (w *world) where(keep func(*heed.Row) bool) iter.Seq[*heed.Row] {
	return func(yield func(*heed.Row) bool) {
		for j := range w.rows {
			if row := &w.rows[j]; keep(row) && !yield(row) {
				return
			}
		}
	}
}

// sum makes the cells of the rows that keep, of the first half of the year and of
// the second. Rows are on the first days of these: day cells, merged, are the
// same, and take longer.
func (w *world) sum(keep func(*heed.Row) bool) [2]*cells.Cell {
	var halves [2][]*cells.Cell
	for key, cell := range cells.Of(w.where(keep), nil) {
		if key.Dim != "" {
			continue // of the channel that answers came by
		}
		i := slices.Index(firsts[:], key.Day)
		halves[i] = append(halves[i], cell)
	}
	return [2]*cells.Cell{cells.Merge(halves[0]...), cells.Merge(halves[1]...)}
}

// firsts are the first days of the halves of the year.
var firsts = [2]heed.Day{heed.DayOf(newYear, newYear.Location()), heed.DayOf(newYear, newYear.Location()) + half}
