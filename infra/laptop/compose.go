package laptop

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"html"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	netmail "net/mail"
	"net/textproto"
	"strings"
	"time"
	"unicode"

	"heed/shared/embedded"
)

// compose writes the reply to a mail as SES would store it: its own word of the
// sender on top, then a mail as mail programs make them (RFC 5322), with the
// words as text and as HTML and the mail quoted below, as Gmail does. The words
// are anybody's: they stand in the body alone, encoded.
func compose(m *embedded.Kept, from *netmail.Address, words string, at time.Time) ([]byte, error) {
	words = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(words, "\uFFFD"))
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	intro := fmt.Sprintf("On %s %s wrote:", at.Format("Mon, Jan 2, 2006 at 3:04 PM"), m.From)
	for _, part := range [][2]string{
		{"text/plain", words + "\n\n" + intro + "\n\n" + quoted(m.Text)},
		{"text/html", paragraphs(words) + quotedHTML(intro, m.HTML)},
	} {
		if err := encode(parts, part[0], part[1]); err != nil {
			return nil, fmt.Errorf("write the reply: %w", err)
		}
	}
	if err := parts.Close(); err != nil {
		return nil, fmt.Errorf("write the reply: %w", err)
	}
	var raw bytes.Buffer
	for _, h := range append(stamp(m, from, at), letterhead(m, from, at, parts.Boundary())...) {
		fmt.Fprintf(&raw, "%s: %s\r\n", h[0], strings.Map(inHeader, h[1]))
	}
	raw.WriteString("\r\n")
	raw.Write(body.Bytes())
	return raw.Bytes(), nil
}

// stamp is what SES writes above a mail that passes its checks. It is read as
// SES's only below a Received of SES's.
// https://docs.aws.amazon.com/ses/latest/dg/receiving-email-concepts.html
func stamp(m *embedded.Kept, from *netmail.Address, at time.Time) [][2]string {
	_, host, _ := strings.Cut(from.Address, "@")
	return [][2]string{
		{"Return-Path", "<" + from.Address + ">"},
		{"Received", "from mail.heed.example (mail.heed.example [192.0.2.1]) by inbound-smtp.local.amazonaws.com with SMTP id " +
			strings.ToLower(rand.Text()) + " for " + m.ReplyTo + "; " + at.UTC().Format(time.RFC1123Z)},
		{"X-SES-Spam-Verdict", "PASS"},
		{"X-SES-Virus-Verdict", "PASS"},
		{"Authentication-Results", "amazonses.com; spf=pass smtp.mailfrom=" + from.Address + "; dkim=pass header.i=@" + host + "; dmarc=pass header.from=" + host + ";"},
	}
}

// letterhead is what a mail program writes above a reply.
func letterhead(m *embedded.Kept, from *netmail.Address, at time.Time, boundary string) [][2]string {
	return [][2]string{
		{"MIME-Version", "1.0"},
		{"From", from.String()},
		{"To", m.ReplyTo},
		{"Subject", mime.QEncoding.Encode("utf-8", "Re: "+strings.TrimPrefix(m.Subject, "Re: "))},
		{"Date", at.Format(time.RFC1123Z)},
		{"Message-ID", "<" + strings.ToLower(rand.Text()) + "@mail.heed.example>"},
		{"In-Reply-To", named(m)},
		{"References", named(m)},
		{"Content-Type", `multipart/alternative; boundary="` + boundary + `"`},
	}
}

// named is a mail's Message-ID, as SES writes it.
func named(m *embedded.Kept) string { return "<" + m.MessageID + "@email.amazonses.com>" }

// inHeader keeps a header's value on its line.
func inHeader(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// encode adds a part whose lines may be as long as they like, in any letters.
func encode(parts *multipart.Writer, kind, text string) error {
	part, err := parts.CreatePart(textproto.MIMEHeader{
		"Content-Type": {kind + `; charset="UTF-8"`}, "Content-Transfer-Encoding": {"quoted-printable"},
	})
	if err != nil {
		return err
	}
	w := quotedprintable.NewWriter(part)
	if _, err := w.Write([]byte(text)); err != nil {
		return err
	}
	return w.Close()
}

// quoted is a mail's text as the reply's quote.
func quoted(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight("> "+strings.TrimRight(line, "\r\n"), " ") + "\n")
	}
	return b.String()
}

// paragraphs is a person's words as mail programs write them in HTML.
func paragraphs(words string) string {
	return `<div dir="auto">` + strings.ReplaceAll(html.EscapeString(words), "\n", "<br>\n") + "</div>\n"
}

// quotedHTML is a mail's HTML as the reply's quote, in the classes that Gmail
// gives it; without its styles, which programs leave behind.
func quotedHTML(intro, part string) string {
	if _, after, ok := strings.Cut(part, "<body"); ok {
		_, after, _ = strings.Cut(after, ">")
		part, _, _ = strings.Cut(after, "</body>")
	}
	return `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">` + html.EscapeString(intro) +
		`<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex; border-left:1px solid #ccc; padding-left:1ex">` + part + "</blockquote></div>\n"
}
