// Package respond is where a customer answers: the survey page, the answer,
// the comment, and the way out. Looking (GET, HEAD) records nothing; only what
// a person sends does. What the pages look like is package pages'.
package respond

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/token"
)

// maxForm bounds what a form may send, maxComment what is kept of it, in bytes.
const (
	maxForm    = 64 << 10
	maxComment = 8 << 10
)

// A Handler serves the pages behind the links in mails.
type Handler struct {
	Config *surveys.Config
	Ring   func(context.Context) (*keyring.Ring, error)
	Store  records.Store
	Random io.Reader // for the keys that let an answer be changed
	Now    func() time.Time
	Log    *slog.Logger
}

// ServeHTTP answers /s/{token} and /u/{token}.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v := visit{Handler: h, w: w, r: r}
	switch purpose, text, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/"); purpose {
	case "s":
		v.open(token.Answer, text, v.survey)
	case "u":
		v.open(token.Unsubscribe, text, v.unsubscribe)
	default:
		v.page(http.StatusNotFound, v.forged)
	}
}

// A visit is one request.
type visit struct {
	*Handler
	w   http.ResponseWriter
	r   *http.Request
	row *heed.Row
}

// open reads the row that the token names and goes on with it.
func (v *visit) open(purpose token.Purpose, text string, then func()) {
	if m := v.r.Method; m != http.MethodGet && m != http.MethodHead && m != http.MethodPost {
		v.w.Header().Set("Allow", "GET, HEAD, POST")
		v.page(http.StatusMethodNotAllowed, v.forged)
		return
	}
	ring, err := v.Ring(v.r.Context())
	if err != nil {
		v.trouble(err)
		return
	}
	ref, err := token.Read(ring, purpose, text)
	if err == nil {
		v.row, err = v.Store.Row(v.r.Context(), ref)
	}
	switch {
	case heed.CodeOf(err) == heed.NotFound, err == nil && v.row.Invitation == nil:
		v.page(http.StatusNotFound, v.forged)
	case err != nil:
		v.trouble(err)
	default:
		then()
	}
}

// unsubscribe asks for the press of a button, or takes it: a person's, or the
// one-click POST of a mail program (RFC 8058).
func (v *visit) unsubscribe() {
	if v.r.Method != http.MethodPost {
		v.page(http.StatusOK, v.leaving)
		return
	}
	if err := v.Store.Suppress(v.r.Context(), v.row.Customer, sampling.Unsubscribed); err != nil {
		v.trouble(err)
		return
	}
	v.page(http.StatusOK, v.left)
}

// trouble tells the operator what failed, and the customer only that it did.
func (v *visit) trouble(err error) {
	v.Log.Error("page failed", "cause", err.Error())
	v.page(http.StatusServiceUnavailable, v.sorry)
}
