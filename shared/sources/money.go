package sources

import (
	"strconv"
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

// scaled is a decimal times ten to the power of digits, rounded.
func scaled(decimal string, digits int) (int64, bool) {
	mantissa, exponent, short := strings.Cut(strings.ToUpper(decimal), "E")
	unsigned, negative := strings.CutPrefix(mantissa, "-")
	if !negative {
		unsigned = strings.TrimPrefix(unsigned, "+")
	}
	before, after, _ := strings.Cut(unsigned, ".")
	all, power := before+after, 0
	if all == "" || len(mantissa) > 40 || len(exponent) > 3 || strings.Trim(all, "0123456789") != "" {
		return 0, false
	}
	if short {
		var err error
		if power, err = strconv.Atoi(exponent); err != nil {
			return 0, false
		}
	}
	n, ok := rounded(all, len(before)+power+digits)
	if negative {
		n = -n
	}
	return n, ok
}

// rounded is the number whose decimal point stands behind so many of the
// digits; less than none, if zeros come before them.
func rounded(digits string, point int) (int64, bool) {
	if point < 0 {
		return 0, true
	}
	digits += strings.Repeat("0", max(0, point-len(digits)))
	n, err := strconv.ParseInt("0"+digits[:point], 10, 64)
	if point < len(digits) && digits[point] >= '5' {
		n++ // past the largest it turns negative
	}
	return n, err == nil && n >= 0
}
