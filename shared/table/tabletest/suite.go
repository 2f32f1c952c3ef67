// Package tabletest holds every engine behind table.Table to the same
// behaviour and the same bill. An engine's test calls Suite; what the suite
// does not ask for, callers may not rely on.
//
// DynamoDB lets an index lag behind the table. The suite does not: both
// engines it is run against are one machine.
package tabletest

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/table"
)

// Open returns an empty table that reports to meter. It is closed by the
// test's cleanup.
type Open func(t *testing.T, meter *table.Meter) table.Table

// Suite runs every test against tables that open makes, one for each.
func Suite(t *testing.T, open Open) {
	for _, c := range []struct {
		name string
		test func(*fixture)
	}{
		{"PutGetDelete", putGetDelete},
		{"VersionsCountFromOne", versions},
		{"ConflictsChangeNothing", conflicts},
		{"DeleteByVersion", deleteByVersion},
		{"NilAndEmptyDataAreTheSame", emptyData},
		{"ExpiresRoundTrip", expires},
		{"BytesAreTheCallersOwn", owned},
		{"BigItems", bigItems},
		{"KeysNoEngineTakes", badKeys},
		{"CancelledContext", cancelled},
		{"OrderOfSortKeys", order},
		{"PartitionsAreApart", partitions},
		{"Ranges", ranges},
		{"Pages", pages},
		{"PagesOfAMegabyte", megabyte},
		{"PagesWhileItemsGo", pagesWhileItemsGo},
		{"QueriesNoEngineAnswers", badQueries},
		{"IndexMembership", membership},
		{"IndexHoldsKeysOnly", keysOnly},
		{"IndexOrderAndPages", indexPages},
		{"IndexRanges", indexRanges},
		{"UnitsOfPuts", unitsOfPuts},
		{"UnitsOfIndexes", unitsOfIndexes},
		{"UnitsOfRefusals", unitsOfRefusals},
		{"UnitsOfReads", unitsOfReads},
		{"OneOfManyWins", oneWins},
		{"OneOfManyMakes", oneMakes},
		{"AnyOperations", anyOperations},
	} {
		t.Run(c.name, func(t *testing.T) {
			meter := new(table.Meter)
			c.test(&fixture{T: t, Table: open(t, meter), meter: meter, ctx: t.Context()})
		})
	}
}

// A fixture is one test's table, with the steps that must not fail.
type fixture struct {
	*testing.T
	table.Table
	meter *table.Meter
	ctx   context.Context
}

func key(pk, sk string) table.Key { return table.Key{PK: pk, SK: []byte(sk)} }

func item(pk, sk, data string) table.Item {
	return table.Item{Key: key(pk, sk), Data: []byte(data)}
}

// made puts a new item and returns it as it should be found.
func (f *fixture) made(it table.Item) table.Item {
	f.Helper()
	if err := f.PutIfAbsent(f.ctx, it); err != nil {
		f.Fatalf("put %s %x: %v", it.PK, it.SK, err)
	}
	it.Version = 1
	return it
}

// changed puts an item over the version it names and returns it as it should
// be found.
func (f *fixture) changed(it table.Item) table.Item {
	f.Helper()
	if err := f.PutIfVersion(f.ctx, it, it.Version); err != nil {
		f.Fatalf("put %s %x over version %d: %v", it.PK, it.SK, it.Version, err)
	}
	it.Version++
	return it
}

// holds fails the test unless the table holds want.
func (f *fixture) holds(want table.Item) {
	f.Helper()
	got, err := f.Get(f.ctx, want.Key)
	if err != nil {
		f.Fatalf("get %s %x: %v", want.PK, want.SK, err)
	}
	if d := diff([]table.Item{want}, []table.Item{got}); d != "" {
		f.Fatalf("get %s %x (-want +got):\n%s", want.PK, want.SK, d)
	}
}

// page runs one query.
func (f *fixture) page(q table.Query) table.Page {
	f.Helper()
	page, err := f.Query(f.ctx, q)
	if err != nil {
		f.Fatalf("query %+v: %v", q, err)
	}
	if q.Limit > 0 && len(page.Items) > q.Limit {
		f.Fatalf("query %+v: %d items in a page of %d", q, len(page.Items), q.Limit)
	}
	return page
}

// all runs a query to its end and returns the items of all pages.
func (f *fixture) all(q table.Query) []table.Item {
	f.Helper()
	var items []table.Item
	for range 1000 {
		page := f.page(q)
		items = append(items, page.Items...)
		if page.Next == nil {
			return items
		}
		q.Start = page.Next
	}
	f.Fatalf("query %+v: no end after 1000 pages", q)
	return nil
}

// same fails the test unless the items are those, in that order.
func (f *fixture) same(what string, want, got []table.Item) {
	f.Helper()
	if d := diff(want, got); d != "" {
		f.Fatalf("%s (-want +got):\n%s", what, d)
	}
}

// diff compares byte slices whole, since by elements it would take minutes.
func diff(want, got []table.Item) string {
	some := []table.Item{}
	return cmp.Diff(append(some, want...), append(some, got...), cmp.Comparer(bytes.Equal), cmp.Comparer(time.Time.Equal))
}

func numbered(pk string, n int) []table.Item {
	var items []table.Item
	for i := range n {
		items = append(items, item(pk, fmt.Sprintf("equal prefix %04d", i), fmt.Sprint("data ", i)))
	}
	return items
}
