package pages

import (
	"heed/shared/words"
)

// program is one program: its score, what that rests on, and its parts.
func (p *board) program(d *ProgramData, by string, i int) {
	p.put(`<article class="program" aria-labelledby="p`).num(i).put(`"><div class="what"><h2 id="p`).num(i).put(`">`).text(d.Name)
	p.put(`</h2><p class="ask">`).text(scales[d.Ask].name)
	if d.Stage != "" {
		p.put(` · `).text(d.Stage)
	}
	p.put(`</p><p class="question">`).text(asked(d.Question)).put(`</p></div>`)
	p.headline(d)
	p.basis(&d.All)
	if by != "" && len(d.Parts) > 0 {
		p.parts(d, by)
	}
	p.put(`</article>`)
}

// asked is the question as customers read it, with a place where the brand is.
func asked(q Question) string {
	if q.Own != "" {
		return q.Own
	}
	return words.For("en").Question(q.Ask).Text.With("brand", "us")
}

// headline is the score, or the interval where a score alone would say too
// much, or why there is neither.
func (p *board) headline(d *ProgramData) {
	m := &d.All
	p.put(`<div class="score">`)
	switch {
	case !m.Shown:
		p.put(`<p class="none">`).text(sentence(m.Reason)).put(`</p>`)
	case m.IntervalOnly:
		p.put(`<p class="big range">`).text(minus(m.Interval)).put(`</p><p class="soft">95% interval. Too few answers for one number.</p>`)
	default:
		p.put(`<p class="big">`).text(minus(m.Score)).put(`</p><p class="soft">95% interval: `).text(minus(m.Interval)).put(`</p>`)
	}
	if m.Shown {
		p.picture(scales[d.Ask], m, true)
	}
	p.standing(m.Settled)
	p.put(`</div>`)
}

// standing says whether the number can still change.
func (p *board) standing(settled bool) {
	if settled {
		p.put(`<p class="standing settled">Settled</p>`)
		return
	}
	p.put(`<p class="standing">Provisional: answers can still come</p>`)
}

// basis is what the score rests on.
func (p *board) basis(m *Measure) {
	p.put(`<table class="basis"><caption class="away">What the score rests on</caption><tbody>`)
	row := func(name markup, number, note string) {
		p.put(`<tr><th scope="row">`).put(name).put(`</th><td>`).text(number).put(`</td><td class="soft">`).text(note).put(`</td></tr>`)
	}
	row("Touchpoints", count(m.Touchpoints), "")
	row("Asked", count(m.Asked), "")
	if m.Asked == 0 {
		row("Answered", count(m.Answered), "")
	} else {
		row("Answered", count(m.Answered), rate(m.Rate)+" of those asked")
	}
	row("Effective n", count(uint64(m.Effective+0.5)), "answers of equal weight")
	p.put(`</tbody></table>`)
}

// parts is the table by a dimension's values. On a narrow screen the pictures
// go and the numbers stay.
func (p *board) parts(d *ProgramData, by string) {
	p.put(`<table class="parts"><thead><tr><th scope="col">`).text(sentence(by))
	p.put(`</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">95% interval</th><th scope="col">Score</th><th scope="col">Answers</th><th scope="col" class="rate">Rate</th></tr></thead><tbody>`)
	for i := range d.Parts {
		p.part(scales[d.Ask], &d.Parts[i])
	}
	p.put(`</tbody></table>`)
}

func (p *board) part(s scale, d *PartData) {
	m := &d.Measure
	p.put(`<tr><th scope="row"><bdi>`).text(d.Value).put(`</bdi></th>`)
	if m.Shown {
		p.put(`<td class="pic">`)
		p.picture(s, m, false)
		p.put(`</td><td class="span">`).text(minus(m.Interval)).put(`</td><td>`)
		if m.IntervalOnly {
			p.put(`<span class="soft" title="too few answers for one number">–</span>`)
		} else {
			p.put(`<strong>`).text(minus(m.Score)).put(`</strong>`)
		}
		p.put(`</td>`)
	} else {
		p.put(`<td class="pic"></td><td class="span soft" colspan="2">`).text(m.Reason).put(`</td>`)
	}
	p.put(`<td>`).text(count(m.Answered)).put(`</td><td class="rate">`).text(rate(m.Rate)).put(`</td></tr>`)
}
