package send

import (
	"context"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
)

// hear puts the notices of answers, and returns until when something came back to
// those it has come by.
func (h *Handler) hear(ctx context.Context, refs []heed.RowRef, now time.Time, known []*heed.Notice) (found []*heed.Notice, reached time.Time, err error) {
	for some := range slices.Chunk(refs, rowsRead) {
		rows, err := h.rows(ctx, some)
		if err != nil {
			return found, reached, fmt.Errorf("read answers: %w", err)
		}
		for _, row := range rows {
			n, err := h.heard(ctx, row, now, known)
			if err != nil {
				return found, reached, err
			}
			found = append(found, n...)
			if at := row.Stirred(); at.After(reached) && at.Before(now.Add(-settles)) { // else it has changed since it was found
				reached = at
			}
		}
	}
	return found, reached, nil
}

// rows reads rows. Those that can't be read are for people to see to, and hold
// nothing up.
func (h *Handler) rows(ctx context.Context, refs []heed.RowRef) ([]*heed.Row, error) {
	rows, err := h.Store.Rows(ctx, refs)
	if !records.Damaged(err) {
		return rows, err
	}
	rows = nil
	for _, ref := range refs {
		one, err := h.Store.Rows(ctx, []heed.RowRef{ref})
		if records.Damaged(err) {
			h.Log.Error("row not readable", "row", ref.ID.String(), "cause", err.Error())
		} else if err != nil {
			return nil, err
		}
		rows = append(rows, one...)
	}
	return rows, nil
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
