package call_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/call"
)

// serve answers the calls of a service named test with each of answers in
// turn, and returns how many came.
func serve(t *testing.T, answers ...func(http.ResponseWriter)) (*call.Service, *atomic.Int32) {
	var calls atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || string(body) != `{"A":"ü"}` || r.Header.Get("X-Amz-Target") != "Test.Go" ||
			r.Header.Get("Content-Type") != "application/x-amz-json-1.1" ||
			!strings.Contains(r.Header.Get("Authorization"), "/eu-central-1/test/aws4_request") {
			t.Errorf("call %d: %s %v, error %v", calls.Load(), body, r.Header, err)
		}
		answers[calls.Add(1)-1](w)
	}))
	t.Cleanup(s.Close)
	t.Setenv("AWS_REGION", "eu-central-1")
	t.Setenv("AWS_ACCESS_KEY_ID", "id")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	t.Setenv("AWS_ENDPOINT_URL_TEST", s.URL)
	return &call.Service{Config: cloud.Config(), Now: time.Now, Name: "test", Target: "Test", Version: "1.1"}, &calls
}

func says(status int, body string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func elsewhere(w http.ResponseWriter) {
	w.Header().Set("Location", "/")
	w.WriteHeader(http.StatusTemporaryRedirect)
}

func hangsUp(http.ResponseWriter) { panic(http.ErrAbortHandler) }

func do(ctx context.Context, s *call.Service) (string, error) {
	var out struct{ B string }
	err := s.Do(ctx, "Go", map[string]string{"A": "ü"}, &out)
	return out.B, err
}

func TestWhatMayPassIsTriedAgain(t *testing.T) {
	yes := says(200, `{"B":"b"}`)
	for name, c := range map[string]struct {
		answers []func(http.ResponseWriter)
		calls   int32
		err     string // "" for none
	}{
		"yes":               {[]func(http.ResponseWriter){yes}, 1, ""},
		"a fault":           {[]func(http.ResponseWriter){says(503, `<html>`), yes}, 2, ""},
		"too many":          {[]func(http.ResponseWriter){says(429, ``), yes}, 2, ""},
		"throttled":         {[]func(http.ResponseWriter){says(400, `{"__type":"x#RequestThrottled"}`), yes}, 2, ""},
		"no answer, twice":  {[]func(http.ResponseWriter){hangsUp, hangsUp, yes}, 3, ""},
		"no answer at all":  {[]func(http.ResponseWriter){hangsUp, hangsUp, hangsUp}, 3, "Go: Post"},
		"faults only":       {[]func(http.ResponseWriter){says(500, ``), says(500, ``), says(502, `{"message":"m"}`)}, 3, "Go: status 502 : m"},
		"denied":            {[]func(http.ResponseWriter){says(400, `{"__type":"com.x#AccessDeniedException","message":"no"}`)}, 1, "Go: status 400 AccessDeniedException: no"},
		"a redirect":        {[]func(http.ResponseWriter){elsewhere, yes}, 1, "Go: status 307"},
		"not understood":    {[]func(http.ResponseWriter){says(200, `{"B":1}`)}, 1, "Go: understanding the answer"},
		"an endless answer": {[]func(http.ResponseWriter){says(200, `{"B":"`+strings.Repeat("b", 2<<20)+`"}`)}, 1, "Go: understanding the answer"},
	} {
		t.Run(name, func(t *testing.T) {
			s, calls := serve(t, c.answers...)
			got, err := do(t.Context(), s)
			if calls.Load() != c.calls || (err == nil) != (c.err == "") || err == nil && got != "b" {
				t.Errorf("%d calls, answer %q, error %v", calls.Load(), got, err)
			}
			if err != nil && !strings.HasPrefix(err.Error(), c.err) {
				t.Errorf("error %v, want %s", err, c.err)
			}
		})
	}
}

func TestTheCallerMayStopIt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s, calls := serve(t, func(w http.ResponseWriter) { cancel(); says(500, "")(w) })
	if _, err := do(ctx, s); !errors.Is(err, context.Canceled) || calls.Load() != 1 {
		t.Errorf("%d calls, error %v", calls.Load(), err)
	}
}

func TestRefusalIsTold(t *testing.T) {
	s, _ := serve(t, says(404, `{"__type":"com.amazonaws.test#NoSuchThing","message":"gone"}`))
	_, err := do(t.Context(), s)
	var refusal *call.Refusal
	if !errors.As(err, &refusal) || *refusal != (call.Refusal{Status: 404, Code: "NoSuchThing", Message: "gone"}) {
		t.Errorf("error %#v", err)
	}
}
