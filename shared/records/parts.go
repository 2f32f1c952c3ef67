package records

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/table"
)

// A cell of very many answers is larger than an item may be: 20 kinds of
// touchpoint in 6 bands, 11 scores and 64 groups are 84,000 slots of some 10
// bytes. It is then cut into parts, items of a partition of their own, and the
// item under the cell's own key only names that partition. Parts go first, so
// whoever reads the item finds the parts that it names, all of one writing.
//
// A partition is named after key, content and the opening of the month that it
// was written in (state.version). Each restatement opens a month anew and writes
// a cell once, so no name is used again: whoever was held up before it removes
// what it has replaced takes away nothing that another has written since.
//
// A writer that dies, or is outrun, between the two leaves parts that nothing
// names. They cost their storage and no answer.

// partsFormat begins an item that names parts. No cell's format will.
const partsFormat = 0xff

const sumSize = 16

// largest is what an item holds before it is cut. A variable, so that tests
// need no such cell.
var largest = heed.PartSize

// cutOf is what an item holds that names parts: the sum of key and content, and
// the opening of the month.
func cutOf(key table.Key, data []byte, opening uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte{partsFormat}, sumOf(key, data)...), opening)
}

func sumOf(key table.Key, data []byte) []byte {
	sum := sha256.New()
	sum.Write(heed.AppendFields(nil, key.PK, string(key.SK)))
	sum.Write(data)
	return sum.Sum(nil)[:sumSize]
}

// cut returns what names the parts that an item's data is cut into, nil if it is
// whole.
func cut(data []byte) (name, sum []byte) {
	if len(data) != 1+sumSize+8 || data[0] != partsFormat {
		return nil, nil
	}
	return data[1:], data[1 : 1+sumSize]
}

func partsOf(key table.Key, name []byte) string { return fmt.Sprintf("%s#%x", key.PK, name) }

// putWhole puts data under key in place of was, whose Version is 0 if nothing
// was there, cutting it where it is too large, and removes was's parts.
func (s Store) putWhole(ctx context.Context, key table.Key, data []byte, opening uint64, was table.Item) error {
	item := table.Item{Key: key, Data: data}
	if len(data) > largest {
		item.Data = cutOf(key, data, opening)
		name, _ := cut(item.Data)
		if err := s.putParts(ctx, partsOf(key, name), data); err != nil {
			return err
		}
	}
	if err := s.put(ctx, item, was.Version); err != nil {
		return err
	}
	return s.removeParts(ctx, was)
}

func (s Store) putParts(ctx context.Context, pk string, data []byte) error {
	for i := 0; len(data) > 0; i++ {
		n := min(len(data), largest)
		if err := s.absent(ctx, table.Item{Key: table.Key{PK: pk, SK: []byte{byte(i)}}, Data: data[:n]}); err != nil {
			return err
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
	name, _ := cut(was.Data)
	if name == nil {
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

// errUnreadable is in the chain of what is said of a stored cell whose bytes are
// not there or make no sense. It says nothing of a table that can't be read.
var errUnreadable = errors.New("the stored cell can't be read")

// wholeOf returns the item's data, put together again where it was cut.
func (s Store) wholeOf(ctx context.Context, item table.Item) ([]byte, error) {
	name, sum := cut(item.Data)
	if name == nil {
		return item.Data, nil
	}
	var data []byte
	for part, err := range s.all(ctx, table.Query{PK: partsOf(item.Key, name), Consistent: true}) {
		if err != nil {
			return nil, err
		}
		data = append(data, part.Data...)
	}
	if !bytes.Equal(sumOf(item.Key, data), sum) {
		return nil, heed.Errorf(heed.Unavailable, "the cell was being written, try again").Because(errUnreadable)
	}
	return data, nil
}
