package mail

import (
	"fmt"
	netmail "net/mail"
	"net/url"
	"strconv"
	"strings"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// A Writer writes the mails of one team.
type Writer struct {
	Brand surveys.Brand
	From  string // address; the brand's name is put before it
}

// Links is where one invitation's mail leads. Each holds a token of its own.
type Links struct {
	Survey          string // https URL of the page, without a query: ?score=9 is added
	Unsubscribe     string // https URL that takes the one-click POST of RFC 8058
	UnsubscribeMail string // address that a mail to unsubscribes; "" where no mail is taken in
	Reply           string // address that takes the score by reply; "" where no mail is taken in
}

// Invitation writes the survey mail of a program. The id is Mail.ID. What
// comes from strangers, to.Name above all, is left out where it could mislead;
// an address or link that can't be mailed is heed.Invalid.
func (w *Writer) Invitation(id string, p *surveys.Program, to *heed.Invitation, l Links) (Mail, error) {
	if low, _ := p.Ask.Range(); !p.Ask.Holds(low) {
		return Mail{}, heed.Errorf(heed.Invalid, "no such question: %q", p.Ask)
	}
	address, err := addressed("", to.To)
	if err != nil {
		return Mail{}, err
	}
	from, err := addressed(line(w.Brand.Name), w.From)
	if err != nil {
		return Mail{}, err
	}
	if err := l.check(); err != nil {
		return Mail{}, err
	}
	t := w.letter(p, to, l)
	m := Mail{ID: id, From: from, To: address, ReplyTo: l.Reply, Subject: t.Subject, Headers: headers(l)}
	if m.HTML, m.Text, err = t.render(); err != nil {
		return Mail{}, fmt.Errorf("write the mail of invitation %s: %w", id, err)
	}
	return m, nil
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

// check refuses links that would break out of a header or of the mail's text:
// ours are made of printable ASCII.
func (l Links) check() error {
	for _, s := range []string{l.Survey, l.Unsubscribe} {
		u, err := url.Parse(s)
		if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") || u.RawQuery != "" || u.Fragment != "" || !plain(s) {
			return heed.Errorf(heed.Invalid, "an invitation's links are http or https URLs without a query")
		}
	}
	for _, s := range []string{l.UnsubscribeMail, l.Reply} {
		if s != "" && !(plain(s) && strings.Count(s, "@") == 1) {
			return heed.Errorf(heed.Invalid, "an invitation's addresses are plain ones")
		}
	}
	return nil
}

// plain reports whether s can stand between < and > in a header as it is.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune(`<>",\`, r) })
}

// headers returns what the mail says to programs. The first two are RFC 8058,
// one-click unsubscription, with a mail address beside it for programs that
// know only RFC 2369. The last two ask vacation responders not to answer:
// RFC 3834, and Exchange's own. People's replies are not affected.
func headers(l Links) []Header {
	ways := "<" + l.Unsubscribe + ">"
	if l.UnsubscribeMail != "" {
		ways += ", <mailto:" + l.UnsubscribeMail + ">"
	}
	return []Header{
		{"List-Unsubscribe", ways},
		{"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"},
		{"Auto-Submitted", "auto-generated"},
		{"X-Auto-Response-Suppress", "OOF, AutoReply"},
	}
}

// letter puts the mail into words.
func (w *Writer) letter(p *surveys.Program, to *heed.Invitation, l Links) *letter {
	say := words.For(to.Locale)
	q := say.Question(p.Ask)
	brand := line(w.Brand.Name)
	low, high := p.Ask.Range()
	t := &letter{
		paint: painted(w.Brand.Color), Words: say, Links: l, Brand: brand,
		Hello:    say.Mail.Hello,
		Question: q.Text.With("brand", brand),
		Subject:  q.Subject.With("brand", brand),
		Low:      say.End.With("score", strconv.Itoa(low), "label", q.Low),
		High:     say.End.With("score", strconv.Itoa(high), "label", q.High),
		Press:    say.Mail.Press,
		Or:       say.Mail.Links,
		Why:      say.Mail.Why.With("brand", brand),
		Stop:     say.Mail.Stop.With("brand", brand),
	}
	if name := personal(to.Name); name != "" {
		t.Hello = say.Mail.HelloName.With("name", name)
	}
	if own := line(p.Question.In(to.Locale)); own != "" {
		t.Question, t.Subject = own, subject(own, say.OwnSubject.With("brand", brand))
	}
	if l.Reply != "" {
		t.Press = say.Mail.PressReply.With("brand", brand)
		t.Reply = say.Mail.Reply.With("brand", brand, "low", strconv.Itoa(low), "high", strconv.Itoa(high))
		t.Or = say.Mail.Or
	}
	t.scale(p.Ask, q)
	return t
}

// subject returns the question if it is short enough to be read whole in a
// list of mails, and otherwise the other one.
func subject(question, other string) string {
	const fits = 70
	if len(question) <= fits {
		return question
	}
	return other
}
