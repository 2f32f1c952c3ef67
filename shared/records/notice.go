package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

const noticeFormat = 1

// always is the day under which notices stand that are of no answer: behind all
// days, so that one query reads them and the answers' of the latest days.
const always heed.Day = lastDay + 1

// lookedKey is where a sender keeps until when it has looked for answers.
var lookedKey = table.Key{PK: table.LeasePK, SK: []byte("looked")}

func noticeKey(n *heed.Notice) table.Key {
	day := n.Day
	if day == 0 {
		day = always
	}
	return table.Key{PK: table.NoticePrefix, SK: append(dayKey(day), n.Name()...)}
}

// PutNotice writes a notice unless there is one of its name, and reports
// whether there was none.
func (s Store) PutNotice(ctx context.Context, n *heed.Notice) (first bool, err error) {
	err = s.Table.PutIfAbsent(ctx, noticeItem(n))
	if errors.Is(err, table.ErrConflict) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("write notice: %w", err)
	}
	return true, nil
}

// Notices returns the notices of answers since that day, and all others. Those
// that can't be read are left out: then its error is Damaged, and the list is of
// use.
func (s Store) Notices(ctx context.Context, since heed.Day) ([]*heed.Notice, error) {
	var list []*heed.Notice
	var damaged []error
	for item, err := range s.all(ctx, table.Query{PK: table.NoticePrefix, From: dayKey(since)}) {
		if err != nil {
			return nil, fmt.Errorf("read notices: %w", err)
		}
		n, err := noticeOf(item)
		if err != nil {
			damaged = append(damaged, fmt.Errorf("read notice %q: %w", item.Key.SK[len(dayKey(0)):], err))
			continue
		}
		list = append(list, n)
	}
	return list, errors.Join(damaged...)
}

// Notice returns the notice of that name and day, nil if there is none.
func (s Store) Notice(ctx context.Context, kind heed.NoticeKind, of string, day heed.Day) (*heed.Notice, error) {
	n, _, err := s.notice(ctx, &heed.Notice{Kind: kind, Of: of, Day: day})
	return n, err
}

func (s Store) notice(ctx context.Context, of *heed.Notice) (*heed.Notice, uint64, error) {
	item, err := s.Table.Get(ctx, noticeKey(of))
	if errors.Is(err, table.ErrNotFound) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read notice: %w", err)
	}
	n, err := noticeOf(item)
	return n, item.Version, err
}

// ChangeNotice applies what to the notice as it is in the table, and again if
// somebody else was faster. what returns ErrUnchanged to leave it; so is one
// left that is gone.
func (s Store) ChangeNotice(ctx context.Context, of *heed.Notice, what func(*heed.Notice) error) error {
	return again(ctx, func() error {
		n, version, err := s.notice(ctx, of)
		if err != nil || n == nil {
			return err
		}
		switch err := what(n); {
		case errors.Is(err, ErrUnchanged):
			return nil
		case err != nil:
			return err
		}
		return s.put(ctx, noticeItem(n), version)
	})
}

// Looked returns until when answers were looked at, zero if never.
func (s Store) Looked(ctx context.Context) (at time.Time, version uint64, err error) {
	item, err := s.Table.Get(ctx, lookedKey)
	if errors.Is(err, table.ErrNotFound) {
		return time.Time{}, 0, nil
	}
	if err != nil {
		return time.Time{}, 0, fmt.Errorf("read the last look at answers: %w", err)
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	at = u.time()
	return at, item.Version, u.done()
}

// PutLooked records until when answers were looked at. That somebody else has
// meanwhile is no error.
func (s Store) PutLooked(ctx context.Context, at time.Time, version uint64) error {
	var p packer
	p.byte(controlFormat)
	p.time(at)
	if err := s.put(ctx, table.Item{Key: lookedKey, Data: p.b}, version); err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("write the last look at answers: %w", err)
	}
	return nil
}

// Restored reports whether the table bears another name than it was told, as
// one does that was restored from a backup and not resumed since.
func (s Store) Restored(ctx context.Context, name string) (bool, error) {
	home, _, err := s.home(ctx)
	return home != "" && home != name, err
}

func noticeItem(n *heed.Notice) table.Item {
	var p packer
	p.byte(noticeFormat)
	for _, text := range []string{string(n.Kind), n.Of, n.Source} {
		p.string(text)
	}
	p.uint(uint64(n.Day))
	p.time(n.Found)
	p.uint(uint64(n.Row.Day))
	p.raw(n.Row.ID[:])
	p.bool(n.Keyword)
	p.time(n.Since)
	p.uint(n.Sent)
	p.uint(n.Bounced)
	p.uint(uint64(len(n.Copies)))
	for i := range n.Copies {
		p.copy(&n.Copies[i])
	}
	return table.Item{Key: noticeKey(n), Data: p.b, Expires: n.Found.Add(heed.NoticeKept).Truncate(time.Second)}
}

func (p *packer) copy(c *heed.Copy) {
	p.raw(c.To[:])
	p.time(c.Claimed)
	p.time(c.Sent)
	p.string(c.MessageID)
	p.time(c.Failed)
	p.byte(byte(c.Fate))
}

func noticeOf(item table.Item) (*heed.Notice, error) {
	u := unpacker{b: item.Data}
	u.version(noticeFormat)
	n := &heed.Notice{Kind: heed.NoticeKind(u.string()), Of: u.string(), Source: u.string()}
	n.Day, n.Found = heed.Day(u.uint()), u.time()
	n.Row = heed.RowRef{Day: heed.Day(u.uint()), ID: heed.RowID(u.raw(len(heed.RowID{})))}
	n.Keyword, n.Since = u.byte() != 0, u.time()
	n.Sent, n.Bounced = u.uint(), u.uint()
	for range u.count(len(heed.Copy{}.To)) {
		n.Copies = append(n.Copies, u.copy())
	}
	return n, u.done()
}

func (u *unpacker) copy() heed.Copy {
	return heed.Copy{
		To: [8]byte(u.raw(8)), Claimed: u.time(), Sent: u.time(),
		MessageID: u.string(), Failed: u.time(), Fate: heed.Fate(u.byte()),
	}
}
