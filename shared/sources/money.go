package sources

import (
	"math/big"
	"strings"

	"golang.org/x/text/currency"
)

// money is an amount in minor units of its currency, and the currency's code;
// nothing if either is not understood. The amount is a decimal in major units,
// as 1234.5 or 1.2345E3; what is finer than a minor unit is rounded, halves
// away from zero.
func money(amount, code text) (minor int64, iso string) {
	unit, err := currency.ParseISO(strings.ToUpper(code.plain()))
	if err != nil {
		return 0, ""
	}
	digits, _ := currency.Standard.Rounding(unit)
	minor, ok := scaled(amount.plain(), digits)
	if !ok {
		return 0, ""
	}
	return minor, unit.String()
}

// scaled is a decimal times ten to the power of digits.
func scaled(decimal string, digits int) (int64, bool) {
	mantissa, exponent, _ := strings.Cut(strings.ToUpper(decimal), "E")
	if len(mantissa) > 40 || len(exponent) > 3 || strings.Trim(mantissa, "+-.0123456789") != "" {
		return 0, false
	}
	r, ok := new(big.Rat).SetString(decimal)
	if !ok {
		return 0, false
	}
	r.Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)))
	half := big.NewRat(int64(r.Sign()), 2) // on its side of zero
	r.Add(r, half)
	whole := new(big.Int).Quo(r.Num(), r.Denom())
	return whole.Int64(), whole.IsInt64()
}
