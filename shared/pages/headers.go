package pages

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"net/http"
	"sync"

	"heed/shared/surveys"
)

// The style sheets. Pages have no other styles, so that a browser can be told
// to take these alone.
var (
	//go:embed survey.css
	surveyCSS string
	//go:embed survey.js
	surveyJS string
	//go:embed board.css
	boardCSS string
)

// Headers sets what goes with every page for customers, whatever its status:
// no script but the one of ours, no second request (the empty icon keeps
// browsers from asking for one), no frame around it, no copy kept, and no word
// to others of where the customer came from, since the path holds a token.
//
// Under no-referrer browsers send the pages' own forms with "Origin: null"
// (Fetch, append a request Origin header); Sec-Fetch-Site still tells.
func Headers(h http.Header, brand surveys.Brand) {
	common(h)
	h.Set("Content-Security-Policy", "default-src 'none'; "+same()+" "+source(painted(brand.Color))+
		"; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "no-referrer")
}

var same = sync.OnceValue(ours)

// ours names what is the same on all pages for customers.
func ours() string {
	return "script-src " + source(markup(surveyJS)) + "; style-src " + source(markup(surveyCSS)) + " " + source(unscriptedCSS)
}

// OperatorHeaders sets what goes with the dashboard and the mailbox. They may
// frame a page of their own host, as the mailbox does with a mail.
func OperatorHeaders(h http.Header) {
	common(h)
	h.Set("Content-Security-Policy", "default-src 'none'; style-src "+source(markup(boardCSS))+
		"; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "same-origin")
}

// MailHeaders sets what goes with MailHTML: the styles that mails carry, and a
// box around all else. Links open outside of it.
func MailHeaders(h http.Header) {
	common(h)
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; "+
		"sandbox allow-popups allow-popups-to-escape-sandbox; form-action 'none'; frame-ancestors 'self'")
	h.Set("Referrer-Policy", "no-referrer")
}

func common(h http.Header) {
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Robots-Tag", "noindex")
}

// source names a style sheet or script as the policy does: by its hash.
func source(sheet markup) string {
	sum := sha256.Sum256([]byte(sheet))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
