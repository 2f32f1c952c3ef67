package report

import (
	"strconv"
	"strings"
	"time"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/sheets"
)

// supportProgram is a program's sheet as the page shows it, with the parts that
// have the most tickets.
func supportProgram(s *sheets.Scores, rows int, days float64, today heed.Day) boards.SupportProgram {
	d := boards.SupportProgram{
		Name: s.Program, Stage: s.Stage, Ask: s.Ask, Before: spanned(s.Before),
		Score: measure(&s.Whole.Figure.Figure), Change: changeData(s.Whole.Change, s.Before), LeftOut: s.LeftOut,
	}
	d.Score.Behind = wayTo(s.Program, s.From, s.To, "", "")
	d.Measures = measured(s, days, d.Score.Behind)
	d.Others = s.Whole.Figure.Population - min(s.Whole.Figure.Population, s.Whole.Service.Solved)
	parts := most(s.Parts, rows)
	d.LeftOut += len(s.Parts) - len(parts)
	at := map[string]int{}
	for i := range parts {
		at[parts[i].Value] = i
		d.Parts = append(d.Parts, supportPart(s, &parts[i]))
	}
	d.Findings = stands(s.Findings, at)
	for i := range s.Months {
		if m, ok := supportMonth(s, &s.Months[i], i, today); ok {
			d.Months = append(d.Months, m)
		}
	}
	return d
}

// stands are findings with where on the page the row of each is.
func stands(list []service.Finding, at map[string]int) (out []boards.FindingData) {
	for _, f := range list {
		row, there := at[f.Value]
		if !there {
			row = -1
		}
		out = append(out, boards.FindingData{Value: f.Value, Says: strings.TrimPrefix(f.Says, f.Value+": "), Row: row})
	}
	return out
}

// measured are the rows of all tickets.
func measured(s *sheets.Scores, days float64, behind string) []boards.MeasureRow {
	m, c := s.Whole.Service, s.Whole.Changes
	if c == nil {
		c = &service.Changes{}
	}
	of := ofQuery(behind, "solved", "yes")
	list := []boards.MeasureRow{volumeRow(s, days, behind, &c.Volume)}
	if !m.Once.Shown {
		return append(list, boards.MeasureRow{Name: "Times and shares", Of: "of these tickets", NumberData: boards.NumberData{Reason: m.Once.Reason, N: m.Solved, Behind: of}})
	}
	time := func(name, mark string, t *service.Time, change *service.Change, mean bool) {
		of := ofQuery(behind, mark, "yes")
		if t.N == 0 {
			list = append(list, boards.MeasureRow{Name: name, Of: "as the source tells it", NumberData: boards.NumberData{Reason: "not told of any ticket"}})
			return
		}
		list = append(list, boards.MeasureRow{Name: name, Of: "median", NumberData: lasting(t, t.Median, of), Change: shift(change, true), Unchanged: change.Reason},
			boards.MeasureRow{Name: name, Of: "90th percentile", NumberData: lasting(t, t.P90, of)})
		if mean {
			list = append(list, boards.MeasureRow{Name: "Average handling time", Of: "mean", NumberData: lasting(t, t.Mean, of)})
		}
	}
	time("First reply", "replied", &m.FirstReply, &c.FirstReply, false)
	time("Resolution", "timed", &m.Resolution, &c.Resolution, false)
	time("Handling", "handled", &m.Handling, &c.Handling, true)
	return append(list,
		boards.MeasureRow{Name: "First contact resolution", Of: "share of tickets", NumberData: shareOf(&m.Once, ofQuery(behind, "once", "yes")), Change: shift(&c.Once, false), Unchanged: c.Once.Reason},
		boards.MeasureRow{Name: "Opened again", Of: "share of tickets", NumberData: shareOf(&m.Reopened, ofQuery(behind, "reopened", "yes")), Change: shift(&c.Reopened, false), Unchanged: c.Reopened.Reason},
		boards.MeasureRow{Name: "Coming back", Of: "touchpoints for each after 90 days without", NumberData: boards.NumberData{Reason: "its change alone", N: s.Whole.Figure.Population, Behind: behind}, Change: shift(&c.Contact, true), Unchanged: c.Contact.Reason},
	)
}

// volumeRow is how many tickets there were: counted, so that nothing about it is
// uncertain but what its change means.
func volumeRow(s *sheets.Scores, days float64, behind string, c *service.Change) boards.MeasureRow {
	row := boards.MeasureRow{Name: "Tickets solved", Of: "counted", Change: shift(c, true), Unchanged: c.Reason}
	solved := s.Whole.Service.Solved
	row.NumberData = boards.NumberData{Shown: true, Counted: true, N: solved, Behind: ofQuery(behind, "solved", "yes")}
	if days > 0 {
		row.Interval = strconv.FormatFloat(float64(solved)/days, 'f', 1, 64) + " a day"
	}
	return row
}

func supportPart(s *sheets.Scores, p *sheets.Part) boards.SupportPart {
	m, c := p.Service, p.Changes
	if c == nil {
		c = &service.Changes{}
	}
	behind := wayTo(s.Program, s.From, s.To, s.By, p.Value)
	return boards.SupportPart{
		Value: p.Value, Behind: behind, Tickets: m.Solved,
		Resolution: lasting(&m.Resolution, m.Resolution.Median, ofQuery(behind, "timed", "yes")), FirstReply: lasting(&m.FirstReply, m.FirstReply.Median, ofQuery(behind, "replied", "yes")),
		Once: shareOf(&m.Once, ofQuery(behind, "once", "yes")), Reopened: shareOf(&m.Reopened, ofQuery(behind, "reopened", "yes")),
		Score: score(&p.Figure.Figure, behind), Volume: shift(&c.Volume, true),
		ResolutionChange: shift(&c.Resolution, true), ScoreChange: changeData(p.Change, s.Before),
	}
}

func supportMonth(s *sheets.Scores, point *sheets.Point, i int, today heed.Day) (d boards.SupportMonth, ok bool) {
	p, err := heed.ParsePeriod(point.Month)
	if err != nil {
		return d, false // no sheet has such a month
	}
	first := p.First.Start(time.UTC)
	behind := wayTo(s.Program, p.First.String(), p.Last.String(), "", "")
	d.MonthData = boards.MonthData{Name: first.Format("January 2006"), Short: first.Format("Jan"), Measure: measure(&point.Figure)}
	if i == 0 || first.Month() == time.January {
		d.Year = first.Year()
	}
	m := point.Service
	if m == nil {
		m = &service.Measures{FirstReply: noTime, Resolution: noTime, Once: noShare, Reopened: noShare}
	}
	d.Behind, d.Over, d.Tickets, d.Said = behind, p.Last < today, m.Solved, score(&point.Figure, behind)
	d.Resolution, d.FirstReply = lasting(&m.Resolution, m.Resolution.Median, ofQuery(behind, "timed", "yes")), lasting(&m.FirstReply, m.FirstReply.Median, ofQuery(behind, "replied", "yes"))
	d.Once, d.Reopened = shareOf(&m.Once, ofQuery(behind, "once", "yes")), shareOf(&m.Reopened, ofQuery(behind, "reopened", "yes"))
	return d, true
}

// What a month without tickets says.
var (
	noTime  = service.Time{Reason: figures.TooFew}
	noShare = service.Share{Reason: figures.TooFew}
)
