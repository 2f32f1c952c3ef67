package respond

import (
	"net/http"

	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/token"
)

// survey shows the question, or takes the answer to it.
func (v *visit) survey() {
	if v.r.Method != http.MethodPost {
		v.look(http.StatusOK, v.chosen(v.r.URL.Query().Get("score")))
		return
	}
	form, status := v.form()
	if status != http.StatusOK {
		v.look(status, heed.None)
		return
	}
	who, err := v.visitor(form.Get("page"))
	if err == nil && !who.sure() && suspect(v.row, who.visit) >= 0 {
		who.visit, err = v.fresh() // the page may be a copy: whoever sent it first is somebody else
	}
	if err != nil {
		v.trouble(err)
		return
	}
	p := pressing{form: form, header: v.r.Header, who: who, sent: v.row.Invitation, now: v.now}
	s := sent{
		score: v.chosen(form.Get("score")), words: words(form), quotable: form.Get("quote") == "yes" && v.quoting(),
		visit: who.visit, sure: who.sure(), again: who.known && who.page.Sheet == token.Again,
		channel: heed.Page, evidence: p.evidence(), shown: who.page.Shown, at: v.now, named: v.named,
	}
	if who.known && s.score != heed.None && who.page.Chosen == s.score {
		s.channel = heed.Click
	}
	v.take(&s, who)
}

// take records what was sent and shows what came of it. A visit that shows no
// cookie gets its page at once: it would not be known again.
func (v *visit) take(s *sent, who visitor) {
	var apart bool
	row, err := v.Store.ChangeRow(v.r.Context(), v.row.RowRef, func(r *heed.Row) error {
		was := len(r.Suspects)
		if apart = false; window.Closed(v.Config, r, v.now) || !s.take(r) {
			return records.ErrUnchanged
		}
		apart = len(r.Suspects) > was
		return nil
	})
	if err != nil {
		v.trouble(err)
		return
	}
	if apart {
		v.Log.Warn("answer kept apart", "evidence", s.evidence.Names())
	}
	v.row = row
	stands := v.stands(s.visit, s.sure)
	switch {
	case window.Closed(v.Config, row, v.now):
		v.page(http.StatusGone, v.expired)
	case stands == elsewhere && s.noted(row):
		v.page(http.StatusOK, v.other)
	case stands == elsewhere && (s.score != heed.None || s.words != ""):
		v.page(http.StatusOK, v.answered)
	case s.score == heed.None && s.words == "":
		v.look(http.StatusBadRequest, heed.None)
	case who.cookie:
		v.back()
	default:
		v.show(http.StatusOK, stands, s.visit, heed.None, true)
	}
}

// back sends the browser to look at what stands now, so that reloading it
// sends nothing again.
func (v *visit) back() {
	v.headers()
	v.w.Header().Set("Location", v.r.URL.EscapedPath())
	v.w.WriteHeader(http.StatusSeeOther)
}

// look shows the page as it stands for whoever looks.
func (v *visit) look(status, chosen int) {
	key, known := v.kept()
	stands := v.stands(key, known)
	switch stands {
	case closed:
		v.page(max(status, http.StatusGone), v.expired)
		return
	case elsewhere:
		v.page(status, v.answered)
		return
	}
	key, err := v.welcome()
	if err != nil {
		v.trouble(err)
		return
	}
	v.show(status, stands, key, chosen, false)
}
