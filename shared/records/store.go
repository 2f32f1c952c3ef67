package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// A Store reads and writes records through the door. It adds no state of its
// own and may be copied.
type Store struct{ Table table.Table }

// Consistent returns the store whose every query of the table sees all puts
// that were acknowledged, at twice the read units: for whoever works on with
// what was just written. Indexes lag all the same.
func (s Store) Consistent() Store { return Store{Table: consistent{s.Table}} }

type consistent struct{ table.Table }

func (c consistent) Query(ctx context.Context, q table.Query) (table.Page, error) {
	q.Consistent = q.Index == table.Base
	return c.Table.Query(ctx, q)
}

// Head is a scope as it stands, with the version that a put must replace; 0
// if it is new.
type Head struct {
	Kind    surveys.Scope
	ID      heed.Hash
	Version uint64
	Scope   *sampling.Scope
	Older   []sampling.Decided // from its full pages, and those of former identities
	listed  int                // of Scope.Decided, how many the item lists
	pages   []table.Item
}

// Knows reports whether the touchpoint, or a former identity by its MergeID, is
// in the scope's list or its pages.
func (h *Head) Knows(id heed.TouchpointID) bool {
	return h.Scope.Knows(id) || sampling.Among(h.Older, id)
}

// Scope reads a scope and all its pages; one that is new is empty.
func (s Store) Scope(ctx context.Context, kind surveys.Scope, id heed.Hash) (*Head, error) {
	head := &Head{Kind: kind, ID: id, Scope: &sampling.Scope{}}
	for item, err := range s.all(ctx, table.Query{PK: scopePK(kind, id), Consistent: true}) {
		if err == nil {
			err = head.add(item)
		}
		if err != nil {
			return nil, fmt.Errorf("read scope: %w", err)
		}
	}
	return head, nil
}

func (h *Head) add(item table.Item) (err error) {
	if item.SK[0] == headSK[0] {
		h.Version = item.Version
		h.Scope, err = unpackScope(h.ID, item.Data)
		if err == nil {
			h.listed = len(h.Scope.Decided)
		}
		return err
	}
	h.pages = append(h.pages, item)
	u := unpacker{b: item.Data}
	u.version(pageFormat)
	h.Older = append(h.Older, u.decided()...)
	return u.done()
}

// PutScope writes the scope if nobody has since it was read. Where its item
// lists a full page of decided touchpoints, those go to a page first, so that
// nothing is ever in neither. What a page holds depends on the item alone, and
// the item is not replaced before it is there: whoever else writes that page
// writes the same. table.ErrConflict: read it again.
func (s Store) PutScope(ctx context.Context, head *Head) error {
	pk := scopePK(head.Kind, head.ID)
	if head.listed >= sampling.PageSize {
		page := table.Item{Key: pageKey(pk, head.Scope.Pages), Data: packPage(head.Scope.Decided[:head.listed])}
		if err := s.absent(ctx, page); err != nil {
			return fmt.Errorf("write page of scope: %w", err)
		}
		head.Older = append(head.Older, head.Scope.Decided[:head.listed]...)
		head.Scope.Decided = head.Scope.Decided[head.listed:]
		head.Scope.Pages++
		head.listed = 0
	}
	return s.put(ctx, table.Item{Key: table.Key{PK: pk, SK: headSK}, Data: packScope(head.Scope)}, head.Version)
}

func packPage(list []sampling.Decided) []byte {
	p := packer{}
	p.byte(pageFormat)
	p.decided(list)
	return p.b
}

// absent writes an item unless it is there.
func (s Store) absent(ctx context.Context, item table.Item) error {
	if err := s.Table.PutIfAbsent(ctx, item); !errors.Is(err, table.ErrConflict) {
		return err
	}
	return nil
}

// put replaces the item of that version, or makes it where version is 0.
func (s Store) put(ctx context.Context, item table.Item, version uint64) error {
	if version == 0 {
		return s.Table.PutIfAbsent(ctx, item)
	}
	return s.Table.PutIfVersion(ctx, item, version)
}

// tries bounds how often a change is tried again after somebody was faster.
const tries = 20

// again repeats a read and conditional put for as long as somebody else keeps
// changing the item in between.
func again(ctx context.Context, change func() error) error {
	var err error
	for try := range tries {
		if err = change(); !errors.Is(err, table.ErrConflict) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(try) * 2 * time.Millisecond):
		}
	}
	return heed.Errorf(heed.Unavailable, "too many writers at once, try again").Because(err)
}
