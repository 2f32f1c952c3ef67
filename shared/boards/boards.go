// Package boards is what operators see in a browser: the dashboard, what
// customers answered, how the sources do, the plan, and on the laptop the
// mailbox. Each function takes plain values and writes one whole page in
// English: no request, no clock, no table. How HTML is put together is package
// markup's.
//
// Nothing that customers see may live here: that is package pages. Of the
// functions report alone may bring this package along.
package boards

import "heed/shared/markup"

// board is a page for an operator.
type board struct{ markup.Page }

// Link leads to another page of the same host.
type Link struct {
	Text, Path string
	Here       bool // it is this page
}

// begin opens the page and shows what others there are.
func (p *board) begin(brand string, nav []Link) {
	p.Open("en", "ltr", "Heed · "+brand, markup.Markup(boardCSS))
	p.Put(`<header><p class="name">`).Text(brand).Put(`</p>`)
	if len(nav) > 0 {
		p.Put(`<nav aria-label="Pages">`)
		p.links(nav)
		p.Put(`</nav>`)
	}
	p.Put(`</header>`)
}

func (p *board) links(links []Link) {
	for _, l := range links {
		p.Put(`<a href="`).Text(l.Path).Put(`"`).When(l.Here, ` aria-current="page"`).Put(`>`).Text(l.Text).Put(`</a>`)
	}
}
