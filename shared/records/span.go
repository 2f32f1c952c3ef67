package records

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/cells"
	"heed/shared/heed"
)

// Span returns the cells of a dimension ("" for the whole program) over the
// days from first to last, both included, merged, by the dimension's values.
// Months that lie wholly within and are closed are read as one; of the others,
// and at the edges, days are.
//
// What is read while a roll-up writes may be of before it for some days and
// values and of after it for others, for as long as it writes and the table
// lags; no day is in it twice or left out.
func (s Store) Span(ctx context.Context, program, dim string, first, last heed.Day) (map[string]*cells.Cell, error) {
	all, err := s.span(ctx, program, dim, first, last)
	return byValue(all), err
}

// Months is Span, but leaves each month apart, under its first day.
func (s Store) Months(ctx context.Context, program, dim string, first, last heed.Day) (map[cells.Key]*cells.Cell, error) {
	all, err := s.span(ctx, program, dim, first, last)
	lists := map[cells.Key][]*cells.Cell{}
	for key, c := range all {
		key.Day = heed.MonthOf(key.Day).First
		lists[key] = append(lists[key], c)
	}
	months := map[cells.Key]*cells.Cell{}
	for key, list := range lists {
		months[key] = cells.Merge(list...)
	}
	return months, err
}

func (s Store) span(ctx context.Context, program, dim string, first, last heed.Day) (map[cells.Key]*cells.Cell, error) {
	var closed map[heed.Day]state
	if m := heed.MonthOf(first); first == m.First && m.Last <= last || heed.MonthOf(m.Last+1).Last <= last {
		var err error
		if closed, err = s.states(ctx, program, m.First, last); err != nil {
			return nil, err
		}
	}
	all := map[cells.Key]*cells.Cell{}
	for day := first; day <= last; {
		level, until := ofDay, day
		if end := heed.MonthOf(day).Last; closed[day].closed && end <= last {
			level, until = ofMonth, end
		}
		until = extend(level, until, last, closed)
		part, err := s.cells(ctx, level, program, dim, day, until)
		if errors.Is(err, errUnreadable) && level == ofMonth {
			part, err = s.cells(ctx, ofDay, program, dim, day, until)
		}
		if err != nil {
			return nil, fmt.Errorf("span of %s: %w", program, err)
		}
		for key, c := range part {
			all[key] = c // no day lies in two parts
		}
		day = until + 1
	}
	return all, nil
}

// extend returns the last day that can be read together with those until
// until: days up to the next closed month, or closed months in a row.
func extend(l level, until, last heed.Day, closed map[heed.Day]state) heed.Day {
	for until < last {
		end := heed.MonthOf(until + 1).Last
		whole := closed[until+1].closed && end <= last
		if whole != (l == ofMonth) {
			break
		}
		if l == ofDay {
			end = until + 1
		}
		until = end
	}
	return until
}
