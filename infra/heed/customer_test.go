package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// desk answers for one customer, on two pages, and says whether they were
// forgotten.
func desk(t *testing.T) (a at, forgotten *bool) {
	t.Helper()
	forgotten = new(bool)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Accept") != "application/json" || strings.Contains(r.URL.String(), "@") {
			t.Errorf("asked for %s as %s", r.URL, r.Header.Get("Accept"))
		}
		switch r.Method + " " + r.URL.String() {
		case "POST /customers":
			if r.FormValue("who") != "maren@example.com" {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			w.Header().Set("Location", "/customers/ab12")
			w.WriteHeader(http.StatusSeeOther)
		case "GET /customers/ab12?sums=all":
			fmt.Fprint(w, `{"customer":"ab12","addresses":["a"],"names":[],"rows":[{"n":1},{"n":12345678901234567890}],"next":"x y"}`)
		case "GET /customers/ab12?after=x+y":
			fmt.Fprint(w, `{"customer":"ab12","addresses":["a","b"],"names":["Maren"],"rows":[{"n":3}]}`)
		case "POST /customers/ab12/forget":
			*forgotten = r.FormValue("sure") == "forget"
			fmt.Fprint(w, `{"rows":3,"stays":[]}`)
		default:
			t.Errorf("asked for %s %s", r.Method, r.URL)
		}
	}))
	t.Cleanup(server.Close)
	return at{At: server.URL}, forgotten
}

func TestAboutIsWhole(t *testing.T) {
	a, _ := desk(t)
	path, err := a.find(t.Context(), &program{}, "maren@example.com")
	if err != nil {
		t.Fatal(err)
	}
	all, err := (&about{at: a}).life(t.Context(), &program{}, path)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(all); got != "map[addresses:[a b] customer:ab12 names:[Maren] rows:[map[n:1] map[n:12345678901234567890] map[n:3]]]" {
		t.Error(got)
	}
	if _, err := a.find(t.Context(), &program{}, "otto@example.com"); err == nil || strings.Contains(err.Error(), "otto") {
		t.Errorf("who is not there: %v", err)
	}
}

func TestForgetWantsTheWord(t *testing.T) {
	for text, want := range map[string]bool{"forget\n": true, " forget ": true, "": false, "yes\n": false, "Forget\n": false} {
		if got := sure(strings.NewReader(text), io.Discard); got != want {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
	a, forgotten := desk(t)
	if err := (&forget{at: a, Who: "maren@example.com", Yes: true}).Run(t.Context(), &program{}); err != nil || !*forgotten {
		t.Errorf("forgotten is %v (%v)", *forgotten, err)
	}
}
