package mail_test

import (
	"html"
	netmail "net/mail"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
	"heed/shared/words"
)

func TestSenderNamesTheBrand(t *testing.T) {
	for _, c := range []struct{ brand, sender, from, wantName, wantAddress string }{
		{"Acme", "", "feedback@acme.example", "Acme", "feedback@acme.example"},
		{"Acme", "nps@acme.example", "feedback@acme.example", "Acme", "nps@acme.example"},
		{"Acme", "nps@acme.example", "Surveys <feedback@acme.example>", "Acme", "nps@acme.example"},
		{"Acme", "", "Surveys <feedback@acme.example>", "Acme", "feedback@acme.example"},
		{"Acme", "NPS@Acme.Example", "feedback@acme.example", "Acme", "NPS@acme.example"},
		{"Acme", "nps@other.example", "feedback@acme.example", "Acme", "feedback@acme.example"},
		{"Acme", "nps@sub.acme.example", "feedback@acme.example", "Acme", "feedback@acme.example"},
		{"Acme", "nps", "feedback@acme.example", "Acme", "feedback@acme.example"},
		{"Müller, \"Söhne\"\r\n<x@evil.example>", "", "feedback@acme.example", `Müller, "Söhne" <x@evil.example>`, "feedback@acme.example"},
		{strings.Repeat("株式会社", 15), "", "feedback@acme.example", strings.Repeat("株式会社", 15), "feedback@acme.example"},
	} {
		w := acme()
		w.From = c.from
		m, err := w.Invitation(occasion(surveys.Program{Ask: heed.NPS, Brand: surveys.Brand{Name: c.brand, Sender: c.sender}}))
		if err != nil {
			t.Fatal(err)
		}
		from, err := netmail.ParseAddress(m.From)
		if err != nil || from.Address != c.wantAddress || from.Name != c.wantName {
			t.Errorf("from %q: %v, %v", m.From, from, err)
		}
		single(t, m)
	}
}

// Where no program is known any more, its link mail is the deployment's.
func TestALinkNeedsNoProgram(t *testing.T) {
	m, err := acme().Link(mail.Occasion{ID: "row-1", To: ada()}, heed.ForgetLink, door)
	if err != nil || !strings.Contains(m.From, "Acme") || !strings.Contains(m.HTML, door) {
		t.Errorf("%v, from %s", err, m.From)
	}
}

// Which of the two links a mail is for, its subject says at the end and its
// heading says again, in every language and whoever sends it.
func TestALinkSaysWhichItIs(t *testing.T) {
	for _, lang := range words.Langs() {
		for _, brand := range []string{"Acme", strings.Repeat("Gesellschaft ", 20), strings.Repeat("長", 80)} {
			w := acme()
			w.Brand.Name = brand
			say := words.For(lang).Mail
			for kind, is := range map[heed.FurtherKind]string{heed.ExportLink: say.DoorExport, heed.ForgetLink: say.DoorForget} {
				m, err := w.Link(in(lang, mail.Occasion{ID: "row-1", To: ada()}), kind, door)
				if err != nil {
					t.Fatal(err)
				}
				heading := html.EscapeString(is) + "</h1>"
				if rest, ends := strings.CutSuffix(m.Subject, " – "+is); !ends || len(rest) < 15 || len(m.Subject) > 150 || !strings.Contains(m.HTML, heading) {
					t.Errorf("%s: the mail to %q has the subject %q", lang, is, m.Subject)
				}
			}
		}
	}
}

func TestSubject(t *testing.T) {
	text := func(s string) surveys.Text { return surveys.Text{"": s} }
	long := strings.Repeat("long ", 20)
	for _, c := range []struct {
		p     surveys.Program
		write writes
		want  string
	}{
		{surveys.Program{}, (*mail.Writer).Invitation, "How was your experience with Acme?"},
		{surveys.Program{Question: text("How was the\r\nonboarding?")}, (*mail.Writer).Invitation, "How was the onboarding?"},
		{surveys.Program{Question: text("Was the bell\x07 \u202eloud?")}, (*mail.Writer).Invitation, "Was the bell loud?"},
		{surveys.Program{Question: text(long)}, (*mail.Writer).Invitation, "One question from Acme"},
		{surveys.Program{Question: text("Why?"), Subject: text("{name|You}, please")}, (*mail.Writer).Invitation, "Ada Lovelace, please"},
		{surveys.Program{Subject: text("Please")}, (*mail.Writer).Reminder, "Reminder: Please"},
		{surveys.Program{Subject: text("Please")}, (*mail.Writer).QuestionBack, "Re: Please"},
		{surveys.Program{Subject: text(long + long)}, (*mail.Writer).Invitation, strings.TrimSpace(strings.Repeat("long ", 29)) + "…"},
		{surveys.Program{Subject: text(strings.Repeat("長", 60))}, (*mail.Writer).Invitation, strings.Repeat("長", 49) + "…"},
		{surveys.Program{Subject: text("x" + strings.Repeat("e\u0301", 60))}, (*mail.Writer).Invitation, "x" + strings.Repeat("e\u0301", 48) + "…"},
	} {
		c.p.Ask = heed.CSAT
		if m := must(t, c.write, occasion(c.p)); m.Subject != c.want {
			t.Errorf("subject %q, want %q", m.Subject, c.want)
		}
	}
}

