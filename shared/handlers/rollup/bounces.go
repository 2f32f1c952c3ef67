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
// before as many others have bounced. So touchpoints that a burst was found in
// are no part of a later one.
func (h *Handler) bounces(ctx context.Context, now time.Time) error {
	today := heed.DayOf(now, h.Config.Zone)
	all, err := h.mailed(ctx, now)
	if err != nil {
		return err
	}
	if _, bounced := mailedAfter(all, 0); bounced == 0 {
		return nil
	}
	told, err := h.toldOfBounces(ctx, all, today)
	if err != nil {
		return err
	}
	sent, bounced := mailedAfter(all, told)
	if !watch.Burst(bounced, sent) {
		return nil
	}
	n := &heed.Notice{Kind: heed.Bounces, Of: today.String(), Found: now, Sent: sent, Bounced: bounced}
	return h.notice(ctx, n, func() error {
		h.Log.Error("sending paused after bounces", "sent", sent, "bounced", bounced)
		return h.Store.Pause(ctx)
	})
}

// mailed reads the days whose invitations may have gone yesterday or today.
func (h *Handler) mailed(ctx context.Context, now time.Time) (map[cells.Key]cells.Population, error) {
	out := map[cells.Key]cells.Population{}
	for i := range h.Config.Programs {
		p := &h.Config.Programs[i]
		first := heed.DayOf(now.Add(-p.Delay-p.Hours.Longest()), h.Config.Zone) - 1
		all, err := h.Store.Consistent().Cells(ctx, p.Name, "", first, heed.DayOf(now, h.Config.Zone))
		if err != nil {
			return nil, fmt.Errorf("look for bounces: %w", err)
		}
		for key, c := range all {
			out[key] = c.Population()
		}
	}
	return out, nil
}

// toldOfBounces is the last day until today on which a burst was found, of those
// that may hold some of its touchpoints; 0 for none.
func (h *Handler) toldOfBounces(ctx context.Context, all map[cells.Key]cells.Population, today heed.Day) (heed.Day, error) {
	first := today
	for key := range all {
		first = min(first, key.Day)
	}
	for day := today; day >= first; day-- {
		n, err := h.Store.Notice(ctx, heed.Bounces, day.String(), 0)
		if err != nil || n != nil {
			return day, err
		}
	}
	return 0, nil
}

// mailedAfter is how many invitations went and bounced of touchpoints decided after a
// day.
func mailedAfter(all map[cells.Key]cells.Population, after heed.Day) (sent, bounced uint64) {
	for key, p := range all {
		if key.Day > after {
			sent, bounced = sent+p.Sent, bounced+p.Bounced
		}
	}
	return sent, bounced
}
