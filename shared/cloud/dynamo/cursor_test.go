package dynamo

import (
	"bytes"
	"testing"

	"heed/shared/heed"
	"heed/shared/table"
)

func TestLast(t *testing.T) {
	ff := func(n int) []byte { return bytes.Repeat([]byte{0xff}, n) }
	for before, want := range map[string][]byte{
		"b":                    append([]byte("a"), ff(1023)...),
		"a\x01":                append([]byte("a\x00"), ff(1022)...),
		"a\x00":                []byte("a"),
		"a\x00\x00":            []byte("a\x00"),
		"\x01":                 append([]byte{0}, ff(1023)...),
		string(ff(1024)):       append(ff(1023), 0xfe),
		string(ff(1023)) + "0": append(ff(1023), '0'-1),
	} {
		got := last([]byte(before))
		if !bytes.Equal(got, want) {
			t.Errorf("the key before %x is %x (%d bytes), want %x (%d)", before, got, len(got), want, len(want))
		}
		if bytes.Compare(got, []byte(before)) >= 0 {
			t.Errorf("%x does not come before %x", got, before)
		}
	}
}

// FuzzCursor: whatever comes as a cursor is either refused or a place in the
// query's range, and comes back the same from DynamoDB's hands.
func FuzzCursor(f *testing.F) {
	due := table.Query{PK: table.IndexPK, Index: table.Due, From: []byte("b"), Before: []byte("y")}
	good := cursorOf(&due, attributes{"due": raw([]byte("moment")), "pk": text("day#1"), "sk": raw([]byte{0, 1})})
	f.Add(true, []byte(good))
	f.Add(false, []byte("moment"))
	f.Add(true, []byte("moment"))
	f.Add(true, []byte{0, 1, 'c', 0xff, 0xff, 'x'})
	f.Add(true, []byte{0, 0, 0, 0})
	f.Add(false, bytes.Repeat([]byte{'c'}, 1025))
	f.Fuzz(func(t *testing.T, index bool, cursor []byte) {
		q := table.Query{PK: "a", From: []byte("b"), Before: []byte("y"), Start: cursor}
		if index {
			q = due
			q.Start = cursor
		}
		start, err := startOf(&q)
		if err != nil {
			if heed.CodeOf(err) != heed.Invalid || start != nil {
				t.Fatalf("%v, %v; want nothing but Invalid", start, err)
			}
			return
		}
		if len(cursor) == 0 {
			if start != nil {
				t.Fatalf("an empty cursor starts at %v", start)
			}
			return
		}
		place := bytesOf(start[sortOf(q.Index)])
		if bytes.Compare(place, q.From) < 0 || bytes.Compare(place, q.Before) >= 0 {
			t.Fatalf("cursor %x starts at %x, outside of the range", cursor, place)
		}
		if back := cursorOf(&q, start); !bytes.Equal(back, cursor) {
			t.Fatalf("cursor %x comes back as %x", cursor, back)
		}
	})
}
