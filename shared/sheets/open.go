package sheets

import (
	"heed/shared/figures"
	"heed/shared/heed"
)

// A YearMonth is a month of a year: the cell of the whole, and those of a
// dimension's values.
type YearMonth = figures.Month

// Opened says which of a settled calendar period's scores readers may see, who
// are not to tell single answers from them: by figures.Open, from the months of
// its year until it ends.
func (s *Scores) Opened(p Period, year []YearMonth) {
	first := 0
	for m := heed.YearOf(p.Last).First; m < p.First; m = heed.MonthOf(m).Last + 1 {
		first++
	}
	open := figures.Open(s.Ask, year)
	target := func(dim heed.Dim) bool {
		return open[figures.Target{First: first, Last: len(year) - 1, Dim: dim}]
	}
	s.Whole.Open = target(heed.Dim{})
	for i := range s.Parts {
		s.Parts[i].Open = target(heed.Dim{Name: s.By, Value: s.Parts[i].Value})
	}
}
