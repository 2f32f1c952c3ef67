package loyalty

import (
	"math"
	"math/rand/v2"
	"slices"

	"heed/shared/cells"
	"heed/shared/heed"
)

// A life is one customer's: the days they joined on and left on, and what they
// bought for on which days.
type life struct {
	cohort     string
	joined     heed.Day
	left       heed.Day // 0 if they did not
	days       []heed.Day
	amounts    []int64
	currencies []string
}

const today = heed.Day(20700)

// lives are of customers who leave at a rate by month and buy once a month.
func lives(rnd *rand.Rand, n int, churn float64) []life {
	all := make([]life, n)
	for i := range all {
		l := &all[i]
		l.joined = today - heed.Day(1+rnd.IntN(600))
		l.cohort = []string{"2026-Q1", "2026-Q2"}[rnd.IntN(2)]
		end := today
		if left := l.joined + heed.Day(math.Ceil(30*rnd.ExpFloat64()/churn)); left <= today {
			l.left, end = left, left
		}
		for day := l.joined + heed.Day(30*rnd.ExpFloat64()); day <= end; day += 1 + heed.Day(30*rnd.ExpFloat64()) {
			l.days = append(l.days, day)
			l.amounts = append(l.amounts, 1000+rnd.Int64N(4000))
			l.currencies = append(l.currencies, []string{"EUR", "EUR", "USD"}[rnd.IntN(3)])
		}
	}
	return all
}

// rowsOf are what a store keeps of lives: each touchpoint in two programs.
func rowsOf(all []life) (rows []*heed.Row) {
	id := 0
	add := func(l *life, day heed.Day, row heed.Row) {
		id++
		for program := range 2 {
			row.RowRef = heed.RowRef{Day: day, ID: heed.RowID{0: byte(id), 1: byte(id >> 8), 2: byte(id >> 16), 9: byte(program)}}
			row.Program = []string{"renewal", "yearly"}[program]
			row.Dims = []heed.Dim{{Name: "cohort", Value: l.cohort}}
			rows = append(rows, new(row))
		}
	}
	for i := range all {
		l := &all[i]
		add(l, l.joined, heed.Row{Kind: "contact.created", First: true})
		for k, day := range l.days {
			add(l, day, heed.Row{Kind: "deal.won", Facts: heed.Facts{Amount: l.amounts[k], Currency: l.currencies[k]}})
		}
		if l.left > 0 {
			add(l, l.left, heed.Row{Kind: "contact.churned"})
		}
	}
	return rows
}

func cohortCells(rows []*heed.Row) map[string]*cells.Cell {
	named := map[string]*cells.Cell{}
	for key, c := range cells.Of(slices.Values(rows), nil) {
		if key.Program == heed.EveryProgram && key.Dim == "cohort" {
			named[key.Value] = cells.Merge(append([]*cells.Cell{c}, named[key.Value])...)
		}
	}
	return named
}

// plain is what a cohort is by counting customers one by one.
type plain struct {
	joined, left, days float64
	bought             map[string][]float64
}

func plainly(all []life, cohort string) plain {
	p := plain{bought: map[string][]float64{}}
	for _, l := range all {
		if cohort != "" && l.cohort != cohort {
			continue
		}
		p.joined++
		end := today
		if l.left > 0 {
			p.left++
			end = l.left
		}
		p.days += float64(end - l.joined)
		for k := range l.days {
			p.bought[l.currencies[k]] = append(p.bought[l.currencies[k]], float64(l.amounts[k]))
		}
	}
	return p
}
