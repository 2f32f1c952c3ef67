package tabletest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"heed/shared/table"
)

// The bills below are worked out by hand: a, 1 and a version below 100 make 9
// bytes, one byte names the data.
const bare = len("pk"+"a") + len("sk"+"1") + len("v") + 2

// sized returns an item of exactly that many bytes.
func sized(sk string, size int) table.Item {
	it := item("a", sk, "")
	it.Data = bytes.Repeat([]byte{'x'}, size-bare-(len(sk)-1)-len("d"))
	return it
}

// costs fails the test unless do costs exactly that.
func (f *fixture) costs(what string, read, write float64, do func() error) {
	f.Helper()
	f.meter.Reset()
	if err := do(); err != nil {
		f.Fatalf("%s: %v", what, err)
	}
	want := table.Units{Read: read, Write: write}
	if got := f.meter.Units(); got != want {
		f.Errorf("%s costs %+v, want %+v", what, got, want)
	}
}

func (f *fixture) make(it table.Item) func() error {
	return func() error { return f.PutIfAbsent(f.ctx, it) }
}

func (f *fixture) change(it table.Item, version uint64) func() error {
	return func() error { return f.PutIfVersion(f.ctx, it, version) }
}

func (f *fixture) remove(k table.Key, version uint64) func() error {
	return func() error { return f.Delete(f.ctx, k, version) }
}

func unitsOfPuts(f *fixture) {
	f.costs("an item of 1 KB", 0, 1, f.make(sized("1", 1024)))
	f.costs("a byte more", 0, 2, f.change(sized("1", 1025), 1))
	f.costs("a smaller one in its place", 0, 2, f.change(sized("1", 100), 2))
	f.costs("as small", 0, 1, f.change(sized("1", 1024), 3))
	f.costs("an item of 300 KB", 0, 300, f.change(sized("1", 300*1024), 4))
	f.costs("a delete of 300 KB", 0, 300, f.remove(key("a", "1"), 5))
	f.costs("a delete of nothing", 0, 1, f.remove(key("a", "1"), 0))
	f.costs("a new one", 0, 1, f.make(sized("1", 1000)))
	f.costs("a delete by key", 0, 1, f.remove(key("a", "1"), 0))

	f.costs("version 1 of many", 0, 1, f.make(sized("2", 1023)))
	for v := uint64(1); v < 100; v++ {
		f.changed(table.Item{Key: key("a", "2"), Version: v, Data: sized("2", 1024).Data})
	}
	f.costs("version 101, whose number is a byte longer", 0, 2, f.change(sized("2", 1024), 100))

	full := sized("3", 1024-len("ttl")-6)
	full.Expires = at(4_102_444_811)
	f.costs("with an expiry, 10 digits in 6 bytes", 0, 1, f.make(full))
	full.SK, full.Data = []byte("4"), append(full.Data, 'x')
	f.costs("a byte more with an expiry", 0, 2, f.make(full))
	full.SK, full.Expires = []byte("5"), at(4_102_444_800)
	f.costs("an expiry of 8 digits and two zeros", 0, 1, f.make(full))
}

func unitsOfIndexes(f *fixture) {
	it := sized("1", 1024-len("x"+table.IndexPK)-len("due")-len("t1"))
	it.Due = []byte("t1")
	f.costs("made with due", 0, 2, f.make(it))
	f.costs("unchanged", 0, 1, f.change(it, 1))
	it.Due = []byte("t2")
	f.costs("due changed", 0, 3, f.change(it, 2))
	it.Due, it.Answered = nil, []byte("t3")
	f.costs("due removed, answered added", 0, 3, f.change(it, 3))
	it.Due = []byte("t4")
	f.costs("due added, now over 1 KB", 0, 3, f.change(it, 4))
	f.costs("deleted with both", 0, 4, f.remove(it.Key, 5))

	long := sized("1", 100)
	long.Due = bytes.Repeat([]byte{'x'}, table.MaxSK)
	f.costs("an entry over 1 KB", 0, 4, f.make(long))
	f.costs("deleted", 0, 4, f.remove(long.Key, 0))
}

// refused makes of a conflict a success, of all else a failure.
func refused(do func() error) func() error {
	return func() error {
		if err := do(); !errors.Is(err, table.ErrConflict) {
			return fmt.Errorf("%v, want ErrConflict", err)
		}
		return nil
	}
}

func unitsOfRefusals(f *fixture) {
	big := sized("1", 3000)
	big.Due = []byte("t1")
	f.costs("made", 0, 4, f.make(big))
	f.costs("small over big", 0, 3, refused(f.make(sized("1", 100))))
	f.costs("bigger over big", 0, 5, refused(f.change(sized("1", 5000), 7)))
	f.costs("delete of another version", 0, 3, refused(f.remove(big.Key, 2)))
	f.costs("small over nothing", 0, 1, refused(f.change(sized("2", 100), 1)))
	f.costs("big over nothing", 0, 3, refused(f.change(sized("2", 3000), 1)))
}

func unitsOfReads(f *fixture) {
	f.made(sized("1", 4096))
	f.made(sized("2", 4097))
	get := func(sk string) func() error {
		return func() error {
			if _, err := f.Get(f.ctx, key("a", sk)); !errors.Is(err, table.ErrNotFound) {
				return err
			}
			return nil
		}
	}
	f.costs("4 KB", 1, 0, get("1"))
	f.costs("a byte more", 2, 0, get("2"))
	f.costs("what is not there", 1, 0, get("3"))

	query := func(q table.Query, n int) func() error {
		return func() error {
			if page := f.page(q); len(page.Items) != n {
				return fmt.Errorf("%d items, want %d", len(page.Items), n)
			}
			return nil
		}
	}
	f.costs("a query of 8,193 bytes", 1.5, 0, query(table.Query{PK: "a"}, 2))
	f.costs("the same, consistent", 3, 0, query(table.Query{PK: "a", Consistent: true}, 2))
	f.costs("its first half", 0.5, 0, query(table.Query{PK: "a", Limit: 1}, 1))
	f.costs("its other half", 1, 0, query(table.Query{PK: "a", From: []byte("2"), Before: []byte("3")}, 1))
	f.costs("nothing", 0.5, 0, query(table.Query{PK: "b"}, 0))
	f.costs("nothing, consistent", 1, 0, query(table.Query{PK: "b", Consistent: true}, 0))
	f.costs("no range", 0, 0, query(table.Query{PK: "a", From: []byte("2"), Before: []byte("2")}, 0))

	// Each entry has 4,096/16 bytes: "pk" 1, "sk" 1, "x" row, "due" and the rest.
	due := strings.Repeat("x", 256-len("pk"+"c"+"sk"+"1"+"x"+table.IndexPK+"due"))
	for i := range 17 {
		it := item("c", string(rune('A'+i)), strings.Repeat("not in the index", 100))
		it.Due = []byte(due)
		f.made(it)
	}
	index := table.Query{PK: table.IndexPK, Index: table.Due}
	f.costs("17 entries of 256 bytes", 1, 0, query(index, 17))
	index.Limit = 16
	f.costs("16 entries of 256 bytes", 0.5, 0, query(index, 16))
	index.Index = table.Answered
	f.costs("an empty index", 0.5, 0, query(index, 0))
}
