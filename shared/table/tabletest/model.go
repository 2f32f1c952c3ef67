package tabletest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"heed/shared/table"
)

// anyOperations compares the table to a map under random operations. Runs
// share the table; each has partitions and index keys of its own.
func anyOperations(f *fixture) {
	run := uint16(0)
	rapid.Check(f.T, func(t *rapid.T) {
		run++
		m := &model{fixture: f, run: run, items: map[string]table.Item{}}
		t.Repeat(map[string]func(*rapid.T){
			"make": m.make, "change": m.change, "delete": m.delete, "get": m.get, "query": m.query, "index": m.index,
		})
	})
}

// A model is what the table should hold, by partition and sort key.
type model struct {
	*fixture
	run   uint16
	items map[string]table.Item
}

func name(k table.Key) string { return k.PK + "/" + string(k.SK) }

func (m *model) key(t *rapid.T) table.Key {
	pk := rapid.SampledFrom([]string{"a#", "b#"}).Draw(t, "partition") + fmt.Sprint(m.run)
	sk := rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, 0xff}), 1, 2).Draw(t, "sort key")
	return table.Key{PK: pk, SK: sk}
}

// place is absent or one of a few keys that begin with the number of the run.
func (m *model) place(t *rapid.T, label string) []byte {
	b := rapid.SampledFrom([]string{"", "\x00", "a", "aa", "\xff"}).Draw(t, label)
	if b == "" {
		return nil
	}
	return append(binary.BigEndian.AppendUint16(nil, m.run), b...)
}

func (m *model) item(t *rapid.T) table.Item {
	it := table.Item{Key: m.key(t), Due: m.place(t, "due"), Answered: m.place(t, "answered")}
	it.Data = rapid.SliceOfN(rapid.Byte(), 0, 5).Draw(t, "data")
	if s := rapid.Int64Range(0, 3).Draw(t, "expires"); s > 0 {
		it.Expires = at(4_000_000_000 + s)
	}
	return it
}

// version is mostly the one that is there.
func (m *model) version(t *rapid.T, k table.Key) uint64 {
	off := rapid.SampledFrom([]uint64{0, 0, 0, 1}).Draw(t, "off by")
	return m.items[name(k)].Version + off
}

// settle checks err against whether the operation had to conflict, and does
// to the model what it did to the table.
func (m *model) settle(t *rapid.T, conflict bool, err error, do func()) {
	switch {
	case conflict && !errors.Is(err, table.ErrConflict):
		t.Fatalf("%v, want ErrConflict", err)
	case !conflict && err != nil:
		t.Fatalf("%v", err)
	case !conflict:
		do()
	}
}

func (m *model) make(t *rapid.T) {
	it := m.item(t)
	_, taken := m.items[name(it.Key)]
	m.settle(t, taken, m.PutIfAbsent(m.ctx, it), func() {
		it.Version = 1
		m.items[name(it.Key)] = it
	})
}

func (m *model) change(t *rapid.T) {
	it := m.item(t)
	version := m.version(t, it.Key)
	old, there := m.items[name(it.Key)]
	m.settle(t, !there || old.Version != version, m.PutIfVersion(m.ctx, it, version), func() {
		it.Version = version + 1
		m.items[name(it.Key)] = it
	})
}

func (m *model) delete(t *rapid.T) {
	k := m.key(t)
	version := m.version(t, k)
	old, there := m.items[name(k)]
	conflict := there && version != 0 && old.Version != version
	m.settle(t, conflict, m.Delete(m.ctx, k, version), func() { delete(m.items, name(k)) })
}

func (m *model) get(t *rapid.T) {
	k := m.key(t)
	want, there := m.items[name(k)]
	got, err := m.Get(m.ctx, k)
	if there != (err == nil) || !there && !errors.Is(err, table.ErrNotFound) {
		t.Fatalf("get: %v, there is one: %v", err, there)
	}
	if d := diff([]table.Item{want}, []table.Item{got}); d != "" {
		t.Fatalf("get (-want +got):\n%s", d)
	}
}

func (m *model) query(t *rapid.T) {
	q := table.Query{PK: m.key(t).PK, Limit: rapid.IntRange(0, 3).Draw(t, "limit")}
	q.Consistent = rapid.Bool().Draw(t, "consistent")
	if rapid.Bool().Draw(t, "from here") {
		q.From = m.key(t).SK
	}
	if rapid.Bool().Draw(t, "to there") {
		q.Before = m.key(t).SK
	}
	m.answers(t, q, func(it table.Item) bool { return it.PK == q.PK && within(it.SK, q.From, q.Before) })
}

// index asks for all of this run's entries of an index. Those of one key come
// in no order that DynamoDB promises, so both sides are sorted.
func (m *model) index(t *rapid.T) {
	q := table.Query{PK: table.IndexPK}
	q.From = binary.BigEndian.AppendUint16(nil, m.run)
	q.Before = binary.BigEndian.AppendUint16(nil, m.run+1)
	q.Index = rapid.SampledFrom([]table.Index{table.Due, table.Answered}).Draw(t, "index")
	q.Limit = rapid.IntRange(0, 3).Draw(t, "limit")
	m.answers(t, q, func(it table.Item) bool { return it.Place(q.Index) != nil })
}

func (m *model) answers(t *rapid.T, q table.Query, belongs func(table.Item) bool) {
	var want []table.Item
	for _, it := range m.items {
		if !belongs(it) {
			continue
		}
		switch q.Index {
		case table.Due:
			it = table.Item{Key: it.Key, Due: it.Due}
		case table.Answered:
			it = table.Item{Key: it.Key, Answered: it.Answered}
		}
		want = append(want, it)
	}
	got := m.all(q)
	ascending := func(a, b table.Item) int { return bytes.Compare(a.Place(q.Index), b.Place(q.Index)) }
	if !slices.IsSortedFunc(got, ascending) {
		t.Fatalf("query %+v is out of order", q)
	}
	for _, items := range [][]table.Item{want, got} {
		slices.SortFunc(items, func(a, b table.Item) int {
			if c := ascending(a, b); c != 0 {
				return c
			}
			return strings.Compare(name(a.Key), name(b.Key))
		})
	}
	if d := diff(want, got); d != "" {
		t.Fatalf("query %+v (-want +got):\n%s", q, d)
	}
}
