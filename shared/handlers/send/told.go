package send

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/sheets"
)

// Sheets reads the finished numbers that the roll-up made: a program's sheet of
// that name and period, as JSON has it.
type Sheets interface {
	Sheet(ctx context.Context, program, name, period string, into any) (found bool, err error)
}

// lately is the period of the sheet that a digest is made of: the last 30 days.
const lately = "days"

// write writes a notice's copy to an address; not wanted if what it would tell
// of is no more.
func (r *round) write(ctx context.Context, n *heed.Notice, to, id string) (m mail.Mail, wanted bool, err error) {
	w := &mail.Writer{Brand: r.Config.Brand, From: r.Letter.From, Loop: r.Letter.loop()}
	switch n.Kind {
	case heed.LowAnswer, heed.KeywordSaid:
		return r.writeAnswer(ctx, w, n, mail.Alert{ID: id, To: to})
	case heed.Silence:
		m, err = w.Alert(r.silence(n, mail.Alert{ID: id, To: to}))
	case heed.Bounces:
		m, err = w.Alert(r.bounces(n, mail.Alert{ID: id, To: to}))
	case heed.Digest:
		m, err = r.writeDigest(ctx, w, n, mail.Digest{ID: id, To: to})
	default:
		return mail.Mail{}, false, nil // of a newer Heed
	}
	return m, err == nil, err
}

// writeAnswer tells of an answer as it is by now. Whose it is stands on the
// page, where an erasure reaches it, and not in the mail.
func (r *round) writeAnswer(ctx context.Context, w *mail.Writer, n *heed.Notice, a mail.Alert) (m mail.Mail, wanted bool, err error) {
	row, err := r.Store.Row(ctx, n.Row)
	if heed.CodeOf(err) == heed.NotFound || err == nil && (row.Response == nil || row.Forgotten()) {
		return m, false, nil
	}
	if err != nil {
		return m, false, err
	}
	keywords := r.keywords(row)
	if len(keywords) == 0 && !low(row) {
		return m, false, nil // its giver has changed it
	}
	_, high := row.Ask.Range()
	score := strconv.Itoa(row.Response.Score) + " of " + strconv.Itoa(high)
	a.Title = "A customer answered " + score
	a.Subject = a.Title + ": " + row.Program
	if len(keywords) > 0 {
		a.Says = []string{"The comment speaks of “" + strings.Join(keywords, "”, “") + "”."}
	}
	if a.Quote = row.Response.Comment; a.Quote == "" {
		a.Says = append(a.Says, "There is no comment, ten minutes after the answer.")
	}
	a.Facts = []mail.Fact{
		{Name: "Program", Value: row.Program},
		{Name: "Touchpoint", Value: row.Kind + ", " + row.Object + " of " + row.Source},
		{Name: "Answered", Value: row.Response.At.In(r.Config.Zone).Format("Monday, 2 January, 15:04 MST")},
	}
	for _, d := range row.Dims {
		a.Facts = append(a.Facts, mail.Fact{Name: d.Name, Value: d.Value})
	}
	a.Enter, a.Link = "See the answers", r.Letter.Base+"/answers"
	m, err = w.Alert(a)
	return m, err == nil, err
}

func (r *round) silence(n *heed.Notice, a mail.Alert) mail.Alert {
	a.Title = n.Source + " has gone silent"
	a.Subject = "Nothing comes from " + n.Source + " any more"
	a.Says = []string{
		"The last delivery that was taken came on " + n.Since.In(r.Config.Zone).Format("Monday, 2 January, at 15:04 MST") + ". By what came in the weeks before, chance makes no such pause.",
		"Look whether the webhook is still switched on at the source, and whether its address and secret are those of this deployment. What happened meanwhile can't be asked about any more.",
	}
	a.Enter, a.Link = "See the sources", r.Letter.Base+"/sources"
	return a
}

func (r *round) bounces(n *heed.Notice, a mail.Alert) mail.Alert {
	share := strconv.FormatFloat(100*float64(n.Bounced)/float64(n.Sent), 'f', 1, 64)
	a.Title = "Too many mails bounce: sending is paused"
	a.Subject = a.Title
	a.Says = []string{
		fmt.Sprintf("%d of %d invitations sent lately bounced for good (%s%%). SES reviews an account from 5%% on and may stop it at 10%%, so Heed sends no more invitations until somebody lets it.", n.Bounced, n.Sent, share),
		"Find out where the addresses come from, then run: heed resume. Bounced addresses are never written to again. What is due for more than two days by then is not sent any more.",
	}
	a.Enter, a.Link = "See the dashboard", r.Letter.Base+"/"
	return a
}

func (r *round) writeDigest(ctx context.Context, w *mail.Writer, n *heed.Notice, d mail.Digest) (mail.Mail, error) {
	week, err := heed.ParsePeriod(n.Of)
	if err != nil {
		return mail.Mail{}, err
	}
	d.Week, d.Link = week, r.Letter.Base+"/"
	for i := range r.Config.Programs {
		p := &r.Config.Programs[i]
		s := mail.Scored{Program: p, Sheet: &sheets.Scores{}}
		found, err := r.Sheets.Sheet(ctx, p.Name, sheets.NamedScores, lately, s.Sheet)
		if err != nil {
			return mail.Mail{}, fmt.Errorf("read the scores of %s: %w", p.Name, err)
		}
		if !found {
			s.Sheet = nil
		}
		all, err := r.Store.Cells(ctx, p.Name, "", week.First, week.Last)
		if err != nil {
			return mail.Mail{}, err
		}
		for _, c := range all {
			one := c.Population()
			s.Asked, s.Answered = s.Asked+one.Asked, s.Answered+one.Answered
		}
		d.Programs = append(d.Programs, s)
	}
	return w.Digest(d)
}
