package topics_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/topics"
)

// taxonomy is issues with a phrase for most of what phrases may be.
func taxonomy() *topics.Topics {
	return topics.New(&surveys.Config{
		Issues: []surveys.Issue{
			{Name: "billing", Tags: []string{"billing"}, Words: []string{"invoice", "Rechnung", "paid twice", "facture", "請求"}},
			{Name: "login", Words: []string{"log in", "can't sign in", "Anmeldung", "ล็อกอิน"}},
			{Name: "price", Tags: []string{"pricing", "billing"}, Words: []string{"too expensive", "Preiserhöhung", "cena", "2FA"}},
			{Name: "empty"},
		},
		Notify: surveys.Notify{Keywords: []string{"money back", "lawyer", "Anwalt"}},
	})
}

func TestIssues(t *testing.T) {
	topics := taxonomy()
	for _, c := range []struct{ comment, locale, want string }{
		{"", "en", ""},
		{"Lovely.", "en", ""},
		{"All my INVOICES were wrong", "en-US", "billing"},
		{"I was invoiced and could not log in", "en", "billing login"},
		{"I can’t sign in!", "en", "login"},
		{"logging-in fails", "en", "login"},
		{"He logged \"in\" for me", "en", "login"},
		{"It is too expensive, too", "en", "price"},
		{"It is too. Expensive things!", "en", ""},
		{"Paid. Twice.", "en", ""},
		{"Die Rechnungen stimmen nicht", "de_AT", "billing"},
		{"Die Rechnungen stimmen nicht", "", ""},     // of no known language
		{"Die Rechnung stimmt nicht", "", "billing"}, // but the very word counts in any
		{"Ungerechtfertigte Preiserhöhungen", "de", "price"},
		{"Ungerechtfertigte Preiserho\u0308hung", "de", "price"}, // in two characters
		{"Das Rechnungsdatum", "de", ""},                         // a compound is another word
		{"PREISERHOHUNGEN", "de", "price"},                       // German's stems have no umlauts
		{"Wrong invoices, wie immer", "de", "billing"},           // English is always read
		{"les factures et l'invoice", "fr", "billing"},
		{"za vysoká cena", "cs", "price"},
		{"za vysoké ceny", "cs", ""}, // no stemmer knows Czech
		{"請求が二重です", "ja", "billing"},
		{"ฉันล็อกอินไม่ได้", "th", "login"},
		{"my 2fa is broken", "en", "price"},
		{"see https://acme.example/invoice or invoice@acme.example", "en", ""},
		{"in\u00advoice in\u200bvoices", "en", "billing"},
		{strings.Repeat("fine ", 199) + "invoice", "en", "billing"},
		{strings.Repeat("fine ", 200) + "invoice", "en", ""},
	} {
		if got := strings.Join(topics.Issues(c.comment, c.locale), " "); got != c.want {
			t.Errorf("%.60q in %q is about %q, want %q", c.comment, c.locale, got, c.want)
		}
	}
}

// The shipped taxonomy finds what customers write.
func TestShipped(t *testing.T) {
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config, err := surveys.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	shipped, found := topics.New(config), map[string]bool{}
	for _, c := range []struct{ subject, locale, want string }{
		{"Invoices of March", "en", "billing"},
		{"I was charged twice", "en", "billing"},
		{"Falsche Rechnungen, bitte um Erstattung", "de", "billing"},
		{"Unable to log in since the update", "en", "login"},
		{"Passwörter werden nicht angenommen", "de", "login"},
		{"App crashes on start", "en", "bug or outage"},
		{"Der Export funktioniert nicht", "de", "bug or outage"},
		{"Still waiting for an answer", "en", "slow answer"},
		{"Ich habe sehr lange gewartet", "de", "slow answer"},
		{"Your prices", "en", "price"},
		{"Das ist mir zu teuer", "de", "price"},
		{"Feature request: dark mode", "en", "missing feature"},
		{"Fehlende Funktionen im Export", "de", "missing feature"},
		{"Cancellation of our plan", "en", "cancelling"},
		{"Wir haben gekündigt", "de", "cancelling"},
		{"Thank you all", "en", ""},
		{"Vielen Dank", "de", ""},
	} {
		if got := strings.Join(shipped.Issues(c.subject, c.locale), ", "); got != c.want {
			t.Errorf("%q is about %q, want %q", c.subject, got, c.want)
		}
		found[c.want] = true
	}
	for _, issue := range config.Issues {
		if !found[issue.Name] {
			t.Errorf("nothing here is about %q", issue.Name)
		}
	}
}

// The team's own language is read besides the one that is spoken.
func TestOwnLanguage(t *testing.T) {
	own := topics.New(&surveys.Config{
		Brand:  surveys.Brand{Locale: "de-CH"},
		Issues: []surveys.Issue{{Name: "billing", Words: []string{"Rechnung"}}},
	})
	for _, locale := range []string{"", "en", "fr", "not a locale"} {
		if got := own.Issues("Alle Rechnungen doppelt", locale); len(got) != 1 {
			t.Errorf("in %q it is about %v", locale, got)
		}
	}
}

func TestOf(t *testing.T) {
	topics := taxonomy()
	for _, c := range []struct {
		touchpoint heed.Touchpoint
		want       string
	}{
		{heed.Touchpoint{}, ""},
		{heed.Touchpoint{Tags: []string{"vip", "billing"}}, "billing price"},
		{heed.Touchpoint{Tags: []string{"Billing"}}, ""}, // tags are as the source writes them
		{heed.Touchpoint{Subject: "Can't log in", Tags: []string{"pricing"}}, "login price"},
		{heed.Touchpoint{Subject: "Zwei Rechnungen", Locale: "de", Customer: heed.Customer{Locale: "en"}}, "billing"},
		{heed.Touchpoint{Subject: "Zwei Rechnungen", Locale: "en", Customer: heed.Customer{Locale: "de"}}, ""},
		{heed.Touchpoint{Subject: "Zwei Rechnungen", Customer: heed.Customer{Locale: "de"}}, "billing"},
	} {
		if got := strings.Join(topics.Of(&c.touchpoint), " "); got != c.want {
			t.Errorf("%+v is about %q, want %q", c.touchpoint, got, c.want)
		}
	}
}

func TestKeywords(t *testing.T) {
	topics := taxonomy()
	if got := topics.Keywords("My lawyers want the money back, nicht der Anwalt", "de"); !slices.Equal(got, []string{"money back", "lawyer", "Anwalt"}) {
		t.Errorf("found %q", got)
	}
	if got := topics.Keywords("Money. Back to the invoice", "en"); len(got) != 0 {
		t.Errorf("found %q", got)
	}
}

// One Topics serves all; the race detector watches.
func TestManyAtOnce(t *testing.T) {
	topics := taxonomy()
	var wait sync.WaitGroup
	for _, locale := range []string{"en", "de", "fr", "ja", "x-unknown", ""} {
		wait.Go(func() {
			if got := topics.Issues("One invoice", locale); len(got) != 1 {
				t.Errorf("in %q it is about %v", locale, got)
			}
			topics.Words("One invoice", locale)
		})
	}
	wait.Wait()
}

func BenchmarkOf(b *testing.B) {
	topics := taxonomy()
	touchpoint := heed.Touchpoint{Subject: "Re: the invoice of last month was paid twice, again", Locale: "de"}
	topics.Of(&touchpoint)
	for b.Loop() {
		topics.Of(&touchpoint)
	}
}
