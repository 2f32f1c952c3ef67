package rollup

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
)

// across makes the sheets that are of several programs: the journeys of each
// period, and loyalty. desks are those of the programs, every program's last.
func (h *Handler) across(ctx context.Context, desks []*desk) (made int, err error) {
	var failed []error
	all := desks[len(desks)-1]
	since := all.today
	for _, d := range desks {
		since = min(since, d.since())
	}
	for _, p := range sheets.Standing(all.today, since) {
		print := printOf(desks, sheets.NamedJourneys, p)
		if !all.dueBy(sheets.NamedJourneys, p, print) {
			continue
		}
		if err := h.journeysOf(ctx, desks, p, print); err != nil {
			failed = append(failed, fmt.Errorf("journeys of %s: %w", p.Name, err))
		}
	}
	if err := h.loyalty(ctx, desks); err != nil {
		failed = append(failed, fmt.Errorf("loyalty: %w", err))
	}
	failed = append(failed, all.close(ctx))
	return len(all.made), errors.Join(failed...)
}

func (h *Handler) journeysOf(ctx context.Context, desks []*desk, p sheets.Period, print [8]byte) error {
	all := desks[len(desks)-1]
	version, err := h.Store.SheetVersion(ctx, all.program.Name, sheets.NamedJourneys, p.Name)
	if err != nil {
		return err
	}
	sheet, read, err := h.journeys(ctx, desks[:len(desks)-1], p)
	if err != nil {
		return err
	}
	return all.put(ctx, sheets.NamedJourneys, p, sheet, version, records.Made{At: all.now, Of: print, Cells: read})
}

// printOf is the fingerprint of a sheet of several programs.
func printOf(desks []*desk, name string, p sheets.Period) [8]byte {
	var parts []string
	for _, d := range desks {
		of := d.print(name, p)
		parts = append(parts, string(of[:]))
	}
	sum := heed.Fingerprint(parts...)
	return [8]byte(sum[:8])
}

func (h *Handler) journeys(ctx context.Context, desks []*desk, p sheets.Period) (*sheets.Journeys, uint64, error) {
	var stages []figures.Stage
	read := uint64(0)
	for _, d := range desks {
		cell, err := h.Store.Consistent().Span(ctx, d.program.Name, "", p.First, p.Last)
		if err != nil {
			return nil, 0, err
		}
		stages = append(stages, figures.Stage{Program: d.program, Cell: cell[""], Settled: d.settled(p.Last)})
		read += uint64(p.Last-p.First)/28 + 1
	}
	j, err := sheets.JourneysOf(p, stages)
	return j, read, err
}

// loyalty makes its one sheet, of the quarters that sheets reach back to.
func (h *Handler) loyalty(ctx context.Context, desks []*desk) error {
	all := desks[len(desks)-1]
	p := sheets.LoyaltyPeriod(all.today)
	print := printOf(desks, sheets.NamedLoyalty, p)
	if !all.dueBy(sheets.NamedLoyalty, p, print) {
		return nil
	}
	version, err := h.Store.SheetVersion(ctx, all.program.Name, sheets.NamedLoyalty, p.Name)
	if err != nil {
		return err
	}
	store, l := h.Store.Consistent(), sheets.Told{Period: p, Today: all.today}
	// Who leaves now may have joined before any score that is told.
	if l.Cohorts, err = store.Span(ctx, heed.EveryProgram, "cohort", min(p.First, all.since()), p.Last); err != nil {
		return err
	}
	read := uint64(len(l.Cohorts))
	for _, d := range desks[:len(desks)-1] {
		if d.program.Ask != heed.NPS {
			continue
		}
		t := sheets.Teller{Program: d.program, Settled: d.settled(p.Last)}
		whole, err := store.Span(ctx, d.program.Name, "", p.First, p.Last)
		if err == nil {
			t.Whole = whole[""]
			t.Cohorts, err = store.Span(ctx, d.program.Name, "cohort", p.First, p.Last)
		}
		if err != nil {
			return err
		}
		read += uint64(len(t.Cohorts)) + 1
		l.Programs = append(l.Programs, t)
	}
	return all.put(ctx, sheets.NamedLoyalty, p, sheets.LoyaltyOf(l), version, records.Made{At: all.now, Of: print, Cells: read})
}
