package markup

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
)

// Headers sets what goes with every page, whoever sees it: that it is HTML, and
// that nobody keeps a copy or lists it. What it may load is its package's to say.
func Headers(h http.Header) {
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Robots-Tag", "noindex")
}

// Source names a style sheet or script as a Content-Security-Policy does: by
// its hash.
func Source(sheet Markup) string {
	sum := sha256.Sum256([]byte(sheet))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
