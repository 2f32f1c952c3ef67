package figures

import (
	"slices"
	"testing"

	"heed/shared/heed"
)

// crowded makes n responses of as many people.
func crowded(from, n int) (rows []*heed.Row) {
	for i := range n {
		rows = append(rows, response(heed.Hash{15: byte(from + i)}, heed.PPB/4-uint32(1000*(from+i)), 9))
	}
	return rows
}

// A part is the rows of a month that bear a team.
type part struct {
	month int
	team  string
	rows  []*heed.Row
}

func yearOf(months int, parts ...part) year {
	y := newYear(months)
	for _, p := range parts {
		for _, row := range p.rows {
			y.add(p.month, row, heed.Dim{Name: "team", Value: p.team})
		}
	}
	return y
}

// Hiding goes no further than it must.
func TestOpenHidesLittle(t *testing.T) {
	a, b, c, d := crowded(0, 20), crowded(20, 10), crowded(30, 7), crowded(40, 3)
	for name, test := range map[string]struct {
		year   year
		hidden []string // months, team
	}{
		"none small":                        {yearOf(1, part{0, "a", a}, part{0, "b", b}, part{0, "c", c}), nil},
		"one small, hidden with the next":   {yearOf(1, part{0, "a", a}, part{0, "b", b}, part{0, "c", c}, part{0, "d", d}), []string{"0-0 c", "0-0 d"}},
		"everything in one part":            {yearOf(1, part{0, "a", a}), nil},
		"two small ones are enough":         {yearOf(1, part{0, "a", a}, part{0, "b", c[:3]}, part{0, "c", d}), []string{"0-0 b", "0-0 c"}},
		"a quarter of one small month":      {yearOf(3, part{0, "a", c[:5]}, part{1, "a", d[:2]}, part{2, "a", a[:11]}), []string{"1-1 ", "1-1 a", "2-2 ", "2-2 a"}},
		"a quarter of two small months":     {yearOf(3, part{0, "a", c[:4]}, part{1, "a", d[:2]}, part{2, "a", a[:11]}), []string{"0-0 ", "0-0 a", "1-1 ", "1-1 a"}},
		"a quarter whose last month is 0":   {yearOf(3, part{0, "a", a}, part{1, "a", b}), []string{"2-2 ", "2-2 a"}},
		"a quarter of a small last month":   {yearOf(3, part{0, "a", a}, part{1, "a", b}, part{2, "a", d}), []string{"0-2 ", "0-2 a", "2-2 ", "2-2 a"}},
		"a month's few in a quarter's many": {yearOf(3, part{0, "a", a}, part{1, "b", crowded(0, 20)}, part{1, "c", d[:2]}, part{2, "c", b}, part{2, "a", a}), []string{"0-0 b", "0-0 c", "0-2 b", "0-2 c", "1-1 a", "1-1 b", "1-1 c", "2-2 b"}},
		"people who come again each month":  {yearOf(3, part{0, "a", crowded(0, 9)}, part{1, "a", crowded(0, 9)}, part{2, "a", crowded(0, 9)}), nil},
	} {
		if hidden := test.year.hidden(); !slices.Equal(hidden, test.hidden) {
			t.Errorf("%s: hidden are %q, want %q", name, hidden, test.hidden)
		}
	}
}

// hidden lists the figures that are not shown.
func (y year) hidden() (list []string) {
	open, dims := y.open(), map[heed.Dim]bool{}
	for _, month := range y {
		for dim := range month {
			dims[dim] = true
		}
	}
	for first := range y {
		for _, length := range []int{1, 3, 12} {
			t := Target{First: first, Last: first + length - 1}
			if first%length != 0 || t.Last >= len(y) {
				continue
			}
			for t.Dim = range dims {
				if !open[t] {
					list = append(list, string('0'+rune(t.First))+"-"+string('0'+rune(t.Last))+" "+t.Dim.Value)
				}
			}
		}
	}
	slices.Sort(list)
	return list
}
