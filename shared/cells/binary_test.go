package cells

import (
	"bytes"
	"encoding/hex"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"heed/shared/heed"
)

// What is stored stays readable: these bytes are written down, not computed.
var written = map[string]*Cell{
	"0200": {},
	"0201" + // one class
		"016b" + "02" + // kind k, band 2
		"030201010001020101" + // counts
		"80ade204" + "80e1eb17" + "ffffffffffffffffffffffffffffffffffff03" + // weight, expected, spread
		responses: held(Population{
		N: 3, Eligible: 2, Asked: 1, Sent: 1, Answered: 1, Drawn: 2, Doubtful: 1, LeftOut: 1, Weight: Uint128{Lo: 10_000_000},
		Expected: Uint128{Lo: 50_000_000}, Spread: Uint128{^uint64(0), ^uint64(0)},
	}),
}

// And what was stored before the draws were counted still is.
var writtenOnce = map[string]*Cell{
	"0100": {},
	"0101" + "016b" + "02" +
		"030201010001" + "80ade204" + // counts, weight
		responses: held(Population{N: 3, Eligible: 2, Asked: 1, Sent: 1, Answered: 1, Weight: Uint128{Lo: 10_000_000}}),
}

const responses = "02" + // two slots
	"c704" + "02" + "80ade204" + "80c0f4c198af0b" + // score 9, group 7
	"38" + "01" + "80808080808080808002" + "ffffffffffffffffffffffffffffffffffff03" // score 10, group 0

// held is a cell of one class, with those responses.
func held(p Population) *Cell {
	return &Cell{Classes: map[Class]*Sums{{"k", 2}: {
		Population: p,
		Responses: map[Slot]Weights{
			{9, 7}:  {2, Uint128{Lo: 10_000_000}, Uint128{Lo: 50_000_000_000_000}},
			{10, 0}: {1, Uint128{Hi: 1}, Uint128{^uint64(0), ^uint64(0)}},
		},
	}}}
}

func TestReadsWhatWasWrittenOnce(t *testing.T) {
	for spelling, want := range writtenOnce {
		data, err := hex.DecodeString(spelling)
		if err != nil {
			t.Fatal(err)
		}
		var got Cell
		if err := got.UnmarshalBinary(data); err != nil {
			t.Errorf("read %s: %v", spelling, err)
		}
		if diff := cmp.Diff(*want, got); diff != "" {
			t.Errorf("read %s (-want +got):\n%s", spelling, diff)
		}
	}
}

func TestWrittenBytes(t *testing.T) {
	for spelling, cell := range written {
		want, err := hex.DecodeString(spelling)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := cell.MarshalBinary(); err != nil || !bytes.Equal(got, want) {
			t.Errorf("got %x, %v, want %s", got, err, spelling)
		}
		var back Cell
		if err := back.UnmarshalBinary(want); err != nil {
			t.Errorf("read %s: %v", spelling, err)
		}
		if diff := cmp.Diff(*cell, back); diff != "" {
			t.Errorf("read %s (-want +got):\n%s", spelling, diff)
		}
	}
}

