package respond

import (
	"io"
	"net/http"

	"heed/shared/pages"
)

// page answers with a page. Some are drawn from the visit's row.
func (v *visit) page(status int, draw func(io.Writer) error) {
	pages.Headers(v.w.Header(), v.Config.Brand)
	v.w.WriteHeader(status)
	if v.r.Method == http.MethodHead {
		return
	}
	if err := draw(v.w); err != nil {
		v.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

func (v *visit) look() pages.Look {
	l := pages.Look{Brand: v.Config.Brand}
	if v.row != nil && v.row.Invitation != nil {
		l.Locale = v.row.Invitation.Locale
	}
	return l
}

func (v *visit) question() pages.Question {
	q := pages.Question{Ask: v.row.Ask}
	if p := v.Config.Program(v.row.Program); p != nil {
		q.Own = p.Question.In(v.look().Locale)
	}
	return q
}

// asking draws the survey with a score chosen, or none for -1.
func (v *visit) asking(chosen int) func(io.Writer) error {
	return func(w io.Writer) error {
		key, err := v.key("")
		if err != nil {
			return err
		}
		return pages.Survey(w, v.look(), v.question(), chosen, key)
	}
}

func (v *visit) thanks(w io.Writer) error {
	a := v.row.Response
	given := pages.Given{Score: a.Score, Edit: a.Edit, Heard: a.Comment != ""}
	return pages.Thanks(w, v.look(), v.question(), given)
}

func (v *visit) answered(w io.Writer) error { return pages.Answered(w, v.look()) }
func (v *visit) expired(w io.Writer) error  { return pages.Expired(w, v.look()) }
func (v *visit) forged(w io.Writer) error   { return pages.NotFound(w, v.look()) }
func (v *visit) sorry(w io.Writer) error    { return pages.Trouble(w, v.look()) }
func (v *visit) leaving(w io.Writer) error  { return pages.Unsubscribe(w, v.look()) }
func (v *visit) left(w io.Writer) error     { return pages.Unsubscribed(w, v.look()) }
