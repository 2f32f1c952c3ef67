// Package proof reads pages as browsers and machines do, and holds them to what
// every page keeps, whoever sees it: nothing strange in it, nothing from
// elsewhere, small, and readable by day and by night. It is for the tests of
// packages pages and boards. What one page alone must say is tested beside it.
package proof

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// Filling is the text that a page is filled with wherever it takes any.
type Filling struct{ Brand, Color, Text, Path string }

// Harmless leaves a page as it was meant.
var Harmless = Filling{"Acme", "#0b6e4f", "Billing", "/local/mail"}

// Sheet is a page's name, what writes it, and the headers that go with it.
type Sheet struct {
	Name    string
	Write   func(io.Writer) error
	Headers func(http.Header)
}

// Every lists all pages of a package, filled with a filling.
type Every func(Filling) []Sheet

// Written is the page.
func (s Sheet) Written(t testing.TB) string {
	t.Helper()
	return Drawn(t, s.Write)
}

// Drawn is what a page's function writes.
func Drawn(t testing.TB, write func(io.Writer) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
