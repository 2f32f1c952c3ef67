package send

import (
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/surveys"
	"heed/shared/token"
)

// A Letter knows what all invitations of a deployment have in common.
type Letter struct {
	Base   string // https://..., what links begin with, without a slash at its end
	From   string // address of the sender
	Domain string // where mail to Heed goes; "" if none is taken in
}

// write writes the row's invitation, with tokens of its own in every link.
func (l Letter) write(config *surveys.Config, ring *keyring.Ring, row *heed.Row, now time.Time) (mail.Mail, error) {
	program := config.Program(row.Program)
	if program == nil {
		return mail.Mail{}, heed.Errorf(heed.NotFound, "surveys.yaml has no program %s any more", row.Program)
	}
	key := ring.CurrentToken(now)
	links := mail.Links{
		Survey:      l.Base + "/s/" + token.Make(key, token.Answer, row.RowRef),
		Unsubscribe: l.Base + "/u/" + token.Make(key, token.Unsubscribe, row.RowRef),
	}
	if l.Domain != "" {
		links.Reply = "reply+" + token.Make(key, token.Reply, row.RowRef) + "@" + l.Domain
	}
	writer := mail.Writer{Brand: config.Brand, From: l.From}
	return writer.Invitation(mail.Occasion{ID: row.MailID(), Program: program, To: row.Invitation, Links: links, Now: now})
}
