package mail_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

// FuzzInvitation: whatever names, questions and colours hold, the mail has the
// tags, attributes, links and lines of a harmless one, and its headers are
// single lines.
func FuzzInvitation(f *testing.F) {
	f.Add("Ada", "Acme", "#0b6e4f", "How was it?", "ada@customer.example", "en")
	f.Add("</h1><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "red;background:url(https://evil.example)", "{{.Brand}} <!-- ", "a@b", "ar")
	f.Add("Bcc: x\r\n", "A\r\nBcc: b@evil.example", "#0b6e4", "\u202e]]>&lt;b&gt;\x00", "<a@b>", "\xff")
	f.Add("a", "</title><style>*{display:none}", "#ffffff\x00", "</style>\u2028x", "\"a\"@b", "x-y")
	f.Fuzz(func(t *testing.T, name, brand, color, question, to, locale string) {
		w := &mail.Writer{Brand: surveys.Brand{Name: brand, Color: color}, From: "feedback@acme.example"}
		m, err := w.Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: heed.NPS, Question: surveys.Text{"": question}}, To: &heed.Invitation{To: to, Name: name, Locale: locale}, Links: links})
		if err != nil {
			if heed.CodeOf(err) != heed.Invalid {
				t.Fatal(err)
			}
			return
		}
		harmless, err := acme().Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: heed.NPS}, To: ada(), Links: links})
		if err != nil {
			t.Fatal(err)
		}
		if want, got := skeleton(t, harmless.HTML), skeleton(t, m.HTML); !slices.Equal(want, got) {
			t.Errorf("the HTML changed its shape:\n%s", strings.Join(got, "\n"))
		}
		if want, got := strings.Count(harmless.Text, "\n"), strings.Count(m.Text, "\n"); want != got {
			t.Errorf("the text has %d lines, want %d:\n%s", got, want, m.Text)
		}
		single(t, m)
	})
}

// single checks that headers are single lines, and nothing but ASCII where
// the mail service does not encode.
func single(t *testing.T, m mail.Mail) {
	t.Helper()
	values := []string{m.From, m.To, m.ReplyTo, m.Subject}
	for _, h := range m.Headers {
		values = append(values, h.Name, h.Value)
		if strings.ContainsFunc(h.Value, func(r rune) bool { return r > unicode.MaxASCII }) {
			t.Errorf("%s: %q", h.Name, h.Value)
		}
	}
	for _, v := range values {
		if strings.ContainsFunc(v, unicode.IsControl) {
			t.Errorf("header %q", v)
		}
	}
}

// skeleton parses HTML and lists its tags with their attributes, the values
// of which are kept where they are links.
func skeleton(t *testing.T, s string) []string {
	t.Helper()
	if strings.Contains(s, "ZgotmplZ") || strings.Contains(s, "<!--") {
		t.Errorf("refused or commented:\n%s", s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	var shape []string
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			continue
		}
		tag := fmt.Sprint(n.Type, " ", n.Data)
		for _, a := range n.Attr {
			tag += " " + a.Key
			if a.Key == "href" {
				tag += "=" + a.Val
			}
		}
		shape = append(shape, tag)
	}
	return shape
}

func TestLinksAreUnchanged(t *testing.T) {
	m, err := acme().Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: heed.NPS}, To: ada(), Links: links})
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for n := range 11 {
		want = append(want, fmt.Sprintf("%s?score=%d", links.Survey, n))
	}
	want = append(want, links.Unsubscribe)
	var got []string
	doc, _ := html.Parse(strings.NewReader(m.HTML))
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" || a.Key == "src" {
				got = append(got, a.Val)
			}
		}
	}
	if !slices.Equal(want, got) {
		t.Errorf("links %q", got)
	}
	for _, link := range want {
		if !strings.Contains(m.Text, link+"\n") {
			t.Errorf("the text lacks %s", link)
		}
	}
}
