package proof

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Fuzz writes whatever it thinks of into every page, whose tags, attributes and
// fields must be those of a harmless one.
func Fuzz(f *testing.F, every Every) {
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
			for _, s := range every(Harmless) {
				want[s.Name] = Skeleton(t, s.Written(t))
			}
		}
		for _, s := range every(Filling{brand, color, text, path}) {
			if is := Skeleton(t, s.Written(t)); !slices.Equal(want[s.Name], is) {
				t.Errorf("%s changed its shape:\n%s", s.Name, strings.Join(is, "\n"))
			}
		}
	})
}

// outside lists the only addresses elsewhere that a page may name: where a
// link leads if somebody presses it.
func outside(n *html.Node, a html.Attribute) bool { return n.Data == "a" && a.Key == "href" }

// Contained holds every page to itself: it loads nothing. It also holds what a
// screen reader leans on: names that are there, and only once.
func Contained(t *testing.T, every Every) {
	t.Helper()
	for _, s := range every(Harmless) {
		t.Run(s.Name, func(t *testing.T) {
			ids, refs := map[string]int{}, []string{}
			headings := 0
			for n := range Unscripted(t, s.Written(t)).Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				if slices.Contains([]string{"img", "object", "embed"}, n.Data) || n.Data == "script" && n.Attr != nil ||
					n.Data == "link" && !(Attributes(n)["rel"] == "icon" && Attributes(n)["href"] == "data:,") {
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
