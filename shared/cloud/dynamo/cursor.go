package dynamo

import (
	"bytes"
	"encoding/binary"

	"heed/shared/heed"
	"heed/shared/table"
)

// A cursor is the place of a page's last item: in the table its sort key; in
// an index its key there and its partition key, each behind its length in two
// bytes, big endian, and its sort key.

// cursorOf makes a cursor of DynamoDB's LastEvaluatedKey, nil of none.
func cursorOf(q *table.Query, key attributes) table.Cursor {
	if len(key) == 0 {
		return nil
	}
	sk := bytesOf(key["sk"])
	if q.Index == table.Base {
		return sk
	}
	var c table.Cursor
	for _, part := range [][]byte{bytesOf(key[sortOf(q.Index)]), []byte(textOf(key["pk"]))} {
		c = append(binary.BigEndian.AppendUint16(c, uint16(len(part))), part...)
	}
	return append(c, sk...)
}

// startOf makes DynamoDB's ExclusiveStartKey of the query's cursor. A cursor
// may have been a stranger's to change, so nothing is taken for granted.
func startOf(q *table.Query) (attributes, error) {
	if len(q.Start) == 0 {
		return nil, nil
	}
	place, key := []byte(q.Start), table.Key{PK: q.PK, SK: q.Start}
	if q.Index != table.Base {
		var ok bool
		if place, key, ok = split(q.Start); !ok {
			return nil, badCursor()
		}
	}
	after := len(q.Before) > 0 && bytes.Compare(place, q.Before) >= 0
	if key.Check() != nil || after || bytes.Compare(place, q.From) < 0 {
		return nil, badCursor()
	}
	start := keyOf(key)
	start[sortOf(q.Index)] = raw(place)
	start[partitionOf(q.Index)] = text(q.PK)
	return start, nil
}

func badCursor() error { return heed.Errorf(heed.Invalid, "the cursor is not of this query") }

// split takes an index's cursor apart.
func split(c []byte) (place []byte, key table.Key, ok bool) {
	place, c, ok = part(c)
	if !ok || len(place) == 0 || len(place) > table.MaxSK {
		return nil, table.Key{}, false
	}
	pk, sk, ok := part(c)
	return place, table.Key{PK: string(pk), SK: sk}, ok
}

func part(c []byte) (head, tail []byte, ok bool) {
	if len(c) < 2 {
		return nil, nil, false
	}
	n := int(binary.BigEndian.Uint16(c))
	c = c[2:]
	if n > len(c) {
		return nil, nil, false
	}
	return c[:n], c[n:], true
}
