package cells

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

func (u Uint128) big() *big.Int {
	b := new(big.Int).Lsh(new(big.Int).SetUint64(u.Hi), 64)
	return b.Or(b, new(big.Int).SetUint64(u.Lo))
}

// any128 draws numbers of every length, not only long ones.
var any128 = rapid.Custom(func(t *rapid.T) Uint128 {
	u := Uint128{rapid.Uint64().Draw(t, "hi"), rapid.Uint64().Draw(t, "lo")}
	if rapid.Bool().Draw(t, "short") {
		u.Hi = 0
	}
	return u
})

var two128 = new(big.Int).Lsh(big.NewInt(1), 128)

func TestArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u, v := any128.Draw(t, "u"), any128.Draw(t, "v")
		n := rapid.Uint64().Draw(t, "n")
		bigN := new(big.Int).SetUint64(n)
		for _, c := range []struct {
			op   string
			got  Uint128
			want *big.Int
		}{
			{"add", u.Add(v), new(big.Int).Add(u.big(), v.big())},
			{"sub", u.Sub(v), new(big.Int).Sub(u.big(), v.big())},
			{"times", u.Times(n), new(big.Int).Mul(u.big(), bigN)},
			{"mul64", Mul64(u.Lo, n), new(big.Int).Mul(new(big.Int).SetUint64(u.Lo), bigN)},
		} {
			if want := c.want.Mod(c.want, two128); c.got.big().Cmp(want) != 0 {
				t.Fatalf("%s of %v, %v, %d: got %v, want %v", c.op, u, v, n, c.got.big(), want)
			}
		}
		if got, want := u.Cmp(v), u.big().Cmp(v.big()); got != want {
			t.Fatalf("%v against %v: got %d, want %d", u, v, got, want)
		}
	})
}

func TestFloatRoundsOnce(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, u Uint128) {
		want, _ := new(big.Float).SetInt(u.big()).Float64()
		if got := u.Float(); got != want {
			t.Fatalf("%v: got %v, want %v", u.big(), got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, any128.Draw(t, "u")) })
	for _, u := range []Uint128{
		{},
		{0, 1<<53 + 1},           // a tie, to even
		{1, 0x800},               // a tie in the lower half
		{1, 0x801},               // just over it: two roundings would miss it
		{1 << 63, 0x400 << 32},   // far below the last bit
		{1<<63 | 0x400, 0},       // a tie without anything below
		{1<<63 | 0x400, 1},       // and with
		{^uint64(0), ^uint64(0)}, // rounds up to 2^128
		{0, ^uint64(0)},
		{1, 0},
		{0, 1}, // neighbours of the halves
	} {
		check(t, u)
	}
}

// Ten thousand million rows, each as heavy as a row can be, fit every sum.
func TestSumsDoNotOverflow(t *testing.T) {
	const rows, rarest = 10_000_000_000, 100_000 // 1 in 10,000, in PPB
	w := Weight(rarest)
	if w != 10_000_000_000 {
		t.Fatalf("weight of 1 in 10,000: got %d millionths, want 10^10", w)
	}
	limit := new(big.Int).Rsh(two128, 8) // and leave eight bits of room
	bigRows, bigW := big.NewInt(rows), new(big.Int).SetUint64(w)
	sum := new(big.Int).Mul(bigRows, bigW)
	squares := new(big.Int).Mul(sum, bigW)
	if got := (Uint128{Lo: w}).Times(rows); sum.Cmp(limit) >= 0 || got.big().Cmp(sum) != 0 {
		t.Errorf("W of %d rows: got %v, want %v below %v", rows, got.big(), sum, limit)
	}
	for name, each := range map[string]Uint128{
		"a count": {Lo: 1}, "Expected": {Lo: heed.PPB}, "Spread": Mul64(heed.PPB/2, heed.PPB/2), // p(1-p) is most at a half
	} {
		all := new(big.Int).Mul(bigRows, each.big())
		if got := each.Times(rows); all.Cmp(limit) >= 0 || got.big().Cmp(all) != 0 {
			t.Errorf("%s of %d rows: got %v, want %v below %v", name, rows, got.big(), all, limit)
		}
	}
	if got := Mul64(w, w).Times(rows); squares.Cmp(limit) >= 0 || got.big().Cmp(squares) != 0 {
		t.Errorf("Q of %d rows: got %v, want %v below %v", rows, got.big(), squares, limit)
	}
}

func TestWeight(t *testing.T) {
	for pi, want := range map[uint32]uint64{
		1_000_000_000: 1_000_000,             // certain: stands for itself
		300_000_000:   3_333_333,             // rounded down
		600_000_000:   1_666_667,             // rounded up
		999_999_999:   1_000_000,             // half a millionth is not reached
		100_000:       10_000_000_000,        // the rarest that is kept
		1:             1_000_000_000_000_000, // the rarest that can be written
		^uint32(0):    232_831,               // no chance, but no harm
		21_735_119:    46_008_490, 2: 500_000_000_000_000,
	} {
		if got := Weight(pi); got != want {
			t.Errorf("weight of %d: got %d, want %d", pi, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		u := Uint128{rapid.Uint64().Draw(t, "hi"), rapid.Uint64().Draw(t, "lo")}
		if got, want := u.String(), u.big().String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	})
}
