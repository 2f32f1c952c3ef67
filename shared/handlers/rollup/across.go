package rollup

import (
	"context"
	"fmt"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
)

// across makes the sheets that are of several programs: the journeys of each
// period, and loyalty. desks are those of the programs, every program's last.
func (h *Handler) across(ctx context.Context, desks []*desk) (made int, err error) {
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
		sheet, read, err := h.journeys(ctx, desks[:len(desks)-1], p)
		if err == nil {
			err = all.put(ctx, sheets.NamedJourneys, p, sheet, records.Made{At: all.now, Of: print, Cells: read})
		}
		if err != nil {
			return all.made, fmt.Errorf("journeys: %w", err)
		}
	}
	return all.made, all.close(ctx)
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
