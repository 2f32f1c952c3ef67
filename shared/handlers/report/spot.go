package report

import (
	"context"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// Sheets are of the periods that most ask for. What is asked for beyond that, or
// before the roll-up made it, is made of cells on the spot, as the roll-up would.

// sheet is the scores of a program and period, by a dimension or "".
func (h *Handler) sheet(ctx context.Context, program *surveys.Program, by, name string, p period) (*sheets.Scores, error) {
	s := &sheets.Scores{}
	if made, err := h.sheetOf(ctx, program.Name, sheets.NamedScores+by, name, s); made || err != nil {
		return s, err
	}
	now, err := h.spanOf(ctx, program, by, name, p)
	if err != nil {
		return nil, err
	}
	before, err := h.spanOf(ctx, program, by, "", p.before())
	if err != nil {
		return nil, err
	}
	s = sheets.ScoresOf(program, by, now, before)
	if by == "" {
		s.Months, err = h.monthsUntil(ctx, program, min(p.last, h.today()))
	}
	return s, err
}

// spanOf is the cells of a period.
func (h *Handler) spanOf(ctx context.Context, program *surveys.Program, by, name string, p period) (s sheets.Span, err error) {
	s.Period = sheets.Period{Name: name, First: p.first, Last: p.last}
	s.Gone, s.Final = s.Period.Gone(h.Now(), h.Config.Zone), s.Period.Final(h.Now(), h.Config.Zone)
	if s.Settled, err = h.settled(ctx, program, p); err != nil {
		return s, err
	}
	whole, err := h.Store.Span(ctx, program.Name, "", p.first, p.last)
	if err != nil {
		return s, err
	}
	if s.Whole = whole[""]; by != "" {
		s.Parts, err = h.Store.Span(ctx, program.Name, by, p.first, p.last)
	}
	return s, err
}

// monthsUntil is what the sheet of a month says of it and of those before; none
// where it isn't made.
func (h *Handler) monthsUntil(ctx context.Context, program *surveys.Program, day heed.Day) ([]sheets.Point, error) {
	s := &sheets.Scores{}
	_, err := h.sheetOf(ctx, program.Name, sheets.NamedScores, heed.MonthOf(day).String(), s)
	return s.Months, err
}

// travels is the journeys of a period.
func (h *Handler) travels(ctx context.Context, name string, p period) ([]figures.Journey, error) {
	j := &sheets.Journeys{}
	made, err := h.sheetOf(ctx, heed.EveryProgram, sheets.NamedJourneys, name, j)
	if made || err != nil {
		return j.Journeys, err
	}
	var stages []figures.Stage
	for i := range h.Config.Programs {
		s, err := h.spanOf(ctx, &h.Config.Programs[i], "", name, p)
		if err != nil {
			return nil, err
		}
		stages = append(stages, figures.Stage{Program: &h.Config.Programs[i], Cell: s.Whole, Settled: s.Settled})
	}
	j, err = sheets.JourneysOf(sheets.Period{Name: name, First: p.first, Last: p.last}, stages)
	if err != nil {
		return nil, err
	}
	return j.Journeys, nil
}
