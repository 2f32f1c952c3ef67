package boards

import "heed/shared/markup"

// number writes a number that leads to the touchpoints behind it. behind is the
// address of all touchpoints that a figure is of, with a query, and filter what
// picks those of the number: &reason=asked. Without an address, which readers
// have none of, it is the number alone.
func (p *board) number(text, behind string, filter markup.Markup) {
	if behind == "" || text == "–" {
		p.Text(text)
		return
	}
	p.Put(`<a class="n" href="`).Text(behind).Put(filter).Put(`">`).Text(text).Put(`</a>`)
}

// Which touchpoints of a figure a number is of.
const (
	all      markup.Markup = ``
	asked    markup.Markup = `&amp;reason=asked`
	drawn    markup.Markup = `&amp;drawn=yes`
	answered markup.Markup = `&amp;answered=yes`
	solved   markup.Markup = `&amp;solved=yes`
	counted  markup.Markup = `&amp;counted=yes`
	doubtful markup.Markup = `&amp;doubtful=yes`
)
