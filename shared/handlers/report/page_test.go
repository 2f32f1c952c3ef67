package report

import (
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// asked serves one page to whoever accepts that.
func asked(method, target, accept string, err error) *httptest.ResponseRecorder {
	h := &Handler{Config: &surveys.Config{}, Log: slog.New(slog.DiscardHandler)}
	h.Config.Brand.Name = "Acme"
	p := page{takes: []string{"by"}, show: func(r *http.Request) (screen, error) {
		by := r.URL.Query().Get("by")
		return screen{map[string]string{"by": by}, func(w io.Writer) error { _, err := io.WriteString(w, "<p>"+by); return err }}, err
	}}
	w, r := httptest.NewRecorder(), httptest.NewRequest(method, target, nil)
	if accept != "" {
		r.Header.Set("Accept", accept)
	}
	h.serve(p)(w, r)
	return w
}

func TestWhoIsShownWhat(t *testing.T) {
	for accept, json := range map[string]bool{
		"": false, "*/*": false, "text/html": false, "application/json": true, "APPLICATION/JSON": true,
		"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8": false,
		"application/json, text/plain, */*":                               true,
		"application/json, text/html":                                     false,
		"text/html;q=0.4, application/json;q=0.5":                         true,
		"text/html;q=0, */*":                                              true,
		"application/json;q=0, */*":                                       false,
		"application/*;q=0.9, text/*;q=0.8":                               true,
		"application/json;q=0.1, application/*":                           true,
		"image/png":                                                       false,
		"application/json;q=2, text/html;q=0.9":                           true,

		";;;, application/json": true,
	} {
		w := asked(http.MethodGet, "/x?by=team", accept, nil)
		want := "<p>team"
		if json {
			want = `{"by":"team"}` + "\n"
		}
		if w.Body.String() != want || w.Code != http.StatusOK || w.Header().Get("Vary") != "Accept" {
			t.Errorf("who accepts %q is answered %d %q", accept, w.Code, w.Body)
		}
	}
}

func TestWhatCannotBeAskedIsRefused(t *testing.T) {
	for target, want := range map[string]int{
		"/x": 200, "/x?by=": 200, "/x?by=a": 200, "/x?by=a&by=b": 400, "/x?colour=red": 400, "/x?by=%zz": 400, "/x?a;b": 400,
	} {
		page, program := asked(http.MethodGet, target, "", nil), asked(http.MethodGet, target, "application/json", nil)
		if page.Code != want || program.Code != want {
			t.Errorf("%s is answered %d and %d, want %d", target, page.Code, program.Code, want)
		}
		if want == 400 && (!strings.Contains(page.Body.String(), "<h1>") || !strings.Contains(program.Body.String(), `{"error":{"code":"invalid"`)) {
			t.Errorf("%s is answered %s and %s", target, page.Body, program.Body)
		}
	}
}

func TestFaultsAreSaidWithoutTheirCause(t *testing.T) {
	for _, accept := range []string{"", "application/json"} {
		for err, want := range map[error]int{
			errors.New("disk on fire"): 500, heed.Errorf(heed.NotFound, "no such thing").Because(errors.New("on fire")): 404,
		} {
			w := asked(http.MethodGet, "/x", accept, err)
			if w.Code != want || strings.Contains(w.Body.String(), "fire") || w.Header().Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("%v is answered %d %s", err, w.Code, w.Body)
			}
		}
	}
}

func TestHeadIsAGetWithoutItsBody(t *testing.T) {
	for _, accept := range []string{"", "application/json"} {
		for _, target := range []string{"/x?by=team", "/x?colour=red"} {
			get, head := asked(http.MethodGet, target, accept, nil), asked(http.MethodHead, target, accept, nil)
			if head.Code != get.Code || head.Body.Len() != 0 || head.Header().Get("Content-Type") != get.Header().Get("Content-Type") {
				t.Errorf("%s as %q: %d %v %q", target, accept, head.Code, head.Header(), head.Body)
			}
		}
	}
}
