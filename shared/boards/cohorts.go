package boards

import (
	"strconv"

	"heed/shared/heed"
	"heed/shared/markup"
)

// cohorts are drawn, and stand in tables of the same numbers.
func (p *board) cohorts(d *LoyaltyData) {
	p.Put(`<article aria-labelledby="cohorts"><h2 id="cohorts">By the quarter in which customers were first heard of</h2><div class="panels">`)
	p.panel("left", "Share that left", heed.CSAT, d.points(func(c *CohortData) Measure {
		m := *c.Left.measure()
		m.Shown = c.Left.Shown
		return m
	}))
	for i, name := range d.Programs {
		p.panel("nps"+strconv.Itoa(i), "NPS, "+name, heed.NPS, d.points(func(c *CohortData) Measure { return c.NPS[i] }))
	}
	p.Put(`</div><p class="key soft"><span class="settled">settled</span><span class="open">provisional: answers can still come</span><span class="only">too few for one number: interval alone</span></p>`)
	p.table(d, `Who left`, []markup.Markup{`Joined`, `Left`, `Churn a month`}, func(c *CohortData) {
		p.Put(`<td>`).Text(count(c.Joined)).Put(`</td>`)
		p.numbered(&c.Left.Stated, count(c.Left.N)+" of "+count(c.Left.Of))
		p.numbered(&c.Churn, counts(c.Leavings, "leaving"))
	})
	p.table(d, `Who bought again`, []markup.Markup{`Purchases`, `By customers heard of before`}, func(c *CohortData) {
		p.Put(`<td>`).Text(count(c.Again.Of)).Put(`</td>`)
		p.numbered(&c.Again.Stated, count(c.Again.N)+" of "+count(c.Again.Of))
	})
	p.values(d)
	p.recommend(d)
	p.Put(`</article>`)
}

// points are the cohorts, to be drawn one after the other.
func (d *LoyaltyData) points(of func(c *CohortData) Measure) []MonthData {
	list := make([]MonthData, len(d.Cohorts))
	for i := range d.Cohorts {
		c := &d.Cohorts[i]
		list[i] = MonthData{Name: c.Name, Short: c.Short, Year: c.Year, Measure: of(c)}
	}
	return list
}

// panel is one picture of several that stand beside each other, on the axis of a
// question's score.
func (p *board) panel(id, title string, axis heed.Ask, list []MonthData) {
	if !anyShown(list) {
		return
	}
	p.Put(`<div class="panel"><h3>`).Text(title).Put(`</h3>`)
	p.series(id, title+" by cohort", axisOf(scales[axis], list), list)
	p.Put(`</div>`)
}

// table is a row for each cohort, and one for all of them.
func (p *board) table(d *LoyaltyData, title markup.Markup, heads []markup.Markup, row func(c *CohortData)) {
	p.heads(title, append([]markup.Markup{`First heard of`}, heads...))
	for i := range d.Cohorts {
		p.Put(`<tr><th scope="row">`).Text(d.Cohorts[i].Name).Put(`</th>`)
		row(&d.Cohorts[i])
		p.Put(`</tr>`)
	}
	p.Put(`<tr class="sum"><th scope="row">All of them</th>`)
	row(&d.All)
	p.Put(`</tr></tbody></table>`)
}

// heads opens a table.
func (p *board) heads(title markup.Markup, heads []markup.Markup) {
	p.Put(`<table class="about"><caption>`).Put(title).Put(`</caption><thead><tr>`)
	for _, head := range heads {
		p.Put(`<th scope="col">`).Put(head).Put(`</th>`)
	}
	p.Put(`</tr></thead><tbody>`)
}

// numbered is a cell of a number and of how many it is made of.
func (p *board) numbered(s *Stated, of string) {
	p.Put(`<td>`)
	p.stated(s)
	p.Put(` <span class="soft">`).Text(of).Put(`</span></td>`)
}

// values is what customers bring, by currency.
func (p *board) values(d *LoyaltyData) {
	if len(d.All.Values) == 0 {
		return
	}
	p.heads(`What they bring`, []markup.Markup{`First heard of`, `A purchase`, `A customer, until they leave`})
	for i := range d.Cohorts {
		p.brought(d.Cohorts[i].Name, &d.Cohorts[i])
	}
	p.brought("All of them", &d.All)
	p.Put(`</tbody></table>`)
}

func (p *board) brought(name string, c *CohortData) {
	for _, v := range c.Values {
		p.Put(`<tr><th scope="row">`).Text(name).Put(` <span class="soft">`).Text(v.Currency).Put(`</span></th>`)
		p.numbered(&v.Each, counts(v.Bought, "purchase"))
		p.numbered(&v.Lifetime, counts(c.Leavings, "leaving"))
		p.Put(`</tr>`)
	}
}

// recommend is the NPS of each program by cohort.
func (p *board) recommend(d *LoyaltyData) {
	for i, name := range d.Programs {
		p.Put(`<table class="about"><caption>NPS, `).Text(name).Put(`</caption><thead><tr><th scope="col">First heard of</th><th scope="col">NPS</th></tr></thead><tbody>`)
		for k := range d.Cohorts {
			p.Put(`<tr><th scope="row">`).Text(d.Cohorts[k].Name).Put(`</th><td>`)
			p.judged(&d.Cohorts[k].NPS[i])
			p.Put(`</td></tr>`)
		}
		p.Put(`<tr class="sum"><th scope="row">All of them</th><td>`)
		p.judged(&d.All.NPS[i])
		p.Put(`</td></tr></tbody></table>`)
	}
}
