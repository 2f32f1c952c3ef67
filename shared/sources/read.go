package sources

import (
	"io"
	"mime"
	"net/http"
	"strings"

	"heed/shared/heed"
)

// MaxBody bounds a delivery's body, in bytes.
const MaxBody = 1 << 20

// Read takes a delivery from the wire. It refuses, before reading, what does
// not call itself JSON, XML or a form in UTF-8 (heed.Unsupported) or says it is
// longer than MaxBody (heed.TooLarge), and stops reading at MaxBody. Which methods are
// welcome is the caller's to say.
func Read(r *http.Request) (*Request, error) {
	if !readable(r.Header.Get("Content-Type")) {
		return nil, heed.Errorf(heed.Unsupported, "the content type must be JSON, XML or a form, in UTF-8")
	}
	tooLarge := heed.Errorf(heed.TooLarge, "the body must not be longer than %d bytes", MaxBody)
	if r.ContentLength > MaxBody {
		return nil, tooLarge
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, MaxBody+1))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the body could not be read to its end").Because(err)
	}
	if len(body) > MaxBody {
		return nil, tooLarge
	}
	return &Request{Method: r.Method, URL: r.URL.String(), Header: r.Header, Body: body}, nil
}

// readable reports whether a content type is JSON, XML or one of their kin,
// such as application/cloudevents+json, or a form, in no character set but
// UTF-8. Which of them a source writes is its own affair.
func readable(contentType string) bool {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return false
	}
	if charset, ok := params["charset"]; ok && !strings.EqualFold(charset, "utf-8") {
		return false
	}
	if media == "text/xml" || media == "application/x-www-form-urlencoded" {
		return true
	}
	kin, ok := strings.CutPrefix(media, "application/")
	kin = kin[strings.LastIndexByte(kin, '+')+1:]
	return ok && (kin == "json" || kin == "xml")
}
