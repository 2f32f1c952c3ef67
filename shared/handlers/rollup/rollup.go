// Package rollup makes cells of rows on a schedule. It recomputes whole days
// and writes what differs, so that running it twice, late, or half-way makes
// no difference. What a cell holds is package cells' affair.
//
// Of the cells it makes the sheets that pages show (package sheets): those that
// what they are of has changed.
//
// As it goes by all sums, it also paces the programs by their budgets and
// compares once a day how many were drawn with how many should have been, and
// finds sources gone silent and bursts of bounces, which pause sending.
package rollup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/surveys"
)

// overlap is how much of the time before its last start a roll-up looks at
// again: answers in flight then, and an index that lags, lie within it.
const overlap = 15 * time.Minute

// A Handler rolls up.
type Handler struct {
	Config *surveys.Config
	Store  records.Store
	Reader cells.Reader // nil: comments are not taken apart
	Now    func() time.Time
	Log    *slog.Logger
}

// Tick recomputes the days that may have changed since the last roll-up.
//
// A day is never skipped because it looks unchanged. Only its rows tell: a mail
// that is delivered changes its row and shows in no index, and a count of the
// rows says nothing of what is in them.
//
// Its error is of what could not be done, and comes at every tick until it can;
// all else is done nevertheless.
func (h *Handler) Tick(ctx context.Context) error {
	start := h.Now()
	marks, err := h.Store.Marks(ctx)
	if err != nil {
		return err
	}
	forgotten, err := h.Store.Forgotten(ctx)
	if err != nil {
		return err
	}
	days, err := h.days(ctx, start, marks)
	if err != nil {
		return err
	}
	failed, err := h.restate(ctx, start, days)
	err = errors.Join(err, h.audit(ctx, start, failed), h.pace(ctx, start))
	if late := h.finish(ctx, start, marks, failed); late != nil {
		return errors.Join(err, late)
	}
	err = errors.Join(err, h.watch(ctx, start)) // a burst of bounces waits for no sheet
	done, late := h.sheets(ctx, start, forgotten)
	if late == nil && done {
		late = h.unmark(ctx, start, forgotten, failed)
	}
	err = errors.Join(err, late)
	h.Log.Info("rolled up", "days", len(days), "failed", len(failed))
	return err
}

// finish marks the days that failed, so that they come again, takes off the
// marks of the others, and records the roll-up: what can't be read holds up
// nothing else. Whoever dies before has recorded nothing.
func (h *Handler) finish(ctx context.Context, start time.Time, marks []records.Mark, failed map[heed.Day]bool) error {
	for day := range failed {
		if err := h.Store.PutMark(ctx, day, start); err != nil {
			return err
		}
	}
	if err := h.unmark(ctx, start, marks, failed); err != nil {
		return err
	}
	return h.Store.PutRolledUp(ctx, start)
}

// unmark takes off the marks of days that did not fail.
func (h *Handler) unmark(ctx context.Context, start time.Time, marks []records.Mark, failed map[heed.Day]bool) error {
	for _, m := range marks {
		if failed[m.Day] || !m.Done(start) {
			continue
		}
		if err := h.Store.Unmark(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// restate makes the cells of days, and of their months, be what rows say. One
// day that cannot be read does not hide the others; failed are those that are
// not, or not surely, done. A month that fails stays open, so it comes again.
func (h *Handler) restate(ctx context.Context, now time.Time, days []heed.Day) (failed map[heed.Day]bool, err error) {
	r := h.Store.Restate(now)
	programs := map[string]bool{heed.NoProgram: true, heed.EveryProgram: true}
	for i := range h.Config.Programs {
		programs[h.Config.Programs[i].Name] = true
	}
	failed = map[heed.Day]bool{}
	var why []error
	for _, some := range runs(days) {
		all, unread := h.sum(ctx, some)
		for day, err := range unread {
			failed[day] = true
			why = append(why, fmt.Errorf("roll up %s: %w", day, err))
		}
		for key := range all {
			programs[key.Program] = true
		}
		for _, read := range runs(without(some, unread)) {
			for program := range programs {
				if err := r.Days(ctx, program, read[0], read[len(read)-1], all); err != nil {
					why = append(why, fmt.Errorf("roll up %s to %s: %w", read[0], read[len(read)-1], err))
					for _, day := range read {
						failed[day] = true
					}
				}
			}
		}
	}
	for program := range programs {
		if err := r.Months(ctx, program); err != nil {
			why = append(why, err)
		}
	}
	return failed, errors.Join(why...)
}
