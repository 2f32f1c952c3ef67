package records

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Figures of a month are JSON, as the API writes them. Whether they are settled
// depends on the time they are read at, so it is not stored.

func figureKey(k cells.Key) table.Key {
	key := ofDay.key(k)
	key.PK = table.FigurePrefix + k.Program
	return key
}

// putFigures makes the stored figures of a month and dimension be those of its
// cells, of which whole is the whole program's.
func (s Store) putFigures(ctx context.Context, m month, p *surveys.Program, d summed, whole *cells.Cell) error {
	old, err := s.keyed(ctx, ofDay, table.FigurePrefix, m.program, d.dim, m.first, m.first)
	if err != nil {
		return err
	}
	_, last := cells.Month(m.first)
	part := figures.Parts(p, cells.Merge(whole), false)
	for key, c := range d.now {
		f := part(c).Over(m.first, last, heed.Dim{Name: d.dim, Value: key.Value})
		data, err := json.Marshal(f)
		if err != nil {
			return fmt.Errorf("write figure: %w", err)
		}
		was := old[key]
		delete(old, key)
		if was.Version > 0 && bytes.Equal(was.Data, data) {
			continue
		}
		if err := s.put(ctx, table.Item{Key: figureKey(key), Data: data}, was.Version); err != nil {
			return fmt.Errorf("write figure: %w", err)
		}
	}
	for _, was := range old {
		if err := s.Table.Delete(ctx, was.Key, was.Version); err != nil {
			return fmt.Errorf("remove figure: %w", err)
		}
	}
	return nil
}

// MonthFigures returns the stored figures of a program and dimension over the
// calendar month that begins on first, by value. ok is false if there are none
// to be trusted: then they are to be made from Span. Whether they are settled
// is for the caller to say; here they are not.
func (s Store) MonthFigures(ctx context.Context, p *surveys.Program, dim string, first heed.Day) (list []figures.Figure, ok bool, err error) {
	states, err := s.states(ctx, p.Name, first, first)
	if err != nil || !states[first].closed || states[first].stamp != stampOf(p) {
		return nil, false, err
	}
	items, err := s.keyed(ctx, ofDay, table.FigurePrefix, p.Name, dim, first, first)
	if err != nil {
		return nil, false, err
	}
	for key, item := range items {
		var f figures.Figure
		if err := json.Unmarshal(item.Data, &f); err != nil {
			return nil, false, fmt.Errorf("figure of %s in %s: %w", key.Program, first, err)
		}
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b figures.Figure) int { return cmp.Compare(a.Value, b.Value) })
	return list, true, nil
}
