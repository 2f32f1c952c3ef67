package rollup

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// A sheet is made again when what it is of has changed, but the sooner the less
// that takes: for each cell that it was made of, it may be as old as this, but
// never older than a day. So the sheets of a small table follow each roll-up, and
// those of a large one cost no more than they are worth. One that somebody is in
// who was forgotten since does not wait: it may hold their words.
const (
	patience = 30 * time.Second
	oldest   = 24 * time.Hour
)

// Times of making.
const (
	enough  = 30 * time.Second // must be left for one more dimension's sheets to be made
	closes  = 10 * time.Second // after the last time what was made is written down again: else whoever dies over a long one loses all
	closing = 5 * time.Second  // may be taken for that, though the time for making is over
)

// sheets makes the sheets that are due. Whoever dies in between, or runs out of
// time, leaves the rest for the next roll-up, which sees that they are due. It
// reports whether all of them were made. A program whose months can't be read
// holds up only those of several programs.
func (h *Handler) sheets(ctx context.Context, now time.Time, forgotten []records.Mark) (done bool, err error) {
	var failed []error
	var desks []*desk
	made := 0
	done = true
	for _, p := range append(slices.Clone(h.Config.Programs), surveys.Program{Name: heed.EveryProgram}) {
		d, err := h.desk(ctx, &p, now)
		if err != nil {
			failed = append(failed, fmt.Errorf("sheets of %s: %w", p.Name, err))
			continue
		}
		d.pressing = forgotten
		if desks = append(desks, d); p.Name == heed.EveryProgram {
			break
		}
		if err := d.makeAll(ctx); err != nil {
			failed = append(failed, fmt.Errorf("sheets of %s: %w", p.Name, err))
		}
		made += len(d.made)
		done = done && !d.left
	}
	whole := len(desks) == len(h.Config.Programs)+1
	if whole {
		n, err := h.across(ctx, desks)
		made += n
		done, failed = done && !desks[len(desks)-1].left, append(failed, err)
	}
	if made > 0 {
		h.Log.Info("sheets made", "sheets", made)
	}
	return done && whole, errors.Join(failed...)
}

// makeAll makes what is due, dimension by dimension, and says what it was made of.
func (d *desk) makeAll(ctx context.Context) error {
	since := d.since()
	soon := ctx
	if deadline, ok := ctx.Deadline(); ok {
		var stop context.CancelFunc
		soon, stop = context.WithDeadline(ctx, deadline.Add(-enough))
		defer stop()
	}
	var failed []error
	for _, m := range d.makers() {
		var due []sheets.Period
		for _, p := range sheets.Standing(d.today, since) {
			if d.due(m.name, p) {
				due = append(due, p)
			}
		}
		if len(due) == 0 {
			continue
		}
		if soon.Err() != nil {
			d.left = true
			break
		}
		failed = append(failed, d.makeEach(ctx, m, due))
		if d.Now().Sub(d.closedAt) > closes {
			failed = append(failed, d.close(ctx))
		}
	}
	return errors.Join(append(failed, d.close(ctx))...)
}

// makeEach makes the sheets of some periods. One that fails keeps none of the
// others from being made.
func (d *desk) makeEach(ctx context.Context, m maker, due []sheets.Period) error {
	versions := make([]uint64, len(due))
	for i, p := range due {
		var err error
		if versions[i], err = d.Store.SheetVersion(ctx, d.program.Name, m.name, p.Name); err != nil {
			return err
		}
	}
	shelf, err := d.shelf(ctx, m.dims, due)
	if err != nil {
		return err
	}
	var failed []error
	for i, p := range due {
		sheet, err := m.make(shelf, p)
		if err == nil {
			err = d.put(ctx, m.name, p, sheet, versions[i], records.Made{At: d.now, Of: d.print(m.name, p), Cells: shelf.read})
		}
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}

// due reports whether a sheet is not of what it should be, and has stood long
// enough.
func (d *desk) due(name string, p sheets.Period) bool { return d.dueBy(name, p, d.print(name, p)) }

func (d *desk) dueBy(name string, p sheets.Period, print [8]byte) bool {
	was, ok := d.contents.Sheets[records.SheetOf(name, p.Name)]
	if !ok {
		return true
	}
	age := d.now.Sub(was.At) // below 0 if it was made by a clock that went back since
	return was.Of != print && (d.presses(p) || age < 0 || age >= oldest || age >= time.Duration(was.Cells)*patience)
}

// presses reports whether somebody was forgotten of the days that a period's
// sheets are of.
func (d *desk) presses(p sheets.Period) bool {
	return slices.ContainsFunc(d.pressing, func(m records.Mark) bool { return firstOf(p) <= m.Day && m.Day <= p.Last })
}

// firstOf is the first day that a period's sheets say anything of.
func firstOf(p sheets.Period) heed.Day {
	return min(p.Before().First, sheets.MonthsUntil(p.Last)[0], heed.YearOf(p.Last).First)
}

// sheetsMade rises when sheets are made differently, so that those that are
// stored are made again.
const sheetsMade = 1

// print is a fingerprint of all that a sheet depends on: surveys.yaml, its
// months and how settled they are, and today, where the period is not over.
func (d *desk) print(name string, p sheets.Period) (of [8]byte) {
	parts := []string{fmt.Sprint(sheetsMade), d.Config.Version.String(), name, p.Name}
	if p.Last >= d.today {
		parts = append(parts, d.today.String())
	}
	for m := heed.MonthOf(firstOf(p)); m.First <= p.Last; m = heed.MonthOf(m.Last + 1) {
		st := d.standing[m.First]
		parts = append(parts, fmt.Sprint(m, st.Closed, st.Changed, d.settled(m.Last)))
	}
	was := p.Before()
	parts = append(parts, fmt.Sprint(d.settled(p.Last), d.settled(was.Last), p.Final(d.now, d.Config.Zone), was.Final(d.now, d.Config.Zone)))
	sum := heed.Fingerprint(parts...)
	return [8]byte(sum[:8])
}

func (d *desk) settled(last heed.Day) bool {
	return figures.Settled(min(last, d.today), d.program, d.Config.Zone, d.now)
}
