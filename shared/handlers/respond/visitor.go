package respond

import (
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"time"

	"heed/shared/handlers/window"
	"heed/shared/token"
)

// cookie is the name of what a browser is known again by: a key of its own for
// each survey, which becomes its answer's key.
const cookie = "heed"

// A visitor is who sends something, as far as that can be told.
type visitor struct {
	visit  [8]byte    // the cookie's or, where none came, the page's; zero where neither did
	cookie bool       // the browser showed it
	page   token.Page // that was sent back; zero if it was none of ours
	known  bool       // the page is ours, and of this visit
}

// sure reports whether the visit is theirs beyond doubt, so that they may add
// to it: a page alone could have been copied by whoever looked over a shoulder.
func (v *visitor) sure() bool { return v.cookie || v.known && v.page.Handed }

// visitor reads who sent the form. Whoever shows neither cookie nor page makes
// a visit of their own.
func (v *visit) visitor(text string) (who visitor, err error) {
	who.visit, who.cookie = v.kept()
	page, forged := token.ReadPage(v.ring, v.row.RowRef, text)
	switch {
	case forged != nil && who.cookie:
	case forged != nil:
		who.visit, err = v.fresh()
	case !who.cookie:
		who.visit, who.page, who.known = page.Visit, page, true
	case who.visit == page.Visit:
		who.page, who.known = page, true
	}
	return who, err
}

// fresh makes the key of a new visit.
func (v *visit) fresh() (key [8]byte, err error) {
	if _, err = io.ReadFull(v.Random, key[:]); err != nil {
		err = fmt.Errorf("make a key: %w", err)
	}
	return key, err
}

// kept reads the cookie that the browser shows.
func (v *visit) kept() (key [8]byte, ok bool) {
	c, err := v.r.Cookie(cookie)
	if err != nil || len(c.Value) != hex.EncodedLen(len(key)) {
		return key, false
	}
	_, err = hex.Decode(key[:], []byte(c.Value))
	return key, err == nil && key != [8]byte{}
}

// welcome returns the key of the browser's visit, one of its own where it has
// none yet, and has the browser keep it for as long as answers count.
func (v *visit) welcome() (key [8]byte, err error) { return v.keep(v.rest()) }

// keep is welcome for so many seconds.
func (v *visit) keep(seconds int) (key [8]byte, err error) {
	key, ok := v.kept()
	if !ok {
		if key, err = v.fresh(); err != nil {
			return key, err
		}
	}
	http.SetCookie(v.w, &http.Cookie{
		Name: cookie, Value: hex.EncodeToString(key[:]), Path: v.r.URL.Path, MaxAge: seconds,
		Secure: !v.Plain, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
	return key, nil
}

// rest is how long answers still count, in whole seconds, at least one.
func (v *visit) rest() int {
	program := v.Config.Program(v.row.Program)
	left := program.Window
	if closes := window.Closes(program, v.row); !closes.IsZero() {
		left = closes.Sub(v.now)
	}
	return max(1, int(left/time.Second))
}

// sign makes what a page sends back.
func (v *visit) sign(p token.Page) string {
	p.Shown = v.now
	return token.MakePage(v.ring.CurrentToken(v.now), v.row.RowRef, p)
}
