package mail

import (
	"fmt"
	"strconv"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// Invitation writes the survey mail of the occasion's program. What comes from
// strangers, To.Name above all, is left out where it could mislead; an address
// or link that can't be mailed is heed.Invalid.
func (w *Writer) Invitation(o Occasion) (Mail, error) { return w.survey(o) }

// Reminder writes the same question once more.
func (w *Writer) Reminder(o Occasion) (Mail, error) { return w.survey(o) }

// QuestionBack writes to somebody whose reply came without a clear score.
func (w *Writer) QuestionBack(o Occasion) (Mail, error) { return w.survey(o) }

// Link writes the mail with a one-hour link to url, which is what kind says:
// heed.ExportLink or heed.ForgetLink.
func (w *Writer) Link(o Occasion, kind heed.FurtherKind, url string) (Mail, error) {
	return w.survey(o)
}

func (w *Writer) survey(o Occasion) (Mail, error) {
	p, to, l := o.Program, o.To, o.Links
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
	m := Mail{ID: o.ID, From: from, To: address, ReplyTo: l.Reply, Subject: t.Subject, Headers: headers(l)}
	if m.HTML, m.Text, err = t.render(); err != nil {
		return Mail{}, fmt.Errorf("write the mail of invitation %s: %w", o.ID, err)
	}
	return m, nil
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
