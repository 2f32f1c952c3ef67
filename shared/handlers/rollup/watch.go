package rollup

import (
	"context"
	"errors"
	"time"

	"heed/shared/heed"
	"heed/shared/watch"
)

// watch looks for what the team must hear of: sources gone silent, and bursts of
// bounces. Each is a notice, so that it is found once; what is logged of it is
// heard of where nobody is named to be mailed.
func (h *Handler) watch(ctx context.Context, now time.Time) error {
	failed := []error{h.bounces(ctx, now)}
	for i := range h.Config.Sources {
		failed = append(failed, h.silence(ctx, h.Config.Sources[i].Name, now))
	}
	return errors.Join(failed...)
}

func (h *Handler) silence(ctx context.Context, source string, now time.Time) error {
	today := heed.DayOf(now, h.Config.Zone)
	tallies, err := h.Store.Tallies(ctx, source, today-watch.LooksBack+1, today)
	if err != nil {
		return err
	}
	since, silent := watch.Silent(tallies, now, h.Config.Zone)
	if !silent {
		return nil
	}
	n := &heed.Notice{
		Kind: heed.Silence, Of: source + "/" + heed.DayOf(since, h.Config.Zone).String(),
		Found: now, Source: source, Since: since,
	}
	return h.notice(ctx, n, func() error {
		h.Log.Warn("source silent", "source", source, "since", since.Format(time.RFC3339))
		return nil
	})
}

// notice does what a notice brings with it and puts the notice after, unless
// there is one of its name: whoever dies in between does it again rather than
// never.
func (h *Handler) notice(ctx context.Context, n *heed.Notice, do func() error) error {
	was, err := h.Store.Notice(ctx, n.Kind, n.Of, n.Day)
	if err != nil || was != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	n.Address(h.Config.Notify.Alerts)
	_, err = h.Store.PutNotice(ctx, n)
	return err
}
