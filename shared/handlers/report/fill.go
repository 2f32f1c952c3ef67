package report

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// mostParts is how many values' rows a page has, of all programs: more would not
// be read, nor be loaded fast. The JSON has as many as the sheets.
const mostParts = 48

// fill writes sheets into the page.
func (h *Handler) fill(d *boards.ScoresData, v *seen, q url.Values, programs []surveys.Program) {
	d.Unmatched, d.NoProgram = v.Unmatched, wayTo(heed.NoProgram, v.From, v.To, "", "")
	for i, s := range v.Programs {
		one := scoresData(s, max(6, mostParts/len(programs)))
		one.Question = programs[i].Question.In("en")
		if one.LeftOut > 0 && len(programs) > 1 {
			one.AllParts = "?" + kept(q, []string{"period", "from", "to", "by"}, "program", s.Program).Encode()
		}
		d.Programs = append(d.Programs, one)
	}
	for i := range v.Journeys {
		j := journeyData(&v.Journeys[i])
		for k := range j.Stages {
			j.Stages[k].Behind = wayTo(j.Stages[k].Program, v.From, v.To, "", "")
		}
		d.Journeys = append(d.Journeys, j)
	}
}

// scoresData is a program's sheet as the page shows it, with the largest parts.
func scoresData(s *sheets.Scores, most int) boards.ProgramData {
	d := boards.ProgramData{Name: s.Program, Stage: s.Stage, Ask: s.Ask, All: measure(&s.Whole.Figure.Figure), LeftOut: s.LeftOut}
	d.All.Behind = wayTo(s.Program, s.From, s.To, "", "")
	d.Change = changeData(s.Whole.Change, s.Before)
	if a := s.Audit; a != nil {
		d.Audit = &boards.AuditData{Drawn: a.Drawn, Expected: a.Expected, Alarm: a.Alarm}
	}
	if s.Rates != nil {
		d.Rates = ratesData(*s.Rates)
	}
	for _, r := range s.Reasons {
		d.Reasons = append(d.Reasons, boards.ReasonData(r))
	}
	for _, f := range s.Findings {
		d.Findings = append(d.Findings, f.Says)
	}
	d.Months = monthsData(s)
	parts := largest(s.Parts, most)
	d.LeftOut += len(s.Parts) - len(parts)
	ranked := 0
	for i := range s.Parts {
		if s.Parts[i].Place != nil && s.Parts[i].Place.Rank > 0 {
			ranked++
		}
	}
	for i := range parts {
		d.Parts = append(d.Parts, partData(s, &parts[i], ranked))
	}
	return d
}

func partData(s *sheets.Scores, p *sheets.Part, ranked int) boards.PartData {
	d := boards.PartData{Value: p.Value, Measure: measure(&p.Figure.Figure), Change: changeData(p.Change, s.Before)}
	d.Behind = wayTo(s.Program, s.From, s.To, s.By, p.Value)
	if p.Rest != nil {
		d.Apart = apart(p.Rest)
	}
	if p.Place != nil {
		d.Rank = rank(p.Place, ranked)
	}
	return d
}

// largest are the parts with the most touchpoints, or answers where there are
// only such, in order.
func largest(parts []sheets.Part, most int) []sheets.Part {
	if len(parts) <= most {
		return parts
	}
	size := func(p sheets.Part) uint64 { return max(p.Figure.Population, p.Figure.N) }
	list := slices.Clone(parts)
	slices.SortStableFunc(list, func(a, b sheets.Part) int { return cmp.Compare(size(b), size(a)) })
	list = list[:most]
	slices.SortFunc(list, func(a, b sheets.Part) int { return cmp.Compare(a.Value, b.Value) })
	return list
}

func monthsData(s *sheets.Scores) []boards.MonthData {
	var list []boards.MonthData
	for i := range s.Months {
		m := &s.Months[i]
		p, err := heed.ParsePeriod(m.Month)
		if err != nil {
			continue // no sheet has such a month
		}
		first := p.First.Start(time.UTC)
		d := boards.MonthData{Name: first.Format("January 2006"), Short: first.Format("Jan"), Measure: measure(&m.Figure)}
		if i == 0 && first.Month() != time.December || first.Month() == time.January { // two years side by side would not fit
			d.Year = first.Year()
		}
		d.Behind = wayTo(s.Program, p.First.String(), p.Last.String(), "", "")
		list = append(list, d)
	}
	return list
}

// changeData is a difference from another period as people read it; nil where
// none is shown. The other period is its first and last day, with a slash.
func changeData(d *figures.Difference, before string) *boards.ChangeData {
	if d == nil || !d.Shown {
		return nil
	}
	p := d.P
	if d.AmongMany != nil {
		p = d.AmongMany
	}
	c := &boards.ChangeData{IntervalOnly: d.IntervalOnly, Sure: *p < discovered, Before: spanned(before)}
	c.Text, c.Interval = gap(d)
	return c
}

// spanned writes two days, and what is between them, as people do.
func spanned(days string) string {
	var from, to time.Time
	if len(days) == 2*len(time.DateOnly)+1 {
		from, _ = time.Parse(time.DateOnly, days[:len(time.DateOnly)])
		to, _ = time.Parse(time.DateOnly, days[len(time.DateOnly)+1:])
	}
	if from.IsZero() || to.IsZero() {
		return days
	}
	if from.Year() == to.Year() {
		return fmt.Sprintf("%s to %s", from.Format("2 Jan"), to.Format("2 Jan 2006"))
	}
	return fmt.Sprintf("%s to %s", from.Format("2 Jan 2006"), to.Format("2 Jan 2006"))
}

// wayTo is where the touchpoints are that a figure is of: a program's between
// two days, of a dimension's value if one is given.
func wayTo(program, from, to, by, value string) string {
	q := url.Values{"program": {program}, "from": {from}, "to": {to}}
	if c, ok := calendarOf(from, to); ok {
		q = url.Values{"program": {program}, "period": {c.String()}}
	}
	if by != "" {
		q.Set("by", by)
		q.Set("value", value)
	}
	return boards.TouchpointsPath + "?" + q.Encode()
}

// calendarOf is the month, quarter or year that lies between two days, if one
// does.
func calendarOf(from, to string) (heed.Period, bool) {
	first, err := heed.ParseDay(from)
	last, other := heed.ParseDay(to)
	if err != nil || other != nil {
		return heed.Period{}, false
	}
	for _, p := range []heed.Period{heed.MonthOf(first), heed.QuarterOf(first), heed.YearOf(first)} {
		if p.First == first && p.Last == last {
			return p, true
		}
	}
	return heed.Period{}, false
}
