package table

import (
	"bytes"
	"testing"
	"time"
)

func TestNumberSize(t *testing.T) {
	for n, want := range map[uint64]int{
		0: 1, 1: 2, 9: 2, 10: 2, 99: 2, 100: 2, 101: 3, 110: 3, 1000: 2, 1234: 3, 12_340: 4, 12_345: 4, 123_456: 4,
		4_102_444_800: 5, 4_102_444_811: 6, 1 << 63: 11, 10_000_000_000_000_000_000: 2,
	} {
		if got := numberSize(n); got != want {
			t.Errorf("%d takes %d bytes, want %d", n, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	base := Item{Key: Key{PK: "day#2026-11-21#f", SK: make([]byte, 16)}, Version: 1}
	for _, c := range []struct {
		name string
		item func(*Item)
		want int
	}{
		{"keys and version", func(*Item) {}, 18 + 18 + 3},
		{"a later version", func(i *Item) { i.Version = 12_345 }, 18 + 18 + 5},
		{"data", func(i *Item) { i.Data = make([]byte, 300) }, 39 + 301},
		{"due", func(i *Item) { i.Due = make([]byte, 24) }, 39 + 27 + 4},
		{"answered", func(i *Item) { i.Answered = make([]byte, 24) }, 39 + 27 + 4},
		{"due and answered", func(i *Item) { i.Due, i.Answered = make([]byte, 24), make([]byte, 24) }, 39 + 27 + 27 + 4},
		{"expiry", func(i *Item) { i.Expires = time.Unix(1_234_567_891, 0) }, 39 + 3 + 6},
		{"a partition of other letters", func(i *Item) { i.PK = "é" }, 4 + 18 + 3},
	} {
		i := base
		c.item(&i)
		if got := Size(&i); got != c.want {
			t.Errorf("%s: %d bytes, want %d", c.name, got, c.want)
		}
	}
}

// sized returns an item of n bytes.
func sized(n int) *Item {
	return &Item{Key: Key{PK: "a", SK: []byte("1")}, Version: 1, Data: make([]byte, n-3-3-3-1)}
}

func placed(due, answered string) *Item {
	i := sized(500)
	if due != "" {
		i.Due = []byte(due)
	}
	if answered != "" {
		i.Answered = []byte(answered)
	}
	return i
}

func TestWriteUnits(t *testing.T) {
	long := placed("", "")
	long.Due = bytes.Repeat([]byte{1}, 1024)
	for _, c := range []struct {
		name      string
		old, item *Item
		want      float64
	}{
		{"new, 1 KB", nil, sized(1024), 1},
		{"new, a byte more", nil, sized(1025), 2},
		{"smaller", sized(2049), sized(100), 3},
		{"larger", sized(100), sized(2049), 3},
		{"delete", sized(2048), nil, 2},
		{"delete nothing", nil, nil, 1},
		{"new with both", nil, placed("a", "b"), 3},
		{"nothing moved", placed("a", "b"), placed("a", "b"), 1},
		{"one moved", placed("a", "b"), placed("c", "b"), 3},
		{"both moved", placed("a", "b"), placed("c", "d"), 5},
		{"one out", placed("a", "b"), placed("", "b"), 2},
		{"one out, one in", placed("a", ""), placed("", "b"), 3},
		{"both out", placed("a", "b"), placed("", ""), 3},
		{"delete with both", placed("a", "b"), nil, 3},
		{"an entry over 1 KB", nil, long, 2 + 2},
		{"an entry over 1 KB moves", long, placed("a", ""), 2 + 2 + 1},
	} {
		if got := WriteUnits(c.old, c.item); got != c.want {
			t.Errorf("%s: %v units, want %v", c.name, got, c.want)
		}
	}
}

func TestRefusedUnits(t *testing.T) {
	for _, c := range []struct {
		name      string
		old, item *Item
		want      float64
	}{
		{"nothing there", nil, sized(100), 1},
		{"nothing there, big", nil, sized(1025), 2},
		{"big there", sized(4000), sized(100), 4},
		{"bigger comes", sized(4000), sized(5000), 5},
		{"indexes are not touched", placed("a", "b"), placed("c", "d"), 1},
		{"a delete of nothing", nil, nil, 1},
	} {
		if got := RefusedUnits(c.old, c.item); got != c.want {
			t.Errorf("%s: %v units, want %v", c.name, got, c.want)
		}
	}
}

func TestReadUnits(t *testing.T) {
	for item, want := range map[*Item]float64{nil: 1, sized(100): 1, sized(4096): 1, sized(4097): 2, sized(300 << 10): 75} {
		if got := ReadUnits(item); got != want {
			t.Errorf("%v units, want %v", got, want)
		}
	}
	entry := Item{Key: Key{PK: "a", SK: []byte("1")}, Due: make([]byte, 4096-3-3-4-3)}
	for _, c := range []struct {
		name  string
		q     Query
		items []Item
		want  float64
	}{
		{"nothing", Query{}, nil, 0.5},
		{"nothing, consistent", Query{Consistent: true}, nil, 1},
		{"8 KB in two", Query{}, []Item{*sized(4095), *sized(4097)}, 1},
		{"8 KB in two, consistent", Query{Consistent: true}, []Item{*sized(4095), *sized(4097)}, 2},
		{"a byte more", Query{}, []Item{*sized(4096), *sized(4097)}, 1.5},
		{"an entry of 4 KB", Query{Index: Due}, []Item{entry}, 0.5},
		{"two of them", Query{Index: Due}, []Item{entry, entry}, 1},
	} {
		if got := QueryUnits(c.q, c.items); got != c.want {
			t.Errorf("%s: %v units, want %v", c.name, got, c.want)
		}
	}
}

func TestMeter(t *testing.T) {
	var none *Meter
	none.Add(Units{1, 2})
	if got := none.Reset(); got != (Units{}) || none.Units() != (Units{}) {
		t.Errorf("a nil meter shows %v", got)
	}
	m := new(Meter)
	done := make(chan bool)
	for range 8 {
		go func() {
			for range 1000 {
				m.Add(Units{Read: 0.5, Write: 1})
			}
			done <- true
		}()
	}
	for range 8 {
		<-done
	}
	want := Units{Read: 4000, Write: 8000}
	if got := m.Units(); got != want {
		t.Errorf("the meter shows %v, want %v", got, want)
	}
	if got := m.Reset(); got != want || m.Units() != (Units{}) {
		t.Errorf("reset says %v and leaves %v", got, m.Units())
	}
}
