package decide

import (
	"context"
	"slices"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
)

// A ticket that is opened again was not solved: its rows say so, and nobody is
// asked how it was, if the mail has not gone yet. What was asked stays asked,
// without an answer, and keeps its charge.

// reopens reports whether a kind says that its object is open again.
func reopens(kind string) bool { return strings.HasSuffix(kind, ".reopened") }

// again reports whether a touchpoint tells that what another solved was opened
// again, and soon enough: by its kind, or as it is solved once more and had been
// opened again by then. How often, not every source tells.
func again(solved, next *heed.Row) bool {
	if heed.DeedOf(solved.Kind) != heed.Solved || next.At.Before(solved.At) || next.At.Sub(solved.At) > heed.ReopenedWithin {
		return false
	}
	switch heed.DeedOf(next.Kind) {
	case heed.Reopened:
		return true
	case heed.Solved:
		return next.Reopens > 0 && next.At.After(solved.At)
	}
	return false
}

// recall cancels the mails about a reopened object that nobody has taken in hand,
// and writes into the rows of its solving when it was opened again.
func (h *Handler) recall(ctx context.Context, t *heed.Touchpoint, heads []*records.Head) error {
	since, withdraws, tells := h.recalls(t, heads)
	if !withdraws && !tells {
		return nil
	}
	now, next := h.Now(), told(t)
	for row, err := range h.about(ctx, t, since, mostRecent, heads) {
		if err != nil {
			return err
		}
		mails, withdrawn := withdraws && !reopens(row.Kind) && !row.At.After(next.At), false
		if err := h.change(ctx, row, func(r *heed.Row) bool {
			withdrawn = mails && withdraw(r, now)
			return tells && again(r, next) && earlier(&r.After.Reopened, next.At) || withdrawn
		}); err != nil {
			return err
		}
		if withdrawn {
			h.Log.Info("mail withdrawn: reopened", "row", row.ID.String())
		}
	}
	return nil
}

// recalls says what a touchpoint means for others of its object: whether it can
// withdraw their mails, whether it can tell that they were not solved, and since
// when those were decided.
func (h *Handler) recalls(t *heed.Touchpoint, heads []*records.Head) (since heed.Day, withdraws, tells bool) {
	today := heed.DayOf(h.Now(), time.UTC)
	since = today
	if reopens(t.Kind) {
		days := h.unsentFor()
		since = today - days
		withdraws = slices.ContainsFunc(heads, func(head *records.Head) bool { return head.Scope.QuietUntil+days >= today }) // else nobody was asked lately
	}
	deed := heed.DeedOf(t.Kind)
	if tells = deed == heed.Reopened || deed == heed.Solved && t.Reopens > 0; tells {
		since = min(since, heed.DayOf(t.At.Add(-heed.ReopenedWithin), time.UTC)-1)
	}
	return since, withdraws, tells
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

// forestall does the same to rows that are being decided, if their object was
// opened again since: touchpoints may come out of order.
func (h *Handler) forestall(ctx context.Context, t *heed.Touchpoint, rows []heed.Row, heads []*records.Head) error {
	i := slices.IndexFunc(rows, func(r heed.Row) bool { return r.Invitation != nil })
	solved := heed.DeedOf(t.Kind) == heed.Solved
	if i < 0 && !solved || reopens(t.Kind) {
		return nil
	}
	most := mostRecent
	if i < 0 {
		most = mostLatest
	}
	for other, err := range h.about(ctx, t, heed.DayOf(t.At, time.UTC)-1, most, heads) {
		if err != nil {
			return err
		}
		if i >= 0 && reopens(other.Kind) && other.At.After(t.At) {
			withdraw(&rows[i], rows[i].Decided)
			h.Log.Info("mail withdrawn: reopened", "row", rows[i].ID.String())
			if i = -1; !solved {
				return nil
			}
		}
		if again(told(t), other) {
			for k := range rows {
				earlier(&rows[k].After.Reopened, other.At)
			}
		}
	}
	return nil
}
