package table

import (
	"bytes"
	"fmt"
)

// What DynamoDB allows, in bytes. Its developer guide has them on the page
// "Constraints in Amazon DynamoDB".
const (
	MaxItem = 400 * 1024 // names and values, see Size
	maxPK   = 2048
	MaxSK   = 1024 // in the table and in the indexes alike
)

// Check reports what no engine would take as a key. Like all of this file's
// errors it is a mistake of the program, not of whoever uses it.
func (k Key) Check() error {
	if len(k.PK) == 0 || len(k.PK) > maxPK {
		return fmt.Errorf("a partition key has 1 to %d bytes, not %d", maxPK, len(k.PK))
	}
	return checkPlace("sort key", k.SK)
}

func checkPlace(what string, key []byte) error {
	if len(key) == 0 || len(key) > MaxSK {
		return fmt.Errorf("a %s has 1 to %d bytes, not %d", what, MaxSK, len(key))
	}
	return nil
}

// Check reports what no engine would store: engines call it before a put.
func (item *Item) Check() error {
	if err := item.Key.Check(); err != nil {
		return err
	}
	for _, index := range []Index{Due, Answered} {
		if key := item.Place(index); key != nil {
			if err := checkPlace("key in index "+string(index), key); err != nil {
				return err
			}
		}
	}
	if size := Size(item); size > MaxItem {
		return fmt.Errorf("an item has at most %d bytes, not %d", MaxItem, size)
	}
	return nil
}

// Check reports what no engine would answer.
func (q *Query) Check() error {
	switch {
	case q.Index != Base && q.Index != Due && q.Index != Answered:
		return fmt.Errorf("there is no index %q", q.Index)
	case q.Index != Base && q.PK != IndexPK:
		return fmt.Errorf("an index has the one partition %q, not %q", IndexPK, q.PK)
	case q.Index != Base && q.Consistent:
		return fmt.Errorf("an index can't be read consistently")
	case len(q.PK) == 0 || len(q.PK) > maxPK:
		return fmt.Errorf("a partition key has 1 to %d bytes, not %d", maxPK, len(q.PK))
	case len(q.From) > MaxSK || len(q.Before) > MaxSK:
		return fmt.Errorf("a sort key has at most %d bytes", MaxSK)
	case q.Limit < 0:
		return fmt.Errorf("a page has no less than 0 items, not %d", q.Limit)
	}
	return nil
}

// Empty reports whether no key can lie between From and Before. Engines answer
// such a query without asking anybody, so it costs nothing.
func (q *Query) Empty() bool {
	return len(q.Before) > 0 && bytes.Compare(q.From, q.Before) >= 0
}
