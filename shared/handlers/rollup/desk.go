package rollup

import (
	"context"
	"errors"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/table"
)

// A desk is where one program's sheets are made.
type desk struct {
	*Handler
	program  *surveys.Program
	now      time.Time
	today    heed.Day
	standing map[heed.Day]records.Standing // of the program's months
	contents *records.Contents
	pressing []records.Mark // of days of which somebody was forgotten
	made     []records.SheetID
	closed   int       // how many of those made are written down
	closedAt time.Time // when they were
	left     bool      // not all that is due was made
}

func (h *Handler) desk(ctx context.Context, p *surveys.Program, now time.Time) (*desk, error) {
	d := &desk{Handler: h, program: p, now: now, today: heed.DayOf(now, h.Config.Zone), closedAt: h.Now()}
	var err error
	if d.standing, err = h.Store.Standings(ctx, p.Name); err != nil {
		return nil, err
	}
	d.contents, err = h.Store.Contents(ctx, p.Name)
	return d, err
}

// put puts a sheet in place of the one of that version. Where another roll-up has
// put one since, that stays, and the next looks whether it is of what it should be.
func (d *desk) put(ctx context.Context, name string, p sheets.Period, sheet any, version uint64, made records.Made) error {
	err := d.Store.PutSheet(ctx, d.program.Name, name, p.Name, sheet, version)
	if errors.Is(err, table.ErrConflict) {
		d.left = true
		return nil
	}
	if err != nil {
		return err
	}
	id := records.SheetOf(name, p.Name)
	d.contents.Sheets[id] = made
	d.made = append(d.made, id)
	return nil
}

// close writes down what was made since it last did, whether or not the time for
// making is over.
func (d *desk) close(ctx context.Context) error {
	if len(d.made) == d.closed {
		return nil
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), closing)
	defer stop()
	err := d.Store.PutContents(ctx, d.program.Name, d.contents)
	for try := 0; errors.Is(err, table.ErrConflict) && try < 5; try++ {
		err = d.disown(ctx)
	}
	if err == nil {
		d.closed = len(d.made)
	}
	d.closedAt = d.Now()
	return err
}

// disown has what was made here made once more: another roll-up is at it, and
// has written down what its own sheets were made of.
func (d *desk) disown(ctx context.Context) error {
	d.left = true
	theirs, err := d.Store.Contents(ctx, d.program.Name)
	if err != nil {
		return err
	}
	for _, id := range d.made {
		delete(theirs.Sheets, id)
	}
	return d.Store.PutContents(ctx, d.program.Name, theirs)
}

// since is the first day of the program's first month, or of the last quarter,
// which pages lead to also where nothing lies in it.
func (d *desk) since() heed.Day {
	since := heed.QuarterOf(d.today).Before().First
	for first := range d.standing {
		since = min(since, first)
	}
	return since
}
