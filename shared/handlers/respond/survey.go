package respond

import (
	"crypto/subtle"
	"encoding/hex"
	"io"
	"net/http"
	"strconv"
	"time"

	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/records"
)

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
	if v.row.Response == nil && score < 0 {
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
	key, err := v.key(edit)
	if err != nil {
		v.trouble(err)
		return
	}
	var refused bool
	row, err := v.Store.ChangeRow(v.r.Context(), v.row.RowRef, func(r *heed.Row) error {
		refused = false
		switch {
		case r.Response == nil && score >= 0 && !window.Closed(v.Config, r, v.Now()):
			r.Invitation.Arrived(v.Now(), "")
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
		v.refuse(edit)
		return
	}
	v.page(http.StatusOK, v.thanks)
}

// refuse says why nothing was recorded.
func (v *visit) refuse(edit string) {
	if v.row.Response != nil && same(v.row.Response.Edit, edit) {
		v.page(http.StatusGone, v.expired) // a change that comes too late
		return
	}
	v.ask(-1)
}

// key is what lets an answer be changed: what the page gave its reader, so that
// a second press of its button is the same person's, or else a new one.
func (v *visit) key(edit string) (key [8]byte, err error) {
	if b, err := hex.DecodeString(edit); err == nil && len(b) == len(key) {
		return [8]byte(b), nil
	}
	_, err = io.ReadFull(v.Random, key[:])
	return key, err
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
