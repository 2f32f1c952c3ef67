package records

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"

	"heed/shared/heed"
	"heed/shared/table"
)

// A cell of very many answers is larger than an item may be: 20 kinds of
// touchpoint in 6 bands, 11 scores and 64 groups are 84,000 slots of some 10
// bytes. It is then cut into parts, items of a partition named after key and
// content, and the item under the cell's own key only names that partition.
// Parts go first, so whoever reads the item finds the parts that it names, all
// of one writing.
//
// A writer that dies between the two leaves parts that nothing names. They cost
// their storage and no answer.

// partsFormat begins an item that names parts. No cell's format will.
const partsFormat = 0xff

const nameSize = 16

// largest is what an item holds before it is cut. A variable, so that tests
// need no such cell.
var largest = heed.PartSize

// partsPK names the parts of an item with that key and content.
func partsPK(key table.Key, data []byte) (pk string, name []byte) {
	sum := sha256.New()
	sum.Write(heed.AppendFields(nil, key.PK, string(key.SK)))
	sum.Write(data)
	name = sum.Sum(nil)[:nameSize]
	return partsOf(key, name), name
}

func partsOf(key table.Key, name []byte) string { return fmt.Sprintf("%s#%x", key.PK, name) }

// putWhole puts data under key in place of was, whose Version is 0 if nothing
// was there, cutting it where it is too large, and removes was's parts.
func (s Store) putWhole(ctx context.Context, key table.Key, data []byte, was table.Item) error {
	item := table.Item{Key: key, Data: data}
	if len(data) > largest {
		pk, name := partsPK(key, data)
		if err := s.putParts(ctx, pk, data); err != nil {
			return err
		}
		item.Data = append([]byte{partsFormat}, name...)
	}
	if was.Version > 0 && bytes.Equal(was.Data, item.Data) {
		return nil
	}
	if err := s.put(ctx, item, was.Version); err != nil {
		return err
	}
	return s.removeParts(ctx, was)
}

// putParts makes the parts that are not there: those that are hold the same.
func (s Store) putParts(ctx context.Context, pk string, data []byte) error {
	there := map[string]bool{}
	for part, err := range s.all(ctx, table.Query{PK: pk, Consistent: true}) {
		if err != nil {
			return err
		}
		there[string(part.SK)] = true
	}
	for i := 0; len(data) > 0; i++ {
		n := min(len(data), largest)
		sk := []byte{byte(i)}
		if !there[string(sk)] {
			if err := s.Table.PutIfAbsent(ctx, table.Item{Key: table.Key{PK: pk, SK: sk}, Data: data[:n]}); err != nil {
				return err
			}
		}
		data = data[n:]
	}
	return nil
}

// removeWhole removes an item and the parts that it names.
func (s Store) removeWhole(ctx context.Context, was table.Item) error {
	if err := s.Table.Delete(ctx, was.Key, was.Version); err != nil {
		return err
	}
	return s.removeParts(ctx, was)
}

func (s Store) removeParts(ctx context.Context, was table.Item) error {
	name, cut := namesParts(was.Data)
	if !cut {
		return nil
	}
	pk := partsOf(was.Key, name)
	for part, err := range s.all(ctx, table.Query{PK: pk, Consistent: true}) {
		if err != nil {
			return err
		}
		if err := s.Table.Delete(ctx, part.Key, part.Version); err != nil {
			return err
		}
	}
	return nil
}

// wholeOf returns the item's data, put together again where it was cut.
func (s Store) wholeOf(ctx context.Context, item table.Item) ([]byte, error) {
	name, cut := namesParts(item.Data)
	if !cut {
		return item.Data, nil
	}
	var data []byte
	for part, err := range s.all(ctx, table.Query{PK: partsOf(item.Key, name), Consistent: true}) {
		if err != nil {
			return nil, err
		}
		data = append(data, part.Data...)
	}
	if _, is := partsPK(item.Key, data); !bytes.Equal(is, name) {
		return nil, heed.Errorf(heed.Unavailable, "the cell was being written, try again")
	}
	return data, nil
}

func namesParts(data []byte) (name []byte, cut bool) {
	if len(data) != 1+nameSize || data[0] != partsFormat {
		return nil, false
	}
	return data[1:], true
}
