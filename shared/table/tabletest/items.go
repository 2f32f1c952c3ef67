package tabletest

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"time"

	"heed/shared/table"
)

func putGetDelete(f *fixture) {
	k := key("a", "1")
	if _, err := f.Get(f.ctx, k); !errors.Is(err, table.ErrNotFound) {
		f.Fatalf("get before put: %v, want ErrNotFound", err)
	}
	it := f.made(table.Item{Key: k, Data: []byte{0, 1, 0xff}, Due: []byte{0}, Answered: []byte{0xff}})
	f.holds(it)
	if err := f.Delete(f.ctx, k, 0); err != nil {
		f.Fatal(err)
	}
	if _, err := f.Get(f.ctx, k); !errors.Is(err, table.ErrNotFound) {
		f.Fatalf("get after delete: %v, want ErrNotFound", err)
	}
	if err := f.Delete(f.ctx, k, 0); err != nil {
		f.Fatalf("delete what is not there: %v", err)
	}
}

func versions(f *fixture) {
	it := item("a", "1", "first")
	it.Version = 77 // not the caller's to choose
	it = f.made(it)
	f.holds(it)
	for range 12 {
		it.Data = append(it.Data, '+')
		it = f.changed(it)
		f.holds(it)
	}
	if err := f.Delete(f.ctx, it.Key, 0); err != nil {
		f.Fatal(err)
	}
	f.holds(f.made(item("a", "1", "again from one")))
}

func conflicts(f *fixture) {
	it := f.changed(f.made(item("a", "1", "kept")))
	other := item("a", "1", "lost")
	for _, try := range []struct {
		name string
		err  error
	}{
		{"put if absent", f.PutIfAbsent(f.ctx, other)},
		{"put the same if absent", f.PutIfAbsent(f.ctx, it)},
		{"put over an old version", f.PutIfVersion(f.ctx, other, 1)},
		{"put the same over an old version", f.PutIfVersion(f.ctx, it, 1)},
		{"put over a coming version", f.PutIfVersion(f.ctx, other, 3)},
		{"put over version 0", f.PutIfVersion(f.ctx, other, 0)},
		{"put over what is not there", f.PutIfVersion(f.ctx, item("a", "2", "lost"), 1)},
		{"put over version 0 of what is not there", f.PutIfVersion(f.ctx, item("a", "2", "lost"), 0)},
	} {
		if !errors.Is(try.err, table.ErrConflict) {
			f.Errorf("%s: %v, want ErrConflict", try.name, try.err)
		}
	}
	f.holds(it)
	if _, err := f.Get(f.ctx, key("a", "2")); !errors.Is(err, table.ErrNotFound) {
		f.Errorf("after conflicts the item is there: %v", err)
	}
}

func deleteByVersion(f *fixture) {
	it := f.changed(f.made(item("a", "1", "x")))
	for _, version := range []uint64{1, 3} {
		if err := f.Delete(f.ctx, it.Key, version); !errors.Is(err, table.ErrConflict) {
			f.Errorf("delete version %d of an item of version 2: %v, want ErrConflict", version, err)
		}
	}
	f.holds(it)
	for _, what := range []string{"what is there", "what is not there"} {
		if err := f.Delete(f.ctx, it.Key, 2); err != nil {
			f.Errorf("delete %s by version: %v", what, err)
		}
	}
	if _, err := f.Get(f.ctx, it.Key); !errors.Is(err, table.ErrNotFound) {
		f.Errorf("get after delete: %v, want ErrNotFound", err)
	}
}

func emptyData(f *fixture) {
	for sk, data := range map[string][]byte{"nil": nil, "empty": {}} {
		f.made(table.Item{Key: key("a", sk), Data: data})
		got, err := f.Get(f.ctx, key("a", sk))
		if err != nil || got.Data != nil {
			f.Errorf("%s data came back as %#v, %v; want nil", sk, got.Data, err)
		}
	}
	for _, got := range f.all(table.Query{PK: "a"}) {
		if got.Data != nil || got.Version != 1 || got.Due != nil || got.Answered != nil || !got.Expires.IsZero() {
			f.Errorf("query: %+v, want an item with nothing in it", got)
		}
	}
}

func expires(f *fixture) {
	it := item("a", "1", "x")
	it.Expires = time.Date(2100, 2, 3, 4, 5, 6, 0, time.FixedZone("", 3600))
	it = f.made(it)
	f.holds(it)
	f.same("query", []table.Item{it}, f.all(table.Query{PK: "a"}))
	it.Expires = time.Time{}
	f.holds(f.changed(it))
}

func owned(f *fixture) {
	sk, data, due := []byte("sort key"), []byte("the data"), []byte("due time")
	if err := f.PutIfAbsent(f.ctx, table.Item{Key: table.Key{PK: "a", SK: sk}, Data: data, Due: due}); err != nil {
		f.Fatal(err)
	}
	scribble(sk, data, due)
	want := table.Item{Key: key("a", "sort key"), Version: 1, Data: []byte("the data"), Due: []byte("due time")}
	f.holds(want)
	got, err := f.Get(f.ctx, want.Key)
	if err != nil {
		f.Fatal(err)
	}
	scribble(got.SK, got.Data, got.Due)
	f.holds(want)
	for _, q := range []table.Query{{PK: "a"}, {PK: table.IndexPK, Index: table.Due}} {
		for _, got := range f.all(q) {
			scribble(got.SK, got.Data, got.Due)
		}
		f.holds(want)
	}
}

func scribble(all ...[]byte) {
	for _, b := range all {
		for i := range b {
			b[i] = '!'
		}
	}
}

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
