package outbound_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"heed/shared/heed"
	"heed/shared/outbound"
	"heed/shared/sources"
)

// A world is a vendor and a client of it. What it says of itself to the
// operator is in log.
type world struct {
	*outbound.Client
	calls atomic.Int64
	base  string
	log   bytes.Buffer
	now   time.Time
	text  string // the credential
	reads atomic.Int64
}

func start(t *testing.T, vendor http.HandlerFunc) *world {
	t.Helper()
	w := &world{now: time.Now(), text: "key"}
	server := httptest.NewTLSServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.calls.Add(1)
		vendor(rw, r)
	}))
	t.Cleanup(server.Close)
	w.base = server.URL
	w.Client = &outbound.Client{
		HTTP: server.Client(),
		Credential: func(_ context.Context, source string) (string, error) {
			w.reads.Add(1)
			if source != "desk" || w.text == "" {
				return "", errors.New("there is no parameter " + source)
			}
			return w.text, nil
		},
		Now: func() time.Time { return w.now },
		Log: slog.New(slog.NewJSONHandler(&w.log, nil)),
	}
	return w
}

func (w *world) api(scheme sources.Scheme) sources.API {
	return w.API("desk", sources.Access{Base: w.base, Scheme: scheme, Token: "/oauth/token"})
}

// after is how long an error wants its source left alone.
func after(err error) time.Duration {
	var later *outbound.Later
	if !errors.As(err, &later) {
		return -1
	}
	return later.After
}

func TestTheCredentialIsShownAsTheVendorWants(t *testing.T) {
	for _, c := range []struct {
		scheme           sources.Scheme
		text, name, want string
	}{
		{sources.Bearer, " token \n", "Authorization", "Bearer token"},
		{sources.Basic, "ann@example.com/token:a:b", "Authorization", "Basic YW5uQGV4YW1wbGUuY29tL3Rva2VuOmE6Yg=="},
		{sources.Header, "X-Api-Token: a:b ", "X-Api-Token", "a:b"},
	} {
		w := start(t, func(rw http.ResponseWriter, r *http.Request) {
			if got := r.Header.Get(c.name); got != c.want || r.URL.RequestURI() != "/a%2Fb?c=d%40e" || r.Method != http.MethodGet {
				t.Errorf("%s: %s %s with %q, want %q", c.scheme, r.Method, r.URL.RequestURI(), got, c.want)
			}
			_, _ = io.WriteString(rw, "answer")
		})
		w.text = c.text
		for range 3 {
			if got, err := w.api(c.scheme).Get(t.Context(), "/a%2Fb?c=d%40e"); string(got) != "answer" || err != nil {
				t.Errorf("%s: %q, error %v", c.scheme, got, err)
			}
		}
		if w.reads.Load() != 1 {
			t.Errorf("%s: the credential was read %d times", c.scheme, w.reads.Load())
		}
	}
}

func TestWhatAnAnswerMeans(t *testing.T) {
	for _, c := range []struct {
		status int
		header string // Retry-After
		calls  int64
		code   heed.Code
		after  time.Duration
		mend   bool // an operator hears of it
	}{
		{200, "", 1, "", -1, false},
		{404, "", 1, heed.NotFound, -1, false},
		{410, "", 1, heed.NotFound, -1, false},
		{400, "", 1, heed.Unavailable, 0, true},
		{302, "", 1, heed.Unavailable, 0, true},
		{401, "", 2, heed.Unavailable, time.Minute, true},
		{403, "", 1, heed.Unavailable, 0, true},
		{429, "", 1, heed.Unavailable, time.Minute, false},
		{429, "7", 1, heed.Unavailable, 7 * time.Second, false},
		{429, "1.5", 1, heed.Unavailable, 2 * time.Second, false},
		{429, "-5", 1, heed.Unavailable, time.Second, false},
		{429, "NaN", 1, heed.Unavailable, time.Minute, false},
		{429, "99999999999999999999", 1, heed.Unavailable, time.Hour, false},
		{429, "Thu, 01 Jan 1970 00:00:00 GMT", 1, heed.Unavailable, time.Second, false},
		{429, "soon", 1, heed.Unavailable, time.Minute, false},
		{503, "90", 1, heed.Unavailable, 90 * time.Second, false},
		{503, "", 3, heed.Unavailable, 30 * time.Second, false},
		{500, "", 3, heed.Unavailable, 30 * time.Second, false},
	} {
		w := start(t, func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Location", "/elsewhere")
			if c.header != "" {
				rw.Header().Set("Retry-After", c.header)
			}
			rw.WriteHeader(c.status)
			_, _ = io.WriteString(rw, "somebody@example.com")
		})
		_, err := w.api(sources.Bearer).Get(t.Context(), "/users/secret-id")
		if heed.CodeOf(err) != c.code || w.calls.Load() != c.calls || after(err) != c.after {
			t.Errorf("%d %q: %d calls, error %v, left alone for %v; want %d, %q, %v", c.status, c.header, w.calls.Load(), err, after(err), c.calls, c.code, c.after)
		}
		if said := w.log.String(); strings.Contains(said, "ERROR") != c.mend {
			t.Errorf("%d: said %q", c.status, said)
		}
		if err != nil && strings.ContainsAny(err.Error()+w.log.String(), "@") || strings.Contains(w.log.String(), "secret-id") {
			t.Errorf("%d: tells too much: %v %s", c.status, err, w.log.String())
		}
	}
}

