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

// FuzzMail: whatever names, words and colours hold, each mail has the tags,
// attributes, comments, links and lines of a harmless one, its headers are
// single lines, and no hole is left.
func FuzzMail(f *testing.F) {
	f.Add("Ada", "Acme", "#0b6e4f", "How was it?", "ada@customer.example", "en", byte(0))
	f.Add("</h1><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "red;background:url(https://evil.example)", "{{.Brand}} <!-- ", "a@b", "ar", byte(1))
	f.Add("Bcc: x\r\n", "A\r\nBcc: b@evil.example", "#0b6e4", "\u202e]]>&lt;b&gt;\x00", "<a@b>", "\xff", byte(2))
	f.Add("a", "</title><style>*{display:none}", "#ffffff\x00", "</style>\u2028x<![endif]-->", "\"a\"@b", "x-y", byte(13))
	f.Add("{name|x}", "{brand}", "#101820", "{name", "a@b", "ja", byte(24))
	f.Fuzz(func(t *testing.T, name, brand, color, text, to, locale string, which byte) {
		if len(text) > 200 || len(brand) > 200 { // longer lines are folded, which is another test's
			t.Skip()
		}
		kind, p := kinds[int(which)%len(kinds)], questions()[int(which)/len(kinds)%5]
		p.Agent = true
		o := occasion(p)
		harmless := must(t, kind.write, own(o, "x", "Acme"))
		o.To = &heed.Invitation{To: to, Name: name, Agent: text, Product: name, Locale: locale}
		o = own(o, text, brand)
		o.Program.Brand.Color = color
		m, err := kind.write(acme(), o)
		if err != nil {
			if heed.CodeOf(err) != heed.Invalid {
				t.Fatal(err)
			}
			return
		}
		if want, got := skeleton(t, harmless.HTML), skeleton(t, m.HTML); !slices.Equal(want, got) {
			t.Errorf("the HTML changed its shape:\n%s", strings.Join(got, "\n"))
		}
		if want, got := strings.Count(harmless.Text, "\n"), strings.Count(m.Text, "\n"); want != got {
			t.Errorf("the text has %d lines, want %d:\n%s", got, want, m.Text)
		}
		if all := m.Subject + m.Text + m.HTML; !strings.ContainsAny(text+brand, "{}") && (strings.Contains(all, "|there}") || strings.Contains(all, "{brand}")) {
			t.Errorf("a hole is left:\n%s\n%s", m.Subject, m.Text)
		}
		single(t, m)
	})
}

// own gives the occasion's program words of its own, with every hole there is.
func own(o mail.Occasion, text, brand string) mail.Occasion {
	p := *o.Program
	words := surveys.Text{"": "w {name|there} {agent|us} {product|it} {brand} " + text}
	p.Question, p.Subject, p.Intro, p.Low, p.High = words, words, words, words, words
	p.Brand.Name, p.Brand.Address = brand, "w "+text
	o.Program = &p
	return o
}

// FuzzPersonal: what a stranger calls themselves, an agent or a product brings
// no link, no address, no number to ring and no order to the display into a
// mail, and little text.
func FuzzPersonal(f *testing.F) {
	for _, s := range []string{"Ada", "www.evil.example", "a@b", "evil。com", "+49 40 1234", "\u202eada", "x\u0000", "http://a", "a.b.cd", "Router X200"} {
		f.Add(s)
	}
	none := occasion(surveys.Program{Ask: heed.NPS})
	none.To = &heed.Invitation{To: none.To.To}
	none = own(none, "", "Acme")
	f.Fuzz(func(t *testing.T, s string) {
		o := none
		to := heed.Invitation{To: none.To.To, Name: s, Agent: s, Product: s}
		o.To = &to
		hello, _, _ := strings.Cut(must(t, (*mail.Writer).Invitation, o).Text, "\n\nSimply reply")
		if strings.ContainsAny(hello, "@/\\<>＠") || strings.Contains(hello, "www.") || strings.ContainsFunc(hello, func(r rune) bool {
			return r != '\n' && !unicode.IsPrint(r) && r != '\u200c' && r != '\u200d'
		}) {
			t.Errorf("%q became\n%s", s, hello)
		}
		if n := len([]rune(hello)); n > 13*40+200 {
			t.Errorf("%q became %d characters", s, n)
		}
	})
}

// skeleton parses HTML and lists its tags and comments, with their attributes,
// the values of which are kept where they are links.
func skeleton(t *testing.T, s string) []string {
	t.Helper()
	if strings.Contains(s, "ZgotmplZ") {
		t.Errorf("refused:\n%s", s)
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

// Lines of a team's own words are folded, and nothing of them is lost.
func TestLongLinesAreFolded(t *testing.T) {
	for _, words := range []string{strings.Repeat("word ", 400), strings.Repeat("長い", 500), strings.Repeat("e\u0301", 900)} {
		o := occasion(surveys.Program{Ask: heed.NPS, Intro: surveys.Text{"": words}})
		m := must(t, (*mail.Writer).Invitation, o)
		for line := range strings.Lines(m.Text) {
			if len(line) > 998 {
				t.Errorf("a line of %d bytes", len(line))
			}
		}
		bare := strings.NewReplacer("\n", "", " ", "")
		if !strings.Contains(bare.Replace(m.Text), bare.Replace(words)) {
			t.Errorf("%.20s… did not arrive whole", words)
		}
	}
}
