package decide

import (
	"context"
	"iter"
	"slices"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
)

// A ticket that is opened again was not solved: nobody is asked how it was, if
// the mail has not gone yet. What was asked stays asked, without an answer, and
// keeps its charge.
//
// Rows are found through the lists of their scopes, since nothing else says
// which rows an object has. Whichever of two touchpoints of an object comes
// first, the list that the other is decided by knows of it: a put of the scope
// fails that does not.

// reopens reports whether a kind says that its object is open again.
func reopens(kind string) bool { return strings.HasSuffix(kind, ".reopened") }

// mostRecent is how many of a scope's latest touchpoints are looked at. Whoever
// has more in the few days that matter gets a survey too many.
const mostRecent = 100

// recall cancels the mails about a reopened object that nobody has taken in hand.
func (h *Handler) recall(ctx context.Context, t *heed.Touchpoint, heads []*records.Head) error {
	now := h.Now()
	days := h.unsentFor()
	today := heed.DayOf(now, time.UTC)
	if !slices.ContainsFunc(heads, func(head *records.Head) bool { return head.Scope.QuietUntil+days >= today }) {
		return nil // nobody was asked lately
	}
	for row, err := range h.about(ctx, t, today-days, heads) {
		if err != nil {
			return err
		}
		if !reopens(row.Kind) && !row.At.After(t.At) && withdraw(row, now) {
			if err := h.withdraw(ctx, row); err != nil {
				return err
			}
		}
	}
	return nil
}

// unsentFor is for how many days after its decision a mail may still wait.
func (h *Handler) unsentFor() heed.Day {
	longest := time.Duration(0)
	for i := range h.Config.Programs {
		p := &h.Config.Programs[i]
		waits := sampling.Waits(p)
		if p.Remind > 0 {
			waits += p.Remind + p.Hours.Longest() + heed.LapsesAfter
		}
		longest = max(longest, waits)
	}
	const day = 24 * time.Hour
	return heed.Day((longest+day-1)/day) + 1
}

// withdraw writes down that a row's mails are not to go any more. Whether one
// has been taken in hand meanwhile is seen there: a sender's claim and this are
// writes of which the first wins.
func (h *Handler) withdraw(ctx context.Context, row *heed.Row) error {
	now := h.Now()
	if row.Late(now) {
		if err := h.Store.PutMark(ctx, row.Day, now); err != nil {
			return err
		}
	}
	_, err := h.Store.ChangeRow(ctx, row.RowRef, func(r *heed.Row) error {
		if !withdraw(r, now) {
			return records.ErrUnchanged
		}
		return nil
	})
	if err == nil {
		h.Log.Info("mail withdrawn: reopened", "row", row.ID.String())
	}
	return err
}

// withdraw cancels the invitation, or else the reminder, that waits and that
// nobody has in hand. It reports whether there is one.
func withdraw(r *heed.Row, now time.Time) bool {
	i := r.Invitation
	if i != nil && i.Open() && i.Claimed.IsZero() {
		i.Fate, i.Failed = heed.Cancelled, now
		return true
	}
	for name, due := range r.Waiting {
		if name.Kind != heed.Reminder {
			continue
		}
		if i.Find(name) == nil {
			i.Further = append(i.Further, heed.Further{FurtherName: name, Due: due})
		}
		if f := i.Find(name); f.Claimed.IsZero() {
			f.Fate, f.Failed = heed.Cancelled, now
			return true
		}
		break
	}
	return false
}

// forestall cancels the invitation among rows that are being decided, if their
// object was opened again since: touchpoints may come out of order.
func (h *Handler) forestall(ctx context.Context, t *heed.Touchpoint, rows []heed.Row, heads []*records.Head) error {
	i := slices.IndexFunc(rows, func(r heed.Row) bool { return r.Invitation != nil })
	if i < 0 || reopens(t.Kind) {
		return nil
	}
	for other, err := range h.about(ctx, t, heed.DayOf(t.At, time.UTC)-1, heads) {
		if err != nil {
			return err
		}
		if reopens(other.Kind) && other.At.After(t.At) {
			withdraw(&rows[i], rows[i].Decided)
			h.Log.Info("mail withdrawn: reopened", "row", rows[i].ID.String())
			return nil
		}
	}
	return nil
}

// about yields the rows of other touchpoints of the same object that were
// decided since a day, latest first, as far as the scopes' lists tell of them.
// The rows of the first scope's last decision are all written.
func (h *Handler) about(ctx context.Context, t *heed.Touchpoint, since heed.Day, heads []*records.Head) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		for _, head := range heads[1:] {
			if err := h.settle(ctx, head); err != nil {
				yield(nil, err)
				return
			}
		}
		for _, d := range recent(since, heads) {
			if d.ID == t.ID() {
				continue
			}
			rows, err := h.rows(ctx, d)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range rows {
				if row.Source == t.Source && row.Object == t.Object && !yield(row, nil) {
					return
				}
			}
		}
	}
}

// recent lists what was decided in the scopes since a day, latest first.
func recent(since heed.Day, heads []*records.Head) []sampling.Decided {
	var list []sampling.Decided
	for _, head := range heads {
		for _, d := range slices.Backward(slices.Concat(head.Older, head.Scope.Decided)) {
			if d.Day >= since {
				list = append(list, d)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b sampling.Decided) int { return int(b.Day - a.Day) })
	return list[:min(len(list), mostRecent)]
}

// rows reads the rows of a decided touchpoint. A list has its day in UTC; a row
// is found under that of the team's zone.
func (h *Handler) rows(ctx context.Context, d sampling.Decided) ([]*heed.Row, error) {
	first := heed.DayOf(d.Day.Start(time.UTC), h.Config.Zone)
	last := heed.DayOf((d.Day + 1).Start(time.UTC).Add(-1), h.Config.Zone)
	for day := first; day <= last; day++ {
		rows, err := h.Store.Consistent().Touchpoint(ctx, day, d.ID)
		if err != nil || len(rows) > 0 {
			return rows, err
		}
	}
	return nil, nil
}
