// Package markup is HTML as it is written here, by hand: what the pages for
// customers (package pages) and those for operators (package boards) are both
// made of. What any page says, shows or looks like is theirs and not to be
// found here; nor is anything of surveys, scores or words.
//
// Pages are put together by hand rather than by html/template, which would
// make the function that serves the survey a quarter larger and its first
// page slower. In exchange the compiler keeps strangers' text apart from ours:
// Markup is a type of its own, only constants turn into it by themselves, and
// whatever a variable holds goes in through Text, which escapes it.
package markup

import (
	"html"
	"io"
	"strconv"
)

// Markup is HTML of our own, CSS included. Nothing is ever converted to it but
// the style sheets, the script, and what is made of numbers and checked colours
// in packages pages and boards; a test counts those places.
type Markup string

// A Page is HTML being written. Its methods return it, so that a line of HTML
// is a line of Go.
type Page struct{ b []byte }

// Put adds markup as it is.
func (p *Page) Put(m Markup) *Page {
	p.b = append(p.b, m...)
	return p
}

// Text adds what anybody wrote, escaped for the content of an element and for
// an attribute's value between quotes.
func (p *Page) Text(s string) *Page {
	p.b = append(p.b, html.EscapeString(s)...)
	return p
}

// Num adds a number.
func (p *Page) Num(n int) *Page {
	p.b = strconv.AppendInt(p.b, int64(n), 10)
	return p
}

// When adds markup if yes.
func (p *Page) When(yes bool, m Markup) *Page {
	if yes {
		p.Put(m)
	}
	return p
}

// Open begins a document with its style sheets and its title, up to and
// without the content of body.
func (p *Page) Open(lang, dir, title string, sheets ...Markup) *Page {
	return p.Head(lang, dir, title, sheets...).Put(`</head><body>`)
}

// Head begins a document, up to the end of its head.
func (p *Page) Head(lang, dir, title string, sheets ...Markup) *Page {
	p.Put(`<!doctype html><html lang="`).Text(lang).Put(`" dir="`).Text(dir)
	p.Put(`"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`)
	p.Put(`<meta name="color-scheme" content="light dark"><title>`).Text(title).Put(`</title>`)
	for _, sheet := range sheets {
		p.Put(`<style>`).Put(sheet).Put(`</style>`)
	}
	return p
}

// To closes the document and writes it, in one piece.
func (p *Page) To(w io.Writer) error {
	_, err := w.Write(p.Put("</body></html>\n").b)
	return err
}
