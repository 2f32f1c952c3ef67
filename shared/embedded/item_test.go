package embedded

import (
	"bytes"
	"cmp"
	"testing"
	"time"

	"pgregory.net/rapid"

	"heed/shared/table"
)

func item(pk, sk string) table.Item {
	return table.Item{Key: table.Key{PK: pk, SK: []byte(sk)}, Data: []byte("data")}
}

// few draws bytes among those that matter to the escape.
func few(from, to int) *rapid.Generator[[]byte] {
	return rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, 'a', 254, 255}), from, to)
}

func TestIndexKeysSortAsPlacesDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := few(1, 4).Draw(t, "a"), few(1, 4).Draw(t, "b")
		i, j := few(3, 6).Draw(t, "item of a"), few(3, 6).Draw(t, "item of b")
		want := cmp.Or(bytes.Compare(a, b), bytes.Compare(i, j))
		if got := bytes.Compare(indexKey(a, i), indexKey(b, j)); got != want {
			t.Errorf("%x/%x and %x/%x compare as %d, want %d", a, i, b, j, got, want)
		}
		place, name, err := splitIndexKey(indexKey(a, i))
		if err != nil || !bytes.Equal(place, a) || !bytes.Equal(name, i) {
			t.Errorf("%x/%x came back as %x/%x, %v", a, i, place, name, err)
		}
	})
}

func FuzzDecode(f *testing.F) {
	it := item("a", "1")
	it.Due, it.Expires = []byte{0, 1}, time.Unix(4_000_000_000, 0)
	f.Add(encodeItem(&it, 7))
	f.Add((&letter{attempts: 2, put: 1, group: "g", key: "k", body: []byte("b")}).encode())
	f.Add(indexKey(it.Due, itemKey(it.Key)))
	f.Add(itemKey(it.Key))
	f.Fuzz(func(t *testing.T, b []byte) {
		var it table.Item
		if decodeItem(&it, b) == nil {
			var again table.Item
			if err := decodeItem(&again, encodeItem(&it, it.Version)); err != nil || !bytes.Equal(again.Data, it.Data) || !bytes.Equal(again.Due, it.Due) {
				t.Errorf("%x: written again it reads %+v, %v", b, again, err)
			}
		}
		if l, err := decodeLetter(b); err == nil {
			if again, err := decodeLetter(l.encode()); err != nil || !bytes.Equal(again.body, l.body) || again.group != l.group {
				t.Errorf("%x: written again it reads %+v, %v", b, again, err)
			}
		}
		_, _ = indexItem(b, table.Due)
		_, _ = decodeDead(1, b)
	})
}
