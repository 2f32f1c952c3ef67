package boards

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
	p.head(d.Brand, "Mailbox", d.Nav)
	p.Put(`<main id="content" class="mailbox"`).When(d.Open != nil, ` data-open`).Put(`><div class="list"><h1>Mailbox</h1>`)
	if len(d.Mails) == 0 {
		p.Put(`<p class="empty">Nothing has been mailed yet. Post a touchpoint; once an invitation is due, it arrives here instead of at the customer.</p>`)
	}
	p.Put(`<ol>`)
	for i := range d.Mails {
		p.line(&d.Mails[i], d)
	}
	p.Put(`</ol></div>`)
	if d.Open != nil {
		p.mail(d.Open, d.View)
	} else if len(d.Mails) > 0 {
		p.Put(`<p class="empty">Choose a mail to read it.</p>`)
	}
	p.Put(`</main>`)
	return p.To(w)
}

// line is a mail in the list.
func (p *board) line(m *MailLine, d *MailboxData) {
	p.Put(`<li><a href="`).Text(mailPath(m.ID) + d.View.query()).Put(`"`)
	p.When(d.Open != nil && d.Open.ID == m.ID, ` aria-current="true"`).Put(`><span class="to"><bdi>`).Text(m.To)
	p.Put(`</bdi></span> <time datetime="`).Text(m.At.Format(time.RFC3339)).Put(`">`).Text(m.At.Format("2 Jan 15:04"))
	p.Put(`</time> <span class="subject"><bdi>`).Text(m.Subject).Put(`</bdi></span></a></li>`)
}

// mail is the open mail: what stands above it, how it looks, what it led to,
// and its plain text.
func (p *board) mail(m *MailData, v MailView) {
	p.Put(`<article class="mail"><h2><bdi>`).Text(m.Subject).Put(`</bdi></h2><dl>`)
	field := func(name, value string) {
		p.Put(`<dt>`).Text(name).Put(`</dt><dd><bdi>`).Text(value).Put(`</bdi></dd>`)
	}
	field("From", m.From)
	field("To", m.To)
	field("Mailed", m.At.Format("Monday 2 January 2006, 15:04:05"))
	p.Put(`</dl><details class="above"><summary>Headers</summary><dl>`)
	if m.ReplyTo != "" {
		field("Reply-To", m.ReplyTo)
	}
	for _, h := range m.Headers {
		field(h[0], h[1])
	}
	p.Put(`</dl></details>`)
	if m.HTML {
		p.switches(m.ID, v)
	}
	p.Put(`<div class="screens`).When(m.HTML && v.Width != Desktop, ` small`).When(m.HTML && v.Width != Phone, ` large`).Put(`">`)
	if m.HTML {
		p.screens(m.ID, v)
	}
	p.Put(`<div class="beside">`)
	p.became(&m.Came, v)
	if m.ReplyTo != "" {
		p.reply(m, v)
	}
	p.Put(`</div></div><section class="plain"><h3>Plain text</h3><pre dir="auto">`).Text(m.Text).Put(`</pre></section></article>`)
}

// reply is the form to answer the mail as its customer would.
func (p *board) reply(m *MailData, v MailView) {
	p.Put(`<form method="post" action="`).Text(mailPath(m.ID) + "/reply" + v.query()).Put(`" class="reply"><h3>Reply as the customer</h3>`)
	p.Put(`<p class="soft" id="reply-how">Any words will do, such as “9 because it was quick”. They are mailed as a mail program would, with the quote below.</p>`)
	p.Put(`<label for="reply-text">What they write</label><textarea id="reply-text" name="text" rows="5" dir="auto" required aria-describedby="reply-how"></textarea>`)
	p.Put(`<label for="reply-from">From</label><input id="reply-from" name="from" type="email" autocomplete="off" aria-describedby="reply-who" value="`).Text(m.To).Put(`">`)
	p.Put(`<p class="soft" id="reply-who">Another address tries what happens if the mail was passed on.</p><button>Send the reply</button></form>`)
}

func mailPath(id string) string { return MailboxPath + "/" + url.PathEscape(id) }
