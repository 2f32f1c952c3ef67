package table

import "bytes"

// Units are what operations cost: a read unit is a consistent read of up to
// 4 KB, a write unit a write of up to 1 KB.
type Units struct{ Read, Write float64 }

// The rules below are those of the DynamoDB developer guide, pages "DynamoDB
// item sizes and formats" (sizes), "DynamoDB read and write operations" (units,
// failed conditions) and "Using Global Secondary Indexes in DynamoDB" (index
// writes). KB is 1,024 bytes throughout.
const (
	readKB  = 4096
	writeKB = 1024
)

// Size returns the bytes that DynamoDB counts for the item: the names and
// values of its attributes, as doc.go lists them.
func Size(item *Item) int {
	n := keySize(item) + len("v") + numberSize(item.Version)
	if len(item.Data) > 0 {
		n += len("d") + len(item.Data)
	}
	if item.Due != nil || item.Answered != nil {
		n += len("x") + len(IndexPK)
	}
	if item.Due != nil {
		n += len("due") + len(item.Due)
	}
	if item.Answered != nil {
		n += len("ans") + len(item.Answered)
	}
	if !item.Expires.IsZero() {
		n += len("ttl") + numberSize(uint64(item.Expires.Unix()))
	}
	return n
}

func keySize(item *Item) int { return len("pk") + len(item.PK) + len("sk") + len(item.SK) }

// entrySize returns the bytes of the item's entry in an index, 0 if it has none.
func entrySize(item *Item, index Index) int {
	key := item.Place(index)
	if key == nil {
		return 0
	}
	name := "due"
	if index == Answered {
		name = "ans"
	}
	return keySize(item) + len("x") + len(IndexPK) + len(name) + len(key)
}

// Place returns where the item stands in the index: its sort key there, nil
// if it is not there.
func (item *Item) Place(index Index) []byte {
	switch index {
	case Due:
		return item.Due
	case Answered:
		return item.Answered
	}
	return item.SK
}

// numberSize is one byte, and one for each pair of decimal digits from the
// first that is not zero to the last.
func numberSize(n uint64) int {
	for n > 0 && n%100 == 0 {
		n /= 100
	}
	size := 1
	for ; n > 0; n /= 100 {
		size++
	}
	return size
}

// WriteUnits returns what a put or delete costs that replaced old by item:
// old is nil if nothing was there, item is nil for a delete. The table charges
// by the larger of the two, each index by what had to change in it.
func WriteUnits(old, item *Item) float64 {
	units := RefusedUnits(old, item)
	for _, index := range []Index{Due, Answered} {
		units += indexUnits(old, item, index)
	}
	return units
}

// RefusedUnits returns what a put or delete costs whose condition failed: as
// much as if it had not, without the indexes. old is the item that is there,
// item the one that was to be; either may be nil.
func RefusedUnits(old, item *Item) float64 {
	size := 1
	for _, i := range []*Item{old, item} {
		if i != nil {
			size = max(size, Size(i))
		}
	}
	return blocks(size, writeKB)
}

// indexUnits: an entry made or removed is one write, an entry whose key
// changes is removed and made, and one that stays the same costs nothing.
func indexUnits(old, item *Item, index Index) float64 {
	var before, after int
	if old != nil {
		before = entrySize(old, index)
	}
	if item != nil {
		after = entrySize(item, index)
	}
	if before > 0 && after > 0 && bytes.Equal(old.Place(index), item.Place(index)) {
		return 0
	}
	return blocks(before, writeKB) + blocks(after, writeKB)
}

// ReadUnits returns what a get costs, which is always consistent. item is nil
// if there was none.
func ReadUnits(item *Item) float64 {
	if item == nil {
		return 1
	}
	return blocks(Size(item), readKB)
}

// QueryUnits returns what a page costs: the sizes of its items together, half
// the price if the query is not consistent.
func QueryUnits(q Query, items []Item) float64 {
	size := 0
	for i := range items {
		if q.Index == Base {
			size += Size(&items[i])
		} else {
			size += entrySize(&items[i], q.Index)
		}
	}
	units := blocks(max(size, 1), readKB)
	if !q.Consistent {
		units /= 2
	}
	return units
}

func blocks(size, block int) float64 { return float64((size + block - 1) / block) }
