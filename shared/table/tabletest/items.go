package tabletest

import (
	"errors"
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
