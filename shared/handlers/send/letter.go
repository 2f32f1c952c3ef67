package send

import (
	"fmt"
	"net/url"
	"time"

	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/surveys"
	"heed/shared/token"
)

// A Letter knows what all mails of a deployment have in common.
type Letter struct {
	Base   string // https://..., what links begin with, without a slash at its end
	From   string // address of the sender
	Domain string // where mail to Heed goes; "" if none is taken in
}

// linkServes is how long a link to export or to forget serves.
const linkServes = time.Hour

// write writes the row's mail of that name, with tokens of its own in every
// link.
func (l Letter) write(config *surveys.Config, ring *keyring.Ring, row *heed.Row, name heed.FurtherName, now time.Time) (mail.Mail, error) {
	key, program := ring.CurrentToken(now), config.Program(row.Program)
	writer := mail.Writer{Brand: config.Brand, From: l.From, Loop: l.loop()}
	o := mail.Occasion{ID: row.FurtherID(name), Program: program, To: row.Invitation, Links: l.links(key, row), Now: now}
	if program != nil {
		o.Closes = closes(config, program, row, now)
	}
	switch name.Kind {
	case heed.ExportLink:
		return writer.Link(o, name.Kind, l.Base+"/p/"+token.MakeUntil(key, token.Export, row.RowRef, now.Add(linkServes)))
	case heed.ForgetLink:
		return writer.Link(o, name.Kind, l.Base+"/p/"+token.MakeUntil(key, token.Forget, row.RowRef, now.Add(linkServes)))
	}
	if program == nil {
		return mail.Mail{}, heed.Errorf(heed.NotFound, "surveys.yaml has no program %s any more", row.Program)
	}
	switch name.Kind {
	case invitation.Kind:
		return writer.Invitation(o)
	case heed.Reminder:
		return writer.Reminder(o)
	case heed.QuestionBack:
		return writer.QuestionBack(o)
	}
	return mail.Mail{}, fmt.Errorf("a mail of unknown kind %d", name.Kind)
}

// links are those of one row.
func (l Letter) links(key keyring.Key, row *heed.Row) mail.Links {
	of := func(purpose token.Purpose) string { return token.Make(key, purpose, row.RowRef) }
	links := mail.Links{
		Survey:      l.Base + "/s/" + of(token.Answer),
		Unsubscribe: l.Base + "/u/" + of(token.Unsubscribe),
		Preferences: l.Base + "/p/" + of(token.Preferences),
	}
	if l.Domain != "" {
		links.Reply = "reply+" + of(token.Reply) + "@" + l.Domain
		links.UnsubscribeMail = "unsubscribe+" + of(token.Unsubscribe) + "@" + l.Domain
	}
	return links
}

// closes is the last moment to answer, by the customer's clock.
func closes(config *surveys.Config, program *surveys.Program, row *heed.Row, now time.Time) time.Time {
	at := window.Closes(program, row)
	if at.IsZero() {
		at = now.Add(program.Window) // it opens as this goes
	}
	return at.In(config.Clock(row.Invitation.Zone))
}

// loop is what this installation calls itself, so that it knows its own mail.
func (l Letter) loop() string {
	if u, err := url.Parse(l.Base); err == nil {
		return u.Host
	}
	return ""
}
