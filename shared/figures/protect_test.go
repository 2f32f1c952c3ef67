package figures

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

// A year is rows by month and the dimension values that they bear, under the
// zero Dim all of the month.
type year []map[heed.Dim][]*heed.Row

func (y year) add(m int, row *heed.Row, dims ...heed.Dim) {
	for _, dim := range append(dims, heed.Dim{}) {
		y[m][dim] = append(y[m][dim], row)
	}
}

func newYear(months int) year {
	y := make(year, months)
	for m := range y {
		y[m] = map[heed.Dim][]*heed.Row{}
	}
	return y
}

func (y year) open() map[Target]bool {
	months := make([]Month, len(y))
	for m, shelf := range y {
		months[m] = Month{}
		for dim, rows := range shelf {
			months[m][dim] = cellOf(rows)
		}
	}
	return Open(heed.NPS, months)
}

// of are the responses of a figure.
func (y year) of(t Target) map[*heed.Row]bool {
	all := map[*heed.Row]bool{}
	for m := t.First; m <= t.Last; m++ {
		for _, r := range y[m][t.Dim] {
			if r.Response != nil {
				all[r] = true
			}
		}
	}
	return all
}

func people[V any](rows map[*heed.Row]V) int {
	all := map[heed.Hash]bool{}
	for r := range rows {
		all[r.Customer] = true
	}
	return len(all)
}

func few(n int) bool { return 0 < n && n < 5 }

// anyYear is of months whose responses have at most one team. No two have the
// same chance, so that sums tell whose they are.
var anyYear = rapid.Custom(func(t *rapid.T) year {
	y := newYear(rapid.SampledFrom([]int{1, 3, 6, 12}).Draw(t, "months"))
	teams := rapid.SampledFrom([]string{"a", "b", "c", "d", ""})
	for i := range rapid.IntRange(1, 40*len(y)).Draw(t, "n") {
		pi := heed.PPB/4 - uint32(i*i*977)
		row := response(heed.Hash{15: rapid.ByteMax(80).Draw(t, "who")}, pi, rapid.IntRange(0, 10).Draw(t, "score"))
		if rapid.IntRange(0, 9).Draw(t, "fate") == 0 {
			row.Response = nil
		}
		var dims []heed.Dim
		if team := teams.Draw(t, "team"); team != "" {
			dims = append(dims, heed.Dim{Name: "team", Value: team})
		}
		y.add(rapid.IntRange(0, len(y)-1).Draw(t, "month"), row, dims...)
	}
	return y
})

// No sum of some shown figures, less some others, counts anybody unless it
// counts at least 5 people. Years are small, so that all sums can be tried.
func TestNoSumTellsOfFew(t *testing.T) {
	shown := 0
	rapid.Check(t, func(t *rapid.T) {
		y := newYear(3)
		for i := range rapid.IntRange(5, 50).Draw(t, "n") {
			row := response(heed.Hash{15: rapid.ByteMax(40).Draw(t, "who")}, heed.PPB/4-uint32(i), 9)
			y.add(rapid.IntRange(0, 2).Draw(t, "month"), row, heed.Dim{Name: "team", Value: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "team")})
		}
		open := y.open()
		list := slices.SortedFunc(maps.Keys(open), byText)
		list = list[:min(len(list), 7)]
		shown += len(list)
		counted := map[*heed.Row]int{}
		var try func(int)
		try = func(i int) {
			if i == len(list) {
				if n := people(counted); few(n) {
					t.Fatalf("%d people are told by %v", n, list)
				}
				return
			}
			for times := -1; times <= 1; times++ {
				count(counted, y.of(list[i]), times)
				try(i + 1)
				count(counted, y.of(list[i]), -times)
			}
		}
		try(0)
	})
	if shown < 150 {
		t.Errorf("only %d figures were tried", shown)
	}
}

// count counts the rows so many times more, and drops those not counted.
func count(counted map[*heed.Row]int, rows map[*heed.Row]bool, times int) {
	for r := range rows {
		if counted[r] += times; counted[r] == 0 {
			delete(counted, r)
		}
	}
}

// What a reader finds out by taking from a shown figure any shown figures in it
// that have nothing in common is of nobody or at least 5 people.
func TestNothingSmallCanBeSubtracted(t *testing.T) {
	shown := 0
	rapid.Check(t, func(t *rapid.T) {
		y := anyYear.Draw(t, "year")
		var all []map[*heed.Row]bool
		open := y.open()
		for _, target := range slices.SortedFunc(maps.Keys(open), byText) {
			rows := y.of(target)
			all = append(all, rows)
		}
		shown += len(all)
		for _, rows := range all {
			steps := 200
			if n := leastLeft(rows, all, &steps); n > 0 {
				t.Fatalf("%d people are left of a figure of %d", n, people(rows))
			}
		}
		for _, rests := range [][]map[*heed.Row]bool{all, differences(all)} { // the rest of one less that of another
			for _, rows := range differences(rests) {
				if few(people(rows)) {
					t.Fatalf("%d people are told by differences", people(rows))
				}
			}
		}
	})
	if shown < 300 {
		t.Errorf("only %d figures were shown", shown)
	}
}

// differences are what single figures leave of others that hold them.
func differences(figures []map[*heed.Row]bool) (list []map[*heed.Row]bool) {
	for _, a := range figures {
		for _, b := range figures {
			if len(b) < len(a) && holds(a, b) && len(list) < 100 {
				left := maps.Clone(a)
				maps.DeleteFunc(left, func(r *heed.Row, _ bool) bool { return b[r] })
				list = append(list, left)
			}
		}
	}
	return list
}

func byText(a, b Target) int {
	if x, y := fmt.Sprint(a), fmt.Sprint(b); x < y {
		return -1
	} else if x > y {
		return 1
	}
	return 0
}

// leastLeft takes figures off, in all ways, and returns how many people are left
// when these are too few.
func leastLeft(rows map[*heed.Row]bool, figures []map[*heed.Row]bool, steps *int) int {
	if n := people(rows); few(n) {
		return n
	}
	for i, one := range figures {
		if *steps == 0 {
			return 0
		}
		*steps--
		if len(one) > len(rows) || !holds(rows, one) {
			continue
		}
		left := maps.Clone(rows)
		maps.DeleteFunc(left, func(r *heed.Row, _ bool) bool { return one[r] })
		if n := leastLeft(left, figures[i+1:], steps); n > 0 {
			return n
		}
	}
	return 0
}

func holds(rows, part map[*heed.Row]bool) bool {
	for r := range part {
		if !rows[r] {
			return false
		}
	}
	return true
}

// What is shown of the months so far stays shown when others follow, and
// nothing of them is shown that was not.
func TestOpenNeverTakesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := anyYear.Draw(t, "year")
		after := y.open()
		for m := range y {
			before := y[:m+1].open()
			for target := range after {
				if target.Last <= m && !before[target] {
					t.Fatalf("%v is shown only later", target)
				}
			}
			for target := range before {
				if !after[target] {
					t.Fatalf("%v is taken back", target)
				}
			}
		}
	})
}
