package tabletest

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"heed/shared/table"
)

func bigItems(f *fixture) {
	it := f.made(table.Item{Key: key("a", "1"), Data: bytes.Repeat([]byte("0123456789"), 30_000)})
	f.holds(it)
	it.Data = bytes.Repeat([]byte{0}, 300_001)
	f.holds(f.changed(it))

	most := table.Item{Key: key("a", "2"), Version: 1}
	most.Data = make([]byte, table.MaxItem-table.Size(&most)-len("d"))
	f.holds(f.made(most))
	most.SK, most.Data = []byte("3"), append(most.Data, 0)
	if err := f.PutIfAbsent(f.ctx, most); err == nil {
		f.Errorf("an item of %d bytes went in", table.Size(&most))
	}
}

func badKeys(f *fixture) {
	long := strings.Repeat("x", table.MaxSK+1)
	f.holds(f.made(item("a", long[:table.MaxSK], "the longest sort key")))
	for name, it := range map[string]table.Item{
		"no partition":  item("", "1", "x"),
		"no sort key":   item("a", "", "x"),
		"long sort key": item("a", long, "x"),
		"empty due":     {Key: key("a", "1"), Due: []byte{}},
		"long answered": {Key: key("a", "1"), Answered: []byte(long)},
	} {
		if err := f.PutIfAbsent(f.ctx, it); err == nil || errors.Is(err, table.ErrConflict) {
			f.Errorf("%s: put if absent: %v, want an error of its own", name, err)
		}
		if err := f.PutIfVersion(f.ctx, it, 1); err == nil || errors.Is(err, table.ErrConflict) {
			f.Errorf("%s: put if version: %v, want an error of its own", name, err)
		}
	}
	for name, k := range map[string]table.Key{"no partition": key("", "1"), "no sort key": key("a", "")} {
		if _, err := f.Get(f.ctx, k); err == nil || errors.Is(err, table.ErrNotFound) {
			f.Errorf("%s: get: %v, want an error of its own", name, err)
		}
		if err := f.Delete(f.ctx, k, 0); err == nil {
			f.Errorf("%s: delete: no error", name)
		}
	}
}

func cancelled(f *fixture) {
	it := f.made(item("a", "1", "x"))
	ctx, cancel := context.WithCancel(f.ctx)
	cancel()
	_, get := f.Get(ctx, it.Key)
	_, query := f.Query(ctx, table.Query{PK: "a"})
	for name, err := range map[string]error{
		"get": get, "query": query,
		"put if absent":  f.PutIfAbsent(ctx, item("a", "2", "x")),
		"put if version": f.PutIfVersion(ctx, it, 1),
		"delete":         f.Delete(ctx, it.Key, 0),
	} {
		if !errors.Is(err, context.Canceled) {
			f.Errorf("%s: %v, want context.Canceled", name, err)
		}
	}
	f.same("the table", []table.Item{it}, f.all(table.Query{PK: "a", Consistent: true}))
}
