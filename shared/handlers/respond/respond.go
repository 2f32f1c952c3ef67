// Package respond is where a customer answers: the survey page, the answer,
// the comment, the way out, and how often to be asked, with all that is known of
// them and its end. Looking (GET, HEAD) records nothing; only what
// a person sends does, and what speaks for a machine is kept apart. What the
// pages look like is package pages'.
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
	Random io.Reader // for what browsers are known again by
	Plain  bool      // pages come over http, as on a laptop: cookies can't be held to https
	Now    func() time.Time
	Log    *slog.Logger
}

// ServeHTTP answers /s/{token}, /u/{token} and /p/{token}.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v := visit{Handler: h, w: w, r: r, now: h.Now()}
	switch purpose, text, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/"); purpose {
	case "s":
		v.open(token.Answer, text, v.survey)
	case "u":
		v.open(token.Unsubscribe, text, v.unsubscribe)
	case "p":
		v.preferences(text)
	default:
		v.page(http.StatusNotFound, v.forged)
	}
}

// A visit is one request.
type visit struct {
	*Handler
	w    http.ResponseWriter
	r    *http.Request
	now  time.Time
	ring *keyring.Ring
	row  *heed.Row
}

// open reads the row that the token names and goes on with it.
func (v *visit) open(purpose token.Purpose, text string, then func()) {
	v.enter(func() (heed.RowRef, error) { return token.Read(v.ring, purpose, text) }, then)
}

// enter reads the row that is named and goes on with it, unless its customer is
// forgotten: then there is nothing to go on with.
func (v *visit) enter(named func() (heed.RowRef, error), then func()) {
	if m := v.r.Method; m != http.MethodGet && m != http.MethodHead && m != http.MethodPost {
		v.w.Header().Set("Allow", "GET, HEAD, POST")
		v.page(http.StatusMethodNotAllowed, v.forged)
		return
	}
	var err error
	if v.ring, err = v.Ring(v.r.Context()); err != nil {
		v.trouble(err)
		return
	}
	ref, err := named()
	var row *heed.Row
	if err == nil {
		row, err = v.Store.Row(v.r.Context(), ref)
	}
	switch {
	case heed.CodeOf(err) == heed.NotFound, err == nil && row.Invitation == nil:
		v.page(http.StatusNotFound, v.forged)
	case err != nil:
		v.trouble(err)
	default:
		if v.row = row; row.Forgotten() {
			v.page(http.StatusGone, v.forgotten)
			return
		}
		then()
	}
}

// trouble tells the operator what failed, and the customer only that it did.
func (v *visit) trouble(err error) {
	v.Log.Error("page failed", "cause", err.Error())
	v.w.Header().Set("Retry-After", "30")
	v.page(http.StatusServiceUnavailable, v.sorry)
}
