package boards

import (
	_ "embed"
	"net/http"

	"heed/shared/markup"
)

// The style sheets. Boards have no other styles, so that a browser can be told
// to take these alone.
var (
	//go:embed board.css
	boardCSS string
	//go:embed plan.css
	planCSS string
)

// OperatorHeaders sets what goes with the dashboard and the mailbox. They may
// frame a page of their own host, as the mailbox does with a mail.
func OperatorHeaders(h http.Header) {
	markup.Headers(h)
	h.Set("Content-Security-Policy", "default-src 'none'; style-src "+markup.Source(markup.Markup(boardCSS))+
		"; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "same-origin")
}

// MailHeaders sets what goes with MailHTML: the styles that mails carry, and a
// box around all else. Links open outside of it.
func MailHeaders(h http.Header) {
	markup.Headers(h)
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "+
		"sandbox allow-popups allow-popups-to-escape-sandbox; form-action 'none'; frame-ancestors 'self'")
	h.Set("Referrer-Policy", "no-referrer")
}
