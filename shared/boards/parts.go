package boards

// parts is the table by a dimension's values. On a narrow screen the pictures
// go and the numbers stay.
func (p *board) parts(d *ProgramData, by string) {
	p.Put(`<table class="parts"><thead><tr><th scope="col">`).Text(sentence(by))
	p.Put(`</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">95% interval</th><th scope="col">Score</th><th scope="col">Answers</th><th scope="col" class="rate">Rate</th></tr></thead><tbody>`)
	for i := range d.Parts {
		p.part(scales[d.Ask], &d.Parts[i])
	}
	p.Put(`</tbody></table>`)
}

func (p *board) part(s scale, d *PartData) {
	m := &d.Measure
	p.Put(`<tr><th scope="row"><bdi>`).Text(d.Value).Put(`</bdi>`)
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
	p.Put(`<td>`).Text(answers(m)).Put(`</td><td class="rate">`).Text(rate(m.Rate)).Put(`</td></tr>`)
}

// verdict is two cells: the interval and the score, or why there is neither.
func (p *board) verdict(m *Measure) {
	switch {
	case !m.Shown:
		p.Put(`<td class="span soft" colspan="2">`).Text(m.Reason).Put(`</td>`)
	case m.IntervalOnly:
		p.Put(`<td class="span">`).Text(minus(m.Interval)).Put(`</td><td><span class="soft" title="too few answers for one number">–</span></td>`)
	default:
		p.Put(`<td class="span">`).Text(minus(m.Interval)).Put(`</td><td><strong>`).Text(minus(m.Score)).Put(`</strong></td>`)
	}
}
