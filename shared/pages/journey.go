package pages

import "heed/shared/words"

// journey is one score over several stages, and the stages it is made of.
func (p *board) journey(d *JourneyData, i int) {
	p.put(`<article class="program" aria-labelledby="j`).num(i).put(`"><div class="what"><h2 id="j`).num(i).put(`">The whole journey</h2><p class="ask">`)
	p.text(scales[d.Ask].name).put(` · each stage with its share of all touchpoints</p><p class="question">`)
	p.text(words.For("en").Question(d.Ask).Text.With("brand", "us")).put(`</p></div><div class="score">`)
	p.headline(d.Ask, &d.All)
	p.put(`</div><table class="stages"><thead><tr><th scope="col">Stage</th><th scope="col">Share</th><th scope="col">95% interval</th><th scope="col">Score</th><th scope="col">Answers</th></tr></thead><tbody>`)
	for k := range d.Stages {
		s := &d.Stages[k]
		p.put(`<tr><th scope="row"><bdi>`).text(s.Stage).put(`</bdi>`)
		if s.Program != s.Stage {
			p.put(`<span class="soft">`).text(s.Program).put(`</span>`)
		}
		p.put(`</th><td>`).text(rate(s.Share)).put(`</td>`)
		p.verdict(&s.Measure)
		p.put(`<td>`).text(answers(&s.Measure)).put(`</td></tr>`)
	}
	p.put(`</tbody></table></article>`)
}
