package rollup

import (
	"context"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/sheets"
)

// A shelf is the cells of one program that some sheets are made of. They are
// read consistently: a sheet that missed a change would stay as it is until the
// next one.
type shelf struct {
	*desk
	months map[string]map[cells.Key]*cells.Cell // by dimension, each under its month's first day
	days   map[string]map[cells.Key]*cells.Cell // likewise, of the days that no calendar period is made of
	read   uint64
}

// shelf reads the cells of dimensions that the sheets of these periods want.
func (d *desk) shelf(ctx context.Context, dims []string, due []sheets.Period) (*shelf, error) {
	s := &shelf{desk: d, months: map[string]map[cells.Key]*cells.Cell{}, days: map[string]map[cells.Key]*cells.Cell{}}
	first, last := reach(due)
	store := d.Store.Consistent()
	for _, dim := range dims {
		var err error
		if s.months[dim], err = store.Months(ctx, d.program.Name, dim, first, last); err != nil {
			return nil, err
		}
		s.read += uint64(len(s.months[dim]))
		for _, p := range due {
			if p.Name != sheets.Days {
				continue
			}
			if s.days[dim], err = store.Cells(ctx, d.program.Name, dim, p.Before().First, p.Last); err != nil {
				return nil, err
			}
			s.read += uint64(len(s.days[dim]))
		}
	}
	return s, nil
}

// reach is the days of all whole months that sheets of these periods look at.
func reach(due []sheets.Period) (first, last heed.Day) {
	first, last = due[0].First, due[0].Last
	for _, p := range due {
		first = min(first, p.Before().First, sheets.MonthsUntil(p.Last)[0], heed.YearOf(p.Last).First)
		last = max(last, p.Last)
	}
	return heed.MonthOf(first).First, heed.MonthOf(last).Last
}

// of returns the cells of a dimension over a period, by value.
func (s *shelf) of(dim string, p sheets.Period) map[string]*cells.Cell {
	all := s.months[dim]
	if p.Name == sheets.Days {
		all = s.days[dim]
	}
	lists := map[string][]*cells.Cell{}
	for key, c := range all {
		if p.First <= key.Day && key.Day <= p.Last {
			lists[key.Value] = append(lists[key.Value], c)
		}
	}
	out := map[string]*cells.Cell{}
	for value, list := range lists {
		out[value] = cells.Merge(list...)
	}
	return out
}

// span is a period with the cells of a dimension.
func (s *shelf) span(dim string, p sheets.Period) sheets.Span {
	span := sheets.Span{Period: p, Gone: p.Gone(s.now, s.Config.Zone), Final: p.Final(s.now, s.Config.Zone), Settled: s.settled(p.Last), Whole: s.of("", p)[""]}
	if dim != "" {
		span.Parts = s.of(dim, p)
	}
	return span
}

// until is the months until a day, of the whole program.
func (s *shelf) until(last heed.Day) []sheets.Month {
	var list []sheets.Month
	for _, first := range sheets.MonthsUntil(last) {
		c := s.months[""][cells.Key{Program: s.program.Name, Day: first}]
		list = append(list, sheets.Month{First: first, Settled: s.settled(heed.MonthOf(first).Last), Cell: c})
	}
	return list
}
