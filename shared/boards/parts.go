package boards

// parts is the table by a dimension's values. On a narrow screen the pictures
// go and the numbers stay.
func (p *board) parts(d *ProgramData, by string) {
	changed := false
	for i := range d.Parts {
		changed = changed || d.Parts[i].Change != nil
	}
	p.Put(`<table class="parts"><caption>By `).Text(by)
	p.Put(`</caption><thead><tr><th scope="col">`).Text(sentence(by))
	p.Put(`</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">95% interval</th><th scope="col">Score</th>`)
	p.When(changed, `<th scope="col" class="wide">Change</th>`).Put(`<th scope="col">Answers</th><th scope="col" class="rate">Rate</th></tr></thead><tbody>`)
	for i := range d.Parts {
		p.part(scales[d.Ask], &d.Parts[i], changed)
	}
	p.Put(`</tbody></table>`)
	if d.LeftOut > 0 {
		p.Put(`<p class="soft">And `).Text(count(uint64(d.LeftOut))).Put(` with fewer touchpoints`)
		if d.AllParts != "" {
			p.Put(`: <a href="`).Text(d.AllParts).Put(`">show more of them</a>`)
		}
		p.Put(`.</p>`)
	}
}

func (p *board) part(s scale, d *PartData, changed bool) {
	m := &d.Measure
	p.Put(`<tr><th scope="row"><bdi>`)
	p.number(d.Value, m.Behind, all)
	p.Put(`</bdi>`)
	if d.Apart != "" {
		p.Put(`<span class="apart">`).Text(minus(d.Apart)).Put(`</span>`)
	}
	if d.Rank != "" {
		p.Put(`<span class="soft">`).Text(d.Rank).Put(`</span>`)
	}
	p.Put(`</th>`)
	p.Put(`<td class="pic">`)
	if m.Shown {
		p.picture(s, m, false)
	}
	p.Put(`</td>`)
	p.verdict(m)
	if changed {
		p.Put(`<td class="wide">`)
		p.changeOf(d.Change)
		p.Put(`</td>`)
	}
	p.Put(`<td>`)
	p.number(answers(m), m.Behind, answered)
	p.Put(`</td><td class="rate">`).Text(rate(m.Rate)).Put(`</td></tr>`)
}

// changeOf is a change in a table: bold where it is more than chance.
func (p *board) changeOf(c *ChangeData) {
	switch {
	case c == nil:
		p.Put(`<span class="soft">–</span>`)
	case c.IntervalOnly:
		p.Put(`<span class="soft">`).Text(minus(c.Interval)).Put(`</span>`)
	default:
		if c.Sure {
			p.Put(`<strong>`).Text(minus(c.Text)).Put(`</strong>`)
		} else {
			p.Text(minus(c.Text))
		}
		p.Put(` <span class="soft">`).Text(minus(c.Interval)).Put(`</span>`)
	}
}

// verdict is two cells: the interval and the score, or why there is neither.
func (p *board) verdict(m *Measure) {
	switch {
	case !m.Shown:
		p.Put(`<td class="span soft" colspan="2">`).Text(m.Reason).Put(`</td>`)
	case m.IntervalOnly:
		p.Put(`<td class="span">`)
		p.number(minus(m.Interval), m.Behind, counted)
		p.Put(`</td><td><span class="soft" title="too few answers for one number">–</span></td>`)
	default:
		p.Put(`<td class="span">`).Text(minus(m.Interval)).Put(`</td><td><strong>`)
		p.number(minus(m.Score), m.Behind, counted)
		p.Put(`</strong></td>`)
	}
}
