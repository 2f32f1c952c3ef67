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
	"0300" + "00": {},
	"0301" + // one class
		"016b" + "02" + // kind k, band 2
		"03020101010102010101" + // counts
		"80ade204" + "80e1eb17" + "ffffffffffffffffffffffffffffffffffff03" + // weight, expected, spread
		responses + "00": ofOneClass(Population{
		N: 3, Eligible: 2, Asked: 1, Sent: 1, Failed: 1, Answered: 1, Drawn: 2, Doubtful: 1, LeftOut: 1, Bounced: 1, Weight: Uint128{Lo: 10_000_000},
		Expected: Uint128{Lo: 50_000_000}, Spread: Uint128{^uint64(0), ^uint64(0)},
	}),
	"0300" + "01" + "02" + "0103" + "028001": {Reasons: map[heed.Reason]uint64{heed.Asked: 3, heed.NotDrawn: 128}},
	"0300" + "02" + "03010102" +
		"02" + "0001" + "a80101" + "1f" + "c107" + // two first replies: a second, and half a minute
		"01" + "b90302" + "8c37" + "888f8d0b" + // two resolutions of about an hour
		"00" + "00" + "00": {Service: Service{
		Solved: 3, Again: 1, Reopened: 1, Once: 2,
		FirstReply: Bins{N: map[int32]uint64{0: 1, 169: 1}, Sum: 31, Squares: Uint128{Lo: 961}},
		Resolution: Bins{N: map[int32]uint64{441: 2}, Sum: 7052, Squares: Uint128{Lo: 23_283_592}},
	}},
	"0300" + "04" + "01" + "c704" + "010102" + "000000": {After: map[Slot]Sequel{{9, 7}: {Left: Weights{1, Uint128{Lo: 1}, Uint128{Lo: 2}}}}},
	"0300" + "08" + "010002010500" + "01" + "03455552" + "02" + "8827" + "c09631": {Deeds: Deeds{
		Joined: 1, Bought: 2, Again: 1, Joining: 5, Amounts: map[string]Amount{"EUR": {2, Uint128{Lo: 5000}, Uint128{Lo: 805_696}}},
	}},
	"0300" + "10" + "03" + "0000" + "020001" + "0004" + "6c617465" + "010000" + "0406" + "207265706c79" + "010000": {Words: map[string]Thirds{
		"": {2, 0, 1}, "late": {1, 0, 0}, "late reply": {1, 0, 0},
	}},
}

// And what was stored before still is: format 1 when draws were not counted,
// 2 when bounces were not.
var writtenOnce = map[string]*Cell{
	"0100": {},
	"0101" + "016b" + "02" +
		"030201010001" + "80ade204" + // counts, weight
		responses: ofOneClass(Population{N: 3, Eligible: 2, Asked: 1, Sent: 1, Answered: 1, Weight: Uint128{Lo: 10_000_000}}),
	"0200": {},
	"0201" + "016b" + "02" +
		"030201010001020101" + // counts
		"80ade204" + "80e1eb17" + "ffffffffffffffffffffffffffffffffffff03" + // weight, expected, spread
		responses: ofOneClass(Population{
		N: 3, Eligible: 2, Asked: 1, Sent: 1, Answered: 1, Drawn: 2, Doubtful: 1, LeftOut: 1, Weight: Uint128{Lo: 10_000_000},
		Expected: Uint128{Lo: 50_000_000}, Spread: Uint128{^uint64(0), ^uint64(0)},
	}),
}

const responses = "02" + // two slots
	"c704" + "02" + "80ade204" + "80c0f4c198af0b" + // score 9, group 7
	"38" + "01" + "80808080808080808002" + "ffffffffffffffffffffffffffffffffffff03" // score 10, group 0

