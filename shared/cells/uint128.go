package cells

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"strconv"
)

// A Uint128 is an unsigned integer below 2^128. Its arithmetic wraps, which
// sums of weights are too small to reach: with no chance below one in ten
// thousand, 3 * 10^18 rows would do it.
type Uint128 struct{ Hi, Lo uint64 }

// Mul64 returns a * b, exactly.
func Mul64(a, b uint64) Uint128 {
	hi, lo := bits.Mul64(a, b)
	return Uint128{hi, lo}
}

// Add returns u + v.
func (u Uint128) Add(v Uint128) Uint128 {
	lo, carry := bits.Add64(u.Lo, v.Lo, 0)
	hi, _ := bits.Add64(u.Hi, v.Hi, carry)
	return Uint128{hi, lo}
}

// Sub returns u - v.
func (u Uint128) Sub(v Uint128) Uint128 {
	lo, borrow := bits.Sub64(u.Lo, v.Lo, 0)
	hi, _ := bits.Sub64(u.Hi, v.Hi, borrow)
	return Uint128{hi, lo}
}

// Times returns u * n.
func (u Uint128) Times(n uint64) Uint128 {
	p := Mul64(u.Lo, n)
	p.Hi += u.Hi * n
	return p
}

// Cmp compares u and v: -1 if u is less, 1 if it is more, else 0.
func (u Uint128) Cmp(v Uint128) int {
	if c := cmp.Compare(u.Hi, v.Hi); c != 0 {
		return c
	}
	return cmp.Compare(u.Lo, v.Lo)
}

// IsZero reports whether u is 0.
func (u Uint128) IsZero() bool { return u == Uint128{} }

// String writes u as a decimal.
func (u Uint128) String() string {
	if u.Hi == 0 {
		return strconv.FormatUint(u.Lo, 10)
	}
	const most = 10_000_000_000_000_000_000 // the largest power of ten that fits 64 bits
	high, rest := bits.Div64(u.Hi%most, u.Lo, most)
	return Uint128{u.Hi / most, high}.String() + fmt.Sprintf("%019d", rest)
}

// Float returns the nearest float64, ties to even. The upper 64 significant
// bits are converted, the last of them standing for whatever lies below it, so
// that there is one rounding and not two.
func (u Uint128) Float() float64 {
	if u.Hi == 0 {
		return float64(u.Lo)
	}
	up := bits.LeadingZeros64(u.Hi)
	top := u.Hi<<up | u.Lo>>(64-up)
	if u.Lo<<up != 0 {
		top |= 1
	}
	return math.Ldexp(float64(top), 64-up)
}
