package tabletest

import (
	"bytes"
	"slices"

	"heed/shared/table"
)

// sortKeys is in the order that engines must keep.
var sortKeys = []string{
	"\x00", "\x00\x00", "\x00\x01", "\x00\xff", "\x01", "0", "00", "A", "a", "a\x00", "a\x00b", "aa", "b",
	"\x7f", "\x80", "\xc3\xa9", "\xfe\xff", "\xff", "\xff\x00", "\xff\xff", "\xff\xff\xff",
}

// fill makes an item of each sort key, in another order than theirs.
func (f *fixture) fill(pk string) []table.Item {
	var items []table.Item
	for i := range sortKeys {
		items = append(items, f.made(item(pk, sortKeys[(i*8+5)%len(sortKeys)], "x")))
	}
	slices.SortFunc(items, func(a, b table.Item) int { return bytes.Compare(a.SK, b.SK) })
	return items
}

func order(f *fixture) {
	want := f.fill("a")
	for i, it := range want {
		if string(it.SK) != sortKeys[i] {
			f.Fatalf("the test's own keys are not in order at %x", it.SK)
		}
	}
	f.same("one page", want, f.all(table.Query{PK: "a"}))
	f.same("pages of three", want, f.all(table.Query{PK: "a", Limit: 3, Consistent: true}))
}

func partitions(f *fixture) {
	a, b := f.fill("day#1"), f.made(item("day#10", "1", "b"))
	f.same("first", a, f.all(table.Query{PK: "day#1", Consistent: true}))
	f.same("second", []table.Item{b}, f.all(table.Query{PK: "day#10"}))
	for _, q := range []table.Query{
		{PK: "day#"},
		{PK: "day#100", Limit: 1},
		{PK: "day#1\x00"},
		{PK: table.IndexPK},
		{PK: table.IndexPK, Index: table.Due},
		{PK: table.IndexPK, Index: table.Answered},
	} {
		if page := f.page(q); len(page.Items) != 0 || page.Next != nil {
			f.Errorf("query %+v of nothing: %d items, next %x", q, len(page.Items), page.Next)
		}
	}
}

// bounds are ends of ranges, between and on the sort keys.
var bounds = [][]byte{
	nil,
	{},
	{0},
	{0, 0},
	{0, 0, 0},
	{0, 2},
	{1},
	[]byte("a"), []byte("a\x00"), []byte("ab"),
	{0x80},
	{0xff},
	{0xff, 0xff},
	{0xff, 0xff, 0xff, 0xff},
	bytes.Repeat([]byte{0xff}, table.MaxSK),
}

func within(key, from, before []byte) bool {
	return bytes.Compare(key, from) >= 0 && (len(before) == 0 || bytes.Compare(key, before) < 0)
}

func ranges(f *fixture) {
	items := f.fill("a")
	for _, from := range bounds {
		for _, before := range bounds {
			var want []table.Item
			for _, it := range items {
				if within(it.SK, from, before) {
					want = append(want, it)
				}
			}
			q := table.Query{PK: "a", From: from, Before: before}
			got := f.all(q)
			if d := diff(want, got); d != "" {
				f.Errorf("from %x before %x (-want +got):\n%s", from, before, d)
			}
			q.Limit = 2
			f.same("the same in pages of two", got, f.all(q))
		}
	}
}

func pages(f *fixture) {
	var want []table.Item
	for _, it := range numbered("a", 57) {
		want = append(want, f.made(it))
	}
	for _, limit := range []int{1, 7, 19, 56, 57, 58, 1000} {
		q := table.Query{PK: "a", Limit: limit, Consistent: true}
		first := f.page(q)
		if full := len(first.Items) == limit; full != (first.Next != nil) {
			f.Errorf("a page of %d by %d: next is %x", len(first.Items), limit, first.Next)
		}
		if len(first.Items) != min(limit, len(want)) {
			f.Errorf("%d items in the first page of %d", len(first.Items), limit)
		}
		f.same("all pages", want, f.all(q))
	}
	q := table.Query{PK: "a", Limit: 2, From: want[3].SK, Before: want[8].SK}
	f.same("pages of a range", want[3:8], f.all(q))
}

func megabyte(f *fixture) {
	var want []table.Item
	for _, it := range numbered("a", 8) {
		it.Data = bytes.Repeat([]byte{'x'}, 300_000)
		want = append(want, f.made(it))
	}
	for _, limit := range []int{0, 8} {
		q := table.Query{PK: "a", Limit: limit}
		page := f.page(q)
		if n := len(page.Items); n < 3 || n > 4 || page.Next == nil {
			f.Errorf("a page of items of 300 KB holds %d, next %x; want 3 or 4 in a megabyte", n, page.Next)
		}
		f.same("all pages", want, f.all(q))
	}
}

// pagesWhileItemsGo: a cursor holds although what it stands on is gone and
// more has come before and behind it.
func pagesWhileItemsGo(f *fixture) {
	var want []table.Item
	for _, it := range numbered("a", 9) {
		it.Due = it.SK
		want = append(want, f.made(it))
	}
	base := f.page(table.Query{PK: "a", Limit: 4})
	due := f.page(table.Query{PK: table.IndexPK, Index: table.Due, Limit: 4})
	for _, i := range []int{3, 4} {
		if err := f.Delete(f.ctx, want[i].Key, 1); err != nil {
			f.Fatal(err)
		}
	}
	before := item("a", "an item before the cursor", "x")
	before.Due = before.SK
	behind := item("a", "item behind the cursor", "x")
	behind.Due = behind.SK
	f.made(before)
	want = append(want[5:], f.made(behind))

	f.same("base", want, f.all(table.Query{PK: "a", Start: base.Next}))
	for i := range want {
		want[i].Version, want[i].Data = 0, nil
	}
	f.same("index", want, f.all(table.Query{PK: table.IndexPK, Index: table.Due, Start: due.Next}))
}

func badQueries(f *fixture) {
	f.made(item("a", "1", "x"))
	for name, q := range map[string]table.Query{
		"no partition":                {},
		"unknown index":               {PK: table.IndexPK, Index: "x"},
		"consistent index":            {PK: table.IndexPK, Index: table.Due, Consistent: true},
		"other partition of an index": {PK: "a", Index: table.Answered},
		"negative limit":              {PK: "a", Limit: -1},
		"a cursor of nobody's":        {PK: table.IndexPK, Index: table.Due, Start: table.Cursor("x")},
	} {
		if _, err := f.Query(f.ctx, q); err == nil {
			f.Errorf("%s: no error", name)
		}
	}
}
