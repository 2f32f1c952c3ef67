package embedded

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/table"
)

// An item's value is its format, then its version, expiry in seconds since
// 1970 (0 for never), and its keys in the indexes, each after its length (0
// where it is not in that index), and to the end its data.
const itemFormat = 1

var errCorrupt = errors.New("the file holds what no Heed has written")

// encodeItem returns the item's value with the given version.
func encodeItem(item *table.Item, version uint64) []byte {
	b := make([]byte, 0, len(item.Data)+len(item.Due)+len(item.Answered)+16)
	b = append(b, itemFormat)
	b = binary.AppendUvarint(b, version)
	var expires uint64
	if !item.Expires.IsZero() {
		expires = uint64(item.Expires.Unix())
	}
	b = binary.AppendUvarint(b, expires)
	b = appendSized(b, item.Due)
	b = appendSized(b, item.Answered)
	return append(b, item.Data...)
}

func appendSized[T string | []byte](b []byte, field T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(field))), field...)
}

// decodeItem reads a value into all of the item but its Key. The item's bytes
// are those of b.
func decodeItem(item *table.Item, b []byte) error {
	r := reader{rest: b}
	if r.byte() != itemFormat {
		return fmt.Errorf("an item: %w", errCorrupt)
	}
	item.Version = r.uvarint()
	if expires := r.uvarint(); expires != 0 {
		item.Expires = time.Unix(int64(expires), 0).UTC()
	}
	item.Due = r.sized()
	item.Answered = r.sized()
	if r.bad {
		return fmt.Errorf("an item: %w", errCorrupt)
	}
	if len(r.rest) > 0 {
		item.Data = r.rest
	}
	return nil
}

// A reader takes a value apart. Once it meets the end too early it is bad, and
// everything it reads is zero.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) uvarint() uint64 {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 {
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

// sized reads a field after its length, nil if that is 0.
func (r *reader) sized() []byte { return r.take(r.uvarint()) }

func (r *reader) take(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.bad, r.rest = true, nil
		return nil
	}
	if n == 0 {
		return nil
	}
	field := r.rest[:n:n]
	r.rest = r.rest[n:]
	return field
}

// partition returns the beginning of the keys of one partition. The length
// comes first so that no partition's keys lie among another's.
func partition(pk string) []byte {
	b := make([]byte, 2, 2+len(pk)+24)
	binary.BigEndian.PutUint16(b, uint16(len(pk)))
	return append(b, pk...)
}

func itemKey(key table.Key) []byte { return append(partition(key.PK), key.SK...) }

// splitKey takes an item's key apart. SK's bytes are those of b.
func splitKey(b []byte) (table.Key, error) {
	if len(b) < 2 {
		return table.Key{}, fmt.Errorf("a key: %w", errCorrupt)
	}
	n := 2 + int(binary.BigEndian.Uint16(b))
	if len(b) < n {
		return table.Key{}, fmt.Errorf("a key: %w", errCorrupt)
	}
	return table.Key{PK: string(b[2:n]), SK: b[n:]}, nil
}

// An index's keys must sort as the items' places do, and several items may have
// one place. So a place is written with each 0 byte as 0 255, and ended by 0 0,
// which is less than any byte that could follow; the item's key comes after it.
func indexKey(place, item []byte) []byte {
	b := appendEscaped(make([]byte, 0, len(place)+len(item)+10), place)
	return append(append(b, 0, 0), item...)
}

func appendEscaped(b, place []byte) []byte {
	for {
		i := bytes.IndexByte(place, 0)
		if i < 0 {
			return append(b, place...)
		}
		b = append(append(b, place[:i]...), 0, 255)
		place = place[i+1:]
	}
}

// splitIndexKey takes an index's key apart. The item's bytes are those of b.
func splitIndexKey(b []byte) (place, item []byte, err error) {
	for {
		i := bytes.IndexByte(b, 0)
		if i < 0 || i+1 == len(b) {
			return nil, nil, fmt.Errorf("a key in an index: %w", errCorrupt)
		}
		place = append(place, b[:i]...)
		if b[i+1] == 0 {
			return slices.Clip(place), b[i+2:], nil
		}
		place = append(place, 0)
		b = b[i+2:]
	}
}
