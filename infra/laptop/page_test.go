package laptop_test

import (
	"bytes"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A page is what a browser shows of one address.
type page struct {
	visitor
	*testing.T
	at     *url.URL
	status int
	text   string
	forms  []form
}

// A form is one of a page's, as it would be sent if nothing were changed.
type form struct {
	method, action string
	fields         url.Values
}

// browse opens a link as a browser does.
func (v visitor) browse(t *testing.T, link string) *page {
	t.Helper()
	at, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return v.shown(t, at, v.send(t, http.MethodGet, link, nil, nil))
}

func (v visitor) shown(t *testing.T, at *url.URL, a *answer) *page {
	t.Helper()
	p := &page{visitor: v, T: t, at: at, status: a.Status, text: string(a.Body)}
	root, err := html.Parse(bytes.NewReader(a.Body))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "form":
			p.forms = append(p.forms, form{attr(n, "method"), attr(n, "action"), url.Values{}})
		case len(p.forms) > 0 && attr(n, "name") != "":
			p.forms[len(p.forms)-1].add(n)
		}
	}
	return p
}

// add takes in a field: one that is chosen, or that has a value of its own.
func (f *form) add(n *html.Node) {
	radio := attr(n, "type") == "radio"
	chosen := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "checked" })
	if !radio || chosen {
		f.fields.Add(attr(n, "name"), attr(n, "value"))
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// form returns the form that has a field of that name.
func (p *page) form(field string) form {
	p.Helper()
	for _, f := range p.forms {
		if f.fields.Has(field) {
			return f
		}
	}
	p.Fatalf("no form has a field %s:\n%s", field, p.text)
	return form{}
}

// submit sends the form as a browser does, with fields filled in: names and
// values in turn.
func (p *page) submit(f form, filled ...string) *page {
	p.Helper()
	for i := 0; i < len(filled); i += 2 {
		f.fields.Set(filled[i], filled[i+1])
	}
	to, err := p.at.Parse(f.action)
	if err != nil || f.method != "post" {
		p.Fatalf("a form %+v: %v", f, err)
	}
	header := http.Header{
		"Content-Type": {"application/x-www-form-urlencoded"},
		"Origin":       {"null"}, "Sec-Fetch-Site": {"same-origin"}, // what no-referrer makes of it
	}
	return p.shown(p.T, to, p.send(p.T, http.MethodPost, to.String(), header, []byte(f.fields.Encode())))
}

// says fails the test unless the page has that status and says that.
func (p *page) says(status int, text string) *page {
	p.Helper()
	if p.status != status || !strings.Contains(p.text, text) {
		p.Errorf("%s answered %d, want %d and %q:\n%s", p.at, p.status, status, text, p.text)
	}
	return p
}

var (
	inHTML = regexp.MustCompile(`href="([^"]+)"`)
	inText = regexp.MustCompile(`https?://[^\s>]+`)
)

// links returns every link of a mail: of both its parts and of its headers.
func links(m *caughtMail) []string {
	var all []string
	for _, found := range inHTML.FindAllStringSubmatch(m.HTML, -1) {
		all = append(all, html.UnescapeString(found[1]))
	}
	all = append(all, inText.FindAllString(m.Text, -1)...)
	for _, value := range m.Headers {
		all = append(all, inText.FindAllString(value, -1)...)
	}
	return all
}

// link returns the mail's first link that has a part.
func link(t *testing.T, m *caughtMail, part string) string {
	t.Helper()
	for _, l := range links(m) {
		if strings.Contains(l, part) {
			return l
		}
	}
	t.Fatalf("no link of the mail has %q: %v", part, links(m))
	return ""
}

// survey returns the address of the mail's survey, without a score.
func survey(t *testing.T, m *caughtMail) string {
	t.Helper()
	path, _, _ := strings.Cut(link(t, m, "/s/"), "?")
	return path
}
