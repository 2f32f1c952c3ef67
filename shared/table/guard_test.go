package table_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"heed/shared/table"
)

// behind is a table that says only that it was reached.
type behind struct{}

var errReached = errors.New("reached")

func (behind) Get(context.Context, table.Key) (table.Item, error) { return table.Item{}, errReached }
func (behind) PutIfAbsent(context.Context, table.Item) error      { return errReached }

func (behind) PutIfVersion(context.Context, table.Item, uint64) error { return errReached }

func (behind) Delete(context.Context, table.Key, uint64) error { return errReached }

func (behind) Query(context.Context, table.Query) (table.Page, error) {
	return table.Page{}, errReached
}

func TestGuard(t *testing.T) {
	grants := []table.Grant{
		{Actions: []table.Action{table.MayGet, table.MayPut}, Prefixes: []string{"day#", "c#"}},
		{Actions: []table.Action{table.MayQuery}, Prefixes: []string{"cells#", table.IndexPK}},
		{Actions: []table.Action{table.MayDelete}, Prefixes: []string{table.MarkPrefix, "c#"}},
	}
	guarded := table.Guard(behind{}, grants)
	get := func(pk string) error {
		_, err := guarded.Get(t.Context(), table.Key{PK: pk})
		return err
	}
	query := func(q table.Query) error {
		_, err := guarded.Query(t.Context(), q)
		return err
	}
	item := func(pk string) table.Item { return table.Item{Key: table.Key{PK: pk}} }
	for _, c := range []struct {
		name    string
		err     error
		refused string // as the error has it; "" if let through
	}{
		{"get a row", get("day#2026-11-21#f"), ""},
		{"get a customer", get("c#00ff"), ""},
		{"get an account", get("a#00ff"), "GetItem on a#"},
		{"get a cell", get("cells#p"), "GetItem on cells#"},
		{"get the mark", get("mark"), "GetItem on mark"},
		{"get part of a prefix", get("day"), "GetItem on day"},
		{"get nothing", get(""), "GetItem on "},
		{"make a row", guarded.PutIfAbsent(t.Context(), item("day#1#0")), ""},
		{"make a cell", guarded.PutIfAbsent(t.Context(), item("cells#p")), "PutItem on cells#"},
		{"change a row", guarded.PutIfVersion(t.Context(), item("day#1#0"), 1), ""},
		{"change a cell", guarded.PutIfVersion(t.Context(), item("cells#p"), 1), "PutItem on cells#"},
		{"delete a customer", guarded.Delete(t.Context(), table.Key{PK: "c#00ff"}, 0), ""},
		{"delete the mark", guarded.Delete(t.Context(), table.Key{PK: "mark"}, 0), ""},
		{"delete a row", guarded.Delete(t.Context(), table.Key{PK: "day#1#0"}, 0), "DeleteItem on day#"},
		{"query cells", query(table.Query{PK: "cells#p"}), ""},
		{"query rows", query(table.Query{PK: "day#1#0"}), "Query on day#"},
		{"query an index", query(table.Query{PK: table.IndexPK, Index: table.Due}), ""},
		{"query an index under another name", query(table.Query{PK: "day#1#0", Index: table.Due}), ""},
		{"query an index without a grant", func() error {
			_, err := table.Guard(behind{}, grants[:1]).Query(t.Context(), table.Query{PK: "day#1", Index: table.Due})
			return err
		}(), "Query on row"},
		{"do anything without grants", table.Guard(behind{}, nil).PutIfAbsent(t.Context(), item("day#1#0")), "PutItem on day#"},
	} {
		if c.refused == "" {
			if !errors.Is(c.err, errReached) {
				t.Errorf("%s: %v, want it let through", c.name, c.err)
			}
			continue
		}
		if !errors.Is(c.err, table.ErrForbidden) || !strings.HasPrefix(c.err.Error(), c.refused+":") {
			t.Errorf("%s: %v, want %s forbidden", c.name, c.err, c.refused)
		}
	}
}
