package report

import (
	"math"
	"testing"

	"heed/shared/figures"
	"heed/shared/heed"
)

func TestOnlyWhatIsNoChanceIsPointedOut(t *testing.T) {
	for _, c := range []struct {
		ask     heed.Ask
		by, p   float64 // 1 on either side is the interval, of CES 0.1
		unshown bool
		want    string
	}{
		{heed.NPS, 12.4, 0.01, false, "11 to 13 points above the rest"},
		{heed.NPS, -12.6, 0.01, false, "12 to 14 points below the rest"},
		{heed.CSAT, 7.2, 0.049, false, "6 to 8 points above the rest"},
		{heed.CES, -0.44, 0.001, false, "0.3 to 0.5 below the rest"},
		{heed.NPS, 40, 0.05, false, ""},
		{heed.NPS, 40, 0.01, true, ""},
		{heed.NPS, 40, math.NaN(), false, ""},
		{heed.NPS, 0, 0, false, ""},
	} {
		half := 1.0
		if c.ask == heed.CES {
			half = 0.1
		}
		low, high := c.by-half, c.by+half
		d := figures.Difference{Ask: c.ask, Shown: !c.unshown, Difference: &c.by, Low: &low, High: &high, P: new(0.0001), AmongMany: &c.p}
		if got := apart(&d); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
	for _, c := range []struct {
		place figures.Place
		of    int
		want  string
	}{
		{figures.Place{}, 4, ""},
		{figures.Place{Rank: 2, From: 1, To: 4}, 4, ""}, // may be any
		{figures.Place{Rank: 2, From: 1, To: 3}, 4, "rank 2 (1 to 3)"},
		{figures.Place{Rank: 1, From: 1, To: 1}, 4, "rank 1"},
	} {
		if got := rank(&c.place, c.of); got != c.want {
			t.Errorf("%+v of %d: %q", c.place, c.of, got)
		}
	}
}
