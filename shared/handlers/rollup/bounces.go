package rollup

import (
	"context"
	"fmt"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/watch"
)

// bounces pauses sending after a burst of bounces, and has the team told. It
// does so once for the same bounces: an operator who resumes is not paused again
// before as many others have bounced.
func (h *Handler) bounces(ctx context.Context, now time.Time) error {
	today := heed.DayOf(now, h.Config.Zone)
	all, err := h.mailed(ctx, now, today)
	if err != nil {
		return err
	}
	sent, bounced := mailedIn(all, 0, today)
	if bounced == 0 {
		return nil
	}
	last, next, err := h.toldOfBounces(ctx, all, today)
	if err != nil {
		return err
	}
	if newSent, newBounced, err := h.untold(ctx, last, all, today); err != nil || !watch.Burst(newBounced, newSent) {
		return err
	}
	n := &heed.Notice{Kind: heed.Bounces, Of: next, Found: now, Sent: sent, Bounced: bounced}
	return h.notice(ctx, n, func() error {
		h.Log.Error("sending paused after bounces", "sent", sent, "bounced", bounced)
		return h.Store.Pause(ctx)
	})
}

// mailed reads the days until last whose invitations may have gone at a time or
// the day before.
func (h *Handler) mailed(ctx context.Context, at time.Time, last heed.Day) (map[cells.Key]cells.Population, error) {
	out := map[cells.Key]cells.Population{}
	for i := range h.Config.Programs {
		p := &h.Config.Programs[i]
		first := heed.DayOf(at.Add(-p.Delay-p.Hours.Longest()), h.Config.Zone) - 1
		all, err := h.Store.Consistent().Cells(ctx, p.Name, "", first, last)
		if err != nil {
			return nil, fmt.Errorf("look for bounces: %w", err)
		}
		for key, c := range all {
			out[key] = c.Population()
		}
	}
	return out, nil
}

// A burst is a notice of bounces, and the day it was found on.
type burst struct {
	*heed.Notice
	day heed.Day
}

// toldOfBounces is the last burst until today, of those that may hold some of
// these touchpoints, nil for none; and what today's next is called.
func (h *Handler) toldOfBounces(ctx context.Context, all map[cells.Key]cells.Population, today heed.Day) (last *burst, next string, err error) {
	first := today
	for key := range all {
		first = min(first, key.Day)
	}
	for day := today; day >= first && last == nil; day-- {
		of := day.String()
		for i := 2; ; i++ {
			n, err := h.Store.Notice(ctx, heed.Bounces, of, 0)
			if err != nil {
				return nil, "", err
			}
			if n == nil {
				break
			}
			last, of = &burst{n, day}, fmt.Sprintf("%s/%d", day, i)
		}
		if day == today {
			next = of
		}
	}
	return last, next, nil
}

// untold is how many invitations went and bounced that the last burst was not
// found by: all of later days, and of the days that it looked at whatever is more
// by now. No more can have bounced than went: the others' mails were its own.
func (h *Handler) untold(ctx context.Context, last *burst, all map[cells.Key]cells.Population, today heed.Day) (sent, bounced uint64, err error) {
	if last == nil {
		sent, bounced = mailedIn(all, 0, today)
		return sent, bounced, nil
	}
	sent, bounced = mailedIn(all, last.day+1, today)
	then, err := h.mailed(ctx, last.Found, last.day)
	if err != nil {
		return 0, 0, err
	}
	more, moreBounced := mailedIn(then, 0, last.day)
	more -= min(more, last.Sent) // rows that were forgotten are in no cell any more
	moreBounced -= min(moreBounced, last.Bounced)
	return sent + more, bounced + min(more, moreBounced), nil
}

// mailedIn is how many invitations went and bounced of the touchpoints decided
// from one day to another.
func mailedIn(all map[cells.Key]cells.Population, first, last heed.Day) (sent, bounced uint64) {
	for key, p := range all {
		if first <= key.Day && key.Day <= last {
			sent, bounced = sent+p.Sent, bounced+p.Bounced
		}
	}
	return sent, bounced
}
