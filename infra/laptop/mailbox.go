package laptop

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"heed/shared/boards"
	"heed/shared/embedded"
	"heed/shared/outcome"
	"heed/shared/web"
)

// mailboxLink leads to the one page that only the laptop has.
var mailboxLink = boards.Link{Text: "Mailbox", Path: boards.MailboxPath}

// linesShown is how many mails the mailbox page lists.
const linesShown = 200

// mailbox shows the caught mails, and the one that the path names.
func (l *Laptop) mailbox(w http.ResponseWriter, r *http.Request) {
	list, err := l.Mailbox.List(r.Context(), linesShown)
	if err != nil {
		web.Error(w, l.Log, err)
		return
	}
	d := &boards.MailboxData{Brand: l.Config.Brand.Name, Nav: boards.Nav(boards.MailboxPath, mailboxLink), View: boards.ViewOf(r.URL.Query())}
	for i := range list {
		d.Mails = append(d.Mails, l.line(&list[i]))
	}
	if id := r.PathValue("id"); id != "" {
		if d.Open, err = l.opened(r.Context(), id); err != nil {
			web.Error(w, l.Log, err)
			return
		}
		d.Open.Came.Reply = r.URL.Query().Get(cameKey)
	}
	var page bytes.Buffer
	if err := boards.Mailbox(&page, d); err != nil {
		web.Error(w, l.Log, err)
		return
	}
	boards.OperatorHeaders(w.Header())
	_, _ = w.Write(page.Bytes()) // whoever asked has gone
}

func (l *Laptop) line(m *embedded.Kept) boards.MailLine {
	return boards.MailLine{ID: m.ID, To: m.To, Subject: m.Subject, At: m.At.In(l.Config.Zone)}
}

func (l *Laptop) opened(ctx context.Context, id string) (*boards.MailData, error) {
	m, err := l.Mailbox.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	d := &boards.MailData{MailLine: l.line(&m), From: m.From, ReplyTo: m.ReplyTo, Text: m.Text, HTML: m.HTML != ""}
	for _, h := range m.Headers {
		d.Headers = append(d.Headers, [2]string{h.Name, h.Value})
	}
	d.Headers = append(d.Headers, [2]string{"Message-ID", named(&m)})
	d.Came, err = l.came(ctx, id)
	return d, err
}

// mailHTML shows a mail's HTML part, by itself.
func (l *Laptop) mailHTML(w http.ResponseWriter, r *http.Request) {
	kept, err := l.Mailbox.Find(r.Context(), r.PathValue("id"))
	if err != nil {
		web.Error(w, l.Log, err)
		return
	}
	view := boards.ViewOf(r.URL.Query())
	boards.MailHeaders(w.Header())
	if !view.Unloaded {
		boards.Pictured(w.Header())
	}
	_ = boards.MailHTML(w, kept.HTML, view) // whoever asked has gone
}

// completed fills in what SES always says of a mail and whoever made an event
// up may have left out: when it was sent, its name and its tags. The mail is
// known by its name, or else is the newest to the event's recipient.
func (l *Laptop) completed(r *http.Request, body []byte) ([]byte, error) {
	var event map[string]any
	if json.Unmarshal(body, &event) != nil {
		return body, nil
	}
	about, _ := event["mail"].(map[string]any)
	if about == nil || about["tags"] != nil {
		return body, nil
	}
	list, err := l.Mailbox.List(r.Context(), mostMails)
	if err != nil {
		return nil, err
	}
	to, _ := about["destination"].([]any)
	for _, m := range list {
		named := m.MessageID == about["messageId"] || m.ID == about["messageId"]
		if !named && (about["messageId"] != nil || len(to) != 1 || to[0] != m.To) {
			continue
		}
		about["messageId"], about["tags"] = m.MessageID, map[string][]string{outcome.Tag: {m.ID}}
		if about["timestamp"] == nil {
			about["timestamp"] = m.At
		}
		return json.Marshal(event)
	}
	return body, nil
}
