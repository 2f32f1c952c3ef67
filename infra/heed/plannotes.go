package main

import (
	"fmt"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/plan"
	"heed/shared/surveys"
)

// notices are what the history itself makes doubtful.
func notices(p *plan.Plan) (list []string) {
	say := func(n uint64, what, one, more string) {
		switch {
		case n == 1:
			list = append(list, "1 "+what+" "+one)
		case n > 1:
			list = append(list, thousands(float64(n))+" "+what+"s "+more)
		}
	}
	say(p.NoAddress, "touchpoint", "comes without an address, as in an export, or with an id alone. Its customer is taken to have one: mark who has none with reachable: false.",
		"come without an address, as in an export, or with an id alone. Their customers are taken to have one: mark those who have none with reachable: false.")
	say(p.Again, "line", "is of a touchpoint that came shortly before, and does not count again.", "are of touchpoints that came shortly before, and do not count again.")
	back := many(uint64(p.DaysBack), "day")
	say(p.Backward, "touchpoint", "stands after one of a later day, by "+back+". It is decided in the order of the file.",
		"stand after those of a later day, by "+back+" at most. They are decided in the order of the file.")
	say(p.NoAccount, "touchpoint", "names no account. Its customer counts as an account.", "name no account. Each of their customers counts as an account.")
	if p.Days < 28 {
		list = append(list, "The history is shorter than four weeks. Ledgers begin empty, so a longer one sends fewer mails a day.")
	}
	return list
}

// notes are what any plan rests on.
func notes(p *plan.Plan) []string {
	a := p.Assumed
	list := []string{
		fmt.Sprintf("Assumed, since no history of touchpoints tells: %s of those asked answer. NPS: %s. CSAT: %s. CES: %s.",
			percent(a.Response), a.For(heed.NPS), a.For(heed.CSAT), a.For(heed.CES)),
		"Numbers of mails are expected ones: sums of chances. What is drawn in the end differs by chance.",
		"Effective n is N² / Σ(1/chance) times the response rate: the answers of equal weight that would say as much. It takes answers as independent; a customer who answers several times a year says less.",
		"Intervals are half-widths at 95%. An asterisk: fewer than 30 effective answers, so the score is shown with its interval alone. Too few: fewer than 5 answers are expected, and nothing would be shown.",
		"Rates that double are held at each program's ceiling.",
	}
	if p.Holdout > 0 {
		list = append(list, fmt.Sprintf("%s of customers are the holdout, which is never asked; chances have that taken off.", percent(p.Holdout)))
	}
	if p.Paced {
		list = append(list, "Budgets are kept by pacing, every 15 minutes, from a forecast by the day so far and the 28 days before.")
	}
	if p.Scope == surveys.Account {
		list = append(list, "A quiet period keeps the whole account in peace.")
	}
	return list
}

// over gathers mails by month, or by longer or shorter stretches, so that
// there are about a dozen to be drawn.
func over(p *plan.Plan, days func(*plan.Outcome) []float64) *boards.PlanDays {
	first, err := heed.ParseDay(p.From)
	if err != nil || p.Days < 2 {
		return nil
	}
	unit, label := stretches(p.Days)
	d := &boards.PlanDays{Unit: unit, Mails: make([][]float64, len(p.Variants))}
	for begin := 0; begin < p.Days; {
		end, name := begin+1, label(first+heed.Day(begin))
		for end < p.Days && label(first+heed.Day(end)) == name {
			end++
		}
		d.Labels = append(d.Labels, name)
		var cells []string
		for v := range p.Variants {
			sum := 0.0
			for _, mails := range days(&p.Variants[v])[begin:end] {
				sum += mails
			}
			d.Mails[v] = append(d.Mails[v], sum/float64(end-begin))
			cells = append(cells, few(sum/float64(end-begin)))
		}
		d.Cells = append(d.Cells, cells)
		begin = end
	}
	return d
}

// stretches says what to gather by, and what the stretch of a day is called.
func stretches(days int) (unit string, label func(heed.Day) string) {
	switch {
	case days <= 21:
		return "day", heed.Day.String
	case days <= 100:
		return "week", func(d heed.Day) string { return (d - (d+3)%7).String() } // 1970-01-01 was a Thursday
	case days <= 550:
		return "month", func(d heed.Day) string { return d.String()[:7] }
	}
	return "year", func(d heed.Day) string { return d.String()[:4] }
}