func TestRefusesOtherSpellings(t *testing.T) {
	const (
		class = "00" + "00" + "01000000000000" // of no kind, band 0: one touchpoint
		none  = "00" + "00" + "00000000000000" // nothing of it
		full  = "ffffffffffffffffffff01"       // 10 bytes of continuation: above 64 bits
	)
	for name, spelling := range map[string]string{
		"nothing at all":            "",
		"a format to come":          "0300",
		"no format":                 "0000",
		"a byte too many":           "010000",
		"a class too few":           "0101",
		"a number spelled longer":   "01" + "8000",
		"a number above 128 bits":   "0101" + "00" + "00" + "010000000000" + "ffffffffffffffffffffffffffffffffffff07" + "00",
		"a count above 64 bits":     "0101" + "00" + "00" + full + "000000000000" + "00",
		"a number without end":      "01" + "ff",
		"a kind longer than all":    "0101" + "05" + "6b",
		"one class twice":           "0102" + class + "00" + class + "00",
		"classes out of order":      "0102" + "00" + "01" + "01000000000000" + "00" + class + "00",
		"a class of nothing":        "0101" + none + "00",
		"a slot of nothing":         "0101" + class + "01" + "00" + "000000",
		"a slot past the last":      "0101" + class + "01" + "808001" + "010101",
		"a slot after the last":     "0101" + class + "02" + "ff7f" + "010101" + "00" + "010101",
		"slots that step backwards": "0101" + class + "02" + "05" + "010101" + "fdffffffffffffffff01" + "010101",
	} {
		data, err := hex.DecodeString(spelling)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var c Cell
		if err := c.UnmarshalBinary(data); err == nil || c.Classes != nil {
			t.Errorf("%s: read as %+v, %v", name, c, err)
		}
	}
	for _, spelling := range []string{"0101" + class + "00", "0101" + class + "01" + "ff7f" + "010101"} { // what they are spoiled from
		data, _ := hex.DecodeString(spelling)
		if err := new(Cell).UnmarshalBinary(data); err != nil {
			t.Errorf("read %s: %v", spelling, err)
		}
	}
}

var anyCell = rapid.Custom(func(t *rapid.T) *Cell {
	c := &Cell{}
	for range rapid.IntRange(0, 4).Draw(t, "classes") {
		s := c.class(Class{rapid.String().Draw(t, "kind"), rapid.Byte().Draw(t, "band")})
		for _, n := range s.counts() {
			*n = rapid.Uint64().Draw(t, "count")
		}
		for _, n := range s.sums() {
			*n = any128.Draw(t, "sum")
		}
		for range rapid.IntRange(0, 5).Draw(t, "slots") {
			s.respond(Slot{rapid.Byte().Draw(t, "score"), rapid.ByteRange(0, 63).Draw(t, "group")},
				Weights{rapid.Uint64().Draw(t, "n"), any128.Draw(t, "w"), any128.Draw(t, "q")})
		}
	}
	return c
})

func TestReadsWhatItWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCell.Draw(t, "cell")
		data := spelled(t, c)
		var back Cell
		if err := back.UnmarshalBinary(data); err != nil {
			t.Fatalf("read %x: %v", data, err)
		}
		rest, err := Subtract(c, &back)
		if err != nil || len(rest.Classes) > 0 || !bytes.Equal(spelled(t, &back), data) {
			t.Fatalf("wrote %+v, read %+v", c, back)
		}
		for _, wrong := range [][]byte{append(slices.Clone(data), 0), data[:len(data)-1], append([]byte{format + 1}, data[1:]...)} {
			kept := back
			if back.UnmarshalBinary(wrong) == nil {
				t.Fatalf("read %x, which nothing wrote", wrong)
			}
			if !bytes.Equal(spelled(t, &back), spelled(t, &kept)) {
				t.Fatalf("a failed read changed the cell")
			}
		}
	})
}

// Whatever can be read at all is spelled the one way there is.
func FuzzUnmarshal(f *testing.F) {
	for _, spelling := range slices.Concat(slices.Collect(maps.Keys(written)), slices.Collect(maps.Keys(writtenOnce))) {
		data, _ := hex.DecodeString(spelling)
		f.Add(data)
	}
	for _, c := range Of(slices.Values([]*heed.Row{row(answered(9)), row(answered(0)), row(asked)})) {
		data, _ := c.MarshalBinary()
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var c Cell
		if c.UnmarshalBinary(data) != nil {
			return
		}
		again, err := c.MarshalBinary()
		if data[0] == format && (err != nil || !bytes.Equal(again, data)) {
			t.Fatalf("read %x, wrote %x, %v", data, again, err)
		}
		var back Cell
		if err := back.UnmarshalBinary(again); err != nil || !cmp.Equal(back, c) {
			t.Fatalf("read %x as %+v, then as %+v, %v", data, c, back, err)
		}
	})
}
