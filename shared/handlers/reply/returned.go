package reply

import (
	"context"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/replies"
	"heed/shared/sampling"
)

// returned takes what a machine says became of a mail of ours, by the rules of
// package delivery: it suppresses first, and marks the day before it changes the
// row, so that a crash in between leaves nothing undone that the retry does not
// do. Only word of the very address that was mailed counts: a complaint that names
// nobody can be sent by whoever was handed the mail on.
func (m *mail) returned(ctx context.Context) (why string, err error) {
	fate, suppression, about := heed.Bounced, sampling.AddressBounced, m.Failed
	if m.Verdict == replies.Complaint {
		fate, suppression, about = heed.Complained, sampling.ReportedSpam, m.Accused
	} else if len(m.Failed) == 0 {
		return "a bounce, but not for good", nil
	}
	row, err := m.row(ctx)
	if err != nil || row == nil {
		return "of no mail of ours", err
	}
	if !m.is(row, about...) {
		return "not about whoever was mailed", nil
	}
	if err := m.Store.Suppress(ctx, row.Mailed(), suppression); err != nil {
		return "", err
	}
	if err := m.Store.PutMark(ctx, row.Day, m.Now()); err != nil {
		return "", err
	}
	_, err = m.Store.ChangeRow(ctx, row.RowRef, func(r *heed.Row) error {
		i := r.Invitation
		if i == nil || i.Fate == fate || i.Fate != heed.NoFate && fate != heed.Complained && !ended(i.Fate) {
			return records.ErrUnchanged
		}
		i.Arrived(m.Now(), "")
		if i.Fate == heed.NoFate || fate == heed.Complained {
			i.Fate, i.Failed = fate, m.Now()
		}
		return nil
	})
	return "", err
}

// ended reports whether a fate says that the mail never went, which word of it
// disproves.
func ended(f heed.Fate) bool { return f == heed.Unsure || f == heed.Lapsed }
