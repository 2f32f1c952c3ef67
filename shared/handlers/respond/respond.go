// Package respond is where a customer answers: the survey page, the answer,
// the comment, and the way out. Looking (GET, HEAD) records nothing; only what
// a person sends does. What the pages look like is package pages'.
package respond

import (
	"context"
	"crypto/subtle"
	"encoding/hex"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"heed/shared/handlers/window"
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

// survey shows the question, or takes the answer to it.
func (v *visit) survey() {
	if v.r.Method != http.MethodPost {
		v.ask(v.chosen(v.r.URL.Query().Get("score")))
		return
	}
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, maxForm)
	if err := v.r.ParseForm(); err != nil {
		v.page(http.StatusBadRequest, v.asking(-1))
		return
	}
	score, edit := v.chosen(v.r.PostForm.Get("score")), v.r.PostForm.Get("edit")
	if edit == "" && score < 0 {
		v.page(http.StatusBadRequest, v.asking(-1))
		return
	}
	v.answer(score, edit, heed.Clip(v.r.PostForm.Get("comment"), maxComment))
}

// ask shows the question as it stands: open, answered, or too late.
func (v *visit) ask(chosen int) {
	switch {
	case v.row.Response != nil:
		v.page(http.StatusOK, v.answered)
	case v.late():
		v.page(http.StatusGone, v.expired)
	default:
		v.page(http.StatusOK, v.asking(chosen))
	}
}

// chosen reads a score, -1 if it is none that the question has.
func (v *visit) chosen(s string) int {
	if score, err := strconv.Atoi(s); err == nil && len(s) <= 2 && v.row.Ask.Holds(score) {
		return score
	}
	return -1
}

func (v *visit) late() bool { return window.Closed(v.Config, v.row, v.Now()) }

// answer records the first answer, or a change by whoever gave it.
func (v *visit) answer(score int, edit, comment string) {
	var key [8]byte
	if _, err := io.ReadFull(v.Random, key[:]); err != nil {
		v.trouble(err)
		return
	}
	var refused bool
	row, err := v.Store.ChangeRow(v.r.Context(), v.row.RowRef, func(r *heed.Row) error {
		refused = false
		switch {
		case r.Response == nil && score >= 0 && !window.Closed(v.Config, r, v.Now()):
			r.Response = &heed.Response{Score: score, Channel: heed.Page, At: v.Now(), Edit: key, Comment: comment}
			return nil
		case r.Response != nil && same(r.Response.Edit, edit) && !window.Closed(v.Config, r, v.Now()):
			return change(r.Response, score, comment, v.r.PostForm.Has("comment"), v.Now())
		}
		refused = true
		return records.ErrUnchanged
	})
	if err != nil {
		v.trouble(err)
		return
	}
	if v.row = row; refused {
		v.ask(-1)
		return
	}
	v.page(http.StatusOK, v.thanks)
}

// change alters an answer as its giver wishes. Its time moves, so that the
// roll-up sees the day again.
func change(a *heed.Response, score int, comment string, commented bool, now time.Time) error {
	was := *a
	if score >= 0 {
		a.Score = score
	}
	if commented {
		a.Comment = comment
	}
	if *a == was {
		return records.ErrUnchanged
	}
	if a.Score != was.Score {
		a.At = now
	}
	return nil
}

func same(key [8]byte, edit string) bool {
	b, err := hex.DecodeString(edit)
	return err == nil && key != [8]byte{} && subtle.ConstantTimeCompare(key[:], b) == 1
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
