package boards

import (
	"io"
	"net/http"
	"net/url"
	"strings"

	"heed/shared/markup"
)

// A MailView is how the mailbox shows a mail's HTML part.
type MailView struct {
	Width    string // Phone or Desktop; "" for both
	Dark     bool   // as a device shows it that prefers dark colours, and not as one that prefers light
	Unloaded bool   // as a program that loads no pictures
}

// The widths.
const (
	Phone   = "phone"
	Desktop = "desktop"
)

// ViewOf reads the view that a query asks for; what it doesn't know is as usual.
func ViewOf(q url.Values) MailView {
	v := MailView{Dark: q.Get("look") == "dark", Unloaded: q.Get("images") == "off"}
	if width := q.Get("width"); width == Phone || width == Desktop {
		v.Width = width
	}
	return v
}

// query is the view as it stands behind a path.
func (v MailView) query() string {
	q := url.Values{}
	if v.Width != "" {
		q.Set("width", v.Width)
	}
	if v.Dark {
		q.Set("look", "dark")
	}
	if v.Unloaded {
		q.Set("images", "off")
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// switches lead to the other views of the mail.
func (p *board) switches(id string, v MailView) {
	both, phone, desktop, light, dark, loaded, unloaded := v, v, v, v, v, v, v
	both.Width, phone.Width, desktop.Width = "", Phone, Desktop
	light.Dark, dark.Dark = false, true
	loaded.Unloaded, unloaded.Unloaded = false, true
	link := func(text string, to MailView) Link {
		return Link{Text: text, Path: mailPath(id) + to.query(), Here: to == v}
	}
	p.Put(`<nav class="switches" aria-label="How the mail is shown">`)
	for _, group := range [][]Link{
		{link("Both", both), link("Phone", phone), link("Desktop", desktop)},
		{link("Light", light), link("Dark", dark)},
		{link("Pictures", loaded), link("No pictures", unloaded)},
	} {
		p.Put(`<span class="switch">`)
		p.links(group)
		p.Put(`</span>`)
	}
	p.Put(`</nav>`)
}

// screens are the mail on the devices of the view. What a frame shows scrolls
// by the keyboard as well, and its links open beside it.
func (p *board) screens(id string, v MailView) {
	if v.Width != Desktop {
		p.Put(`<figure class="phone">`)
		p.frame(id, v, `The mail on a phone`).Put(`<figcaption class="soft">Phone, 390 pixels wide</figcaption></figure>`)
	}
	if v.Width != Phone {
		p.Put(`<figure class="desktop"><div class="desk" role="region" aria-label="Desktop" tabindex="0">`)
		p.frame(id, v, `The mail on a desktop`).Put(`</div><figcaption class="soft">Desktop</figcaption></figure>`)
	}
}

func (p *board) frame(id string, v MailView, title markup.Markup) *markup.Page {
	v.Width = ""
	p.Put(`<iframe title="`).Put(title).Put(`" tabindex="0" sandbox="allow-popups allow-popups-to-escape-sandbox" src="`)
	return p.Text(mailPath(id) + "/html" + v.query()).Put(`"></iframe>`)
}

// What of a mail's styles follows the device, and what stands for it on one
// that prefers light or dark colours, whatever this browser prefers.
var (
	byDay   = followed("@media not all", "light")
	byNight = followed("@media all", "dark")
)

func followed(media, scheme string) *strings.Replacer {
	return strings.NewReplacer("<head>", `<head><base target="_blank">`,
		"@media (prefers-color-scheme: dark)", media, "light dark", scheme)
}

// MailHTML writes a mail's HTML part as the frames of the mailbox show it: the
// part as it was mailed, but that links open beside the mailbox and not within,
// and that it is by day or by night as the view has it: frames follow the page
// around them in that, and not all browsers' do. MailHeaders keeps what it may
// hold from doing anything else.
func MailHTML(w io.Writer, part string, v MailView) error {
	head, body, _ := strings.Cut(part, "</head>")
	if body != "" {
		body = "</head>" + body
	}
	as := byDay
	if v.Dark {
		as = byNight
	}
	_, err := io.WriteString(w, as.Replace(head)+body)
	return err
}

// Pictured lets a page of MailHeaders load the pictures that mails have, too.
func Pictured(h http.Header) {
	h.Set("Content-Security-Policy", h.Get("Content-Security-Policy")+"; img-src https: data:")
}