func TestADateToComeBack(t *testing.T) {
	w := start(t, nil)
	w.now = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{"Fri, 20 Nov 2026 12:03:00 GMT": 3 * time.Minute, "Fri, 20 Nov 2026 15:00:00 GMT": time.Hour} {
		w := start(t, func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header().Set("Retry-After", text)
			rw.WriteHeader(http.StatusServiceUnavailable)
		})
		w.now = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
		if _, err := w.api(sources.Bearer).Get(t.Context(), "/a"); after(err) != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// A source that wants to be left alone is not asked before its time, whatever is
// wanted of it; others are.
func TestASourceIsLeftAlone(t *testing.T) {
	down := true
	w := start(t, func(rw http.ResponseWriter, _ *http.Request) {
		if down {
			rw.Header().Set("Retry-After", "120")
			rw.WriteHeader(http.StatusTooManyRequests)
		}
	})
	_, _ = w.api(sources.Bearer).Get(t.Context(), "/a")
	down = false
	for _, step := range []struct {
		on    time.Duration
		after time.Duration
		calls int64
	}{{50 * time.Second, 70 * time.Second, 1}, {69 * time.Second, time.Second, 1}, {time.Second, -1, 2}} {
		w.now = w.now.Add(step.on)
		if _, err := w.api(sources.Bearer).Get(t.Context(), "/b"); after(err) != step.after || w.calls.Load() != step.calls {
			t.Errorf("%v later: %v after %d calls", step.on, err, w.calls.Load())
		}
	}
	w.text = "key"
	if api := w.API("desk", sources.Access{}); api != nil {
		t.Error("a vendor that is nowhere can be asked")
	}
}

func TestAClockThatWentBackHoldsNobodyUp(t *testing.T) {
	down := true
	w := start(t, func(rw http.ResponseWriter, _ *http.Request) {
		if down {
			rw.WriteHeader(http.StatusTooManyRequests)
		}
	})
	_, _ = w.api(sources.Bearer).Get(t.Context(), "/a")
	down, w.now = false, w.now.Add(-48*time.Hour)
	if _, err := w.api(sources.Bearer).Get(t.Context(), "/a"); err != nil {
		t.Error(err)
	}
}

func TestAHiccupIsNotNoticed(t *testing.T) {
	n := 0
	w := start(t, func(rw http.ResponseWriter, _ *http.Request) {
		switch n++; n {
		case 1:
			rw.WriteHeader(http.StatusBadGateway)
		case 2:
			panic(http.ErrAbortHandler) // the connection breaks
		}
	})
	if _, err := w.api(sources.Bearer).Get(t.Context(), "/a"); err != nil || n != 3 {
		t.Errorf("error %v after %d calls", err, n)
	}
}

func TestACredentialThatWasChangedIsReadAnew(t *testing.T) {
	taken := "key"
	w := start(t, func(rw http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+taken {
			rw.WriteHeader(http.StatusUnauthorized)
		}
	})
	api := w.api(sources.Bearer)
	if _, err := api.Get(t.Context(), "/a"); err != nil {
		t.Fatal(err)
	}
	taken, w.text = "another", "another"
	if _, err := api.Get(t.Context(), "/a"); err != nil || w.reads.Load() != 2 {
		t.Errorf("error %v after %d readings", err, w.reads.Load())
	}
	taken = "nobody's"
	for range 3 {
		if _, err := api.Get(t.Context(), "/a"); after(err) != time.Minute {
			t.Error(err)
		}
		w.now = w.now.Add(time.Minute)
	}
	if said := w.log.String(); strings.Count(said, "ERROR") != 1 || strings.Contains(said, "another") {
		t.Errorf("said %s", said)
	}
	w.now = w.now.Add(15 * time.Minute)
	_, _ = api.Get(t.Context(), "/a")
	if said := w.log.String(); strings.Count(said, "ERROR") != 2 {
		t.Errorf("a while later it said %s", said)
	}
}

func TestWithoutACredentialNobodyIsAsked(t *testing.T) {
	w := start(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
	for scheme, text := range map[sources.Scheme]string{sources.Bearer: "", sources.Basic: "nocolon", sources.Header: "nocolon", sources.Client: "nocolon", "": "x"} {
		w.text = text
		_, err := w.api(scheme).Get(t.Context(), "/a")
		if after(err) != time.Minute || !strings.Contains(err.Error(), "credential") || text != "" && strings.Contains(err.Error(), text+" ") {
			t.Errorf("%s %q: %v", scheme, text, err)
		}
		w.now = w.now.Add(2 * time.Minute)
		*w.Client = outbound.Client{HTTP: w.HTTP, Credential: w.Credential, Now: w.Now, Log: w.Log} //nolint:govet // nobody uses it meanwhile
	}
	if !strings.Contains(w.log.String(), "ERROR") {
		t.Error("no operator heard of it")
	}
}

// A credential of two lines is said to be one, and is not taken for a broken
// connection.
func TestACredentialIsOneLine(t *testing.T) {
	w := start(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
	w.text = "Token: one\nanother\n"
	_, err := w.api(sources.Header).Get(t.Context(), "/a")
	if err == nil || !strings.Contains(err.Error(), "credential is more than one line") || !strings.Contains(w.log.String(), "ERROR") {
		t.Errorf("%v, said %s", err, w.log.String())
	}
}

// oauth is a vendor of which tokens are had; each is good for what is asked
// until it is revoked.
type oauth struct {
	mu        sync.Mutex
	exchanged int
	good      string
	status    int // of an exchange; 0 for yes
	seconds   string
	scope     string
}

func (o *oauth) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if r.URL.Path != "/oauth/token" {
		if r.Header.Get("Authorization") != "Bearer "+o.good {
			w.WriteHeader(http.StatusUnauthorized)
		}
		return
	}
	id, secret := r.PostFormValue("client_id"), r.PostFormValue("client_secret")
	o.exchanged++
	switch {
	case o.status != 0:
		w.Header().Set("Retry-After", "40")
		w.WriteHeader(o.status)
		_, _ = io.WriteString(w, `{"error":"invalid_client","error_description":"not s3cret"}`)
	case r.Method != http.MethodPost || r.PostFormValue("grant_type") != "client_credentials" || id != "app" || secret != "s3cret" || r.PostFormValue("scope") != o.scope:
		w.WriteHeader(http.StatusTeapot)
	default:
		o.good = "token-" + time.Duration(o.exchanged).String()
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"access_token":"`+o.good+`","token_type":"bearer","expires_in":`+o.seconds+`}`)
	}
}

func TestTokensOfClients(t *testing.T) {
	o := &oauth{seconds: "7200"}
	w := start(t, o.ServeHTTP)
	w.text = "app:s3cret"
	api := w.api(sources.Client)
	get := func(exchanged int) {
		t.Helper()
		if _, err := api.Get(t.Context(), "/a"); err != nil || o.exchanged != exchanged {
			t.Errorf("error %v, %d tokens, want %d", err, o.exchanged, exchanged)
		}
	}
	get(1)
	get(1)
	o.good = "revoked" // a token that ran out early
	get(2)
	o.seconds = "300"
	o.good = "revoked"
	get(3)
	w.now = w.now.Add(4*time.Minute + time.Second) // a minute before it runs out
	get(4)
	o.good = "revoked"
	var group sync.WaitGroup
	for range 10 { // one exchange does for all
		group.Go(func() {
			if _, err := api.Get(t.Context(), "/a"); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	get(5)
	o.scope, o.good = "users:read", "revoked"
	api = w.API("desk", sources.Access{Base: w.base, Scheme: sources.Client, Token: "/oauth/token", Scope: o.scope})
	get(6)
}

func TestNoTokens(t *testing.T) {
	for status, want := range map[int]time.Duration{429: 40 * time.Second, 503: 40 * time.Second, 401: time.Minute, 400: time.Minute} {
		o := &oauth{status: status}
		w := start(t, o.ServeHTTP)
		w.text = "app:s3cret"
		_, err := w.api(sources.Client).Get(t.Context(), "/a")
		if after(err) != want || strings.Contains(err.Error()+w.log.String(), "s3cret") {
			t.Errorf("%d: %v, %s", status, err, w.log.String())
		}
		if (want == time.Minute) != strings.Contains(w.log.String(), "ERROR") {
			t.Errorf("%d: said %s", status, w.log.String())
		}
	}
}

func TestAnswersHaveASize(t *testing.T) {
	for size, ok := range map[int]bool{1 << 20: true, 1<<20 + 1: false, 20 << 20: false} {
		w := start(t, func(rw http.ResponseWriter, _ *http.Request) { _, _ = rw.Write(make([]byte, size)) })
		if got, err := w.api(sources.Bearer).Get(t.Context(), "/a"); (err == nil) != ok || ok && len(got) != size {
			t.Errorf("%d bytes: got %d, error %v", size, len(got), err)
		}
	}
}

// silent never answers.
type silent struct{ asked atomic.Int64 }

func (s *silent) RoundTrip(r *http.Request) (*http.Response, error) {
	s.asked.Add(1)
	<-r.Context().Done()
	return nil, r.Context().Err()
}

// One that does not answer is given five seconds, once, and then nothing of the
// rest of a batch.
func TestASlowVendorHoldsUpNobody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &silent{}
		c := &outbound.Client{HTTP: &http.Client{Transport: s}, Credential: func(context.Context, string) (string, error) { return "key", nil }, Now: time.Now}
		api, begun := c.API("desk", sources.Access{Base: "https://desk.example.com", Scheme: sources.Bearer}), time.Now()
		for range 10 {
			if _, err := api.Get(t.Context(), "/a"); heed.CodeOf(err) != heed.Unavailable {
				t.Error(err)
			}
		}
		if took := time.Since(begun); took != 5*time.Second || s.asked.Load() != 1 {
			t.Errorf("%d calls in %v", s.asked.Load(), took)
		}
		// Whoever has too little time left does not begin.
		time.Sleep(time.Minute)
		short, cancel := context.WithTimeout(t.Context(), 8*time.Second)
		defer cancel()
		if _, err := api.Get(short, "/a"); after(err) != 0 || s.asked.Load() != 1 {
			t.Errorf("error %v after %d calls", err, s.asked.Load())
		}
		// That a caller gives up says nothing of the vendor.
		given, stop := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, stop)
		if _, err := api.Get(given, "/a"); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		if _, err := api.Get(t.Context(), "/a"); s.asked.Load() != 3 || after(err) != 30*time.Second {
			t.Errorf("%d calls, error %v", s.asked.Load(), err)
		}
	})
}

// Redirects are answers, and a proxy of the environment is none of Heed's.
func TestNobodyElseIsAsked(t *testing.T) {
	t.Setenv("HTTPS_PROXY", "http://127.0.0.1:1")
	other := start(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
	w := start(t, func(rw http.ResponseWriter, r *http.Request) { http.Redirect(rw, r, other.base, http.StatusFound) })
	if _, err := w.api(sources.Bearer).Get(t.Context(), "/a"); err == nil {
		t.Error("followed")
	}
	for _, path := range []string{"//other.example.com", "a", ""} {
		if _, err := w.api(sources.Bearer).Get(t.Context(), path); err == nil || w.calls.Load() != 1 {
			t.Errorf("%q: error %v after %d calls", path, err, w.calls.Load())
		}
	}
}

// An address at which nobody may be asked, or somebody else is, is the operator's
// to mend, who hears of it at once.
func TestWhoIsNobodyToAskIsSaid(t *testing.T) {
	for want, change := range map[string]func(*world){
		"none of the public ones": func(w *world) { w.HTTP = nil },
		"certificate is not good": func(w *world) { w.HTTP = &http.Client{} },
	} {
		w := start(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
		change(w)
		_, err := w.api(sources.Bearer).Get(t.Context(), "/a")
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(w.log.String(), want) {
			t.Errorf("error %v, want %q; said %s", err, want, w.log.String())
		}
	}
}