func TestWhatProgramsAreTold(t *testing.T) {
	unsubscribe := "<" + links.Unsubscribe + ">, <mailto:" + links.UnsubscribeMail + ">"
	for _, kind := range kinds {
		want := map[string]string{
			"List-Unsubscribe": unsubscribe, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
			"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply", "X-Loop": "acme-heed",
		}
		if kind.name != "invitation" && kind.name != "reminder" { // these go because somebody wrote or pressed
			want["Auto-Submitted"], want["X-Auto-Response-Suppress"] = "auto-replied", "All"
		}
		reply := links.Reply
		if strings.HasSuffix(kind.name, "link") {
			delete(want, "List-Unsubscribe")
			delete(want, "List-Unsubscribe-Post")
			reply = ""
		}
		m := must(t, kind.write, occasion(surveys.Program{Ask: heed.NPS}))
		for _, h := range m.Headers {
			if want[h.Name] != h.Value {
				t.Errorf("%s says %s: %s, want %q", kind.name, h.Name, h.Value, want[h.Name])
			}
			delete(want, h.Name)
		}
		if len(want) > 0 || m.ReplyTo != reply {
			t.Errorf("%s lacks %v, is answered to %q", kind.name, want, m.ReplyTo)
		}
	}
}

// With the longest names that DNS has, headers are what SES takes: a name of 126
// and a value of 995 characters, together 996.
func TestHeadersFitSES(t *testing.T) {
	domain := strings.Repeat(strings.Repeat("x", 61)+".", 4) + "example" // 255 and more
	domain = domain[len(domain)-253:]
	token := strings.Repeat("t", 48)
	o := occasion(surveys.Program{Ask: heed.NPS})
	o.Links = mail.Links{
		Survey: "https://" + domain + "/s/" + token, Unsubscribe: "https://" + domain + "/u/" + token, Preferences: "https://" + domain + "/p/" + token,
		UnsubscribeMail: "unsubscribe+" + token + "@" + domain, Reply: "reply+" + token + "@" + domain,
	}
	m := must(t, (*mail.Writer).Invitation, o)
	for _, h := range m.Headers {
		if len(h.Name) > 126 || len(h.Value) > 995 || len(h.Name)+len(h.Value) > 996 {
			t.Errorf("%s has %d characters", h.Name, len(h.Value))
		}
	}
	single(t, m)
}

// A locale that nobody knows is the brand's; the brand's is English if it has none.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ customer, brand, want string }{
		{"de-AT", "fr", "de"}, {"", "fr", "fr"}, {"tlh", "fr", "fr"}, {"???", "de", "de"}, {"", "", "en"}, {"tlh", "", "en"}, {"pt_BR", "de", "pt"}, {"DE", "", "de"},
	} {
		o := in(c.customer, occasion(surveys.Program{Ask: heed.NPS, Brand: surveys.Brand{Name: "Acme", Locale: c.brand}}))
		want := words.For(c.want)
		if m := must(t, (*mail.Writer).Invitation, o); !strings.Contains(m.HTML, `<html lang="`+want.Lang+`" dir="`+want.Dir+`"`) {
			t.Errorf("%q of a brand that speaks %q is not written to in %s: %.60s", c.customer, c.brand, c.want, m.HTML)
		}
	}
}

// single checks that headers are single lines, short enough, without an order
// to the display, and nothing but ASCII where the mail service does not encode.
func single(t *testing.T, m mail.Mail) {
	t.Helper()
	ascii := []string{m.From, m.To, m.ReplyTo}
	for _, h := range m.Headers {
		ascii = append(ascii, h.Name, h.Value)
	}
	for _, v := range ascii {
		if strings.ContainsFunc(v, func(r rune) bool { return r > unicode.MaxASCII }) {
			t.Errorf("%q is not ASCII", v)
		}
	}
	for _, v := range append(ascii, m.Subject) {
		if strings.ContainsFunc(v, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
			t.Errorf("header %q", v)
		}
	}
	if len(m.Subject) > 150 || !utf8.ValidString(m.Subject) {
		t.Errorf("subject %q has %d bytes", m.Subject, len(m.Subject))
	}
}
