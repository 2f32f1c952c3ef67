package pages

import (
	_ "embed"
	"net/http"
	"sync"

	"heed/shared/markup"
	"heed/shared/surveys"
)

// The style sheet and the script. Pages have no other styles than this and the
// few written in Go, so that a browser can be told to take these alone.
var (
	//go:embed survey.css
	surveyCSS string
	//go:embed survey.js
	surveyJS string
)

// Headers sets what goes with every page for customers, whatever its status:
// no script but the one of ours, no second request (the empty icon keeps
// browsers from asking for one), no frame around it, no copy kept, and no word
// to others of where the customer came from, since the path holds a token.
//
// Under no-referrer browsers send the pages' own forms with "Origin: null"
// (Fetch, append a request Origin header); Sec-Fetch-Site still tells.
func Headers(h http.Header, brand surveys.Brand) {
	markup.Headers(h)
	h.Set("Content-Security-Policy", "default-src 'none'; "+same()+" "+markup.Source(painted(brand.Color))+
		"; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
	h.Set("Referrer-Policy", "no-referrer")
}

var same = sync.OnceValue(ours)

// ours names what is the same on all pages for customers.
func ours() string {
	return "script-src " + markup.Source(markup.Markup(surveyJS)) + "; style-src " + markup.Source(markup.Markup(surveyCSS)) + " " + markup.Source(unscriptedCSS)
}
