// Package rollup makes cells of rows on a schedule. It recomputes whole days
// and writes what differs, so that running it twice, late, or half-way makes
// no difference. What a cell holds is package cells' affair.
package rollup

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"slices"
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
	Now    func() time.Time
	Log    *slog.Logger
}

// Tick recomputes the days that may have changed since the last roll-up.
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
	var failed []error // one day that cannot be read must not hide the others
	for _, day := range days {
		if err := h.day(ctx, day); err != nil {
			failed = append(failed, fmt.Errorf("roll up %s: %w", day, err))
		}
	}
	if failed != nil {
		return errors.Join(failed...)
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

// days lists the days to recompute: those on which invitations may still have
// been decided or sent since the last roll-up, those with new answers, and
// those marked.
func (h *Handler) days(ctx context.Context, now time.Time, marks []records.Mark) ([]heed.Day, error) {
	last, err := h.Store.RolledUp(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the last roll-up: %w", err)
	}
	if last.IsZero() {
		last = now
	}
	last = last.Add(-overlap)
	set := map[heed.Day]bool{}
	for d := heed.DayOf(last.Add(-h.longestLife()), h.Config.Zone); d <= heed.DayOf(now, h.Config.Zone); d++ {
		set[d] = true
	}
	for _, m := range marks {
		set[m.Day] = true
	}
	for ref, err := range h.Store.AnsweredSince(ctx, last) {
		if err != nil {
			return nil, fmt.Errorf("read answers: %w", err)
		}
		set[ref.Day] = true
	}
	days := make([]heed.Day, 0, len(set))
	for d := range set {
		days = append(days, d)
	}
	slices.Sort(days)
	return days, nil
}

// longestLife is how long after its decision an invitation may still be sent
// or lapse, in the most patient program, and at least a day.
func (h *Handler) longestLife() time.Duration {
	longest := time.Duration(0)
	for i := range h.Config.Programs {
		longest = max(longest, h.Config.Programs[i].Delay)
	}
	return longest + 49*time.Hour
}

// day makes the cells of one day be what its rows say.
func (h *Handler) day(ctx context.Context, day heed.Day) error {
	var failed error
	all := cells.Of(rows(h.Store.Day(ctx, day), &failed))
	if failed != nil {
		return failed
	}
	programs := map[string]bool{heed.NoProgram: true}
	for i := range h.Config.Programs {
		programs[h.Config.Programs[i].Name] = true
	}
	for key := range all {
		programs[key.Program] = true
	}
	for program := range programs {
		if err := h.Store.PutDay(ctx, program, day, heed.Dimensions, all); err != nil {
			failed = errors.Join(failed, err)
		}
	}
	return failed
}

// rows passes on rows until one fails.
func rows(seq iter.Seq2[*heed.Row, error], failed *error) iter.Seq[*heed.Row] {
	return func(yield func(*heed.Row) bool) {
		for row, err := range seq {
			if err != nil {
				*failed = err
				return
			}
			if !yield(row) {
				return
			}
		}
	}
}
