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
// not call itself JSON in UTF-8 (heed.Unsupported) or says it is longer than
// MaxBody (heed.TooLarge), and stops reading at MaxBody. Which methods are
// welcome is the caller's to say.
func Read(r *http.Request) (*Request, error) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return nil, heed.Errorf(heed.Unsupported, "the content type must be application/json, in UTF-8")
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

// isJSON reports whether a content type is application/json or one of its
// kin, such as application/cloudevents+json, in no character set but UTF-8.
func isJSON(contentType string) bool {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return false
	}
	if charset, ok := params["charset"]; ok && !strings.EqualFold(charset, "utf-8") {
		return false
	}
	kin, ok := strings.CutPrefix(media, "application/")
	return ok && (kin == "json" || strings.HasSuffix(kin, "+json"))
}
