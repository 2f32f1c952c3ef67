package records

import (
	"context"
	"encoding/binary"
	"iter"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// ahead is by how much a link stands before its time in the due index: it
// serves whoever waits for it now, and would lapse behind a day's invitations.
// What stands before longAgo is such a link: no mail is as old.
const ahead = 50 * 365 * 24 * time.Hour

var longAgo = time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)

// turn returns what the row stands at in the due index; false if no mail of it
// waits.
func turn(r *heed.Row) (first time.Time, waits bool) {
	for name, at := range r.Waiting {
		if (name.Kind == heed.ExportLink || name.Kind == heed.ForgetLink) && at.After(longAgo) {
			at = at.Add(-ahead)
		}
		if !waits || at.Before(first) {
			first, waits = at, true
		}
	}
	return first, waits
}

// DueBy yields the rows that are due by now: those of which a link waits, then
// longest due first. An index lags behind its table: the row itself says whether
// it is still to be sent.
func (s Store) DueBy(ctx context.Context, now time.Time) iter.Seq2[heed.RowRef, error] {
	return s.index(ctx, table.Query{PK: table.IndexPK, Index: table.Due, Before: instant(now.Add(time.Millisecond))})
}

// FirstDue returns when the row that DueBy would yield first is due; zero if
// none waits.
func (s Store) FirstDue(ctx context.Context) (time.Time, error) {
	page, err := s.Table.Query(ctx, table.Query{PK: table.IndexPK, Index: table.Due, Limit: 1})
	if err != nil || len(page.Items) == 0 {
		return time.Time{}, err
	}
	due := momentOf(page.Items[0].Due)
	if due.Before(longAgo) {
		due = due.Add(ahead)
	}
	return due, nil
}

// AnsweredSince yields the rows to which something came back at or after since,
// an answer or what is kept beside it: see heed.Row.Stirred. In that order.
func (s Store) AnsweredSince(ctx context.Context, since time.Time) iter.Seq2[heed.RowRef, error] {
	return s.index(ctx, table.Query{PK: table.IndexPK, Index: table.Answered, From: instant(since)})
}

// AnsweredBetween is AnsweredSince of those to which nothing came back at until
// or after: whatever did is not among them, though something came before.
func (s Store) AnsweredBetween(ctx context.Context, since, until time.Time) iter.Seq2[heed.RowRef, error] {
	return s.index(ctx, table.Query{PK: table.IndexPK, Index: table.Answered, From: instant(since), Before: instant(until)})
}

// Rows reads rows, several at once, and returns them in order without those
// that are not there, as of an index that lags behind.
func (s Store) Rows(ctx context.Context, refs []heed.RowRef) ([]*heed.Row, error) {
	return gather(ctx, refs, func(ctx context.Context, ref heed.RowRef) ([]*heed.Row, error) {
		row, err := s.Row(ctx, ref)
		switch {
		case heed.CodeOf(err) == heed.NotFound:
			return nil, nil
		case err != nil:
			return nil, err
		}
		return []*heed.Row{row}, nil
	})
}

func (s Store) index(ctx context.Context, q table.Query) iter.Seq2[heed.RowRef, error] {
	return func(yield func(heed.RowRef, error) bool) {
		for item, err := range s.all(ctx, q) {
			var ref heed.RowRef
			if err == nil {
				ref, err = refOf(item.Key)
			}
			if !yield(ref, err) || err != nil {
				return
			}
		}
	}
}

func momentOf(key []byte) time.Time { return time.UnixMilli(int64(binary.BigEndian.Uint64(key))).UTC() }

// all yields every item of a query, page after page.
func (s Store) all(ctx context.Context, q table.Query) iter.Seq2[table.Item, error] {
	return func(yield func(table.Item, error) bool) {
		for {
			page, err := s.Table.Query(ctx, q)
			if err != nil {
				yield(table.Item{}, err)
				return
			}
			for _, item := range page.Items {
				if !yield(item, nil) {
					return
				}
			}
			if q.Start = page.Next; q.Start == nil {
				return
			}
		}
	}
}
