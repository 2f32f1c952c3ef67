package laptop

import (
	"context"
	"net/http"
	netmail "net/mail"
	"net/url"
	"strings"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/web"
)

// cameKey is what a reply led to, in the query of the page that is shown then.
const cameKey = "came"

// maxWritten is the size of a form with a reply: what a person writes, and what
// somebody may try with much more.
const maxWritten = 4 << 20

// readWithin is how long a reply is waited for until it has been read.
const readWithin = 20 * time.Second

// reply mails an answer to a mail as its customer would, or as whoever the form
// names: it goes the way of all mail that comes in. Then it shows the mail
// again, with what came of the answer.
func (l *Laptop) reply(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	came, err := l.replied(w, r, id)
	if err != nil {
		web.Error(w, l.Log, err)
		return
	}
	back := url.Values{cameKey: {came}}
	for name, values := range r.URL.Query() {
		if name != cameKey {
			back[name] = values
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, boards.MailboxPath+"/"+url.PathEscape(id)+"?"+back.Encode()+"#came", http.StatusSeeOther)
}

// replied hands the reply in, and says what it led to.
func (l *Laptop) replied(w http.ResponseWriter, r *http.Request, id string) (came string, err error) {
	m, err := l.Mailbox.Find(r.Context(), id)
	if err != nil {
		return "", err
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxWritten)
	if err := r.ParseForm(); err != nil {
		return "", heed.Errorf(heed.Invalid, "the reply is no form, or one of more than %d bytes", maxWritten).Because(err)
	}
	if m.ReplyTo == "" {
		return "", heed.Errorf(heed.Invalid, "this mail takes no reply: it has no Reply-To")
	}
	from := m.To
	if other := strings.TrimSpace(r.PostForm.Get("from")); other != "" {
		from = other
	}
	sender, err := netmail.ParseAddress(from)
	if err != nil || strings.ContainsFunc(sender.Address, unmailable) {
		return "", heed.Errorf(heed.Invalid, "From is an address such as %s", "somebody@example.com")
	}
	raw, err := compose(&m, sender, r.PostForm.Get("text"), l.Clock.Now().In(l.Config.Zone))
	if err != nil {
		return "", err
	}
	before, err := l.rowOf(r.Context(), id)
	if err != nil {
		return "", err
	}
	if _, err := l.take(r.Context(), raw); err != nil {
		return "", err
	}
	return l.read(r.Context(), id, before)
}

// read waits until what was handed in has been read and what followed from it
// was mailed, and says what that is.
func (l *Laptop) read(ctx context.Context, id string, before *heed.Row) (came string, err error) {
	waiting, stop := context.WithTimeout(ctx, readWithin)
	defer stop()
	if err := l.Advance(waiting, 0); err != nil {
		if waiting.Err() != nil && ctx.Err() == nil {
			return boards.CameLater, nil
		}
		return "", err
	}
	after, err := l.rowOf(ctx, id)
	if err != nil {
		return "", err
	}
	return compared(before, after), nil
}

// compared is what a reply led to, by the row before and after it.
func compared(before, after *heed.Row) string {
	switch {
	case before == nil || after == nil:
		return boards.CameNothing
	case after.Forgotten():
		return boards.CameGone
	case before.Response == nil && after.Response != nil:
		return boards.CameAnswer
	case after.Response != nil && before.Response.Comment != after.Response.Comment:
		return boards.CameComment
	case asked(after) && !asked(before):
		return boards.CameAsked
	case len(after.Notes) > len(before.Notes):
		return boards.CameNote
	}
	return boards.CameNothing
}

func asked(row *heed.Row) bool {
	return row.Invitation != nil && row.Invitation.Last(heed.QuestionBack) != nil
}

// unmailable reports whether r can't stand in an address as it is.
func unmailable(r rune) bool { return r <= ' ' || r == 0x7f }
