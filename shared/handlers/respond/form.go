package respond

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"heed/shared/heed"
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
	if score, err := strconv.Atoi(s); err == nil && len(s) <= 2 && v.row.Ask.Holds(score) {
		return score
	}
	return heed.None
}

// words reads a comment. What holds nothing but spaces is none.
func words(form url.Values) string { return heed.Clip(form.Get("comment"), maxComment) }
