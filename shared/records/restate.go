package records

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
)

// A Restatement makes cells be what rows say, first those of days and then, by
// what changed of these, those of months. Only bytes that
// differ are written. It can die anywhere, and two can be at work at once: what
// is left undone or unsure stays open, for the next to make from its days.
type Restatement struct {
	store  Store
	now    time.Time
	months map[month]*touched
}

type month struct {
	program string
	first   heed.Day
}

// touched is a month that this restatement has opened.
type touched struct {
	found, own state
	broken     bool     // its days may be half written
	changes    []change // of its days
}

// Restate begins a restatement. It reads nothing but what is there: a month that
// is summed before its days are seen would be wrong for good.
func (s Store) Restate(now time.Time) *Restatement {
	return &Restatement{store: s.Consistent(), now: now, months: map[month]*touched{}}
}

// Days makes the cells of a program on the days from first to last be exactly
// those given; cells of other programs and days among them are passed over.
func (r *Restatement) Days(ctx context.Context, program string, first, last heed.Day, all map[cells.Key]*cells.Cell) error {
	byDim := map[string]map[cells.Key]*cells.Cell{}
	for key, c := range all {
		if key.Program != program || key.Day < first || key.Day > last {
			continue
		}
		if byDim[key.Dim] == nil {
			byDim[key.Dim] = map[cells.Key]*cells.Cell{}
		}
		byDim[key.Dim][key] = c
	}
	list, err := r.differ(ctx, program, first, last, byDim)
	if err != nil || len(list) == 0 {
		return err
	}
	if err := r.touch(ctx, program, list); err != nil {
		return err
	}
	if err := r.store.writeAll(ctx, list, r.opening); err != nil {
		for i := range list {
			r.months[monthOf(list[i].key)].broken = true
		}
		return err
	}
	for _, c := range list {
		m := r.months[monthOf(c.key)]
		m.changes = append(m.changes, c)
		if c.was == nil {
			m.found.closed = false // what the month has of it can't be taken from it
		}
	}
	return nil
}

// differ lists what is to change. Where there is no cell of the whole program,
// now or before, there is none of its parts.
func (r *Restatement) differ(ctx context.Context, program string, first, last heed.Day, byDim map[string]map[cells.Key]*cells.Cell) ([]change, error) {
	if len(byDim[""]) == 0 {
		old, err := r.store.cellItems(ctx, ofDay, program, "", first, last)
		if err != nil || len(old) == 0 {
			return nil, err
		}
	}
	return gather(ctx, kept, func(ctx context.Context, dim string) ([]change, error) {
		return r.store.changes(ctx, ofDay, program, dim, first, last, byDim[dim])
	})
}

// opening is that of the key's month, which is open.
func (r *Restatement) opening(key cells.Key) uint64 { return r.months[monthOf(key)].own.version }

func monthOf(key cells.Key) month {
	first := heed.MonthOf(key.Day).First
	return month{key.Program, first}
}

// touch opens the months of what is to change.
func (r *Restatement) touch(ctx context.Context, program string, list []change) error {
	for i := range list {
		if err := r.open(ctx, monthOf(list[i].key)); err != nil {
			return err
		}
	}
	return nil
}

func (r *Restatement) open(ctx context.Context, m month) (err error) {
	if r.months[m] != nil {
		return nil
	}
	t := &touched{}
	if t.found, t.own, err = r.store.open(ctx, m.program, m.first, r.now); err == nil {
		r.months[m] = t
	}
	return err
}

// Months brings the months of a program up to date: those whose days changed,
// and those that one before left open.
func (r *Restatement) Months(ctx context.Context, program string) error {
	states, err := r.store.states(ctx, program, firstDay, lastDay)
	if err != nil {
		return err
	}
	for _, first := range slices.Sorted(maps.Keys(states)) {
		st := states[first]
		if st.closed || st.busy(r.now) {
			continue
		}
		if err := r.open(ctx, month{program, first}); err != nil {
			return err
		}
	}
	var failed []error
	for m, t := range r.months {
		if m.program != program {
			continue
		}
		if err := r.finish(ctx, m, t); err != nil {
			failed = append(failed, fmt.Errorf("month of %s: %w", m.first, err))
		}
		delete(r.months, m)
	}
	return errors.Join(failed...)
}

// Days that no row lies before or after.
const (
	firstDay heed.Day = 0
	lastDay  heed.Day = 1<<31 - 2
)

// finish makes a month's cells, and closes it; or leaves it open,
// where days may be half written or somebody else is at work on them.
func (r *Restatement) finish(ctx context.Context, m month, t *touched) error {
	if t.broken {
		return nil
	}
	t.own.at = t.found.at // so much is done
	if !t.found.busy(r.now) {
		if err := r.sum(ctx, m, t); err != nil {
			return err
		}
		t.own = state{closed: true, version: t.own.version}
	}
	if err := r.store.putState(ctx, m.program, m.first, t.own); !lost(err) {
		return err
	}
	return nil // opened again since: whoever did will see to it
}
