package surveys

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

// TestShareIsExact compares what is read with arithmetic on fractions: equal
// to the last digit, or refused because it is no whole part in a billion.
func TestShareIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`(0|1|[0-9]{1,3}|0{1,4}[0-9]{0,2})(\.[0-9]{1,12})?`).Draw(t, "text")
		unit := rapid.SampledFrom([]string{"", "%", " %"}).Draw(t, "unit")
		want, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Skip("no number")
		}
		want.Mul(want, big.NewRat(heed.PPB, 1))
		if unit != "" {
			want.Quo(want, big.NewRat(100, 1))
		}
		got, why := parseShare(text + unit)
		whole := want.IsInt() && want.Num().Cmp(big.NewInt(heed.PPB)) <= 0
		if whole != (why == "") {
			t.Fatalf("%s%s, in PPB %s: %s", text, unit, want.FloatString(3), why)
		}
		if whole && want.Num().Uint64() != uint64(got) {
			t.Fatalf("%s%s is %d, want %s", text, unit, got, want.Num())
		}
	})
}

// TestPercentReadsBack writes shares as messages do, and reads them again.
func TestPercentReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ppb := rapid.Uint32Range(0, heed.PPB).Draw(t, "ppb")
		if got, why := parseShare(percent(ppb)); got != ppb || why != "" {
			t.Fatalf("%d is written %s, read %d: %s", ppb, percent(ppb), got, why)
		}
	})
}

func TestShares(t *testing.T) {
	for text, want := range map[string]uint32{
		"20%": 200_000_000, "0.2": 200_000_000, "0.1": 100_000_000, "33.3333333%": 333_333_333, "0.333333333": 333_333_333,
		"0": 0, "0%": 0, "1": heed.PPB, "100%": heed.PPB, "0.50": 500_000_000, "007.5%": 75_000_000, "20.00000000000%": 200_000_000,
	} {
		if got, why := parseShare(text); got != want || why != "" {
			t.Errorf("%s is read as %d, want %d: %s", text, got, want, why)
		}
	}
	for _, text := range []string{"", "%", ".5", "5.", "5.%", "1,5%", "-1%", "+1%", "1e-1", "0x1", "½", "1.1", "100.1%", "99999999999999999999999%", "20%%", "2 0%", "0.0000000001"} {
		if got, why := parseShare(text); why == "" {
			t.Errorf("%q is read as %d", text, got)
		}
	}
}

func TestSpans(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"0": 0, "0h": 0, "90s": 90 * time.Second, "90m": 90 * time.Minute, "1h": time.Hour, "2d": 48 * time.Hour,
		"1d12h": 36 * time.Hour, "1d1h1m1s": 25*time.Hour + 61*time.Second,
	} {
		if got, why := parseSpan(text); got != want || why != "" {
			t.Errorf("%s is read as %v, want %v: %s", text, got, want, why)
		}
	}
	for _, text := range []string{"5", "h", "1.5h", "1h2d", "1h1h", "-1h", "1 h", "1h ", "1w", "1y", "1H", "99999999999999d", "3651d", "1é", "1d5"} {
		if got, why := parseSpan(text); why == "" {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

// TestSpanTextReadsBack writes spans as messages do, and reads them again.
func TestSpanTextReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := time.Duration(rapid.IntRange(0, 90*86400).Draw(t, "seconds")) * time.Second
		if got, why := parseSpan(spanText(d)); got != d || why != "" {
			t.Fatalf("%v is written %s, read %v: %s", d, spanText(d), got, why)
		}
	})
}

func FuzzSpan(f *testing.F) {
	f.Add("1d12h")
	f.Fuzz(func(t *testing.T, text string) {
		if d, why := parseSpan(text); d < 0 || d > 4*10*365*day || (why != "" && d != 0) {
			t.Error(fmt.Sprint(text, " is read as ", d))
		}
	})
}
