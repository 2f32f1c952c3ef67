package boards

import (
	"heed/shared/heed"
	"heed/shared/markup"
	"heed/shared/words"
)

// program is one program: its score, what that rests on, and its parts.
func (p *board) program(d *ProgramData, by string, i int) {
	p.Put(`<article class="program" aria-labelledby="p`).Num(i).Put(`"><div class="what"><h2 id="p`).Num(i).Put(`">`).Text(d.Name)
	p.Put(`</h2><p class="ask">`).Text(scales[d.Ask].name)
	if d.Stage != "" {
		p.Put(` · `).Text(d.Stage)
	}
	p.Put(`</p><p class="question">`).Text(question(d)).Put(`</p></div>`)
	p.Put(`<div class="score">`)
	p.headline(d.Ask, &d.All)
	p.change(d.Change)
	p.Put(`</div>`)
	p.basis(d)
	p.alarm(d.Audit)
	p.findings(d.Findings)
	p.months(d, i)
	if by != "" && len(d.Parts) > 0 {
		p.parts(d, by)
	}
	p.rates(&d.Rates, d.All.Behind)
	p.reasons(d)
	p.Put(`</article>`)
}

// question is the question as customers read it, with a place where the brand is.
func question(d *ProgramData) string {
	if d.Question != "" {
		return d.Question
	}
	return words.For("en").Question(d.Ask).Text.With("brand", "us")
}

// headline is the score, or the interval where a score alone would say too
// much, or why there is neither.
func (p *board) headline(ask heed.Ask, m *Measure) {
	switch {
	case !m.Shown:
		p.Put(`<p class="none">`).Text(sentence(m.Reason)).Put(`</p>`)
	case m.IntervalOnly:
		p.Put(`<p class="big range">`)
		p.number(minus(m.Interval), m.Behind, counted)
		p.Put(`</p><p class="soft">95% interval. Too few answers for one number.</p>`)
	default:
		p.Put(`<p class="big">`)
		p.number(minus(m.Score), m.Behind, counted)
		p.Put(`</p><p class="soft">95% interval: `).Text(minus(m.Interval)).Put(`</p>`)
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
	p.Put(`<div class="adjusted"><p>Adjusted for who answers <strong>`)
	if m.IntervalOnly {
		p.Text(minus(a.Interval)).Put(`</strong></p>`)
	} else {
		p.Text(minus(a.Score)).Put(`</strong></p><p class="soft">95% interval: `).Text(minus(a.Interval)).Put(`</p>`)
	}
	p.picture(scales[ask], &Measure{At: a.At, Low: a.Low, High: a.High, IntervalOnly: m.IntervalOnly, Settled: m.Settled}, false)
	p.Put(`</div>`)
}

// standing says whether the number can still change.
func (p *board) standing(settled bool) {
	if settled {
		p.Put(`<p class="standing settled">Settled</p>`)
		return
	}
	p.Put(`<p class="standing">Provisional: answers can still come</p>`)
}

// told is from how many respondents on their number says nothing: they are
// counted in 64 groups, of which more and more then hold several.
const told = 30

// basis is what the score rests on.
func (p *board) basis(d *ProgramData) {
	m := &d.All
	p.Put(`<table class="basis"><caption class="away">What the score rests on</caption><tbody>`)
	row := func(name markup.Markup, number string, of markup.Markup, note string) {
		p.Put(`<tr><th scope="row">`).Put(name).Put(`</th><td>`)
		p.number(number, m.Behind, of)
		p.Put(`</td><td class="soft">`).Text(note).Put(`</td></tr>`)
	}
	row("Touchpoints", count(m.Touchpoints), all, "")
	if m.Doubtful > 0 {
		row("Doubtful", count(m.Doubtful), doubtful, "chance only nearly known")
	}
	switch a := d.Audit; {
	case a == nil:
		row("Asked", count(m.Asked), asked, "")
	case a.Drawn == m.Asked:
		row("Asked", count(m.Asked), asked, expected(a))
	default: // while Heed only observes
		row("Asked", count(m.Asked), asked, "")
		row("Drawn", count(a.Drawn), drawn, expected(a))
	}
	if m.Asked == 0 || m.Rate < 0 {
		row("Answered", answers(m), answered, "")
	} else {
		row("Answered", answers(m), answered, rate(m.Rate)+" of those asked")
	}
	if 0 < m.Respondents && m.Respondents < told {
		row("Respondents", count(uint64(m.Respondents)), counted, "people at least")
	}
	if !m.Withheld {
		row("Effective n", count(uint64(m.Effective+0.5)), counted, "answers of equal weight")
	}
	p.Put(`</tbody></table>`)
}

func expected(a *AuditData) string { return count(uint64(a.Expected+0.5)) + " expected by chance" }

// alarm says that the draw was not what it should have been.
func (p *board) alarm(a *AuditData) {
	if a == nil || !a.Alarm {
		return
	}
	p.Put(`<p class="notice" role="note">`).Text(count(a.Drawn)).Put(` were drawn where `).Text(expected(a))
	p.Put(`. That is more than 4 standard errors apart, too much for chance: do not trust these scores before it is explained.</p>`)
}

// findings says what is worth saying in words.
func (p *board) findings(list []string) {
	if len(list) == 0 {
		return
	}
	p.Put(`<ul class="findings" aria-label="What stands out">`)
	for _, says := range list {
		p.Put(`<li>`).Text(minus(says)).Put(`</li>`)
	}
	p.Put(`</ul>`)
}

// change says how far the score is from that of the period before.
func (p *board) change(c *ChangeData) {
	if c == nil {
		return
	}
	p.Put(`<p class="change">Changed by `)
	if c.IntervalOnly {
		p.Put(`<strong>`).Text(minus(c.Interval)).Put(`</strong> since `).Text(c.Before).Put(` (95% interval)`)
	} else {
		p.Put(`<strong>`).Text(minus(c.Text)).Put(`</strong> since `).Text(c.Before).Put(` (95% interval: `).Text(minus(c.Interval)).Put(`)`)
	}
	p.When(!c.Sure, `, which may be chance`).Put(`.</p>`)
}
