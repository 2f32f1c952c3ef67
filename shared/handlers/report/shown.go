package report

import (
	"fmt"
	"strings"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/sheets"
)

// data is a gathering as the page shows it.
func (g *gathering) data() boards.ProgramData {
	a := sheets.AuditOf(g.whole.cell)
	d := boards.ProgramData{
		Name: g.program.Name, Stage: g.program.Stage, Ask: g.program.Ask, Question: g.program.Question.In("en"),
		All: measure(&g.whole.figure), Audit: &boards.AuditData{Drawn: a.Drawn, Expected: a.Expected, Alarm: a.Alarm},
	}
	list := g.withRest()
	ranked := 0
	for _, c := range list {
		if c.Place.Rank > 0 {
			ranked++
		}
	}
	for _, c := range list {
		d.Parts = append(d.Parts, boards.PartData{
			Value: c.Value, Measure: measure(&c.Figure.Figure), Apart: apart(&c.Difference), Rank: rank(c.Place, ranked),
		})
	}
	return d
}

func ratesData(r figures.Rates) boards.RatesData {
	d := boards.RatesData{Spread: r.Spread, Evenness: r.Evenness}
	for _, c := range r.Classes {
		d.Classes = append(d.Classes, boards.ClassData{
			Kind: c.Kind, Band: c.Band, Touchpoints: c.Touchpoints, Asked: c.Asked, Answered: c.Answered, Rate: c.ResponseRate,
		})
	}
	return d
}

func journeyData(j *figures.Journey) boards.JourneyData {
	d := boards.JourneyData{Ask: j.Ask, All: boards.Measure{Reason: j.Reason, Settled: j.Settled, IntervalOnly: j.IntervalOnly}}
	if j.Shown {
		d.All.Shown, d.All.At, d.All.Low, d.All.High = true, *j.Score, *j.Low, *j.High
		d.All.Score, d.All.Interval = written(j.Ask, *j.Score, *j.Low, *j.High)
	}
	for i := range j.Stages {
		s := &j.Stages[i]
		d.Stages = append(d.Stages, boards.StageData{Stage: s.Stage, Program: s.Figure.Program, Share: s.Share, Measure: measure(&s.Figure)})
	}
	return d
}

// measure is a figure as people read it.
func measure(f *figures.Figure) boards.Measure {
	m := boards.Measure{
		Shown: f.Shown, Reason: f.Reason, Withheld: f.Withheld, IntervalOnly: f.IntervalOnly, Settled: f.Settled,
		Touchpoints: f.Population, Asked: f.Asked, Answered: f.Answered, Respondents: f.Respondents,
		Doubtful: f.Doubtful, Effective: f.EffectiveN, Rate: -1,
	}
	if f.ResponseRate != nil {
		m.Rate = *f.ResponseRate
	}
	if !f.Shown {
		return m
	}
	m.Score, m.Interval = f.Display()
	m.At, m.Low, m.High = *f.Score, *f.Low, *f.High
	if a := f.Adjusted; a != nil {
		m.Adjusted = &boards.Adjusted{At: a.Score, Low: a.Low, High: a.High}
		m.Adjusted.Score, m.Adjusted.Interval = written(f.Ask, a.Score, a.Low, a.High)
	}
	return m
}

// written writes a score that is no figure's own as Display writes theirs.
func written(ask heed.Ask, score, low, high float64) (text, interval string) {
	f := figures.Figure{Ask: ask, Shown: true, Score: &score, Low: &low, High: &high}
	return f.Display()
}

// discovered is below what a difference among many must be to be pointed out.
const discovered = 0.05

// gap writes a difference and its interval: "+5 points", "-2 to 12 points".
func gap(d *figures.Difference) (text, interval string) {
	text, interval = written(d.Ask, *d.Difference, *d.Low, *d.High)
	text, interval = strings.ReplaceAll(text, "%", ""), strings.ReplaceAll(interval, "%", "")
	if !strings.HasPrefix(text, "-") && strings.Trim(text, "0.") != "" {
		text = "+" + text
	}
	return text + unitOf(d.Ask), interval + unitOf(d.Ask)
}

// unitOf is what differences of scores are in: points of NPS, or of a
// percentage.
func unitOf(ask heed.Ask) string {
	if ask == heed.CES {
		return ""
	}
	return " points"
}

// apart says how far a part is from the rest, by the interval, where it is so by
// more than chance among all parts.
func apart(d *figures.Difference) string {
	if !d.Shown || d.AmongMany == nil || !(*d.AmongMany < discovered) || *d.Difference == 0 {
		return ""
	}
	low, high, side := *d.Low, *d.High, "above the rest"
	if *d.Difference < 0 {
		low, high, side = -high, -low, "below the rest"
	}
	_, text := written(d.Ask, low, low, high)
	return strings.ReplaceAll(text, "%", "") + unitOf(d.Ask) + " " + side
}

// rank writes a place among so many, unless it may be any.
func rank(p *figures.Place, ranked int) string {
	switch {
	case p.Rank == 0 || p.From == 1 && p.To == ranked:
		return ""
	case p.From == p.To:
		return fmt.Sprintf("rank %d", p.Rank)
	}
	return fmt.Sprintf("rank %d (%d to %d)", p.Rank, p.From, p.To)
}
