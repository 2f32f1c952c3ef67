package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/plan"
)

// program puts one program into words.
func (c *planning) program(p *plan.Plan, i int) boards.PlanPart {
	at := func(o *plan.Outcome) *plan.Program { return &o.Programs[i] }
	s := at(&p.Variants[0])
	rates := make([]string, len(p.Variants))
	for v := range p.Variants {
		rates[v] = strconv.FormatFloat(100*at(&p.Variants[v]).Rate, 'f', -1, 64) + "%"
	}
	part := boards.PlanPart{
		Name: s.Name, Note: strings.ToUpper(string(s.Ask)) + " · " + many(s.Touchpoints, "touchpoint"),
		Days: over(p, func(o *plan.Outcome) []float64 { return at(o).Days }),
		Rows: []boards.PlanRow{{Label: "Rate", Cells: rates}},
	}
	number := func(label string, n func(*plan.Program) string) {
		part.Rows = append(part.Rows, of(p, label, func(o *plan.Outcome) string { return n(at(o)) }))
	}
	number("- mean chance of those with one", func(s *plan.Program) string { return percent(s.Chance) })
	number("- mean chance of being free to be asked", func(s *plan.Program) string { return percent(s.Free) })
	part.Rows = append(part.Rows, mails(p, func(o *plan.Outcome) *plan.Mails { return &at(o).Mails })...)
	number("Answers", func(s *plan.Program) string { return thousands(s.Answers) })
	number("- effective n", func(s *plan.Program) string { return thousands(s.Effective) })
	number("95% interval, "+units[s.Ask], func(s *plan.Program) string { return width(s.Ask, &s.Precision) })
	number("- from one month alone", func(s *plan.Program) string { return width(s.Ask, &s.Month) })
	number("Largest weight of an answer", func(s *plan.Program) string { return thousands(s.Heaviest) })
	part.Rows = append(part.Rows, unreached(p, func(o *plan.Outcome) []plan.Unreached { return at(o).Unreached })...)
	for b := range s.By {
		if len(s.By[b].Values) > 1 { // a single one is the program again
			part.By = append(part.By, c.breakdown(p, i, b))
		}
	}
	return part
}

var units = map[heed.Ask]string{heed.NPS: "± points", heed.CSAT: "± percentage points", heed.CES: "± of 1 to 7"}

var dimensions = map[string]string{
	plan.ByBand: "touchpoints of the customer in the 90 days before", plan.ByStratum: "stratum",
}

// breakdown is the table of one dimension: the values with the most
// touchpoints, and how many others there are.
func (c *planning) breakdown(p *plan.Plan, i, b int) boards.PlanTable {
	by := func(v int) *plan.Breakdown { return &p.Variants[v].Programs[i].By[b] }
	first, ask := by(0), p.Variants[0].Programs[i].Ask
	t := boards.PlanTable{By: first.Dimension, Count: "touchpoints", Cell: "95% interval, " + units[ask], Widths: "half-widths", Least: math.Inf(1)}
	shown := min(c.Top, len(first.Values))
	if name := dimensions[first.Dimension]; name != "" {
		t.By, shown = name, len(first.Values)
	}
	for j := range first.Values[:shown] {
		line := boards.PlanLine{Value: first.Values[j].Value, Count: thousands(float64(first.Values[j].Touchpoints))}
		for v := range p.Variants {
			s := &by(v).Values[j].Precision
			x := -1.0
			if s.HalfWidth != nil {
				x = *s.HalfWidth
				t.Least, t.Most = min(t.Least, x), max(t.Most, x)
			}
			line.Cells, line.Widths = append(line.Cells, width(ask, s)), append(line.Widths, x)
		}
		t.Lines = append(t.Lines, line)
	}
	t.Least = min(t.Least, 0.75*t.Most) // so that next to nothing does not fill the picture
	t.LeastText, t.MostText = "±"+unit(ask, t.Least), "±"+unit(ask, t.Most)
	if t.Most == 0 {
		t.Widths = ""
	}
	if rest := first.Values[len(t.Lines):]; len(rest) > 0 {
		n := first.Further
		for j := range rest {
			n += rest[j].Touchpoints
		}
		t.Others = fmt.Sprintf("and %d more, with %s", len(rest), many(n, "touchpoint"))
	}
	return t
}

// width is half an interval as people read it; with an asterisk where too few
// answer for the score to stand without it.
func width(ask heed.Ask, s *plan.Precision) string {
	if s.HalfWidth == nil {
		return "too few"
	}
	text := "±" + unit(ask, *s.HalfWidth)
	if !s.Rankable {
		text += "*"
	}
	return text
}

func unit(ask heed.Ask, x float64) string {
	if ask == heed.CES {
		return strconv.FormatFloat(x, 'f', 2, 64)
	}
	return strconv.FormatFloat(x, 'f', 1, 64)
}
