package mail_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

// What the tests write begins with this: Acme asks Ada.
var (
	links = mail.Links{
		Survey:          "https://heed.example/s/aebagbafaydqqcik",
		Unsubscribe:     "https://heed.example/u/bebagbafaydqqcik",
		Preferences:     "https://heed.example/p/debagbafaydqqcik",
		UnsubscribeMail: "unsubscribe+bebagbafaydqqcik@in.example",
		Reply:           "reply+cebagbafaydqqcik@in.example",
	}
	door   = "https://heed.example/p/eebagbafaydqqcik"
	noon   = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	closes = noon.AddDate(0, 0, 14)
)

func acme() *mail.Writer {
	return &mail.Writer{Brand: surveys.Brand{Name: "Acme", Color: "#0b6e4f"}, From: "feedback@acme.example", Loop: "acme-heed"}
}

func ada() *heed.Invitation {
	return &heed.Invitation{To: "ada@customer.example", Name: "Ada Lovelace", Locale: "en-GB"}
}

// occasion is one on which the program, Acme's unless it says whose, asks Ada.
func occasion(p surveys.Program) mail.Occasion {
	if p.Brand.Name == "" {
		p.Brand = acme().Brand
	}
	return mail.Occasion{ID: "row-1", Program: &p, To: ada(), Links: links, Closes: closes, Now: noon.AddDate(0, 0, 5)}
}

// in has the customer's locale changed.
func in(locale string, o mail.Occasion) mail.Occasion {
	to := *o.To
	to.Locale = locale
	o.To = &to
	return o
}

type writes func(*mail.Writer, mail.Occasion) (mail.Mail, error)

func exportLink(w *mail.Writer, o mail.Occasion) (mail.Mail, error) {
	return w.Link(o, heed.ExportLink, door)
}

func forgetLink(w *mail.Writer, o mail.Occasion) (mail.Mail, error) {
	return w.Link(o, heed.ForgetLink, door)
}

// kinds are all mails there are; the first three ask the question.
var kinds = []struct {
	name  string
	write writes
}{
	{"invitation", (*mail.Writer).Invitation},
	{"reminder", (*mail.Writer).Reminder},
	{"question back", (*mail.Writer).QuestionBack},
	{"export link", exportLink},
	{"forget link", forgetLink},
}

// questions are all programs that look different.
func questions() []surveys.Program {
	return []surveys.Program{
		{Ask: heed.NPS},
		{Ask: heed.CES},
		{Ask: heed.CSAT, Style: surveys.Numbers},
		{Ask: heed.CSAT, Style: surveys.Smileys},
		{Ask: heed.CSAT, Style: surveys.Thumbs},
	}
}

func must(t *testing.T, write writes, o mail.Occasion) mail.Mail {
	t.Helper()
	m, err := write(acme(), o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// top writes what stands above a mail's body.
func top(m mail.Mail) string {
	s := fmt.Sprintf("From: %s\nTo: %s\nReply-To: %s\nSubject: %s\n", m.From, m.To, m.ReplyTo, m.Subject)
	for _, h := range m.Headers {
		s += h.Name + ": " + h.Value + "\n"
	}
	return s
}

// What a team calls its answers is words, whatever stands in them.
func TestAnswersAreEscaped(t *testing.T) {
	odd := surveys.Text{"": `<i>"A" & 'B'</i> + C`}
	const escaped = "&lt;i&gt;&#34;A&#34; &amp; &#39;B&#39;&lt;/i&gt;"
	for _, p := range []surveys.Program{
		{Ask: heed.CSAT, Style: surveys.Thumbs, Low: odd, High: odd},
		{Ask: heed.CSAT, Style: surveys.Smileys, Low: odd, High: odd},
		{Ask: heed.NPS, Low: odd, High: odd},
	} {
		m := must(t, (*mail.Writer).Invitation, occasion(p))
		if strings.Contains(m.HTML, "<i>") || strings.Count(m.HTML, escaped) < 2 || !strings.Contains(m.Text, odd[""]) {
			t.Errorf("%s: %s", p.Ask, m.HTML)
		}
	}
}
