package visit

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// An Answer is what came back to a request, as its bytes.
type Answer struct {
	At     *url.URL // where it came from, after redirects
	Status int
	Body   string
}

// Ask sends one request without a browser. Headers are name and value in turn.
func (v *Visit) Ask(method, link string, body url.Values, headers ...string) Answer {
	if v.Err != nil {
		return Answer{}
	}
	r, err := http.NewRequestWithContext(v.context, method, link, strings.NewReader(body.Encode()))
	if err != nil {
		v.fail("%s: %w", method, err)
		return Answer{}
	}
	r.Header.Set("User-Agent", v.Agent)
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := v.client.Do(r)
	if err != nil {
		v.fail("%s: %w", method, err)
		return Answer{}
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	if err != nil {
		v.fail("read an answer: %w", err)
	}
	return Answer{response.Request.URL, response.StatusCode, string(said)}
}

// Get reads a page without a browser.
func (v *Visit) Get(link string, headers ...string) Answer {
	return v.Ask(http.MethodGet, link, nil, headers...)
}

// A Form is one that the HTML of a page holds, wherever it stands: in a
// noscript as well, which a program that only reads sees as all else.
type Form struct {
	at     *url.URL
	method string
	action string
	fields []field
}

type field struct {
	name, kind string
	values     []string // those that can be chosen, or the one that stands there
	checked    string   // the one that is chosen; "" for none
}

// Forms returns the forms of a page.
func (a Answer) Forms() (forms []Form) {
	root, err := html.ParseWithOptions(strings.NewReader(a.Body), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "form" {
			f := Form{at: a.At, method: strings.ToUpper(attribute(n, "method")), action: attribute(n, "action")}
			f.gather(root, n)
			forms = append(forms, f)
		}
	}
	return forms
}

// gather takes in the fields within a form, and those that say they are its own.
func (f *Form) gather(root, form *html.Node) {
	id := attribute(form, "id")
	for n := range root.Descendants() {
		owner := attribute(n, "form")
		for above := range n.Ancestors() {
			if above == form && owner == "" {
				f.add(n)
			}
		}
		if owner != "" && owner == id {
			f.add(n)
		}
	}
}

func (f *Form) add(n *html.Node) {
	name, kind := attribute(n, "name"), attribute(n, "type")
	if n.Data != "input" {
		kind = n.Data // textarea, select, button
	}
	if name == "" || !slices.Contains([]string{"input", "textarea", "select", "button"}, n.Data) {
		return
	}
	i := slices.IndexFunc(f.fields, func(in field) bool { return in.name == name })
	if i < 0 {
		i = len(f.fields)
		f.fields = append(f.fields, field{name: name, kind: kind})
	}
	value := attribute(n, "value")
	f.fields[i].values = append(f.fields[i].values, value)
	if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "checked" }) {
		f.fields[i].checked = value
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// A Filling is how a program fills a form in.
type Filling struct {
	Last  bool   // of several values it takes the last, else the one that is chosen or the first
	Words string // into every field that takes text; "" leaves these as they are
	Blind bool   // into those as well that a style sheet hides, since it reads none
}

// Fill returns what the form sends, filled in like that.
func (f Form) Fill(how Filling) url.Values {
	sent := url.Values{}
	for _, in := range f.fields {
		value := cmp.Or(in.checked, in.values[0])
		if how.Last {
			value = in.values[len(in.values)-1]
		}
		text := slices.Contains([]string{"text", "textarea", "email", "url", "tel", "search", ""}, in.kind)
		switch {
		case text && how.Words != "" && (how.Blind || in.kind == "textarea"):
			value = how.Words
		case text && value == "" && !how.Blind, in.kind == "checkbox" && !how.Blind:
			continue
		}
		sent.Set(in.name, value)
	}
	return sent
}

// Submit sends a form filled in like that, and returns what came back.
func (v *Visit) Submit(f Form, how Filling, headers ...string) Answer {
	return v.Send(f, f.Fill(how), headers...)
}

// Send sends values as the form would.
func (v *Visit) Send(f Form, values url.Values, headers ...string) Answer {
	to, err := f.at.Parse(f.action)
	if err != nil {
		v.fail("read a form's action: %w", err)
		return Answer{}
	}
	if f.method != http.MethodPost {
		to.RawQuery = values.Encode()
		return v.Get(to.String(), headers...)
	}
	return v.Ask(http.MethodPost, to.String(), values, headers...)
}

// SubmitAll sends every form of a page, each once.
func (v *Visit) SubmitAll(a Answer, how Filling) (came []Answer) {
	for _, f := range a.Forms() {
		came = append(came, v.Submit(f, how))
	}
	return came
}

// String names the form, where a test fails.
func (f Form) String() string { return fmt.Sprintf("%s %s %v", f.method, f.action, f.fields) }
