package pages_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// void elements have no end tag.
var void = []string{"meta", "input", "line", "circle", "rect", "base", "link"}

// tree parses a page. Every tag must be closed where it was opened: browsers
// mend anything, and what they make of it is theirs.
func tree(t *testing.T, page string) *html.Node {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes %q", name, open)
			}
			open = open[:len(open)-1]
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) > 0 {
				t.Fatalf("%v, and left open: %q", z.Err(), open)
			}
			doc, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			return doc
		}
	}
}

// unscripted parses a page as a browser does that runs no script.
func unscripted(t *testing.T, page string) *html.Node {
	t.Helper()
	doc, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// skeleton lists a page's tags with their attributes; values only where they
// lead somewhere or name a field.
func skeleton(t *testing.T, page string) (shape []string) {
	t.Helper()
	tree(t, page)
	for n := range unscripted(t, page).Descendants() {
		if n.Type == html.TextNode {
			continue
		}
		tag := fmt.Sprint(n.Type, " ", n.Data)
		for _, a := range n.Attr {
			tag += " " + a.Key
			if slices.Contains([]string{"name", "method", "action", "src", "type", "class", "id"}, a.Key) {
				tag += "=" + a.Val
			}
		}
		shape = append(shape, tag)
	}
	return shape
}

// FuzzPages: whatever is written into a page, its tags, attributes and fields
// are those of a harmless one.
func FuzzPages(f *testing.F) {
	f.Add("Acme", "#0b6e4f", "Billing", "/")
	f.Add("</title><script>alert(1)</script>", "red}</style><script>", `"><img src=x onerror=alert(1)>`, "javascript:alert(1)")
	f.Add("<!--", "#0b6e4f;", "' onfocus='alert(1)' x='", "\"><base href=//evil.example>")
	f.Add("\x00\xff&lt;b&gt;", "#ffffff\n", "</textarea></option></select>\u202e", "\r\n")
	want := map[string][]string{}
	f.Fuzz(func(t *testing.T, brand, color, text, path string) {
		if slices.Contains([]string{"", "team", "m-1", "support", "b"}, text) {
			t.Skip("leaves a tag out, or is chosen twice")
		}
		if len(want) == 0 {
			for _, s := range every(harmless) {
				want[s.name] = skeleton(t, written(t, s))
			}
		}
		for _, s := range every(filling{brand, color, text, path}) {
			if is := skeleton(t, written(t, s)); !slices.Equal(want[s.name], is) {
				t.Errorf("%s changed its shape:\n%s", s.name, strings.Join(is, "\n"))
			}
		}
	})
}

// outside lists the only addresses elsewhere that a page may name: where a
// link leads if somebody presses it.
func outside(n *html.Node, a html.Attribute) bool { return n.Data == "a" && a.Key == "href" }

// TestPagesAreSelfContained also holds what a screen reader leans on: names
// that are there, and only once.
func TestPagesAreSelfContained(t *testing.T) {
	for _, s := range every(harmless) {
		t.Run(s.name, func(t *testing.T) {
			ids, refs := map[string]int{}, []string{}
			headings := 0
			for n := range unscripted(t, written(t, s)).Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				if slices.Contains([]string{"img", "object", "embed"}, n.Data) || n.Data == "script" && n.Attr != nil ||
					n.Data == "link" && !(attributes(n)["rel"] == "icon" && attributes(n)["href"] == "data:,") {
					t.Errorf("<%s> %v", n.Data, n.Attr)
				}
				if n.Data == "h1" {
					headings++
				}
				for _, a := range n.Attr {
					switch {
					case a.Key == "id":
						ids[a.Val]++
					case a.Key == "for" || a.Key == "form" || strings.HasPrefix(a.Key, "aria-") && strings.HasSuffix(a.Key, "edby"):
						refs = append(refs, strings.Fields(a.Val)...)
					case a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Val, "://") && !outside(n, a):
						t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
					}
				}
			}
			for id, times := range ids {
				if times > 1 {
					t.Errorf("id %s stands %d times", id, times)
				}
			}
			for _, ref := range refs {
				if ids[ref] == 0 {
					t.Errorf("nothing has the id %s", ref)
				}
			}
			if headings != 1 {
				t.Errorf("%d first headings", headings)
			}
		})
	}
}
