// Package pages is what people see in a browser: the survey and what follows
// it, for customers; the dashboard, for operators; the mailbox, on the laptop.
// Each function takes plain values and writes one whole page: no request, no
// clock, no table. What a customer reads comes from words.
//
// Pages are put together by hand rather than by html/template, which would
// make the function that serves the survey a quarter larger and its first
// page slower. In exchange the compiler keeps strangers' text apart from ours:
// markup is a type of its own, only constants turn into it by themselves, and
// whatever a variable holds goes in through text, which escapes it.
package pages

import (
	"html"
	"io"
	"strconv"
)

// markup is HTML of our own, CSS included. Nothing is ever converted to it but
// the style sheets and what is made of numbers and checked colours in this
// package; a test counts those places.
type markup string

// A page is HTML being written. Its methods return it, so that a line of HTML
// is a line of Go.
type page struct{ b []byte }

// put adds markup as it is.
func (p *page) put(m markup) *page {
	p.b = append(p.b, m...)
	return p
}

// text adds what anybody wrote, escaped for the content of an element and for
// an attribute's value between quotes.
func (p *page) text(s string) *page {
	p.b = append(p.b, html.EscapeString(s)...)
	return p
}

// num adds a number.
func (p *page) num(n int) *page {
	p.b = strconv.AppendInt(p.b, int64(n), 10)
	return p
}

// when adds markup if yes.
func (p *page) when(yes bool, m markup) *page {
	if yes {
		p.put(m)
	}
	return p
}

// open begins a document with its style sheets and its title, up to and
// without the content of body.
func (p *page) open(lang, dir, title string, sheets ...markup) *page {
	return p.head(lang, dir, title, sheets...).put(`</head><body>`)
}

// head begins a document, up to the end of its head.
func (p *page) head(lang, dir, title string, sheets ...markup) *page {
	p.put(`<!doctype html><html lang="`).text(lang).put(`" dir="`).text(dir)
	p.put(`"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`)
	p.put(`<meta name="color-scheme" content="light dark"><title>`).text(title).put(`</title>`)
	for _, sheet := range sheets {
		p.put(`<style>`).put(sheet).put(`</style>`)
	}
	return p
}

// to closes the document and writes it, in one piece.
func (p *page) to(w io.Writer) error {
	_, err := w.Write(p.put("</body></html>\n").b)
	return err
}
