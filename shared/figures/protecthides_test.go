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

// A part is the rows of some months that bear a team and an agent.
type part struct {
	month       int
	team, agent string
	rows        []*heed.Row
}

func yearOf(months int, parts ...part) year {
	y := newYear(months)
	for _, p := range parts {
		for _, row := range p.rows {
			y.add(p.month, row, heed.Dim{Name: "team", Value: p.team}, heed.Dim{Name: "agent", Value: p.agent})
		}
	}
	return y
}

// Hiding goes no further than it must.
func TestOpenHidesLittle(t *testing.T) {
	a, b, c, d := crowded(0, 20), crowded(20, 10), crowded(30, 7), crowded(40, 3)
	for name, test := range map[string]struct {
		year   year
		hidden []string // months, team or agent
	}{
		"none small":                       {yearOf(1, part{0, "a", "x", a}, part{0, "b", "y", b}, part{0, "c", "z", c}), nil},
		"one small, hidden with the next":  {yearOf(1, part{0, "a", "x", a}, part{0, "b", "y", b}, part{0, "c", "z", c}, part{0, "d", "w", d}), []string{"0-0 c", "0-0 d", "0-0 w", "0-0 z"}},
		"everything in one part":           {yearOf(1, part{0, "a", "x", a}), nil},
		"two small ones are enough":        {yearOf(1, part{0, "a", "x", a}, part{0, "b", "y", c[:3]}, part{0, "c", "z", d}), []string{"0-0 b", "0-0 c", "0-0 y", "0-0 z"}},
		"agents of a team":                 {yearOf(1, part{0, "a", "a1", b}, part{0, "a", "a2", a[:12]}, part{0, "a", "a3", d[:2]}, part{0, "b", "b1", c}), []string{"0-0 a1", "0-0 a3"}},
		"a quarter of one small month":     {yearOf(3, part{0, "a", "x", c[:5]}, part{1, "a", "x", d[:2]}, part{2, "a", "x", a[:11]}), []string{"1-1 ", "1-1 a", "1-1 x", "2-2 ", "2-2 a", "2-2 x"}},
		"a quarter of two small months":    {yearOf(3, part{0, "a", "x", c[:4]}, part{1, "a", "x", d[:2]}, part{2, "a", "x", a[:11]}), []string{"0-0 ", "0-0 a", "0-0 x", "1-1 ", "1-1 a", "1-1 x"}},
		"a quarter whose last month is 0":  {yearOf(3, part{0, "a", "x", a}, part{1, "a", "x", b}), []string{"2-2 ", "2-2 a", "2-2 x"}},
		"a quarter of a small last month":  {yearOf(3, part{0, "a", "x", a}, part{1, "a", "x", b}, part{2, "a", "x", d}), []string{"0-2 ", "0-2 a", "0-2 x", "2-2 ", "2-2 a", "2-2 x"}},
		"people who come again each month": {yearOf(3, part{0, "a", "x", crowded(0, 9)}, part{1, "a", "x", crowded(0, 9)}, part{2, "a", "x", crowded(0, 9)}), nil},
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
