package embedded

import (
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"
)

// A draft is bbolt's transaction as a write sees it. Whatever is changed is
// changed by its methods, which note it for the journal; they panic where
// bbolt refuses.
type draft struct {
	*bbolt.Tx
	record []byte
}

// The kinds of changes. After each comes its bucket's name, and what is said
// here: names, keys and values each after their length.
const (
	putChange    = 1 + iota // key, value
	removeChange            // key
	numberChange            // the last number that was given out
	createChange            // nothing
)

func (d *draft) note(kind byte, bucket []byte) {
	d.record = appendSized(append(d.record, kind), bucket)
}

// put puts a key, which must not be touched again, as its value must not.
func (d *draft) put(bucket, key, value []byte) {
	if err := d.Bucket(bucket).Put(key, value); err != nil {
		panic(fmt.Errorf("put: %w", err))
	}
	d.note(putChange, bucket)
	d.record = appendSized(appendSized(d.record, key), value)
}

// remove deletes a key, if it is there.
func (d *draft) remove(bucket, key []byte) {
	if err := d.Bucket(bucket).Delete(key); err != nil {
		panic(fmt.Errorf("delete: %w", err))
	}
	d.note(removeChange, bucket)
	d.record = appendSized(d.record, key)
}

// number gives out the bucket's next number.
func (d *draft) number(bucket []byte) uint64 {
	n, err := d.Bucket(bucket).NextSequence()
	if err != nil {
		panic(fmt.Errorf("give out a number: %w", err))
	}
	d.note(numberChange, bucket)
	d.record = binary.AppendUvarint(d.record, n)
	return n
}

// create makes a bucket, if it is not there.
func (d *draft) create(bucket []byte) {
	if _, err := d.CreateBucketIfNotExists(bucket); err != nil {
		panic(fmt.Errorf("make a bucket: %w", err))
	}
	d.note(createChange, bucket)
}

// redo makes the changes of one record.
func redo(tx *bbolt.Tx, changes []byte) error {
	r := reader{rest: changes}
	for len(r.rest) > 0 {
		if err := redoOne(tx, &r); err != nil {
			return err
		}
		if r.bad {
			return errCorrupt
		}
	}
	return nil
}

func redoOne(tx *bbolt.Tx, r *reader) error {
	kind, name := r.byte(), r.sized()
	if kind == createChange {
		_, err := tx.CreateBucketIfNotExists(name)
		return err
	}
	bucket := tx.Bucket(name)
	if bucket == nil {
		return errCorrupt
	}
	switch kind {
	case putChange:
		key := r.sized()
		return bucket.Put(key, r.sized())
	case removeChange:
		return bucket.Delete(r.sized())
	case numberChange:
		return bucket.SetSequence(r.uvarint())
	}
	return errCorrupt
}
