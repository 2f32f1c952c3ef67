package mail

import (
	"fmt"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Invitation writes the survey mail of the occasion's program. What comes from
// strangers, To.Name above all, is left out where it could mislead; an address
// or link that can't be mailed is heed.Invalid.
func (w *Writer) Invitation(o Occasion) (Mail, error) {
	return w.survey(o, generated, func(l *letter, t *told) {
		t.intro(l)
	})
}

// Reminder writes the same question once more, and how long it can be answered.
func (w *Writer) Reminder(o Occasion) (Mail, error) {
	return w.survey(o, generated, func(l *letter, t *told) {
		l.Subject = t.say.Mail.RemindSubject.With("subject", l.Subject)
		l.Before = []string{t.say.Mail.Remind.With("brand", t.brand)}
		t.intro(l)
		if days := int(o.Closes.Sub(o.Now).Hours() / 24); !o.Closes.IsZero() && days > 0 {
			l.Until = string(t.say.Mail.Left.For(l.Lang, days))
			l.Preview = l.Until
		}
	})
}

// QuestionBack writes to somebody whose reply came without a clear score: the
// comment has arrived, and here are the answers once more.
func (w *Writer) QuestionBack(o Occasion) (Mail, error) {
	return w.survey(o, replied, func(l *letter, t *told) {
		l.Subject = t.say.Mail.BackSubject.With("subject", l.Subject)
		l.Preview = t.say.Mail.Back.With("brand", t.brand)
		l.Before = []string{l.Preview}
		l.Note, l.Or, l.Reply = t.say.Mail.BackPress, t.say.Mail.BackPress, ""
	})
}

// survey writes a mail that asks the program's question; as makes it the one
// of four that it is.
func (w *Writer) survey(o Occasion, as origin, make func(*letter, *told)) (Mail, error) {
	if err := o.check(); err != nil {
		return Mail{}, err
	}
	t := w.told(o)
	l := t.letter()
	t.ask(l)
	make(l, t)
	m, err := w.envelope(o, l, as)
	if err != nil {
		return Mail{}, err
	}
	m.ReplyTo = o.Links.Reply
	if m.HTML, m.Text, err = l.render("survey"); err != nil {
		return Mail{}, fmt.Errorf("write mail %s: %w", o.ID, err)
	}
	return m, nil
}

// Link writes the mail with a link that works for an hour, to whoever asked for
// it on the preferences page: kind is heed.ExportLink or heed.ForgetLink. Its
// subject and heading say which, so that nobody has all deleted who looks for the
// other.
func (w *Writer) Link(o Occasion, kind heed.FurtherKind, url string) (Mail, error) {
	if kind != heed.ExportLink && kind != heed.ForgetLink || o.To == nil || !leads(url) {
		return Mail{}, heed.Errorf(heed.Invalid, "no mail for the link of %s", kind)
	}
	o.Links = Links{}
	t := w.told(o)
	l := t.letter()
	say := &t.say.Mail
	l.Preview = say.Door.With("brand", t.brand)
	l.Before = []string{l.Preview}
	l.Door, l.Enter, l.Hour, l.NotYou = url, say.DoorExport, say.DoorHour, say.DoorNotYou
	l.Button = l.Paint.Link("", " padding:0 24px;")
	if kind == heed.ForgetLink {
		l.Enter = say.DoorForget
	}
	l.Subject = ending(say.DoorSubject.With("brand", t.brand), l.Enter)
	m, err := w.envelope(o, l, replied)
	if err != nil {
		return Mail{}, err
	}
	if m.HTML, m.Text, err = l.render("link"); err != nil {
		return Mail{}, fmt.Errorf("write mail %s: %w", o.ID, err)
	}
	return m, nil
}

// envelope is a mail but for its body.
func (w *Writer) envelope(o Occasion, l *letter, as origin) (Mail, error) {
	m := Mail{ID: o.ID, Subject: clip(l.Subject, longestSubject)}
	l.Subject = m.Subject
	var err error
	if m.To, err = addressed("", o.To.To); err != nil {
		return Mail{}, err
	}
	if m.From, err = w.sender(o.brand(w)); err != nil {
		return Mail{}, err
	}
	m.Headers, err = w.headers(o.Links, as)
	return m, err
}

// brand is whose mail it is.
func (o *Occasion) brand(w *Writer) *surveys.Brand {
	if o.Program != nil {
		return &o.Program.Brand
	}
	return &w.Brand
}
