package embedded

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"heed/shared/table"
)

// A Table is the engine of table.Table on the file. It is safe for concurrent
// use; a copy with another Meter is the same table.
type Table struct {
	Meter *table.Meter // nil if nobody counts

	file *File
}

var _ table.Table = (*Table)(nil)

// Table returns the one table of the file.
func (f *File) Table() *Table { return &Table{file: f} }

// Get implements table.Table.
func (t *Table) Get(ctx context.Context, key table.Key) (table.Item, error) {
	if err := key.Check(); err != nil {
		return table.Item{}, fmt.Errorf("get: %w", err)
	}
	var value []byte
	err := t.file.read(ctx, func(tx *bbolt.Tx) error {
		value = bytes.Clone(tx.Bucket(itemsBucket).Get(itemKey(key)))
		return nil
	})
	if err != nil {
		return table.Item{}, fmt.Errorf("get: %w", err)
	}
	if value == nil {
		t.Meter.Add(table.Units{Read: table.ReadUnits(nil)})
		return table.Item{}, table.ErrNotFound
	}
	item := table.Item{Key: table.Key{PK: key.PK, SK: bytes.Clone(key.SK)}}
	if err := decodeItem(&item, value); err != nil {
		return table.Item{}, fmt.Errorf("get: %w", err)
	}
	t.Meter.Add(table.Units{Read: table.ReadUnits(&item)})
	return item, nil
}

// PutIfAbsent implements table.Table.
func (t *Table) PutIfAbsent(ctx context.Context, item table.Item) error {
	return t.put(ctx, &item, 1, func(there uint64) bool { return there == 0 })
}

// PutIfVersion implements table.Table.
func (t *Table) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	return t.put(ctx, &item, version+1, func(there uint64) bool { return there != 0 && there == version })
}

// Delete implements table.Table.
func (t *Table) Delete(ctx context.Context, key table.Key, version uint64) error {
	if err := key.Check(); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	c := change{key: key, fits: func(there uint64) bool { return there == 0 || version == 0 || there == version }}
	return t.apply(ctx, "delete", &c)
}

func (t *Table) put(ctx context.Context, item *table.Item, version uint64, fits func(there uint64) bool) error {
	item.Version = version
	if err := item.Check(); err != nil {
		return fmt.Errorf("put: %w", err)
	}
	c := change{key: item.Key, item: item, value: encodeItem(item, version), fits: fits}
	return t.apply(ctx, "put", &c)
}

func (t *Table) apply(ctx context.Context, doing string, c *change) error {
	c.name = itemKey(c.key)
	err := t.file.write(ctx, func(tx *draft) error { return c.run(tx, t.Meter != nil) }, nil)
	if err == nil || errors.Is(err, table.ErrConflict) {
		t.Meter.Add(table.Units{Write: c.units})
	}
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// A change is a put, or a delete if item is nil, of one item and its places in
// the indexes.
type change struct {
	key   table.Key
	name  []byte // of the item in the items bucket
	item  *table.Item
	value []byte
	fits  func(there uint64) bool // whether the version that is there is the one expected, 0 if there is none
	units float64
}

// run is the change within a write.
func (c *change) run(tx *draft, metered bool) error {
	items := tx.Bucket(itemsBucket)
	old, err := c.old(items)
	if err != nil {
		return err
	}
	var there uint64
	if old != nil {
		there = old.Version
	}
	if !c.fits(there) {
		if metered {
			c.units = table.RefusedUnits(old, c.item)
		}
		return table.ErrConflict
	}
	if metered {
		c.units = table.WriteUnits(old, c.item)
	}
	c.move(tx, dueBucket, table.Due, old)
	c.move(tx, answeredBucket, table.Answered, old)
	if c.item == nil {
		tx.remove(itemsBucket, c.name)
	} else {
		tx.put(itemsBucket, c.name, c.value)
	}
	return nil
}

// old returns what is there before the change, nil if nothing is. Its bytes
// are the file's.
func (c *change) old(items *bbolt.Bucket) (*table.Item, error) {
	value := items.Get(c.name)
	if value == nil {
		return nil, nil
	}
	old := &table.Item{Key: c.key}
	if err := decodeItem(old, value); err != nil {
		return nil, err
	}
	return old, nil
}

// move brings the item's place in an index from where it was to where it is.
func (c *change) move(tx *draft, index []byte, name table.Index, old *table.Item) {
	var before, after []byte
	if old != nil {
		before = old.Place(name)
	}
	if c.item != nil {
		after = c.item.Place(name)
	}
	if bytes.Equal(before, after) {
		return
	}
	if before != nil {
		tx.remove(index, indexKey(before, c.name))
	}
	if after != nil {
		tx.put(index, indexKey(after, c.name), nil)
	}
}
