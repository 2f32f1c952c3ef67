package boards

import (
	"heed/shared/heed"
	"heed/shared/markup"
)

// Which answers of a program's.
const (
	whoLeft    markup.Markup = `&amp;counted=yes&amp;left=yes`
	whoStayed  markup.Markup = `&amp;counted=yes&amp;left=no`
	whoBought  markup.Markup = `&amp;counted=yes&amp;bought=yes`
	detractors markup.Markup = `&amp;third=low`
	passives   markup.Markup = `&amp;third=middle`
	promoters  markup.Markup = `&amp;third=high`
	andLeft    markup.Markup = `&amp;left=yes`
)

// afterwards is the NPS of one program by what followed, and who of those that said so
// left.
func (p *board) afterwards(d *SaidData, i int) {
	p.Put(`<article class="said" aria-labelledby="p`).Num(i).Put(`"><h2 id="p`).Num(i).Put(`">`).Text(d.Program).Put(`</h2><p class="ask">NPS by what followed within 180 days`)
	if d.Stage != "" {
		p.Put(` · `).Text(d.Stage)
	}
	p.Put(`</p><div class="two"><table class="about"><caption class="away">NPS by what followed</caption><thead><tr><th scope="col">Answers of</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">NPS</th><th scope="col">Share</th></tr></thead><tbody>`)
	row := func(who markup.Markup, m *Measure, which markup.Markup, f *Followed) {
		p.Put(`<tr><th scope="row">`).Put(who).Put(`</th><td class="pic">`)
		if m.Shown {
			p.picture(scales[heed.NPS], m, false)
		}
		p.Put(`</td><td>`)
		p.judgedBy(m, d.Behind, which)
		p.Put(`</td><td>`)
		if f != nil {
			p.followed(f, d.Behind, which)
		}
		p.Put(`</td></tr>`)
	}
	row(`everyone`, &d.All, counted, nil)
	row(`who then left`, &d.Left, whoLeft, &d.Leaving)
	row(`who did not leave`, &d.Stayed, whoStayed, nil)
	row(`who bought again`, &d.Bought, whoBought, &d.Buying)
	p.Put(`</tbody></table><table class="about"><caption class="away">Who then left, by what they said</caption><thead><tr><th scope="col">Of</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">Answers</th><th scope="col">Then left</th></tr></thead><tbody>`)
	for i, who := range [...]struct{ name, which markup.Markup }{{`detractors, 0 to 6`, detractors}, {`passives, 7 and 8`, passives}, {`promoters, 9 and 10`, promoters}} {
		f := &d.LeftOf[i]
		p.Put(`<tr><th scope="row">`).Put(who.name).Put(`</th><td class="pic">`)
		if f.Shown {
			p.picture(scales[heed.CSAT], f.measure(), false)
		}
		p.Put(`</td><td>`)
		p.number(count(f.Of), d.Behind, who.which)
		p.Put(`</td><td>`)
		p.followed(f, d.Behind, who.which+andLeft)
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></div></article>`)
}

// followed is a share with how many it is of.
func (p *board) followed(f *Followed, behind string, which markup.Markup) {
	p.stated(&f.Stated)
	p.Put(` <span class="soft">`)
	p.number(count(f.N), behind, which)
	p.Put(` of `).Text(count(f.Of)).Put(`</span>`)
}
