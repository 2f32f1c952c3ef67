package pages

import (
	"io"
	"net/url"
	"time"
)

// MailboxPath is where the laptop shows its mails: one is at MailboxPath/{id},
// its HTML part at MailboxPath/{id}/html, and MailboxPath/{id}/reply takes what
// its customer would answer. Each takes a MailView as its query.
const MailboxPath = "/local/mail"

// MailboxData is the mails that were caught, newest first, and the open one.
type MailboxData struct {
	Brand string
	Nav   []Link
	Mails []MailLine
	View  MailView
	Open  *MailData // nil if none is
}

// MailLine is a mail in the list.
type MailLine struct {
	ID, To, Subject string
	At              time.Time // shown in its own location
}

// MailData is a mail that was opened. Its HTML part has a page of its own.
type MailData struct {
	MailLine
	From, ReplyTo string      // without a Reply-To it takes no reply
	Headers       [][2]string // name and value
	Text          string
	HTML          bool // there is an HTML part
	Came          CameData
}

// Mailbox shows what was caught instead of being sent.
func Mailbox(w io.Writer, d *MailboxData) error {
	p := &board{}
	p.begin(d.Brand, d.Nav)
	p.put(`<main class="mailbox"`).when(d.Open != nil, ` data-open`).put(`><div class="list"><h1>Mailbox</h1>`)
	if len(d.Mails) == 0 {
		p.put(`<p class="empty">Nothing has been mailed yet. Post a touchpoint; once an invitation is due, it arrives here instead of at the customer.</p>`)
	}
	p.put(`<ol>`)
	for i := range d.Mails {
		p.line(&d.Mails[i], d)
	}
	p.put(`</ol></div>`)
	if d.Open != nil {
		p.mail(d.Open, d.View)
	} else if len(d.Mails) > 0 {
		p.put(`<p class="empty">Choose a mail to read it.</p>`)
	}
	p.put(`</main>`)
	return p.to(w)
}

// line is a mail in the list.
func (p *board) line(m *MailLine, d *MailboxData) {
	p.put(`<li><a href="`).text(mailPath(m.ID) + d.View.query()).put(`"`)
	p.when(d.Open != nil && d.Open.ID == m.ID, ` aria-current="true"`).put(`><span class="to"><bdi>`).text(m.To)
	p.put(`</bdi></span> <time datetime="`).text(m.At.Format(time.RFC3339)).put(`">`).text(m.At.Format("2 Jan 15:04"))
	p.put(`</time> <span class="subject"><bdi>`).text(m.Subject).put(`</bdi></span></a></li>`)
}

// mail is the open mail: what stands above it, how it looks, what it led to,
// and its plain text.
func (p *board) mail(m *MailData, v MailView) {
	p.put(`<article class="mail"><h2><bdi>`).text(m.Subject).put(`</bdi></h2><dl>`)
	field := func(name, value string) {
		p.put(`<dt>`).text(name).put(`</dt><dd><bdi>`).text(value).put(`</bdi></dd>`)
	}
	field("From", m.From)
	field("To", m.To)
	field("Mailed", m.At.Format("Monday 2 January 2006, 15:04:05"))
	p.put(`</dl><details class="above"><summary>Headers</summary><dl>`)
	if m.ReplyTo != "" {
		field("Reply-To", m.ReplyTo)
	}
	for _, h := range m.Headers {
		field(h[0], h[1])
	}
	p.put(`</dl></details>`)
	if m.HTML {
		p.switches(m.ID, v)
	}
	p.put(`<div class="screens`).when(m.HTML && v.Width != Desktop, ` small`).when(m.HTML && v.Width != Phone, ` large`).put(`">`)
	if m.HTML {
		p.screens(m.ID, v)
	}
	p.put(`<div class="beside">`)
	p.became(&m.Came, v)
	if m.ReplyTo != "" {
		p.reply(m, v)
	}
	p.put(`</div></div><section class="plain"><h3>Plain text</h3><pre dir="auto">`).text(m.Text).put(`</pre></section></article>`)
}

// reply is the form to answer the mail as its customer would.
func (p *board) reply(m *MailData, v MailView) {
	p.put(`<form method="post" action="`).text(mailPath(m.ID) + "/reply" + v.query()).put(`" class="reply"><h3>Reply as the customer</h3>`)
	p.put(`<p class="soft" id="reply-how">Any words will do, such as “9 because it was quick”. They are mailed as a mail program would, with the quote below.</p>`)
	p.put(`<label for="reply-text">What they write</label><textarea id="reply-text" name="text" rows="5" dir="auto" required aria-describedby="reply-how"></textarea>`)
	p.put(`<label for="reply-from">From</label><input id="reply-from" name="from" type="email" autocomplete="off" aria-describedby="reply-who" value="`).text(m.To).put(`">`)
	p.put(`<p class="soft" id="reply-who">Another address tries what happens if the mail was passed on.</p><button>Send the reply</button></form>`)
}

func mailPath(id string) string { return MailboxPath + "/" + url.PathEscape(id) }
