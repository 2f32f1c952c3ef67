package embedded

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"

	"heed/shared/heed"
	"heed/shared/table"
)

// pageBytes is what a page holds at most, by the size that DynamoDB counts. As
// with DynamoDB a page that the limit ended has a cursor, even if nothing is
// left.
const pageBytes = 1 << 20

// Query implements table.Table. A cursor is the last item's key, without the
// partition, so it can lead to no other.
func (t *Table) Query(ctx context.Context, q table.Query) (table.Page, error) {
	if err := q.Check(); err != nil {
		return table.Page{}, fmt.Errorf("query: %w", err)
	}
	if q.Empty() {
		return table.Page{}, nil
	}
	var page table.Page
	walk := walkItems
	if q.Index != table.Base {
		walk = walkIndex
	}
	err := t.file.read(ctx, func(tx *bbolt.Tx) error { return walk(tx, &q, &page) })
	if err != nil {
		return table.Page{}, fmt.Errorf("query: %w", err)
	}
	if t.Meter != nil {
		t.Meter.Add(table.Units{Read: table.QueryUnits(q, page.Items)})
	}
	return page, nil
}

// walkItems fills a page from one partition of the table.
func walkItems(tx *bbolt.Tx, q *table.Query, page *table.Page) error {
	prefix := partition(q.PK)
	c := tx.Bucket(itemsBucket).Cursor()
	size := 0
	for k, v := seek(c, prefix, q.From, q.Start); bytes.HasPrefix(k, prefix); k, v = c.Next() {
		sk := k[len(prefix):]
		if len(q.Before) > 0 && bytes.Compare(sk, q.Before) >= 0 {
			return nil
		}
		item, err := itemOf(q.PK, sk, v)
		if err != nil {
			return err
		}
		if size += table.Size(&item); size > pageBytes && len(page.Items) > 0 {
			page.Next = bytes.Clone(page.Items[len(page.Items)-1].SK)
			return nil
		}
		page.Items = append(page.Items, item)
		if len(page.Items) == q.Limit {
			page.Next = bytes.Clone(sk)
			return nil
		}
	}
	return nil
}

// itemOf returns an item from the bytes of its sort key and value.
func itemOf(pk string, sk, value []byte) (table.Item, error) {
	n := len(sk)
	both := slices.Concat(sk, value) // one copy for all that the item holds
	item := table.Item{Key: table.Key{PK: pk, SK: both[:n:n]}}
	err := decodeItem(&item, both[n:])
	return item, err
}

// walkIndex fills a page from an index.
func walkIndex(tx *bbolt.Tx, q *table.Query, page *table.Page) error {
	if q.Start != nil {
		if _, err := indexItem(q.Start, q.Index); err != nil {
			return heed.Errorf(heed.Invalid, "a cursor that no page ended with").Because(err)
		}
	}
	bucket, before := dueBucket, appendEscaped(nil, q.Before)
	if q.Index == table.Answered {
		bucket = answeredBucket
	}
	c := tx.Bucket(bucket).Cursor()
	size := 0
	for k, _ := seek(c, nil, appendEscaped(nil, q.From), q.Start); k != nil; k, _ = c.Next() {
		if len(before) > 0 && bytes.Compare(k, before) >= 0 {
			return nil
		}
		k = bytes.Clone(k)
		item, err := indexItem(k, q.Index)
		if err != nil {
			return err
		}
		page.Items = append(page.Items, item)
		if size += len(k); len(page.Items) == q.Limit || size >= pageBytes {
			page.Next = bytes.Clone(k)
			return nil
		}
	}
	return nil
}

// indexItem returns the item that an index shows of one of its keys.
func indexItem(k []byte, index table.Index) (table.Item, error) {
	place, name, err := splitIndexKey(k)
	if err != nil {
		return table.Item{}, err
	}
	key, err := splitKey(name)
	if err != nil {
		return table.Item{}, err
	}
	item := table.Item{Key: key}
	if index == table.Due {
		item.Due = place
	} else {
		item.Answered = place
	}
	return item, nil
}

// seek stands at the first key of the partition from from on, and after start
// if that is not nil.
func seek(c *bbolt.Cursor, prefix, from []byte, start table.Cursor) (k, v []byte) {
	if start != nil && bytes.Compare(start, from) >= 0 {
		after := slices.Concat(prefix, start)
		if k, v = c.Seek(after); bytes.Equal(k, after) {
			return c.Next()
		}
		return k, v
	}
	if at := slices.Concat(prefix, from); len(at) > 0 {
		return c.Seek(at)
	}
	return c.First()
}
