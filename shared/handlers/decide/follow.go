package decide

import (
	"context"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// Who was asked, and leaves or buys later, has that written into the rows of what
// they were asked about: there it stands beside what they answered. It is written
// before the later touchpoint is decided, and again whenever that comes, so that
// it is there wherever a process dies; and the first time that something happened
// stands, in whatever order it is told.

// mostFollowed is how many of a customer's latest touchpoints are looked at for
// what they were asked, and readAtOnce how many of them at once.
const (
	mostFollowed = 1000
	readAtOnce   = 8
)

// told is a touchpoint as rows would have it, as far as others' rows depend on it.
func told(t *heed.Touchpoint) *heed.Row {
	return &heed.Row{Kind: t.Kind, At: t.At.UTC().Truncate(time.Millisecond), Facts: t.Facts}
}

// earlier makes at the earlier of the two, and reports whether that changed it.
func earlier(at *time.Time, now time.Time) bool {
	if !at.IsZero() && !now.Before(*at) {
		return false
	}
	*at = now
	return true
}

// follow writes into the rows of what a customer was asked that they have left
// since, or bought.
func (h *Handler) follow(ctx context.Context, t *heed.Touchpoint, p *person, heads []*records.Head) error {
	at, then := told(t).At, followed(t.Kind)
	if then == nil {
		return nil
	}
	since, until := heed.DayOf(at.Add(-heed.FollowedFor), time.UTC), heed.DayOf(at, time.UTC)
	heads, err := h.askers(ctx, p, heads, since)
	if err != nil || len(heads) == 0 {
		return err
	}
	list := slices.DeleteFunc(recent(since, heads), func(d sampling.Decided) bool { return d.Day > until })
	for row, err := range h.others(ctx, t, list[:min(len(list), mostFollowed)], readAtOnce) {
		if err != nil {
			return err
		}
		if row.Invitation == nil || !p.has(row.Customer) && !p.has(row.Mailed()) ||
			at.Before(row.Decided) || at.Sub(row.Decided) > heed.FollowedFor {
			continue
		}
		if err := h.change(ctx, row, func(r *heed.Row) bool { return earlier(then(&r.After), at) }); err != nil {
			return err
		}
	}
	return nil
}

// followed is where it is written that a kind of touchpoint followed; nil if it is
// not.
func followed(kind string) func(*heed.After) *time.Time {
	switch heed.DeedOf(kind) {
	case heed.Left:
		return func(a *heed.After) *time.Time { return &a.Left }
	case heed.Bought:
		return func(a *heed.After) *time.Time { return &a.Bought }
	}
	return nil
}

// askers are the scopes that may have asked a customer since a day: among them
// accounts that the touchpoint does not name, as another source's names do not.
// Their rows are all written.
func (h *Handler) askers(ctx context.Context, p *person, heads []*records.Head, since heed.Day) ([]*records.Head, error) {
	all := slices.Clone(heads)
	for _, id := range append(slices.Clone(p.Scope.Asked), p.Scope.Imposed.Account) {
		if id.IsZero() || slices.ContainsFunc(all, func(head *records.Head) bool { return head.ID == id }) {
			continue
		}
		head, err := h.Store.Scope(ctx, surveys.Account, id)
		if err != nil {
			return nil, err
		}
		all = append(all, head)
	}
	all = slices.DeleteFunc(all, func(head *records.Head) bool { return head.Scope.QuietUntil < since })
	for _, head := range all {
		if head == heads[0] {
			continue // as the decision has done first
		}
		if err := h.settle(ctx, head); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// change changes a row, where that changes it, after its day is marked if no
// roll-up comes by any more. Whether somebody else was faster is seen in the
// write: the first one wins, and the change is made to what it left.
func (h *Handler) change(ctx context.Context, row *heed.Row, change func(*heed.Row) bool) error {
	ref, late := row.RowRef, row.Late(h.Now())
	if !change(row) {
		return nil
	}
	if late {
		if err := h.Store.PutMark(ctx, ref.Day, h.Now()); err != nil {
			return err
		}
	}
	_, err := h.Store.ChangeRow(ctx, ref, func(r *heed.Row) error {
		if !change(r) {
			return records.ErrUnchanged
		}
		return nil
	})
	return err
}
