package sheets

import (
	"cmp"
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/surveys"
)

// A Span is the cells of a period.
type Span struct {
	Period
	Gone    float64 // days of it that have gone by
	Final   bool    // none of its tickets can be opened again in time to count
	Settled bool    // no answer can change them
	Whole   *cells.Cell
	Parts   map[string]*cells.Cell // by value of a dimension
}

// A Month is the cell of a month, under its first day.
type Month struct {
	First   heed.Day
	Settled bool
	Cell    *cells.Cell // nil if nothing happened
}

// ScoresOf makes the sheet of a program by a dimension, "" for the program
// alone, of a period and the one before.
func ScoresOf(p *surveys.Program, by string, now, before Span) *Scores {
	s := &Scores{Head: headOf(p, now, before), By: by}
	m := &maker{program: p, by: by, now: now, before: before}
	m.whole, m.wholeBefore = figures.SideOf(p, orEmpty(now.Whole), now.Settled), figures.SideOf(p, orEmpty(before.Whole), before.Settled)
	s.Whole = m.part("", now.Whole, before.Whole, m.whole, m.wholeBefore)
	if by == "" {
		cell := orEmpty(now.Whole)
		rates := figures.RatesOf(cell)
		s.Rates, s.Audit, s.Reasons = &rates, AuditOf(cell), reasonsOf(cell)
		s.Findings = found(p.Ask, []Part{s.Whole})
		return s
	}
	s.Parts, s.LeftOut = m.parts()
	s.Findings = found(p.Ask, s.Parts)
	return s
}

func headOf(p *surveys.Program, now, before Span) Head {
	return Head{
		Program: p.Name, Ask: p.Ask, Stage: p.Stage, Period: now.Name, From: now.First.String(), To: now.Last.String(),
		Before: before.First.String() + "/" + before.Last.String(), Settled: now.Settled, Final: now.Final,
	}
}

func orEmpty(c *cells.Cell) *cells.Cell {
	if c == nil {
		return &cells.Cell{}
	}
	return c
}

// A maker makes the parts of one sheet.
type maker struct {
	program            *surveys.Program
	by                 string
	now, before        Span
	whole, wholeBefore *figures.Side
}

// part is a value, or the whole, with what it was before.
func (m *maker) part(value string, now, before *cells.Cell, side, was *figures.Side) Part {
	p := Part{Value: value, Figure: Figure{side.Figure.Over(m.now.First, m.now.Last, heed.Dim{Name: m.by, Value: value})}}
	if value == "" {
		p.Figure.By = ""
	}
	change := figures.Compare(was, side)
	p.Change = &change
	if p.Service = service.Of(orEmpty(now)); p.Service != nil {
		p.Changes = service.Compare(orEmpty(now), orEmpty(before), m.now.Gone, m.before.Gone)
		if !m.now.Final {
			p.Changes.Withdraw(m.before.Final)
		}
	}
	return p
}

// parts makes the largest values' parts, each beside the rest of the program,
// and says how many are left out.
func (m *maker) parts() (parts []Part, leftOut int) {
	values := slices.SortedFunc(maps.Keys(m.now.Parts), func(a, b string) int {
		return cmp.Or(cmp.Compare(m.now.Parts[b].Population().N, m.now.Parts[a].Population().N), cmp.Compare(a, b))
	})
	if len(values) > Most {
		leftOut = len(values) - Most
		values = values[:Most]
	}
	slices.Sort(values)
	var rests, changes []figures.Difference
	var peers []figures.Peer
	for _, value := range values {
		cell, was := m.now.Parts[value], orEmpty(m.before.Parts[value])
		side := m.whole.Part(cell)
		part := m.part(value, cell, was, side, m.wholeBefore.Part(was))
		rests, changes = append(rests, figures.Compare(m.whole.Without(side), side)), append(changes, *part.Change)
		peers = append(peers, figures.Peer{Value: value, Cell: cell})
		parts = append(parts, part)
	}
	figures.Discoveries(rests)
	figures.Discoveries(changes)
	places := figures.Shrink(m.program, orEmpty(m.now.Whole), peers)
	for i := range parts {
		parts[i].Rest, parts[i].Change, parts[i].Place = &rests[i], &changes[i], &places[i]
	}
	return parts, leftOut
}

func reasonsOf(c *cells.Cell) (list []Reason) {
	for _, reason := range slices.Sorted(maps.Keys(c.Reasons)) {
		list = append(list, Reason{reason, c.Reasons[reason]})
	}
	return list
}

// PointsOf makes the points of months, oldest first.
func PointsOf(p *surveys.Program, months []Month) []Point {
	list := make([]Point, len(months))
	for i, m := range months {
		cell, whole := orEmpty(m.Cell), heed.MonthOf(m.First)
		list[i] = Point{
			Month: whole.String(), Figure: figures.Of(p, cell, m.Settled).Over(whole.First, whole.Last, heed.Dim{}), Service: service.Of(cell),
		}
	}
	return list
}

// found says what stands out among parts.
func found(ask heed.Ask, parts []Part) []service.Finding {
	cases := make([]service.Case, len(parts))
	for i, p := range parts {
		cases[i] = service.Case{Value: p.Value, Ask: ask, Score: p.Figure.Figure, Change: p.Change, Now: p.Service, Changes: p.Changes}
	}
	return service.Find(cases)
}
