package mail_test

import (
	"flag"
	"fmt"
	netmail "net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

var update = flag.Bool("update", false, "write the golden files anew")

var links = mail.Links{
	Survey:          "https://heed.example/s/aebagbafaydqqcik",
	Unsubscribe:     "https://heed.example/u/bebagbafaydqqcik",
	UnsubscribeMail: "unsubscribe+bebagbafaydqqcik@in.example",
	Reply:           "reply+cebagbafaydqqcik@in.example",
}

func acme() *mail.Writer {
	return &mail.Writer{Brand: surveys.Brand{Name: "Acme", Color: "#0b6e4f"}, From: "feedback@acme.example"}
}

func ada() *heed.Invitation {
	return &heed.Invitation{To: "ada@customer.example", Name: "Ada Lovelace", Locale: "en-GB"}
}

func TestInvitation(t *testing.T) {
	noReply := links
	noReply.Reply, noReply.UnsubscribeMail = "", ""
	for _, c := range []struct {
		name    string
		brand   surveys.Brand
		program surveys.Program
		to      *heed.Invitation
		links   mail.Links
	}{
		{"nps", acme().Brand, surveys.Program{Ask: heed.NPS}, ada(), links},
		{"csat", surveys.Brand{Name: "Gelb & Söhne", Color: "#ffcc00"}, surveys.Program{Ask: heed.CSAT}, &heed.Invitation{To: "x@customer.example"}, links},
		{"ces", surveys.Brand{Name: "Nacht", Color: "#101820"}, surveys.Program{Ask: heed.CES, Question: surveys.Text{"": "How easy was it to move your data over to us?"}}, ada(), noReply},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &mail.Writer{Brand: c.brand, From: "feedback@acme.example"}
			m, err := w.Invitation(mail.Occasion{ID: "row-1", Program: &c.program, To: c.to, Links: c.links})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, c.name+".html", m.HTML)
			golden(t, c.name+".txt", top(m)+"\n"+m.Text)
		})
	}
}

// top writes what stands above a mail's body.
func top(m mail.Mail) string {
	s := fmt.Sprintf("From: %s\nTo: %s\nReply-To: %s\nSubject: %s\n", m.From, m.To, m.ReplyTo, m.Subject)
	for _, h := range m.Headers {
		s += h.Name + ": " + h.Value + "\n"
	}
	return s
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-golden +now; -update writes it anew):\n%s", name, diff)
	}
}

func TestNamesThatMislead(t *testing.T) {
	for _, c := range []struct{ name, hello string }{
		{"Ada", "Hello Ada,"},
		{"  Ada \t Lovelace ", "Hello Ada Lovelace,"},
		{"J.R. Smith", "Hello J.R. Smith,"},
		{"Ottilie von der Weide-Hohenstein", "Hello Ottilie von der Weide-Hohenstein,"},
		{"O'Brien & Töchter", "Hello O'Brien & Töchter,"},
		{"علی\u200cرضا", "Hello علی\u200cرضا,"},
		{"王小明", "Hello 王小明,"},
		{"", "Hello,"},
		{" ", "Hello,"},
		{strings.Repeat("ä", 40), "Hello " + strings.Repeat("ä", 40) + ","},
		{strings.Repeat("ä", 41), "Hello,"},
		{"http://evil.example", "Hello,"},
		{"win at evil.example", "Hello,"},
		{"win at evil。example", "Hello,"},
		{"www.evil", "Hello,"},
		{"evil/path", "Hello,"},
		{"ada@evil", "Hello,"},
		{"ada＠evil", "Hello,"},
		{"call 0800 123456", "Hello,"},
		{"Ada\u202egnp.exe", "Hello,"},
		{"Ada\u200f", "Hello,"},
		{"Ada\x00", "Hello,"},
		{"Ada\xff", "Hello,"},
		{"<b>Ada</b>", "Hello,"},
		{"Ada\r\nBcc: x", "Hello,"},
		{"{{.Brand}}", "Hello,"},
	} {
		to := ada()
		to.Name = c.name
		m, err := acme().Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: heed.NPS}, To: to, Links: links})
		if err != nil {
			t.Fatal(err)
		}
		if hello, _, _ := strings.Cut(m.Text, "\n"); hello != c.hello {
			t.Errorf("%q is greeted with %q, want %q", c.name, hello, c.hello)
		}
	}
}

func TestWhatCannotBeMailed(t *testing.T) {
	type parts struct {
		to, from string
		ask      heed.Ask
		links    mail.Links
	}
	for name, spoil := range map[string]func(*parts){
		"no address":            func(p *parts) { p.to = "" },
		"two addresses":         func(p *parts) { p.to = "a@x.example, b@x.example" },
		"address with newline":  func(p *parts) { p.to = "a@x.example\r\nBcc: b@x.example" },
		"quoted newline":        func(p *parts) { p.to = "\"a\r\nb\"@x.example" },
		"quoted space":          func(p *parts) { p.to = `"a b"@x.example` },
		"no sender":             func(p *parts) { p.from = "" },
		"no such question":      func(p *parts) { p.ask = "mood" },
		"no survey":             func(p *parts) { p.links.Survey = "" },
		"survey with query":     func(p *parts) { p.links.Survey += "?x=1" },
		"script":                func(p *parts) { p.links.Survey = "javascript:alert(1)//x" },
		"unsubscribe breaks <>": func(p *parts) { p.links.Unsubscribe += ">,<https://evil.example" },
		"unsubscribe newline":   func(p *parts) { p.links.Unsubscribe += "\r\nX: y" },
		"reply newline":         func(p *parts) { p.links.Reply += "\nX: y" },
		"two unsubscribe mails": func(p *parts) { p.links.UnsubscribeMail += ",a@x.example" },
	} {
		t.Run(name, func(t *testing.T) {
			p := parts{"ada@customer.example", "feedback@acme.example", heed.NPS, links}
			spoil(&p)
			w := &mail.Writer{Brand: acme().Brand, From: p.from}
			_, err := w.Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: p.ask}, To: &heed.Invitation{To: p.to}, Links: p.links})
			if heed.CodeOf(err) != heed.Invalid {
				t.Fatalf("got %v", err)
			}
			if strings.Contains(err.Error(), "@") {
				t.Errorf("the error tells an address: %v", err)
			}
		})
	}
}

func TestSubjectOfAnOwnQuestion(t *testing.T) {
	for question, want := range map[string]string{
		"How was the\r\nonboarding?":   "How was the onboarding?",
		"Was the bell\x07 \u202eloud?": "Was the bell loud?",
		strings.Repeat("long ", 20):    "One question from Acme",
	} {
		m, err := acme().Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: heed.CSAT, Question: surveys.Text{"": question}}, To: ada(), Links: links})
		if err != nil || m.Subject != want {
			t.Errorf("%q: subject %q, %v", question, m.Subject, err)
		}
	}
}

func TestSenderNamesTheBrand(t *testing.T) {
	w := acme()
	w.Brand.Name = "Müller, \"Söhne\"\r\n<x@evil.example>"
	m, err := w.Invitation(mail.Occasion{ID: "row-1", Program: &surveys.Program{Ask: heed.NPS}, To: ada(), Links: links})
	if err != nil {
		t.Fatal(err)
	}
	from, err := netmail.ParseAddress(m.From)
	if err != nil || from.Address != "feedback@acme.example" || from.Name != `Müller, "Söhne" <x@evil.example>` {
		t.Errorf("from %q: %v, %v", m.From, from, err)
	}
}
