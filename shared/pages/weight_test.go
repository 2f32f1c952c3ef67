package pages_test

import (
	"bytes"
	"io"
	"net/http"
	"testing"

	"heed/shared/heed"
	"heed/shared/markup/proof"
	"heed/shared/pages"
	"heed/shared/surveys"
	"heed/shared/words"
)

// TestCustomersPagesAreSmall in every language, and for every question and
// style.
func TestCustomersPagesAreSmall(t *testing.T) {
	for _, locale := range words.Langs() {
		look := pages.Look{Brand: surveys.Brand{Name: "Acme", Color: "#0b6e4f", Review: "https://reviews.example.com/acme"}, Locale: locale}
		for _, q := range []pages.Question{
			{Ask: heed.NPS}, {Ask: heed.CSAT}, {Ask: heed.CES}, {Ask: heed.CSAT, Style: surveys.Smileys}, {Ask: heed.CSAT, Style: surveys.Thumbs},
		} {
			for name, draw := range map[string]func(io.Writer) error{
				"survey": func(w io.Writer) error { return pages.Survey(w, look, q, 5, pageToken) },
				"again":  func(w io.Writer) error { return pages.Again(w, look, q, pageToken, pages.Given{Quote: true}) },
				"thanks": func(w io.Writer) error {
					return pages.Thanks(w, look, q, pages.Given{Score: 5, Page: pageToken, Quote: true})
				},
			} {
				page := proof.Drawn(t, draw)
				if n := proof.Zipped(page); n > proof.Most/2 {
					t.Errorf("%s, %s %s %s: %d bytes, %d compressed", locale, name, q.Ask, q.Style, len(page), n)
				}
			}
		}
	}
}

// pageToken is as long as those of package token.
const pageToken = "AQEJ3q2-7wAAAAAAAAGd1zT4AMTEyMzQ1Njc4OTA"

// BenchmarkSurveyPage also says how large the page is, as it is and compressed.
func BenchmarkSurveyPage(b *testing.B) {
	look, q := pages.Look{Brand: surveys.Brand{Name: "Acme", Color: "#0b6e4f"}}, pages.Question{Ask: heed.NPS}
	var page bytes.Buffer
	for b.Loop() {
		page.Reset()
		h := http.Header{}
		pages.Headers(h, look.Brand)
		if err := pages.Survey(&page, look, q, 9, pageToken); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(page.Len()), "bytes")
	b.ReportMetric(float64(proof.Zipped(page.String())), "gzipped-bytes")
}
