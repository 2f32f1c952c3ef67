package pages

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
	p.put(`<tr><th scope="row"><bdi>`).text(d.Value).put(`</bdi>`)
	if d.Apart != "" {
		p.put(`<span class="apart">`).text(minus(d.Apart)).put(`</span>`)
	}
	if d.Rank != "" {
		p.put(`<span class="soft">`).text(d.Rank).put(`</span>`)
	}
	p.put(`</th>`)
	p.put(`<td class="pic">`)
	if m.Shown {
		p.picture(s, m, false)
	}
	p.put(`</td>`)
	p.verdict(m)
	p.put(`<td>`).text(answers(m)).put(`</td><td class="rate">`).text(rate(m.Rate)).put(`</td></tr>`)
}

// verdict is two cells: the interval and the score, or why there is neither.
func (p *board) verdict(m *Measure) {
	switch {
	case !m.Shown:
		p.put(`<td class="span soft" colspan="2">`).text(m.Reason).put(`</td>`)
	case m.IntervalOnly:
		p.put(`<td class="span">`).text(minus(m.Interval)).put(`</td><td><span class="soft" title="too few answers for one number">–</span></td>`)
	default:
		p.put(`<td class="span">`).text(minus(m.Interval)).put(`</td><td><strong>`).text(minus(m.Score)).put(`</strong></td>`)
	}
}
