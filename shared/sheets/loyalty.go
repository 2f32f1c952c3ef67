package sheets

import (
	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/loyalty"
	"heed/shared/surveys"
)

// Told is what a Loyalty is made from.
type Told struct {
	Period
	Today    heed.Day
	Cohorts  map[string]*cells.Cell // of heed.EveryProgram, by cohort, since there were any
	Programs []Teller               // those that ask NPS
}

// A Teller is a program that asks NPS.
type Teller struct {
	Program *surveys.Program
	Settled bool
	Whole   *cells.Cell
	Cohorts map[string]*cells.Cell
}

// LoyaltyPeriod is the days that the one sheet of loyalty is of: the last whole
// quarters, and this one until today.
func LoyaltyPeriod(today heed.Day) Period {
	q := heed.QuarterOf(today)
	for range quarters - 1 {
		q = q.Before()
	}
	return Period{NamedLoyalty, q.First, today}
}

// LoyaltyOf makes the sheet.
func LoyaltyOf(t Told) *Loyalty {
	l := &Loyalty{From: t.First.String(), To: t.Last.String(), Said: []loyalty.Said{}}
	nps := map[string]map[string]figures.Figure{} // by cohort and program
	put := func(cohort string, p *surveys.Program, c *cells.Cell, settled bool) {
		if nps[cohort] == nil {
			nps[cohort] = map[string]figures.Figure{}
		}
		by := heed.Dim{Name: "cohort", Value: cohort}
		if cohort == "" {
			by = heed.Dim{}
		}
		nps[cohort][p.Name] = figures.Of(p, orEmpty(c), settled).Over(t.First, t.Last, by)
	}
	for _, one := range t.Programs {
		put("", one.Program, one.Whole, one.Settled)
		for cohort, c := range one.Cohorts {
			put(cohort, one.Program, c, one.Settled)
		}
		l.Said = append(l.Said, loyalty.Of(one.Program, orEmpty(one.Whole), one.Settled).Over(t.First, t.Last))
	}
	l.Cohorts, l.All = loyalty.Cohorts(t.Cohorts, nps, t.Today)
	l.Findings = loyalty.Find(l.Said)
	return l
}
