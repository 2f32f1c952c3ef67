package table

import (
	"context"
	"errors"
	"time"
)

// What callers must tell apart.
var (
	ErrNotFound = errors.New("no such item")
	ErrConflict = errors.New("the item is not as expected") // exists already, or has another version
)

// A Key names an item: a partition and the place in it.
type Key struct {
	PK string
	SK []byte // 1 to 1,024 bytes; compared byte by byte
}

// An Item is one record. What Data holds is its owner's affair (package
// records); the table sees bytes, a version, and when the item is to be found
// in an index.
type Item struct {
	Key
	Version  uint64    // set by the table: 1 when made, one more with each put
	Data     []byte    // nil and empty are the same, and read as nil
	Due      []byte    // its place in the Due index; nil if it is not there
	Answered []byte    // its place in the Answered index; nil if it is not there
	Expires  time.Time // may be dropped after this, whole seconds; zero if never
}

// An Index is a sparse, keys-only view of the items that bear its key.
type Index string

// The indexes. Both have one partition, IndexPK.
const (
	Base     Index = ""         // the table itself
	Due      Index = "due"      // items with Due, in its order
	Answered Index = "answered" // items with Answered, in its order
)

// IndexPK is the one partition of both indexes.
const IndexPK = "row"

// A Query reads one partition of the table or of an index in key order.
type Query struct {
	PK         string // IndexPK where Index is not Base
	Index      Index
	From       []byte // first sort key, inclusive; nil or empty for the beginning
	Before     []byte // end of the sort keys, exclusive; nil or empty for the end
	Limit      int    // items a page at most; 0 for as many as fit 1 MB
	Consistent bool   // sees every put that was acknowledged; not to be had of an index
	Start      Cursor // where the last page ended; nil for the first
}

// A Cursor is where a page ended; its bytes are the engine's own affair.
type Cursor []byte

// A Page is part of a query's answer. Items of an index carry Key and the
// index's own key, nothing else.
type Page struct {
	Items []Item
	Next  Cursor // nil when nothing is left; a page that reached Limit always has one
}

// A Table is the narrow door to the one table. It offers only what DynamoDB
// does with a single item or a single partition: no transactions, no counters,
// no scans. Every put is conditional.
type Table interface {
	// Get reads one item, seeing every acknowledged put. ErrNotFound if there is none.
	Get(ctx context.Context, key Key) (Item, error)
	// PutIfAbsent writes a new item as version 1. ErrConflict if its key is taken.
	PutIfAbsent(ctx context.Context, item Item) error
	// PutIfVersion replaces the item that has exactly that version and gives it
	// the next one. ErrConflict if it has another or is not there.
	PutIfVersion(ctx context.Context, item Item, version uint64) error
	// Delete removes the item that has exactly that version, or whichever is
	// there if version is 0. ErrConflict if it has another; removing what is
	// not there is no error.
	Delete(ctx context.Context, key Key, version uint64) error
	// Query reads a page of one partition in ascending order of its sort keys.
	Query(ctx context.Context, q Query) (Page, error)
}
