package table

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// ErrForbidden is in the chain of what a guarded table says of an operation
// that no grant covers.
var ErrForbidden = errors.New("the wiring grants no such thing")

// Guard returns t behind the grants of one wiring row, so that a function
// meets on the laptop the limits that its policy sets in the cloud.
func Guard(t Table, grants []Grant) Table { return &guard{t, grants} }

type guard struct {
	table  Table
	grants []Grant
}

func (g *guard) check(action Action, pk string) error {
	for _, grant := range g.grants {
		if grant.allows(action, pk) {
			return nil
		}
	}
	return fmt.Errorf("%s on %s: %w", action, prefixOf(pk), ErrForbidden)
}

// prefixOf returns what may be told of a partition key: what stands before
// the first #. The rest can stand for a person.
func prefixOf(pk string) string {
	if kind, _, more := strings.Cut(pk, "#"); more {
		return kind + "#"
	}
	return pk
}

func (g *guard) Get(ctx context.Context, key Key) (Item, error) {
	if err := g.check(MayGet, key.PK); err != nil {
		return Item{}, err
	}
	return g.table.Get(ctx, key)
}

func (g *guard) PutIfAbsent(ctx context.Context, item Item) error {
	if err := g.check(MayPut, item.PK); err != nil {
		return err
	}
	return g.table.PutIfAbsent(ctx, item)
}

func (g *guard) PutIfVersion(ctx context.Context, item Item, version uint64) error {
	if err := g.check(MayPut, item.PK); err != nil {
		return err
	}
	return g.table.PutIfVersion(ctx, item, version)
}

func (g *guard) Delete(ctx context.Context, key Key, version uint64) error {
	if err := g.check(MayDelete, key.PK); err != nil {
		return err
	}
	return g.table.Delete(ctx, key, version)
}

func (g *guard) Query(ctx context.Context, q Query) (Page, error) {
	pk := q.PK
	if q.Index != Base {
		pk = IndexPK
	}
	if err := g.check(MayQuery, pk); err != nil {
		return Page{}, err
	}
	return g.table.Query(ctx, q)
}
