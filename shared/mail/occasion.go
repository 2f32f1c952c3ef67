package mail

import (
	netmail "net/mail"
	"net/url"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Writer writes the mails of one deployment.
type Writer struct {
	Brand surveys.Brand // whose mails those are of which no program is known
	From  string        // the deployment's address; brands give it their name, and have others at its domain
	Loop  string        // what this installation calls itself in X-Loop, printable ASCII; "" for no such header
}

// An Occasion is what one mail is about.
type Occasion struct {
	ID      string           // Mail.ID
	Program *surveys.Program // may be nil for a Link alone
	To      *heed.Invitation // who is written to, and what is known of them
	Links   Links            // where it leads
	Closes  time.Time        // the last moment to answer, in the zone that its date is written in; zero for none
	Now     time.Time        // the moment of writing, from which a reminder counts the days that are left
}

// Links is where one invitation's mail leads. Each holds a token of its own.
// A Link needs none of them.
type Links struct {
	Survey          string // URL of the page, without a query: ?score=9 is added
	Unsubscribe     string // https URL that takes the one-click POST of RFC 8058
	Preferences     string // URL of the page that asks how often; "" for none
	UnsubscribeMail string // address that a mail to unsubscribes; "" where no mail is taken in
	Reply           string // address that takes the score by reply; "" where no mail is taken in
}

// check refuses what no survey mail can be made of.
func (o *Occasion) check() error {
	if o.Program == nil || o.To == nil {
		return heed.Errorf(heed.Invalid, "a survey mail needs a program and somebody to ask")
	}
	if low, _ := o.Program.Ask.Range(); !o.Program.Ask.Holds(low) {
		return heed.Errorf(heed.Invalid, "no such question: %q", o.Program.Ask)
	}
	return o.Links.check()
}

// check refuses links that would break out of a header or of the mail's text:
// ours are made of printable ASCII.
func (l Links) check() error {
	for _, s := range []string{l.Survey, l.Unsubscribe} {
		if !leads(s) {
			return heed.Errorf(heed.Invalid, "an invitation's links are http or https URLs without a query")
		}
	}
	if l.Preferences != "" && !leads(l.Preferences) {
		return heed.Errorf(heed.Invalid, "the link to the preferences is an http or https URL without a query")
	}
	for _, s := range []string{l.UnsubscribeMail, l.Reply} {
		if s != "" && !(plain(s) && strings.Count(s, "@") == 1) {
			return heed.Errorf(heed.Invalid, "an invitation's addresses are plain ones")
		}
	}
	return nil
}

// leads reports whether s is a link of ours.
func leads(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Host != "" && (u.Scheme == "https" || u.Scheme == "http") && u.RawQuery == "" && u.Fragment == "" && plain(s)
}

// plain reports whether s can stand between < and > in a header as it is.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune(`<>",\`, r) })
}

// addressed checks an address and writes it as a header has it, with a name
// before it unless that is "".
func addressed(name, address string) (string, error) {
	a, err := netmail.ParseAddress(address)
	if err != nil || strings.ContainsFunc(a.Address, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		// The cause would quote the address, which is nobody's to log.
		return "", heed.Errorf(heed.Invalid, "not an address that can be mailed")
	}
	if name == "" {
		return a.Address, nil
	}
	return (&netmail.Address{Name: name, Address: a.Address}).String(), nil
}
