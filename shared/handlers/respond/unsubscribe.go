package respond

import (
	"net/http"

	"heed/shared/sampling"
)

// unsubscribe asks for the press of a button, or takes it: a person's, or the
// one-click POST of a mail program, whose body is the same (RFC 8058, 3.1). It
// comes without cookies and is answered 200, never sent elsewhere.
func (v *visit) unsubscribe() {
	if v.r.Method != http.MethodPost {
		v.page(http.StatusOK, v.leaving)
		return
	}
	form, status := v.form()
	if status == http.StatusOK && form.Get("List-Unsubscribe") != "One-Click" {
		status = http.StatusBadRequest
	}
	if status != http.StatusOK {
		v.page(status, v.leaving)
		return
	}
	if err := v.Store.Suppress(v.r.Context(), v.row.Customer, sampling.Unsubscribed); err != nil {
		v.trouble(err)
		return
	}
	v.page(http.StatusOK, v.left)
}
