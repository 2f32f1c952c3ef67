package report

import (
	"context"
	"iter"
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// mostExact is how many rows figures are computed from directly: what is kept
// of so many fits the function's memory, and they are read in its time. A
// variable, so that a test needs no such table.
var mostExact = 200_000

// rows reads the rows of the programs wanted, with what figures need of them.
func (h *Handler) rows(ctx context.Context, w *wanted) ([]*heed.Row, error) {
	programs := map[string]bool{}
	for i := range w.programs {
		programs[w.programs[i].Name] = true
	}
	var rows []*heed.Row
	read := 0
	for day := w.first; day <= min(w.last, h.today()); day++ {
		for row, err := range h.Store.Day(ctx, day) {
			if err != nil {
				return nil, err
			}
			if read++; read > mostExact {
				return nil, heed.Errorf(heed.TooLarge, "these days have more than %d touchpoints, too many to compute from rows: ask for fewer days, or for event-weighted figures with variance=groups", mostExact)
			}
			if programs[row.Program] {
				rows = append(rows, slim(row, w.by))
			}
		}
	}
	return rows, nil
}

// slim is a row without what no figure is made of.
func slim(row *heed.Row, by string) *heed.Row {
	s := &heed.Row{RowRef: row.RowRef, Kind: row.Kind, Customer: row.Customer, Scope: row.Scope, Decision: row.Decision, Invitation: row.Invitation}
	for _, d := range row.Dims {
		if d.Name == by {
			s.Dims = append(s.Dims, d)
		}
	}
	if i := row.Invitation; i != nil {
		s.Invitation = &heed.Invitation{Claimed: i.Claimed, Sent: i.Sent, Delivered: i.Delivered, Failed: i.Failed, Fate: i.Fate}
	}
	if r := row.Response; r != nil {
		s.Response = &heed.Response{Score: r.Score, Channel: r.Channel, At: r.At}
		if by == cells.Answer {
			s.Dims = append(s.Dims, heed.Dim{Name: by, Value: r.Channel.String()})
		}
	}
	return s
}

// fromRows makes a program's figures of rows.
func (w *wanted) fromRows(program *surveys.Program, rows []*heed.Row, settled bool) []scored {
	figure := figures.OfRows
	if w.estimand == figures.CustomerWeighted {
		figure = figures.ByCustomer
	}
	values := map[string]iter.Seq[*heed.Row]{"": slices.Values(rows)}
	if w.by != "" {
		values = byValue(program.Name, rows)
	}
	var out []scored
	for _, value := range slices.Sorted(maps.Keys(values)) {
		f := figure(program, values[value], settled)
		out = append(out, scored{Figure: f.Over(w.first, w.last, heed.Dim{Name: w.by, Value: value})})
	}
	return out
}

// byValue parts a program's rows by their dimensions' values.
func byValue(program string, rows []*heed.Row) map[string]iter.Seq[*heed.Row] {
	lists := map[string][]*heed.Row{}
	for _, row := range rows {
		for _, d := range row.Dims {
			if row.Program == program {
				lists[d.Value] = append(lists[d.Value], row)
			}
		}
	}
	out := map[string]iter.Seq[*heed.Row]{}
	for value, list := range lists {
		out[value] = slices.Values(list)
	}
	return out
}
