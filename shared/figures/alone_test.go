package figures

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

// A dimension is decided on as if it were the only one, and hides nothing of
// the whole.
func TestDimensionsStandAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := anyYear.Draw(t, "year")
		alone := y.open()
		for m := range y {
			for _, row := range y[m][heed.Dim{}] {
				product := heed.Dim{Name: "product", Value: string(rune('p' + row.Customer[15]%5))}
				y[m][product] = append(y[m][product], row)
			}
		}
		both := y.open()
		maps.DeleteFunc(both, func(t Target, _ bool) bool { return t.Dim.Name == "product" })
		if !maps.Equal(alone, both) {
			t.Fatalf("%v are shown alone, and %v beside others", alone, both)
		}
	})
}

// Of what is said not to be for readers nothing is shown.
func TestNothingIsShownOfWhatTells(t *testing.T) {
	y := newYear(1)
	for _, row := range crowded(0, 30) {
		y.add(0, row, heed.Dim{Name: "agent", Value: "x"}, heed.Dim{Name: "tag", Value: "y"}, heed.Dim{Name: "stage", Value: "z"})
	}
	want := map[Target]bool{{}: true, {Dim: heed.Dim{Name: "stage", Value: "z"}}: true}
	if open := y.open(); !maps.Equal(open, want) {
		t.Errorf("got %v, want %v", open, want)
	}
}

// A year of five dimensions of 100 values each.
func BenchmarkOpen(b *testing.B) {
	rnd := rand.New(rand.NewPCG(7, 7))
	months := make([]Month, 12)
	for m := range months {
		y := newYear(1)
		for i := range 3000 {
			row := response(heed.Hash{14: byte(i >> 8), 15: byte(i)}, heed.PPB/4, rnd.IntN(11))
			var dims []heed.Dim
			for _, name := range []string{"team", "product", "locale", "source", "channel"} {
				dims = append(dims, heed.Dim{Name: name, Value: fmt.Sprint(min(rnd.IntN(100), rnd.IntN(100)))})
			}
			y.add(0, row, dims...)
		}
		months[m] = Month{}
		for dim, rows := range y[0] {
			months[m][dim] = cellOf(rows)
		}
	}
	for b.Loop() {
		Open(heed.NPS, months)
	}
}
