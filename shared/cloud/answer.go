package cloud

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"
)

// An answer collects what a handler writes.
type answer struct {
	header http.Header
	status int         // 0 until it is decided
	sent   http.Header // the header as it was then
	body   bytes.Buffer
}

func (a *answer) Header() http.Header { return a.header }

func (a *answer) WriteHeader(status int) {
	if a.status != 0 || status < 200 {
		return // already said, or only an interim word, which the gateway does not pass on
	}
	a.status, a.sent = status, a.header.Clone()
}

func (a *answer) Write(p []byte) (int, error) {
	if a.status == 0 {
		a.WriteHeader(http.StatusOK)
	}
	return a.body.Write(p)
}

// httpReply is an answer as the gateway reads it.
type httpReply struct {
	StatusCode      int               `json:"statusCode"`
	Headers         map[string]string `json:"headers"`
	Cookies         []string          `json:"cookies,omitempty"`
	Body            string            `json:"body"`
	IsBase64Encoded bool              `json:"isBase64Encoded"`
}

func (a *answer) reply(method string) ([]byte, error) {
	a.WriteHeader(http.StatusOK) // for a handler that wrote nothing at all
	body := a.body.Bytes()
	if a.sent.Get("Content-Type") == "" && len(body) > 0 {
		a.sent.Set("Content-Type", http.DetectContentType(body))
	}
	if method == http.MethodHead {
		body = nil
	}
	r := httpReply{StatusCode: a.status, Headers: map[string]string{}, Body: string(body)}
	if !utf8.Valid(body) {
		r.Body, r.IsBase64Encoded = base64.StdEncoding.EncodeToString(body), true
	}
	for name, values := range a.sent {
		switch name {
		case "Set-Cookie":
			r.Cookies = values
		case "Content-Length": // the gateway's to count
		default:
			r.Headers[name] = strings.Join(values, ", ")
		}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false) // pages would grow by it
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("writing an HTTP answer: %w", err)
	}
	return out.Bytes(), nil
}
