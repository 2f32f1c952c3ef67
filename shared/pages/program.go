package pages

import (
	"heed/shared/heed"
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
	p.put(`<div class="score">`)
	p.headline(d.Ask, &d.All)
	p.put(`</div>`)
	p.basis(d)
	p.alarm(d.Audit)
	if by != "" && len(d.Parts) > 0 {
		p.parts(d, by)
	}
	p.rates(&d.Rates)
	p.put(`</article>`)
}

// asked is the question as customers read it, with a place where the brand is.
func asked(q Question) string {
	if q.Own.Words != "" {
		return q.Own.Words
	}
	return words.For("en").Question(q.Ask).Text.With("brand", "us")
}

// headline is the score, or the interval where a score alone would say too
// much, or why there is neither.
func (p *board) headline(ask heed.Ask, m *Measure) {
	switch {
	case !m.Shown:
		p.put(`<p class="none">`).text(sentence(m.Reason)).put(`</p>`)
	case m.IntervalOnly:
		p.put(`<p class="big range">`).text(minus(m.Interval)).put(`</p><p class="soft">95% interval. Too few answers for one number.</p>`)
	default:
		p.put(`<p class="big">`).text(minus(m.Score)).put(`</p><p class="soft">95% interval: `).text(minus(m.Interval)).put(`</p>`)
	}
	if m.Shown {
		p.picture(scales[ask], m, true)
		p.adjusted(ask, m)
	}
	if m.Shown || !m.Settled {
		p.standing(m.Settled)
	}
}

// adjusted is the second score, on the same axis.
func (p *board) adjusted(ask heed.Ask, m *Measure) {
	a := m.Adjusted
	if a == nil {
		return
	}
	p.put(`<div class="adjusted"><p>Adjusted for who answers <strong>`)
	if m.IntervalOnly {
		p.text(minus(a.Interval)).put(`</strong></p>`)
	} else {
		p.text(minus(a.Score)).put(`</strong></p><p class="soft">95% interval: `).text(minus(a.Interval)).put(`</p>`)
	}
	p.picture(scales[ask], &Measure{At: a.At, Low: a.Low, High: a.High, IntervalOnly: m.IntervalOnly, Settled: m.Settled}, false)
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

// told is from how many respondents on their number says nothing: they are
// counted in 64 groups, of which more and more then hold several.
const told = 30

// basis is what the score rests on.
func (p *board) basis(d *ProgramData) {
	m := &d.All
	p.put(`<table class="basis"><caption class="away">What the score rests on</caption><tbody>`)
	row := func(name markup, number, note string) {
		p.put(`<tr><th scope="row">`).put(name).put(`</th><td>`).text(number).put(`</td><td class="soft">`).text(note).put(`</td></tr>`)
	}
	row("Touchpoints", count(m.Touchpoints), "")
	if m.Doubtful > 0 {
		row("Doubtful", count(m.Doubtful), "chance only nearly known")
	}
	switch a := d.Audit; {
	case a == nil:
		row("Asked", count(m.Asked), "")
	case a.Drawn == m.Asked:
		row("Asked", count(m.Asked), expected(a))
	default: // while Heed only observes
		row("Asked", count(m.Asked), "")
		row("Drawn", count(a.Drawn), expected(a))
	}
	if m.Asked == 0 || m.Rate < 0 {
		row("Answered", answers(m), "")
	} else {
		row("Answered", answers(m), rate(m.Rate)+" of those asked")
	}
	if 0 < m.Respondents && m.Respondents < told {
		row("Respondents", count(uint64(m.Respondents)), "people at least")
	}
	if !m.Withheld {
		row("Effective n", count(uint64(m.Effective+0.5)), "answers of equal weight")
	}
	p.put(`</tbody></table>`)
}

func expected(a *AuditData) string { return count(uint64(a.Expected+0.5)) + " expected by chance" }

// alarm says that the draw was not what it should have been.
func (p *board) alarm(a *AuditData) {
	if a == nil || !a.Alarm {
		return
	}
	p.put(`<p class="notice" role="note">`).text(count(a.Drawn)).put(` were drawn where `).text(expected(a))
	p.put(`. That is more than 4 standard errors apart, too much for chance: do not trust these scores before it is explained.</p>`)
}
