package respond

import (
	"errors"
	"io"
	"net/http"
	"time"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/token"
)

// remembered is for how long a preferences page can be sent.
const remembered = time.Hour

// preferences answers /p/{token}: how often to be asked, and with the token of
// an hour all that is known of the customer, or the end of it.
func (v *visit) preferences(text string) {
	if len(text) != token.UntilLength {
		v.open(token.Preferences, text, v.settings)
		return
	}
	then := v.known
	v.enter(func() (heed.RowRef, error) {
		ref, err := token.ReadUntil(v.ring, token.Export, text, v.now)
		if errors.Is(err, token.ErrForged) {
			then = v.leave
			ref, err = token.ReadUntil(v.ring, token.Forget, text, v.now)
		}
		if errors.Is(err, token.ErrOver) {
			then, err = func() { v.page(http.StatusGone, v.over) }, nil
		}
		return ref, err
	}, func() { then() })
}

// settings shows how often the customer is asked, or takes what they want
// changed: see believe. To leave nobody is asked for as much, see unsubscribe,
// but what a machine chose here the customer would never learn of.
func (v *visit) settings() {
	if v.r.Method != http.MethodPost {
		if v.r.URL.Query().Has("sent") {
			v.page(http.StatusOK, v.sent)
			return
		}
		v.choices(http.StatusOK)
		return
	}
	form, status := v.form()
	if status != http.StatusOK {
		v.choices(status)
		return
	}
	often, chosen := heed.ParseOften(form.Get(string(pages.OftenField)))
	kind := links[form.Get(string(pages.MailField))]
	switch {
	case kind != 0:
		v.believe(form, wishes(kind), func() { v.did(v.link(kind), "sent") })
	case chosen:
		v.believe(form, chooses(often), func() { v.did(v.Store.Choose(v.r.Context(), v.row.Customer, often), "saved") })
	default:
		v.choices(http.StatusBadRequest)
	}
}

// choices shows the preferences as they stand.
func (v *visit) choices(status int) {
	often, theirs, err := v.Store.Often(v.r.Context(), v.row.Customer)
	if err != nil {
		v.trouble(err)
		return
	}
	saved := theirs && status == http.StatusOK && v.r.URL.Query().Has("saved")
	v.handOut(status, token.Choosing, func(w io.Writer, page string) error {
		return pages.Preferences(w, v.dress(), pages.Choice{Often: often, Theirs: theirs, Saved: saved, Page: page, Refused: status != http.StatusOK})
	})
}

// handOut shows a page that can be sent back, with the cookie to do so.
func (v *visit) handOut(status int, which token.Sheet, draw func(w io.Writer, page string) error) {
	key, err := v.keep(int(remembered / time.Second))
	if err != nil {
		v.trouble(err)
		return
	}
	page := v.sign(token.Page{Visit: key, Sheet: which, Chosen: heed.None})
	v.own(status, func(w io.Writer) error { return draw(w, page) })
}

// own answers with a page that has a style sheet of its own.
func (v *visit) own(status int, draw func(io.Writer) error) {
	pages.PreferencesHeaders(v.w.Header(), v.dress().Brand)
	if err := packed(v.w, v.r, status, draw); err != nil {
		v.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

// did sends the browser to look at what was done, so that reloading it does
// nothing again.
func (v *visit) did(err error, what string) {
	if err != nil {
		v.trouble(err)
		return
	}
	v.headers()
	v.w.Header().Set("Location", v.r.URL.EscapedPath()+"?"+what)
	v.w.WriteHeader(http.StatusSeeOther)
}

func (v *visit) sent(w io.Writer) error      { return pages.LinkSent(w, v.dress()) }
func (v *visit) over(w io.Writer) error      { return pages.LinkOver(w, v.dress()) }
func (v *visit) forgotten(w io.Writer) error { return pages.Forgotten(w, v.dress()) }
