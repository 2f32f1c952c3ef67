package respond_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/token"
)

// TestLookingWritesNothing: the table takes no write at all, and each page comes
// as if it did.
func TestLookingWritesNothing(t *testing.T) {
	d := open(t)
	given, suspect := d.browser(), d.browser()
	suspect.look("").plain("1")
	given.look("").press("9")
	shut := *d.Handler
	shut.Store = records.Store{Table: readOnly{d.Store.Table}}
	for _, b := range []*browser{given, suspect, d.browser()} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			for _, path := range []string{d.path(token.Answer, "s"), d.path(token.Answer, "s") + "?score=9", d.path(token.Unsubscribe, "u")} {
				r := httptest.NewRequest(method, path, nil)
				if b.cookie != nil {
					r.AddCookie(b.cookie)
				}
				w := httptest.NewRecorder()
				shut.ServeHTTP(w, r)
				if w.Code != http.StatusOK || (w.Body.Len() == 0) != (method == http.MethodHead) {
					t.Errorf("%s %s: %d, %d bytes", method, path, w.Code, w.Body.Len())
				}
			}
		}
	}
	d.Handler = &shut
	d.browser().look("").press("1").says(http.StatusServiceUnavailable, "Something went wrong on our side.")
	if !strings.Contains(d.log.String(), errFull.Error()) {
		t.Errorf("the operator is told %q", d.log.String())
	}
}

// TestCookie: only its own page sees it, no script does, and it lasts as long
// as answers count.
func TestCookie(t *testing.T) {
	d := open(t)
	for plain, secure := range map[bool]bool{true: false, false: true} {
		d.Plain = plain
		b := d.browser()
		b.look("")
		c := b.cookie
		if c == nil || c.Name != "heed" || len(c.Value) != 16 || c.Path != d.path(token.Answer, "s") || !c.HttpOnly || c.Secure != secure || c.SameSite != http.SameSiteLaxMode {
			t.Fatalf("the cookie is %+v", c)
		}
		if want := 14*24*3600 - 3600 - 1; c.MaxAge != want {
			t.Errorf("it lasts %d seconds, want %d", c.MaxAge, want)
		}
		was := c.Value
		if b.look(""); b.cookie.Value != was {
			t.Error("the second look makes another visit of it")
		}
	}
	leaving := d.browser()
	if leaving.send(http.MethodGet, d.path(token.Unsubscribe, "u"), nil); leaving.cookie != nil {
		t.Error("a cookie to leave with")
	}
}

// TestRefused: each wrong request has its status and a page that says nothing
// of why.
func TestRefused(t *testing.T) {
	d := open(t)
	answer, leave := d.path(token.Answer, "s"), d.path(token.Unsubscribe, "u")
	for name, c := range map[string]struct {
		method, path, body, kind string
		status                   int
		says                     string
	}{
		"no token":              {"GET", "/s/", "", "", 404, "ne fonctionne pas"},
		"a forged token":        {"GET", "/s/" + strings.Repeat("a", 48), "", "", 404, "ne fonctionne pas"},
		"for something else":    {"GET", "/s/" + leave[3:], "", "", 404, "ne fonctionne pas"},
		"no such page":          {"POST", "/x/" + answer[3:], "score=9", "", 404, "ne fonctionne pas"},
		"nothing":               {"GET", "/", "", "", 404, "ne fonctionne pas"},
		"another method":        {"PUT", answer, "", "", 405, "ne fonctionne pas"},
		"no such score":         {"POST", answer, "score=11", "", 400, "Choose an answer"},
		"nothing chosen":        {"POST", answer, "from=script", "", 400, "Choose an answer"},
		"no form":               {"POST", answer, `{"score":9}`, "application/json", 400, "Choose an answer"},
		"a broken form":         {"POST", answer, "score=%zz", "", 400, "Choose an answer"},
		"a broken multipart":    {"POST", answer, "--", "multipart/form-data; boundary=x", 400, "Choose an answer"},
		"too much":              {"POST", answer, "score=9&comment=" + strings.Repeat("x", 65<<10), "", 413, "Choose an answer"},
		"too much to leave":     {"POST", leave, strings.Repeat("x", 65<<10), "", 413, "No more surveys"},
		"an empty unsubscribe":  {"POST", leave, "", "", 400, "No more surveys"},
		"another's unsubscribe": {"POST", leave, "List-Unsubscribe=Yes", "", 400, "No more surveys"},
	} {
		r := httptest.NewRequest(c.method, "/", strings.NewReader(c.body))
		r.URL.Path = c.path
		r.Header.Set("Accept-Language", "fr-CH, de;q=0.5")
		r.Header.Set("Content-Type", c.kind)
		if c.kind == "" {
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d and %q: %s", name, w.Code, c.status, c.says, body(w.Body.String()))
		}
	}
	d.stands(heed.None, 0, 0)
	if d.log.Len() > 0 {
		t.Errorf("the operator is told %q", d.log.String())
	}
}

