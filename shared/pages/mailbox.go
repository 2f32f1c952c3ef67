package pages

import (
	"io"
	"net/url"
	"strings"
	"time"
)

// MailboxPath is where the laptop shows its mails: one is at
// MailboxPath/{id}, its HTML part at MailboxPath/{id}/html.
const MailboxPath = "/local/mail"

// MailboxData is the mails that were caught, newest first, and the open one.
type MailboxData struct {
	Brand string
	Nav   []Link
	Mails []MailLine
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
	From, ReplyTo string
	Headers       [][2]string // name and value
	Text          string
	HTML          bool // there is an HTML part
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
		p.line(&d.Mails[i], d.Open)
	}
	p.put(`</ol></div>`)
	if d.Open != nil {
		p.mail(d.Open)
	} else if len(d.Mails) > 0 {
		p.put(`<p class="empty">Choose a mail to read it.</p>`)
	}
	p.put(`</main>`)
	return p.to(w)
}

// line is a mail in the list.
func (p *board) line(m *MailLine, open *MailData) {
	p.put(`<li><a href="`).text(mailPath(m.ID)).put(`"`)
	p.when(open != nil && open.ID == m.ID, ` aria-current="true"`).put(`><span class="to"><bdi>`).text(m.To)
	p.put(`</bdi></span> <time datetime="`).text(m.At.Format(time.RFC3339)).put(`">`).text(m.At.Format("2 Jan 15:04"))
	p.put(`</time> <span class="subject">`).text(m.Subject).put(`</span></a></li>`)
}

// mail is the open mail: what stands above it, and both its parts.
func (p *board) mail(m *MailData) {
	p.put(`<article class="mail"><h2>`).text(m.Subject).put(`</h2><dl>`)
	field := func(name, value string) {
		p.put(`<dt>`).text(name).put(`</dt><dd><bdi>`).text(value).put(`</bdi></dd>`)
	}
	field("From", m.From)
	field("To", m.To)
	if m.ReplyTo != "" {
		field("Reply to", m.ReplyTo)
	}
	field("Mailed", m.At.Format("Monday 2 January 2006, 15:04:05"))
	p.put(`</dl>`)
	if len(m.Headers) > 0 {
		p.put(`<details><summary>Further headers</summary><dl>`)
		for _, h := range m.Headers {
			field(h[0], h[1])
		}
		p.put(`</dl></details>`)
	}
	if m.HTML {
		p.put(`<p class="soft">Press a number as the customer would: the survey opens in a new tab.</p><iframe title="The mail as the customer sees it" sandbox="allow-popups allow-popups-to-escape-sandbox" src="`)
		p.text(mailPath(m.ID)).put(`/html"></iframe>`)
	}
	p.put(`<h3>Plain text</h3><pre>`).text(m.Text).put(`</pre></article>`)
}

func mailPath(id string) string { return MailboxPath + "/" + url.PathEscape(id) }

// MailHTML writes a mail's HTML part as the frame of the mailbox shows it: the
// part as it was mailed, but that links open beside the mailbox and not within.
// MailHeaders keeps what it may hold from doing anything else.
func MailHTML(w io.Writer, part string) error {
	_, err := strings.NewReplacer("<head>", `<head><base target="_blank">`).WriteString(w, part)
	return err
}
