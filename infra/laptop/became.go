package laptop

import (
	"context"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
)

// came is what the mail of that id led to: what became of each of its
// invitation's mails, and what came back. A mail that is of no row, or of one
// that is gone, led to nothing.
func (l *Laptop) came(ctx context.Context, id string) (d boards.CameData, err error) {
	row, err := l.rowOf(ctx, id)
	if err != nil || row == nil || row.Invitation == nil {
		return d, err
	}
	i := row.Invitation
	d.Steps = l.steps(row, id, heed.FurtherName{}, i.Sent, i.Delivered, i.Failed, i.Fate)
	for k := range i.Further {
		f := &i.Further[k]
		d.Steps = append(d.Steps, l.steps(row, id, f.FurtherName, f.Sent, time.Time{}, f.Failed, f.Fate)...)
	}
	for name, due := range row.Waiting {
		d.Steps = append(d.Steps, boards.MailStep{Text: mailNames[name.Kind] + " is due", At: due.In(l.Config.Zone)})
	}
	if at := row.Stirred(); !at.IsZero() {
		d.Back = &boards.BackData{
			Program: row.Program, Ask: row.Ask, Path: boards.TouchpointsPath + "/" + row.ID.String() + "?day=" + row.Day.String(), At: at.In(l.Config.Zone),
			Answer: row.Response, Suspects: row.Suspects, Notes: row.Notes,
		}
	}
	return d, nil
}

// rowOf is the row that a mail belongs to, nil if there is none.
func (l *Laptop) rowOf(ctx context.Context, id string) (*heed.Row, error) {
	ref, _, err := heed.ParseMailID(id)
	if err != nil {
		return nil, nil // a mail of no row
	}
	row, err := l.Store().Row(ctx, ref)
	if heed.CodeOf(err) == heed.NotFound {
		return nil, nil
	}
	return row, err
}

// mailNames says what a mail is; the zero kind is the invitation's.
var mailNames = map[heed.FurtherKind]string{
	0:                 "The invitation",
	heed.Reminder:     "The reminder",
	heed.QuestionBack: "The question back",
	heed.ExportLink:   "The link to what is stored",
	heed.ForgetLink:   "The link to have it deleted",
}

// steps are how far one of the row's mails has come. What is about another than
// the open one leads to it.
func (l *Laptop) steps(row *heed.Row, open string, name heed.FurtherName, sent, delivered, failed time.Time, fate heed.Fate) (list []boards.MailStep) {
	add := func(at time.Time, what string) {
		if at.IsZero() {
			return
		}
		step := boards.MailStep{Text: mailNames[name.Kind] + " " + what, At: at.In(l.Config.Zone)}
		if id := row.FurtherID(name); id != open && !sent.IsZero() {
			step.Mail = id
		}
		list = append(list, step)
	}
	add(sent, "was mailed")
	add(delivered, "was delivered")
	add(failed, fateWords[fate])
	return list
}

var fateWords = map[heed.Fate]string{
	heed.Bounced:    "came back for good",
	heed.Complained: "was reported as spam",
	heed.Lapsed:     "lapsed, since it could not go in time",
	heed.Cancelled:  "was cancelled",
	heed.Unsure:     "has an unknown outcome",
	heed.Refused:    "was refused by the mail service",
}
