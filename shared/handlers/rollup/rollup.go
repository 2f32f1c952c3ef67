// Package rollup makes cells of rows on a schedule. It recomputes whole days
// and writes what differs, so that running it twice, late, or half-way makes
// no difference. What a cell holds is package cells' affair.
//
// As it goes by all sums, it also paces the programs by their budgets and
// compares once a day how many were drawn with how many should have been.
package rollup

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

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
	Now    func() time.Time
	Log    *slog.Logger
}

// Tick recomputes the days that may have changed since the last roll-up.
//
// A day is never skipped because it looks unchanged. Only its rows tell: a mail
// that is delivered changes its row and shows in no index, and a count of the
// rows says nothing of what is in them.
func (h *Handler) Tick(ctx context.Context) error {
	start := h.Now()
	marks, err := h.Store.Marks(ctx)
	if err != nil {
		return err
	}
	days, err := h.days(ctx, start, marks)
	if err != nil {
		return err
	}
	err = h.restate(ctx, start, days)
	if err == nil {
		err = h.audit(ctx, start)
	}
	if err := errors.Join(err, h.pace(ctx, start)); err != nil {
		return err
	}
	for _, m := range marks {
		if !m.Done(start) {
			continue
		}
		if err := h.Store.Unmark(ctx, m); err != nil {
			return err
		}
	}
	h.Log.Info("rolled up", "days", len(days))
	return h.Store.PutRolledUp(ctx, start)
}

// restate makes the cells of days, and of their months, be what rows say. One
// day that cannot be read does not hide the others.
func (h *Handler) restate(ctx context.Context, now time.Time, days []heed.Day) error {
	r := h.Store.Restate(now)
	programs := map[string]bool{heed.NoProgram: true}
	for i := range h.Config.Programs {
		programs[h.Config.Programs[i].Name] = true
	}
	var failed []error
	for _, some := range runs(days) {
		all, unread := h.sum(ctx, some)
		for day, err := range unread {
			failed = append(failed, fmt.Errorf("roll up %s: %w", day, err))
		}
		for key := range all {
			programs[key.Program] = true
		}
		for _, read := range runs(without(some, unread)) {
			for program := range programs {
				if err := r.Days(ctx, program, read[0], read[len(read)-1], all); err != nil {
					failed = append(failed, fmt.Errorf("roll up %s to %s: %w", read[0], read[len(read)-1], err))
				}
			}
		}
	}
	for program := range programs {
		if err := r.Months(ctx, program, h.Config.Program(program)); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}