// TestTrouble of ours is told to the operator, not to the customer.
func TestTrouble(t *testing.T) {
	d := open(t)
	d.Ring = func(context.Context) (*keyring.Ring, error) { return nil, errors.New("no keys today") }
	w := d.browser().send(http.MethodGet, "/s/"+strings.Repeat("a", 48), nil)
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || strings.Contains(w.Body.String(), "keys") || !strings.Contains(d.log.String(), "no keys today") {
		t.Errorf("answered %d %s, logged %s", w.Code, w.Body, d.log.String())
	}
}

// TestWhoseWords: the customer's language, or the brand's; the browser's only
// where nobody knows the customer.
func TestWhoseWords(t *testing.T) {
	d := open(t)
	d.browser().look("").says(http.StatusOK, `<html lang="en"`).says(http.StatusOK, "Acme Support")
	d.change(func(r *heed.Row) { r.Invitation.Locale = "" })
	d.browser().look("").says(http.StatusOK, `<html lang="de"`)
	d.change(func(r *heed.Row) { r.Invitation.Locale = "ar" })
	d.browser().look("").says(http.StatusOK, `<html lang="ar" dir="rtl"`)
	for accept, lang := range map[string]string{"ja": "ja", "": "de", "*": "de", ";;": "de", strings.Repeat("fr,", 200): "de", "xx": "de", "ka, ko;q=0.1": "ko"} {
		b := d.browser()
		b.header.Set("Accept-Language", accept)
		b.sheet(b.send(http.MethodGet, "/s/x", nil)).says(http.StatusNotFound, `<html lang="`+lang+`"`)
	}
}

// TestOneClick takes both kinds of body that RFC 8058 allows, and answers
// without a redirect or a cookie.
func TestOneClick(t *testing.T) {
	var parts bytes.Buffer
	m := multipart.NewWriter(&parts)
	_ = m.WriteField("List-Unsubscribe", "One-Click")
	_ = m.Close()
	for kind, body := range map[string]string{
		"application/x-www-form-urlencoded": url.Values{"List-Unsubscribe": {"One-Click"}}.Encode(), m.FormDataContentType(): parts.String(),
	} {
		d := open(t)
		for range 2 {
			r := httptest.NewRequest(http.MethodPost, d.path(token.Unsubscribe, "u"), strings.NewReader(body))
			r.Header.Set("Content-Type", kind)
			w := httptest.NewRecorder()
			d.ServeHTTP(w, r)
			if w.Code != http.StatusOK || len(w.Header().Values("Set-Cookie")) > 0 {
				t.Errorf("%s: %d %v", kind, w.Code, w.Header())
			}
		}
		if why, err := d.Store.Suppression(t.Context(), d.row().Customer); err != nil || why != sampling.Unsubscribed {
			t.Errorf("%s: suppressed %v, %v", kind, why, err)
		}
	}
}

// TestPacked: pages are compressed for whoever takes that, and say on what it
// depends.
func TestPacked(t *testing.T) {
	d := open(t)
	for accept, zipped := range map[string]bool{"gzip, deflate, br": true, "br;q=1.0, GZIP;q=0.8": true, "": false, "br": false, "gzip;q=0": false, "gzip; q=0.000": false, "*": false} {
		b := d.browser()
		b.header.Set("Accept-Encoding", accept)
		w := b.send(http.MethodGet, b.path(token.Answer, "s"), nil)
		if got := w.Header().Get("Content-Encoding") == "gzip"; got != zipped || w.Header().Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: %v", accept, w.Header())
		}
		var body io.Reader = w.Body
		if zipped {
			z, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			body = z
		}
		if page, err := io.ReadAll(body); err != nil || !strings.HasSuffix(string(page), "</body></html>\n") {
			t.Errorf("%q: %v, %s", accept, err, page)
		}
	}
}

// TestProgramGone: what surveys.yaml no longer has is over.
func TestProgramGone(t *testing.T) {
	d := open(t)
	page := d.browser().look("")
	d.Config.Programs[0].Name = "other"
	page.press("9").says(http.StatusGone, "This survey has closed.")
	d.browser().look("").says(http.StatusGone, "This survey has closed.")
	d.stands(heed.None, 0, 0)
}

// TestNotSentYet: nobody knows when the window began, so it is as long as can
// be.
func TestNotSentYet(t *testing.T) {
	d := open(t)
	d.change(func(r *heed.Row) {
		r.Invitation.Sent, r.Invitation.Claimed, r.Invitation.Delivered = time.Time{}, time.Time{}, time.Time{}
	})
	b := d.browser()
	if b.look("").says(http.StatusOK, "Choose an answer"); b.cookie.MaxAge != 14*24*3600 {
		t.Errorf("the cookie is %+v", b.cookie)
	}
}
