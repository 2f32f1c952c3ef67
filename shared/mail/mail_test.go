package mail_test

import (
	"fmt"
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