// ofOneClass is a cell of one class, with those responses.
func ofOneClass(p Population) *Cell {
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
		"a format to come":          "0400",
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
		"no sections":               "0300",
		"a section to come":         "0300" + "20",
		"an old format's sections":  "0200" + "00",
		"no reasons":                "0300" + "01" + "00",
		"a reason of nothing":       "0300" + "01" + "01" + "0100",
		"reasons out of order":      "0300" + "01" + "02" + "0201" + "0101",
		"a service of nothing":      "0300" + "02" + "00000000" + "000000" + "000000" + "000000",
		"a bin of nothing":          "0300" + "02" + "01000000" + "01" + "0000" + "0000" + "000000" + "000000",
		"a bin past the last":       "0300" + "02" + "01000000" + "01" + "aa1101" + "0000" + "000000" + "000000",
		"bins that step past it":    "0300" + "02" + "01000000" + "02" + "a91101" + "0001" + "0000" + "000000" + "000000",
		"a sequel of nothing":       "0300" + "04" + "01" + "00" + "000000" + "000000",
		"deeds of nothing":          "0300" + "08" + "000000000000" + "00",
		"an amount of nothing":      "0300" + "08" + "010000000000" + "01" + "0145" + "000000",
		"one currency twice":        "0300" + "08" + "010000000000" + "02" + "0145" + "010101" + "0145" + "010101",
		"no words":                  "0300" + "10" + "00",
		"a word in no comment":      "0300" + "10" + "01" + "000161" + "000000",
		"one word twice":            "0300" + "10" + "02" + "000161" + "010000" + "0100" + "010000",
		"words out of order":        "0300" + "10" + "02" + "000162" + "010000" + "000161" + "010000",
		"a start written again":     "0300" + "10" + "02" + "000161" + "010000" + "00026162" + "010000",
		"a start longer than was":   "0300" + "10" + "02" + "000161" + "010000" + "020162" + "010000",
	} {
		data, err := hex.DecodeString(spelling)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var c Cell
		if err := c.UnmarshalBinary(data); err == nil || !cmp.Equal(c, Cell{}) {
			t.Errorf("%s: read as %+v, %v", name, c, err)
		}
	}
	for _, spelling := range []string{ // what they are spoiled from
		"0101" + class + "00", "0101" + class + "01" + "ff7f" + "010101",
		"0300" + "02" + "01000000" + "01" + "a91101" + "0000" + "000000" + "000000",
		"0300" + "08" + "010000000000" + "02" + "0145" + "010101" + "0146" + "010101",
		"0300" + "10" + "02" + "000161" + "010000" + "010162" + "010000",
	} {
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
	anyRest(t, c)
	return c
})

// anyRest draws all but the classes. Zeros are drawn often.
func anyRest(t *rapid.T, c *Cell) {
	few := func(what string) int { return rapid.IntRange(0, 3).Draw(t, what) }
	count := rapid.OneOf(rapid.Just(uint64(0)), rapid.Uint64())
	weights := func() Weights {
		return Weights{count.Draw(t, "n"), any128.Draw(t, "w"), any128.Draw(t, "q")}
	}
	for range few("reasons") {
		put(&c.Reasons, heed.Reason(rapid.Byte().Draw(t, "reason")), count.Draw(t, "decisions"))
	}
	counts, deeds := c.Service.counts(), c.Deeds.counts()
	for _, n := range slices.Concat(counts[:], deeds[:]) {
		*n = count.Draw(t, "count")
	}
	for _, b := range c.Service.bins() {
		b.Sum, b.Squares = count.Draw(t, "sum"), any128.Draw(t, "squares")
		for range few("bins") {
			put(&b.N, rapid.Int32Range(0, maxBin).Draw(t, "bin"), count.Draw(t, "durations"))
		}
	}
	for range few("slots") {
		put(&c.After, Slot{rapid.Byte().Draw(t, "score"), rapid.ByteRange(0, 63).Draw(t, "group")}, Sequel{weights(), weights()})
	}
	for range few("currencies") {
		put(&c.Deeds.Amounts, rapid.String().Draw(t, "currency"), Amount{count.Draw(t, "n"), any128.Draw(t, "sum"), any128.Draw(t, "squares")})
	}
	for range few("words") {
		put(&c.Words, rapid.StringMatching(`[ab ]{0,4}`).Draw(t, "word"), Thirds{count.Draw(t, "low"), count.Draw(t, "middling"), count.Draw(t, "high")})
	}
}

func TestReadsWhatItWrote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCell.Draw(t, "cell")
		data := spelled(t, c)
		var back Cell
		if err := back.UnmarshalBinary(data); err != nil {
			t.Fatalf("read %x: %v", data, err)
		}
		rest, err := Subtract(c, &back)
		if err != nil || !rest.IsEmpty() || !bytes.Equal(spelled(t, &back), data) {
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
	for _, c := range Of(slices.Values([]*heed.Row{row(answered(9)), row(answered(0)), row(asked)}), nil) {
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
