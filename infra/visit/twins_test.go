package visit_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A picture is one over time, with the tables beside it.
type picture struct {
	Title   string
	Bars    [][2]float64 // of intervals: where they begin and end
	Dots    int
	Hollow  int
	Dashed  int
	Apart   bool       // hollow dots look other than solid ones without any colour
	Columns [][]string // what stands in each column of each table, by row
	Shown   bool       // it takes room
}

const drawn = `[...document.querySelectorAll('svg.time')].map(s => {
	const at = (e, name) => parseFloat(e.getAttribute(name))
	const around = s.closest('.over, section, article, main')
	const tables = [...around.querySelectorAll('table')]
	const look = (e) => e && getComputedStyle(e).fill
	const columns = tables.flatMap(t => {
		const list = []
		for (const row of t.tBodies[0].rows) {
			let at = 0
			for (const cell of row.cells) {
				for (let k = 0; k < cell.colSpan; k++) (list[at + k] ??= []).push(k ? '' : cell.innerText || cell.textContent)
				at += cell.colSpan
			}
		}
		return list
	})
	const open = s.querySelector('circle.open'), solid = s.querySelector('circle:not(.open)')
	return {
		title: s.querySelector('title')?.textContent || '',
		bars: [...s.querySelectorAll('line.bar')].map(b => [Math.max(at(b, 'y1'), at(b, 'y2')), Math.min(at(b, 'y1'), at(b, 'y2'))]),
		dots: s.querySelectorAll('circle').length,
		hollow: s.querySelectorAll('circle.open').length,
		dashed: s.querySelectorAll('line.dashed').length,
		apart: !open || !solid || look(open) != look(solid) && look(open) == getComputedStyle(document.body).backgroundColor,
		columns,
		shown: s.getBoundingClientRect().width > 0,
	}
})`

// Each picture over time has a twin of numbers: a table of which a column says
// the same intervals, in the same order, as are drawn. And every other picture is
// hidden from who listens, since its numbers stand beside it.
func TestPicturesHaveTwins(t *testing.T) {
	found := 0
	each(t, func(l *looker, name, path string) {
		l.Visit.Run(`document.querySelectorAll('details').forEach(d => d.open = true)`) // or its lines run together
		for _, p := range ask[[]picture](l, drawn) {
			switch {
			case !p.Shown || p.Title == "":
				t.Errorf("a picture is not shown, or says nothing to who listens: %+v", p)
			case !p.Apart:
				l.Errorf("%s: what is hollow looks solid", p.Title)
			case !p.twin():
				l.Errorf("%s: no table says what is drawn: %v\n%q", p.Title, p.Bars, p.Columns)
			}
			found++
		}
		if n := ask[int](l, `[...document.querySelectorAll('svg:not(.time)')].filter(s => s.getAttribute('aria-hidden') != 'true' && !s.querySelector('title')).length`); n > 0 {
			l.Errorf("%d pictures say nothing to who listens, and are not hidden from them", n)
		}
	})
	t.Cleanup(func() {
		if found < 6 {
			t.Errorf("there are %d pictures over time alone", found)
		}
	})
}

// twin reports whether a column has the intervals that are drawn: as many, and
// each as high as all the others say.
func (p *picture) twin() bool {
	for _, column := range p.Columns {
		var all [][2]float64
		for _, cell := range column {
			if low, high, ok := interval(cell); ok {
				all = append(all, [2]float64{low, high})
			}
		}
		if len(all) == len(p.Bars)+1 {
			all = all[:len(p.Bars)] // the last row is of the whole
		}
		if len(all) == len(p.Bars) && len(all) > 0 && proportional(all, p.Bars) {
			return true
		}
	}
	return false
}

// proportional reports whether what is drawn lies on one scale with what is
// written, but for rounding in what is written and the ends of the axis.
func proportional(said, drawn [][2]float64) bool {
	lowest, highest, bottom, top := math.Inf(1), math.Inf(-1), 0.0, 0.0
	for i := range said {
		for k := range 2 {
			if said[i][k] < lowest {
				lowest, bottom = said[i][k], drawn[i][k]
			}
			if said[i][k] > highest {
				highest, top = said[i][k], drawn[i][k]
			}
		}
	}
	if highest == lowest {
		return true
	}
	for i := range said {
		for k := range 2 {
			want := bottom + (said[i][k]-lowest)/(highest-lowest)*(top-bottom)
			if math.Abs(want-drawn[i][k]) > 0.03*math.Abs(top-bottom)+0.5 {
				return false
			}
		}
	}
	return true
}

var spans = regexp.MustCompile(`(?s)([−\d][^()]*?) to ([−\d][^()·\n]*)`)

// interval reads "3 h 58 min to 4 h 30 min · n 12" and its like.
func interval(cell string) (low, high float64, ok bool) {
	m := spans.FindStringSubmatch(strings.ReplaceAll(cell, "\u00a0", " "))
	if m == nil {
		return 0, 0, false
	}
	lines := strings.Split(m[1], "\n")
	return amount(lines[len(lines)-1]), amount(m[2]), true
}

var amounts = regexp.MustCompile(`(−?[\d.,]+)\s*(d|h|min|s)?\b`)

// amount reads a number, or a length of time in seconds.
func amount(text string) (sum float64) {
	for _, m := range amounts.FindAllStringSubmatch(text, -1) {
		x, err := strconv.ParseFloat(strings.NewReplacer("−", "-", ",", "").Replace(m[1]), 64)
		if err != nil {
			panic(fmt.Sprintf("%q: %v", text, err))
		}
		sum += x * map[string]float64{"": 1, "s": 1, "min": 60, "h": 3600, "d": 86400}[m[2]]
	}
	return sum
}
