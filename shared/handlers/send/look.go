package send

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
)

const (
	settles  = 10 * time.Minute // after an answer: by then its comment has come, which a person writes after the score
	farthest = 24 * time.Hour   // that a look goes back: a sender that stood still for longer tells nobody of before
	rowsRead = 64               // of answers looked at, at once
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
	if err != nil {
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
// names make it once.
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
	var refs []heed.RowRef
	for ref, err := range h.Store.AnsweredBetween(ctx, since, until) {
		if err != nil {
			return nil, fmt.Errorf("look for answers: %w", err)
		}
		refs = append(refs, ref)
	}
	for some := range slices.Chunk(refs, rowsRead) {
		rows, err := h.Store.Rows(ctx, some)
		if err != nil {
			return found, fmt.Errorf("read answers: %w", err)
		}
		for _, row := range rows {
			n, err := h.heard(ctx, row, now, known)
			if err != nil {
				return found, err
			}
			found = append(found, n...)
		}
	}
	if len(refs) == 0 {
		return nil, nil
	}
	return found, h.Store.PutLooked(ctx, until, version)
}

// heard puts the notice of a row's answer, if the team is to be told of it and
// none is put yet.
func (h *Handler) heard(ctx context.Context, row *heed.Row, now time.Time, known []*heed.Notice) ([]*heed.Notice, error) {
	r := row.Response
	if r == nil || now.Sub(r.At) > heed.NoticeSeen {
		return nil, nil
	}
	n := &heed.Notice{Kind: heed.KeywordSaid, Of: row.ID.String(), Day: heed.DayOf(r.At, time.UTC), Found: now, Row: row.RowRef}
	n.Keyword = len(h.keywords(row)) > 0
	told := func(kind heed.NoticeKind) *heed.Notice {
		i := slices.IndexFunc(known, func(k *heed.Notice) bool { return k.Kind == kind && k.Of == n.Of })
		if i < 0 {
			return nil
		}
		return known[i]
	}
	was := told(heed.LowAnswer)
	if was == nil && low(row) {
		n.Kind = heed.LowAnswer
	}
	switch { // what one mail says another need not say again
	case n.Kind == heed.KeywordSaid && (!n.Keyword || was != nil && was.Keyword || told(heed.KeywordSaid) != nil):
		return nil, nil
	case n.Kind == heed.LowAnswer && told(heed.KeywordSaid) != nil:
		n.Keyword = true
	}
	n.Address(h.Config.Notify.Alerts)
	return h.first(ctx, n)
}

// first puts a notice and returns it if there was none of its name.
func (h *Handler) first(ctx context.Context, n *heed.Notice) ([]*heed.Notice, error) {
	first, err := h.Store.PutNotice(ctx, n)
	if err != nil || !first {
		return nil, err
	}
	return []*heed.Notice{n}, nil
}

// low reports whether a row's score is in the lowest third of its question.
func low(row *heed.Row) bool {
	return row.Ask.Holds(row.Response.Score) && row.Ask.Third(row.Response.Score) == 0
}

// keywords are those that the answer's comment holds.
func (h *Handler) keywords(row *heed.Row) []string {
	if h.Words == nil || row.Response.Comment == "" || row.Invitation == nil {
		return nil
	}
	return h.Words.Keywords(row.Response.Comment, row.Invitation.Locale)
}

// digestHour is when the digest goes on a Monday, by the team's clock.
const digestHour = 7

// digested is when the digest of a week is due: on the Monday after it.
func digested(week heed.Period, zone *time.Location) time.Time {
	y, m, d := (week.Last + 1).Start(time.UTC).Date()
	return time.Date(y, m, d, digestHour, 0, 0, 0, zone)
}

// weekly puts the notice of last week's digest once it is due. One that is more
// than NoticeServes late is not made any more.
func (h *Handler) weekly(ctx context.Context, now time.Time, known []*heed.Notice) ([]*heed.Notice, error) {
	week := heed.WeekOf(heed.DayOf(now, h.Config.Zone)).Before()
	due := digested(week, h.Config.Zone)
	if len(h.Config.Notify.Digest) == 0 || h.Sheets == nil || now.Before(due) || now.Sub(due) > heed.NoticeServes {
		return nil, nil
	}
	n := &heed.Notice{Kind: heed.Digest, Of: week.String(), Found: now}
	if slices.ContainsFunc(known, func(k *heed.Notice) bool { return k.Name() == n.Name() }) {
		return nil, nil
	}
	n.Address(h.Config.Notify.Digest)
	return h.first(ctx, n)
}
