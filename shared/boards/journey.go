package boards

import "heed/shared/words"

// journey is one score over several stages, and the stages it is made of.
func (p *board) journey(d *JourneyData, i int) {
	p.Put(`<article class="program" aria-labelledby="j`).Num(i).Put(`"><div class="what"><h2 id="j`).Num(i).Put(`">The whole journey</h2><p class="ask">`)
	p.Text(scales[d.Ask].name).Put(` · each stage with its share of all touchpoints</p><p class="question">`)
	p.Text(words.For("en").Question(d.Ask).Text.With("brand", "us")).Put(`</p></div><div class="score">`)
	p.headline(d.Ask, &d.All)
	p.Put(`</div><table class="stages"><caption class="away">The stages</caption><thead><tr><th scope="col">Stage</th><th scope="col">Share</th><th scope="col">95% interval</th><th scope="col">Score</th><th scope="col">Answers</th></tr></thead><tbody>`)
	for k := range d.Stages {
		s := &d.Stages[k]
		p.Put(`<tr><th scope="row"><bdi>`).Text(s.Stage).Put(`</bdi>`)
		if s.Program != s.Stage {
			p.Put(`<span class="soft">`).Text(s.Program).Put(`</span>`)
		}
		p.Put(`</th><td>`).Text(rate(s.Share)).Put(`</td>`)
		p.verdict(&s.Measure)
		p.Put(`<td>`)
		p.number(answers(&s.Measure), s.Behind, answered)
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></article>`)
}
