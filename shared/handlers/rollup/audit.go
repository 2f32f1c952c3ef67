package rollup

import (
	"context"
	"fmt"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
)

// month is how many days the longer look takes in: whole weeks, so that every
// weekday counts the same.
const month = 28

// audit compares, once after each day, how many each program drew with how
// many it should have: yesterday, which shows what is badly wrong, and over 28
// days, which shows what is a little wrong. What is off is logged, and the stack
// makes an alarm of it. It is remembered after it is logged: whoever dies in
// between is heard twice rather than never. While yesterday is among the days
// that could not be rolled up, it waits; what is never known of that day is in
// no later look either, and each tick says so.
func (h *Handler) audit(ctx context.Context, now time.Time, failed map[heed.Day]bool) error {
	yesterday := heed.DayOf(now, h.Config.Zone) - 1
	last, version, err := h.Store.Audited(ctx)
	if err != nil || last >= yesterday || failed[yesterday] {
		return err
	}
	for i := range h.Config.Programs {
		if err := h.auditProgram(ctx, h.Config.Programs[i].Name, yesterday); err != nil {
			return fmt.Errorf("audit: %w", err)
		}
	}
	return h.Store.PutAudited(ctx, yesterday, version)
}

func (h *Handler) auditProgram(ctx context.Context, program string, yesterday heed.Day) error {
	all, err := h.Store.Consistent().Cells(ctx, program, "", yesterday-month+1, yesterday)
	if err != nil {
		return err
	}
	var lately []*cells.Cell
	for _, c := range all {
		lately = append(lately, c)
	}
	day := cells.Merge(all[cells.Key{Program: program, Day: yesterday}]).Population()
	weeks := cells.Merge(lately...).Population()
	dayOff, dayAlarm := day.Audit()
	weeksOff, weeksAlarm := weeks.Audit()
	if dayAlarm || weeksAlarm {
		h.Log.Warn("drawn is not as expected", "program", program, "day", yesterday.String(),
			"drawn", day.Drawn, "expected", day.Expected.Float()/heed.PPB, "off", dayOff,
			"drawn_28d", weeks.Drawn, "expected_28d", weeks.Expected.Float()/heed.PPB, "off_28d", weeksOff)
	}
	return nil
}
