package respond

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"heed/shared/heed"
	"heed/shared/score"
	"heed/shared/surveys"
)

// form reads what was sent, in either way that forms are. The status is 200, or
// says what is wrong with it.
func (v *visit) form() (url.Values, int) {
	v.r.Body = http.MaxBytesReader(v.w, v.r.Body, maxForm)
	err := v.r.ParseForm()
	if err == nil {
		err = v.r.ParseMultipartForm(maxForm)
	}
	if errors.Is(err, http.ErrNotMultipart) {
		err = nil
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, http.StatusRequestEntityTooLarge
	case err != nil:
		return nil, http.StatusBadRequest
	}
	return v.r.PostForm, http.StatusOK
}

// chosen reads a score, None if it is none that the question has.
func (v *visit) chosen(s string) int {
	if n, err := strconv.Atoi(s); err == nil && len(s) <= 2 && v.row.Ask.Holds(n) {
		return n
	}
	return heed.None
}

// named reads the score that a comment names.
func (v *visit) named(words string) int {
	style, locale := surveys.Style(""), v.row.Invitation.Locale
	if p := v.program(); p != nil {
		style, locale = p.Style, cmp.Or(locale, p.Brand.Locale)
	}
	return score.Of(words, v.row.Ask, style, locale).Score
}

// words reads a comment. What holds nothing but spaces is none.
func words(form url.Values) string { return heed.Clip(form.Get("comment"), maxComment) }
