package tabletest

import (
	"encoding/binary"
	"fmt"

	"heed/shared/table"
)

// in returns the items that an index holds, as text.
func (f *fixture) in(index table.Index) string {
	f.Helper()
	s := ""
	for _, it := range f.all(table.Query{PK: table.IndexPK, Index: index}) {
		s += fmt.Sprintf("%s/%s@%s ", it.PK, it.SK, it.Place(index))
	}
	return s
}

func membership(f *fixture) {
	want := func(step, due, answered string) {
		f.Helper()
		if got := f.in(table.Due); got != due {
			f.Errorf("%s: due holds %q, want %q", step, got, due)
		}
		if got := f.in(table.Answered); got != answered {
			f.Errorf("%s: answered holds %q, want %q", step, got, answered)
		}
	}
	it := f.made(item("a", "1", "x"))
	want("made without", "", "")
	it.Due = []byte("t1")
	it = f.changed(it)
	want("due added", "a/1@t1 ", "")
	it.Data = []byte("y")
	it = f.changed(it)
	want("data changed", "a/1@t1 ", "")
	it.Due = []byte("t2")
	it = f.changed(it)
	want("due changed", "a/1@t2 ", "")
	it.Answered = []byte("t3")
	it = f.changed(it)
	want("answered added", "a/1@t2 ", "a/1@t3 ")
	it.Due = nil
	it = f.changed(it)
	want("due removed", "", "a/1@t3 ")
	if err := f.PutIfVersion(f.ctx, item("a", "1", "lost"), 1); err == nil {
		f.Fatal("put over an old version: no error")
	}
	want("conflict", "", "a/1@t3 ")
	other := item("b", "1", "x")
	other.Due, other.Answered = []byte("t1"), []byte("t1")
	other = f.made(other)
	want("another made", "b/1@t1 ", "b/1@t1 a/1@t3 ")
	if err := f.Delete(f.ctx, it.Key, it.Version); err != nil {
		f.Fatal(err)
	}
	want("deleted", "b/1@t1 ", "b/1@t1 ")
	other.Due, other.Answered = nil, nil
	f.changed(other)
	want("both removed", "", "")
}

func keysOnly(f *fixture) {
	it := item("a", "1", "data")
	it.Due, it.Answered = []byte{1}, []byte{2}
	f.changed(f.made(it))
	f.same("due", []table.Item{{Key: it.Key, Due: []byte{1}}},
		f.all(table.Query{PK: table.IndexPK, Index: table.Due}))
	f.same("answered", []table.Item{{Key: it.Key, Answered: []byte{2}}},
		f.all(table.Query{PK: table.IndexPK, Index: table.Answered}))
}

// moment is a key of the shape the indexes have: a time, then an id.
func moment(ms uint64, id int) []byte {
	return fmt.Appendf(binary.BigEndian.AppendUint64(nil, ms), "%04d", id)
}

// moments makes n items due at three times, in the order of the index.
func (f *fixture) moments(n int) []table.Item {
	var want []table.Item
	for i := range n {
		it := item(fmt.Sprint("day#", i%5), fmt.Sprintf("%04d", n-i), "x")
		it.Due = moment(1_700_000_000_000+uint64(i*3/n)<<8, i)
		f.made(it)
		want = append(want, table.Item{Key: it.Key, Due: it.Due})
	}
	return want
}

func indexPages(f *fixture) {
	want := f.moments(60)
	for _, limit := range []int{0, 1, 7, 60, 61} {
		q := table.Query{PK: table.IndexPK, Index: table.Due, Limit: limit}
		f.same(fmt.Sprint("pages of ", limit), want, f.all(q))
	}
	equal := map[string]bool{}
	for i := range 20 {
		it := item("a", fmt.Sprint(i), "x")
		it.Answered = []byte("the same moment")
		f.made(it)
	}
	for _, it := range f.all(table.Query{PK: table.IndexPK, Index: table.Answered, Limit: 3}) {
		equal[string(it.SK)] = true
	}
	if len(equal) != 20 {
		f.Errorf("of 20 items with one index key, pages of three hold %d", len(equal))
	}
}

func indexRanges(f *fixture) {
	want := f.moments(30)
	q := table.Query{PK: table.IndexPK, Index: table.Due, Before: want[20].Due}
	f.same("before", want[:20], f.all(q))
	q.From, q.Limit = want[10].Due, 3
	f.same("from and before, in pages", want[10:20], f.all(q))
	q.Before = nil
	f.same("from", want[10:], f.all(q))
	q.From, q.Before = want[0].Due[:8], want[29].Due[:8]
	f.same("by time alone", want[:20], f.all(q))
}
