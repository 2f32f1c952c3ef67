package boards

import (
	"math"

	"heed/shared/heed"
	"heed/shared/markup"
)

// issues is a table of issues. On a narrow screen the pictures go and the numbers
// stay.
func (p *board) issues(d *SpokenData, title, things, none markup.Markup, list []IssueData) {
	if len(list) == 0 {
		p.Put(`<h3>`).Put(title).Put(`</h3><p class="soft without">`).Put(none).Put(`</p>`)
		return
	}
	most := uint64(1)
	for i := range list {
		most = max(most, list[i].Count)
	}
	p.Put(`<table class="about"><caption>`).Put(title).Put(`</caption><thead><tr><th scope="col">Issue</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">`).Put(things)
	p.Put(`</th><th scope="col">Score</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">Less the others</th></tr></thead><tbody>`)
	s := around(d.Ask, list)
	for i := range list {
		one := &list[i]
		p.issueName(one)
		p.Put(`</th><td class="pic"><svg class="share" aria-hidden="true" focusable="false" width="100%" height="10"><rect width="`)
		p.Put(share(100 * float64(one.Count) / float64(most))).Put(`" height="10" rx="2"/></svg></td>`)
		p.issueCounts(one)
		p.Put(`<td class="pic">`)
		if one.Effect.Shown {
			p.picture(s, one.Effect.measure(), false)
		}
		p.Put(`</td><td>`)
		p.stated(&one.Effect)
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table>`)
}

func (p *board) issueName(d *IssueData) {
	p.Put(`<tr><th scope="row"><bdi>`).Text(d.Name).Put(`</bdi>`)
	if d.Apart != "" {
		p.Put(`<span class="apart">`).Text(minus(d.Apart)).Put(`</span>`)
	}
}

// issueCounts is two cells: how many, and their score.
func (p *board) issueCounts(d *IssueData) {
	p.Put(`<td>`)
	p.number(count(d.Count), d.Score.Behind, all)
	if s := &d.Share; s.Shown {
		p.Put(` <span class="soft">`)
		if !s.IntervalOnly {
			p.Text(s.Text).Put(`, `)
		}
		p.Put(`<span class="part">`).Text(s.Interval).Put(`</span></span>`)
	}
	p.Put(`</td><td>`)
	p.judged(&d.Score)
	p.Put(`</td>`)
}

// around is a scale around no difference that holds all effects, as short as that
// can be.
func around(ask heed.Ask, list []IssueData) scale {
	step := (scales[ask].to - scales[ask].from) / 10
	most := step
	for i := range list {
		if e := &list[i].Effect; e.Shown {
			most = max(most, step*math.Ceil(max(-e.Low, e.High)/step))
		}
	}
	return scale{from: -most, to: most, marks: []mark{{at: -most}, {at: 0}, {at: most}}}
}

// phrases is what sets low scores apart.
func (p *board) phrases(d *SpokenData) {
	p.Put(`<h3>Phrases that set low scores apart</h3><p class="soft">`)
	switch {
	case d.Comments < fewestComments:
		p.Put(`Too few comments: `).Text(count(d.Comments)).Put(`, and a phrase is told from 5 that hold it and 5 that do not.</p>`)
		return
	case len(d.Phrases) == 0:
		p.Put(`Among `).Text(counts(d.Comments, "comment")).Put(` none is found that goes with low scores by more than chance, false discoveries held at 5%.</p>`)
		return
	}
	p.Put(`Found among `).Text(counts(d.Comments, "comment")).Put(`, false discoveries held at 5%. Counted as the comments came: they say what sets these apart, not what all customers think.</p>`)
	p.Put(`<table class="about"><caption class="away">Phrases, the surest first</caption><thead><tr><th scope="col">Phrase</th><th scope="col">Comments</th><th scope="col">Of these low</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">Low with it, less without</th></tr></thead><tbody>`)
	for i := range d.Phrases {
		one := &d.Phrases[i]
		p.Put(`<tr><th scope="row"><bdi>`).Text(one.Phrase).Put(`</bdi></th><td>`).Text(count(one.Comments)).Put(`</td><td>`).Text(count(one.Low)).Put(`</td><td class="pic">`)
		p.picture(scale{from: -100, to: 100, marks: []mark{{at: -100}, {at: 0}, {at: 100}}}, one.Effect.measure(), false)
		p.Put(`</td><td>`)
		p.stated(&one.Effect)
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table>`)
}

// fewestComments is of how many a phrase can be told at all.
const fewestComments = 10

// crossed is the issues of products or agents, for who wants to look at them.
func (p *board) crossed(d *SpokenData, title, whose markup.Markup, list []CrossedData) {
	if len(list) == 0 {
		return
	}
	apart := uint64(0)
	for i := range list {
		for k := range list[i].Issues {
			if list[i].Issues[k].Apart != "" {
				apart++
			}
		}
	}
	p.Put(`<details><summary>`).Put(title)
	if apart > 0 {
		p.Put(`: `).Text(count(apart)).When(apart == 1, ` stands out`).When(apart > 1, ` stand out`)
	}
	p.Put(`</summary><table class="about crossed"><caption class="away">`).Put(title).Put(`</caption><thead><tr><th scope="col">`).Put(whose).Put(` and issue</th><th scope="col">Touchpoints</th><th scope="col">Score</th><th scope="col">Less the same elsewhere</th></tr></thead>`)
	for i := range list {
		one := &list[i]
		p.Put(`<tbody><tr class="whose"><th scope="rowgroup" colspan="4"><bdi>`).Text(one.Value).Put(`</bdi> <span class="soft">`).Text(counts(one.Of, "touchpoint")).Put(` with an issue`)
		if one.LeftOut > 0 {
			p.Put(`, the most frequent:`)
		}
		p.Put(`</span></th></tr>`)
		for k := range one.Issues {
			p.issueName(&one.Issues[k])
			p.Put(`</th>`)
			p.issueCounts(&one.Issues[k])
			p.Put(`<td>`)
			p.stated(&one.Issues[k].Effect)
			p.Put(`</td></tr>`)
		}
		p.Put(`</tbody>`)
	}
	p.Put(`</table></details>`)
}
