package send

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

const (
	settles  = 10 * time.Minute // after an answer: by then its comment has come, which a person writes after the score
	farthest = 24 * time.Hour   // that a look goes back: a sender that stood still for longer tells nobody of before
	rowsRead = 64               // of answers looked at, at once
	looksFor = 20 * time.Second // at most in a tick, so that no invitation waits for many answers
)

// Words find phrases in comments.
type Words interface {
	// Keywords returns those of surveys.yaml's keywords that a comment holds, in
	// any form of their words.
	Keywords(comment, locale string) []string
}

// news finds what the team is to be told of, and lists what of it waits to go:
// answers last, since there may be a flood of them, and one bounce burst.
// Neither a pause nor observing holds that back; a table that was restored from
// a backup does, since it does not know what was told after that was made.
func (h *Handler) news(ctx context.Context, now time.Time) ([]*heed.Notice, error) {
	if h.Letter.From == "" || len(h.Config.Notify.Alerts)+len(h.Config.Notify.Digest) == 0 {
		return nil, nil
	}
	restored, err := h.Store.Restored(ctx, h.Home)
	if err != nil || restored {
		return nil, err
	}
	known, err := h.Store.Notices(ctx, heed.DayOf(now.Add(-heed.NoticeSeen-heed.NoticeServes), time.UTC))
	if records.Damaged(err) {
		h.Log.Error("notices not readable", "cause", err.Error())
	} else if err != nil {
		return nil, err
	}
	answers, err := h.look(ctx, now, known)
	week, err2 := h.weekly(ctx, now, known)
	open := slices.DeleteFunc(slices.Concat(known, week, answers), func(n *heed.Notice) bool { return !n.Open() })
	slices.SortStableFunc(open, func(a, b *heed.Notice) int { return cmp.Compare(min(a.Day, 1), min(b.Day, 1)) })
	return open, errors.Join(err, err2)
}

// look finds the answers since the last look that the team is to be told of.
// What it has looked at is recorded last: whoever dies over it looks again, and
// names make it once. A look that takes too long ends where it is, and the next
// goes on from there.
func (h *Handler) look(ctx context.Context, now time.Time, known []*heed.Notice) (found []*heed.Notice, err error) {
	if len(h.Config.Notify.Alerts) == 0 {
		return nil, nil
	}
	until := now.Add(-settles)
	since := until.Add(-farthest)
	looked, version, err := h.Store.Looked(ctx)
	if err != nil {
		return nil, err
	}
	if looked.After(since) && !looked.After(until) { // else it is long ago, or of a clock that went back
		since = looked
	}
	soon, stop := context.WithTimeout(ctx, looksFor)
	defer stop()
	var refs []heed.RowRef
	for ref, err := range h.Store.AnsweredBetween(soon, since, until) {
		if err != nil {
			return nil, fmt.Errorf("look for answers: %w", err)
		}
		refs = append(refs, ref)
	}
	if len(refs) == 0 {
		return nil, nil
	}
	found, reached, err := h.hear(soon, refs, now, known)
	switch late := soon.Err() != nil && ctx.Err() == nil; {
	case err == nil:
		reached = until
	case !late || !reached.After(since):
		return found, err
	}
	return found, h.Store.PutLooked(ctx, reached, version)
}
