package main

import (
	"fmt"
	"strconv"
	"strings"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/plan"
	"heed/shared/surveys"
)

// view puts a plan into words, for the terminal and for the page alike.
func (c *planning) view(config *surveys.Config, p *plan.Plan) *boards.PlanData {
	d := &boards.PlanData{
		Brand: config.Brand.Name, Notices: notices(p), Notes: notes(p),
		Lead: fmt.Sprintf("What surveys.yaml would do, had it decided about %s of %s from %s to %s (%s). Nothing was sent.",
			many(p.Touchpoints, "touchpoint"), many(uint64(p.Scopes), string(p.Scope)), p.From, p.To, many(uint64(p.Days), "day")),
	}
	for _, v := range p.Variants {
		d.Variants = append(d.Variants, v.Name)
	}
	d.All = boards.PlanPart{Name: "All programs", Rows: totals(p), Days: over(p, func(o *plan.Outcome) []float64 { return o.Days })}
	for i := range p.Variants[0].Programs {
		d.Programs = append(d.Programs, c.program(p, i))
	}
	return d
}

// of makes a row of one number of every variant.
func of(p *plan.Plan, label string, number func(*plan.Outcome) string) boards.PlanRow {
	r := boards.PlanRow{Label: strings.TrimPrefix(label, "- "), Under: strings.HasPrefix(label, "- ")}
	for i := range p.Variants {
		r.Cells = append(r.Cells, number(&p.Variants[i]))
	}
	return r
}

func totals(p *plan.Plan) []boards.PlanRow {
	who := "customer"
	if p.Scope == surveys.Account {
		who = "account"
	}
	rows := mails(p, func(o *plan.Outcome) *plan.Mails { return &o.Mails })
	rows = append(rows,
		of(p, "Asked per "+who+" and year", func(o *plan.Outcome) string { return few(o.Burden.PerYear) }),
		of(p, "- most for one, in all these days", func(o *plan.Outcome) string { return few(o.Burden.Most) }),
		of(p, "- asked at least once (one draw)", func(o *plan.Outcome) string { return percent(o.Burden.Once) }),
		of(p, "Largest weight of an answer", func(o *plan.Outcome) string { return thousands(o.Heaviest) }),
	)
	return append(rows, unreached(p, func(o *plan.Outcome) []plan.Unreached { return o.Unreached })...)
}

func mails(p *plan.Plan, from func(*plan.Outcome) *plan.Mails) []boards.PlanRow {
	rows := []boards.PlanRow{
		of(p, "Mails a day", func(o *plan.Outcome) string { return few(from(o).Daily) }),
		of(p, "- on the busiest day", func(o *plan.Outcome) string { return few(from(o).Busiest) }),
	}
	if from(&p.Variants[0]).Later != nil {
		rows = append(rows, of(p, "- once the first quiet periods are over", func(o *plan.Outcome) string { return few(*from(o).Later) }))
	}
	return append(rows, of(p, "Mails in all", func(o *plan.Outcome) string { return thousands(from(o).All) }))
}

// unreached are rows of who could never be asked, by reason.
func unreached(p *plan.Plan, from func(*plan.Outcome) []plan.Unreached) []boards.PlanRow {
	share := func(o *plan.Outcome, want heed.Reason) (sum float64) {
		for _, u := range from(o) {
			if want == 0 || u.Reason == want {
				sum += u.Share
			}
		}
		return sum
	}
	rows := []boards.PlanRow{of(p, "Touchpoints never reachable", func(o *plan.Outcome) string { return percent(share(o, 0)) })}
	for _, reason := range []heed.Reason{heed.NoMatch, heed.Unresolved, heed.OwnDomain, heed.ExcludedTag, heed.Suppressed, heed.Uncovered, heed.Hushed} {
		some := false
		for i := range p.Variants {
			some = some || share(&p.Variants[i], reason) > 0
		}
		if some {
			rows = append(rows, of(p, "- "+causes[reason], func(o *plan.Outcome) string { return percent(share(o, reason)) }))
		}
	}
	return rows
}

var causes = map[heed.Reason]string{
	heed.NoMatch: "no program asks about them", heed.Unresolved: "no address", heed.OwnDomain: "the team's own addresses",
	heed.ExcludedTag: "an excluded tag", heed.Suppressed: "unsubscribed, bounced or complained",
	heed.Uncovered: "a chance below 1 in 10,000", heed.Hushed: "kept quiet by another scope",
}

// many counts what one of is called so.
func many(n uint64, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(float64(n)) + " " + one + "s"
}

// few writes a small number with two digits or so.
func few(x float64) string {
	switch {
	case x >= 100:
		return thousands(x)
	case x >= 10:
		return strconv.FormatFloat(x, 'f', 1, 64)
	}
	return strconv.FormatFloat(x, 'f', 2, 64)
}

func percent(x float64) string {
	if 0 < x && x < 0.0005 {
		return "<0.1%"
	}
	return strconv.FormatFloat(100*x, 'f', 1, 64) + "%"
}

// thousands writes a whole number with a comma at every third digit.
func thousands(x float64) string {
	s := strconv.FormatFloat(x, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
