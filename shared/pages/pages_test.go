package pages_test

import (
	"io"
	"net/http"
	"testing"

	"heed/shared/heed"
	"heed/shared/markup/proof"
	"heed/shared/pages"
	"heed/shared/surveys"
)

// every lists all pages, filled with f.
func every(f proof.Filling) []proof.Sheet {
	look := pages.Look{Brand: surveys.Brand{Name: f.Brand, Color: f.Color, Review: "https://reviews.example.com/" + f.Path}, Locale: f.Text}
	customer := func(h http.Header) { pages.Headers(h, look.Brand) }
	list := peaceful(f, look)
	for name, q := range map[string]pages.Question{
		"nps": {Ask: heed.NPS}, "csat": {Ask: heed.CSAT}, "ces": {Ask: heed.CES},
		"smileys": {Ask: heed.CSAT, Style: surveys.Smileys}, "thumbs": {Ask: heed.CSAT, Style: surveys.Thumbs},
	} {
		own := pages.Question{Ask: q.Ask, Style: q.Style, Own: pages.Said{Words: f.Text, Lang: f.Text}, Agent: f.Text, Low: pages.Said{Words: f.Text, Lang: f.Text}, High: pages.Said{Words: f.Text}}
		g := pages.Given{Score: 5, Page: f.Text, Quote: true, Thanks: pages.Said{Words: f.Text}, Follow: pages.Said{Words: f.Text, Lang: f.Text}}
		heard := g
		heard.Heard = true
		list = append(list,
			proof.Sheet{Name: "survey " + name, Write: func(w io.Writer) error { return pages.Survey(w, look, own, 5, f.Text) }, Headers: customer},
			proof.Sheet{Name: "survey " + name + ", none", Write: func(w io.Writer) error { return pages.Survey(w, look, q, pages.None, f.Text) }, Headers: customer},
			proof.Sheet{Name: "again " + name, Write: func(w io.Writer) error { return pages.Again(w, look, own, f.Text, g) }, Headers: customer},
			proof.Sheet{Name: "thanks " + name, Write: func(w io.Writer) error { return pages.Thanks(w, look, own, g) }, Headers: customer},
			proof.Sheet{Name: "thanks " + name + ", heard", Write: func(w io.Writer) error { return pages.Thanks(w, look, own, heard) }, Headers: customer},
			proof.Sheet{Name: "which " + name, Write: func(w io.Writer) error { return pages.Which(w, look, pages.Given{Page: f.Text, Quote: true}) }, Headers: customer},
		)
	}
	for name, write := range map[string]func(io.Writer, pages.Look) error{
		"answered": pages.Answered, "elsewhere": pages.Elsewhere, "expired": pages.Expired, "not found": pages.NotFound,
		"trouble": pages.Trouble, "unsubscribe": pages.Unsubscribe, "unsubscribed": pages.Unsubscribed,
	} {
		list = append(list, proof.Sheet{Name: name, Write: func(w io.Writer) error { return write(w, look) }, Headers: customer})
	}
	return list
}

func FuzzPages(f *testing.F) { proof.Fuzz(f, every) }

func TestPagesAreSelfContained(t *testing.T) { proof.Contained(t, every) }

func TestPagesAreSmall(t *testing.T) { proof.Small(t, every) }

func TestPolicyAllowsOursAndNothingElse(t *testing.T) { proof.Allowed(t, every) }

func TestHeaders(t *testing.T) {
	h := http.Header{}
	pages.Headers(h, surveys.Brand{})
	for name, want := range map[string]string{
		"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
		"X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff",
	} {
		if h.Get(name) != want {
			t.Errorf("%s: %q", name, h.Get(name))
		}
	}
}
