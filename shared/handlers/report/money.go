package report

import (
	"math"
	"strconv"
	"strings"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/loyalty"
)

// moneyData is an amount in minor units as people read it: 42.10 EUR, and 38.00 to
// 46.20 EUR.
func moneyData(e *loyalty.Estimate, currency string) boards.Stated {
	if e == nil {
		return boards.Stated{Reason: figures.TooFew}
	}
	write := func(x float64) string { return amount(int64(math.Round(x)), currency) }
	return boards.Stated{
		Shown: true, IntervalOnly: e.IntervalOnly, At: e.Value, Low: e.Low, High: e.High,
		Text: write(e.Value), Interval: strings.TrimSuffix(write(e.Low), " "+currency) + " to " + write(e.High),
	}
}

// thousands sets a comma at every third digit.
func thousands(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// cohortNamed writes a cohort as people say it, and as it is written beneath a
// picture with its year apart: Quarter 4, 2026, and Q4 and 2026.
func cohortNamed(cohort string) (name, short string, year int) {
	p, err := heed.ParsePeriod(cohort)
	if err != nil {
		return cohort, cohort, 0
	}
	y, quarter, _ := strings.Cut(cohort, "-")
	year, _ = strconv.Atoi(y)
	return named(p), quarter, year
}
