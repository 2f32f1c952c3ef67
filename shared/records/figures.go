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

// refigure lists what is to change for the stored figures of a month and dimension
// to be those of its cells, which part makes. The Version of each is of what it
// replaces, and there is no Data where there is to be none. Figures of cells
// that stay stay too, unless all are to be made again.
func (s Store) refigure(ctx context.Context, m month, d summed, part func(*cells.Cell) figures.Figure, again bool) ([]table.Item, error) {
	if len(d.changes) == 0 && !again {
		return nil, nil
	}
	if again {
		if err := s.recall(ctx, &d); err != nil {
			return nil, err
		}
	}
	old, err := s.keyed(ctx, ofDay, table.FigurePrefix, m.program, d.dim, m.first, m.first)
	if err != nil {
		return nil, err
	}
	last := heed.MonthOf(m.first).Last
	var differ []table.Item
	for key, c := range d.now {
		f := part(c).Over(m.first, last, heed.Dim{Name: d.dim, Value: key.Value})
		data, err := json.Marshal(f)
		if err != nil {
			return nil, fmt.Errorf("write figure: %w", err)
		}
		if was := old[key]; was.Version == 0 || !bytes.Equal(was.Data, data) {
			differ = append(differ, table.Item{Key: figureKey(key), Data: data, Version: was.Version})
		}
	}
	for key, was := range old {
		if d.now[key] == nil && !d.stays(key) {
			differ = append(differ, table.Item{Key: was.Key, Version: was.Version})
		}
	}
	return differ, nil
}

// recall reads the cells that stay.
func (s Store) recall(ctx context.Context, d *summed) (err error) {
	for key, item := range d.rest {
		if d.now[key], err = s.cellOf(ctx, item); err != nil {
			return fmt.Errorf("cell of %s in %s: %w", key.Program, key.Day, err)
		}
	}
	return nil
}

// writeFigures writes what refigure lists.
func (s Store) writeFigures(ctx context.Context, items []table.Item) error {
	_, err := gather(ctx, items, func(ctx context.Context, item table.Item) ([]struct{}, error) {
		if item.Data != nil {
			return nil, s.put(ctx, item, item.Version)
		}
		return nil, s.Table.Delete(ctx, item.Key, item.Version)
	})
	if err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	return nil
}

// MonthFigures returns the stored figures of a program and dimension over the
// calendar month that begins on first, by value. ok is false if there are none
// to be trusted: then they are to be made from Span. Whether they are settled
// is for the caller to say; here they are not. Like Span's cells, they may be of
// before a roll-up and of after it, for the moment in which it writes them.
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
