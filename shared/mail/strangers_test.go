package mail_test

import (
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

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
		o := occasion(surveys.Program{Ask: heed.NPS})
		o.To.Name = c.name
		if hello, _, _ := strings.Cut(must(t, (*mail.Writer).Invitation, o).Text, "\n"); hello != c.hello {
			t.Errorf("%q is greeted with %q, want %q", c.name, hello, c.hello)
		}
	}
}

// An agent's or a product's name that is unknown or unfit leaves no hole.
func TestHolesAreFilled(t *testing.T) {
	own := surveys.Program{Ask: heed.CSAT, Agent: true, Question: surveys.Text{"": "{agent|We} sent you {product|something}, {name|you} of {brand}?"}}
	plain := surveys.Program{Ask: heed.CSAT, Agent: true}
	for _, c := range []struct {
		p              surveys.Program
		agent, product string
		want           string
	}{
		{own, "Grace", "Router X200", "Grace sent you Router X200, Ada Lovelace of Acme?"},
		{own, "", "", "We sent you something, Ada Lovelace of Acme?"},
		{own, "grace@acme.example", "+49 40 123456", "We sent you something, Ada Lovelace of Acme?"},
		{own, "Agent 47", "{brand}", "We sent you something, Ada Lovelace of Acme?"},
		{plain, "Grace", "", "How satisfied are you with the help you received from Grace at Acme?"},
		{plain, "evil.example", "", "How satisfied are you with your recent experience with Acme?"},
		{surveys.Program{Ask: heed.CSAT}, "Grace", "", "How satisfied are you with your recent experience with Acme?"},
		{surveys.Program{Ask: heed.NPS, Agent: true}, "Grace", "", "How likely are you to recommend Acme to a friend or colleague?"},
	} {
		o := occasion(c.p)
		o.To.Agent, o.To.Product = c.agent, c.product
		m := must(t, (*mail.Writer).Invitation, o)
		if !strings.Contains(m.Text, c.want) || !strings.Contains(m.HTML, ">"+c.want+"</h1>") {
			t.Errorf("with %q and %q the mail does not ask %q:\n%s", c.agent, c.product, c.want, m.Text)
		}
	}
}

func TestWhatCannotBeMailed(t *testing.T) {
	for name, spoil := range map[string]func(*mail.Writer, *mail.Occasion){
		"nobody":                func(_ *mail.Writer, o *mail.Occasion) { o.To = nil },
		"nothing":               func(_ *mail.Writer, o *mail.Occasion) { o.Program = nil },
		"no address":            func(_ *mail.Writer, o *mail.Occasion) { o.To.To = "" },
		"two addresses":         func(_ *mail.Writer, o *mail.Occasion) { o.To.To = "a@x.example, b@x.example" },
		"address with newline":  func(_ *mail.Writer, o *mail.Occasion) { o.To.To = "a@x.example\r\nBcc: b@x.example" },
		"quoted newline":        func(_ *mail.Writer, o *mail.Occasion) { o.To.To = "\"a\r\nb\"@x.example" },
		"quoted space":          func(_ *mail.Writer, o *mail.Occasion) { o.To.To = `"a b"@x.example` },
		"no sender":             func(w *mail.Writer, _ *mail.Occasion) { w.From = "" },
		"loop with newline":     func(w *mail.Writer, _ *mail.Occasion) { w.Loop = "a\r\nb" },
		"no such question":      func(_ *mail.Writer, o *mail.Occasion) { o.Program.Ask = "mood" },
		"no survey":             func(_ *mail.Writer, o *mail.Occasion) { o.Links.Survey = "" },
		"survey with query":     func(_ *mail.Writer, o *mail.Occasion) { o.Links.Survey += "?x=1" },
		"script":                func(_ *mail.Writer, o *mail.Occasion) { o.Links.Survey = "javascript:alert(1)//x" },
		"preferences by script": func(_ *mail.Writer, o *mail.Occasion) { o.Links.Preferences = "javascript:alert(1)//x" },
		"unsubscribe breaks <>": func(_ *mail.Writer, o *mail.Occasion) { o.Links.Unsubscribe += ">,<https://evil.example" },
		"unsubscribe newline":   func(_ *mail.Writer, o *mail.Occasion) { o.Links.Unsubscribe += "\r\nX: y" },
		"unsubscribe too long":  func(_ *mail.Writer, o *mail.Occasion) { o.Links.Unsubscribe += strings.Repeat("x", 950) },
		"reply newline":         func(_ *mail.Writer, o *mail.Occasion) { o.Links.Reply += "\nX: y" },
		"two unsubscribe mails": func(_ *mail.Writer, o *mail.Occasion) { o.Links.UnsubscribeMail += ",a@x.example" },
	} {
		t.Run(name, func(t *testing.T) {
			for _, kind := range kinds[:3] {
				w, o := acme(), occasion(surveys.Program{Ask: heed.NPS})
				spoil(w, &o)
				_, err := kind.write(w, o)
				if heed.CodeOf(err) != heed.Invalid {
					t.Fatalf("%s: got %v", kind.name, err)
				}
				if strings.Contains(err.Error(), "@") {
					t.Errorf("the error tells an address: %v", err)
				}
			}
		})
	}
}

func TestLinksThatCannotBeMailed(t *testing.T) {
	for _, c := range []struct {
		kind heed.FurtherKind
		url  string
		to   *heed.Invitation
	}{
		{heed.Reminder, door, ada()},
		{heed.ExportLink, "", ada()},
		{heed.ForgetLink, "javascript:alert(1)//x", ada()},
		{heed.ForgetLink, door, nil},
		{heed.ForgetLink, door, &heed.Invitation{}},
	} {
		if _, err := acme().Link(mail.Occasion{ID: "row-1", To: c.to}, c.kind, c.url); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%s to %q: %v", c.kind, c.url, err)
		}
	}
}
