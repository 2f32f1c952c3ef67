package proof

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

// Tree parses a page. Every tag must be closed where it was opened: browsers
// mend anything, and what they make of it is theirs.
func Tree(t *testing.T, page string) *html.Node {
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

// Unscripted parses a page as a browser does that runs no script.
func Unscripted(t *testing.T, page string) *html.Node {
	t.Helper()
	doc, err := html.ParseWithOptions(strings.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Skeleton lists a page's tags with their attributes; values only where they
// lead somewhere or name a field.
func Skeleton(t *testing.T, page string) (shape []string) {
	t.Helper()
	Tree(t, page)
	for n := range Unscripted(t, page).Descendants() {
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

// Visible is a page's text, without its styles.
func Visible(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	for n := range Tree(t, page).Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" {
			b.WriteString(n.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Attributes of an element, by name.
func Attributes(n *html.Node) map[string]string {
	m := map[string]string{}
	for _, a := range n.Attr {
		m[a.Key] = a.Val
	}
	return m
}

// Find lists the elements of a name.
func Find(root *html.Node, name string) (found []map[string]string) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			found = append(found, Attributes(n))
		}
	}
	return found
}
