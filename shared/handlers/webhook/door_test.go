package webhook

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/events"
	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// now is when all deliveries come.
var now = time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)

const base = "https://heed.example.com"

// A shelf is a queue in memory that remembers each Put that it took.
type shelf struct {
	mu   sync.Mutex
	puts [][]queue.Message
	fail error
}

func (s *shelf) Put(_ context.Context, messages ...queue.Message) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail == nil {
		s.puts = append(s.puts, slices.Clone(messages))
	}
	return s.fail
}

// A door is a handler with sources of every type, each with a secret of its own,
// and the queue behind it.
type door struct {
	*testing.T
	*Handler
	shelf *shelf
	at    time.Time // the time, by both clocks
	log   bytes.Buffer
}

func open(t *testing.T) *door {
	t.Helper()
	text, err := os.ReadFile("testdata/surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config, err := surveys.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	d := &door{T: t, shelf: &shelf{}, at: now}
	clock := func() time.Time { return d.at }
	d.Handler = &Handler{
		Config: config, Base: base, Queue: d.shelf, Real: clock, Now: clock, Log: slog.New(slog.NewTextHandler(&d.log, nil)),
		Secrets: func(_ context.Context, source string) ([]string, error) {
			return []string{secret(config.Source(source))}, nil
		},
	}
	return d
}

// secret is a source's, the same in every run.
func secret(s *surveys.Source) string {
	if strings.HasPrefix(sources.NewSecret(s.Type), "whsec_") {
		return "whsec_bm90IGEgc2VjcmV0LCBidXQgYSB0ZXN0J3M="
	}
	return "not-a-secret-but-a-tests"
}

// sample is a sample as its vendor would post it at that time.
func (d *door) sample(file string) *sources.Request {
	d.Helper()
	typ, _, _ := strings.Cut(file, "/")
	r, err := sources.Sample(events.FS, file)
	if err != nil {
		d.Fatal(err)
	}
	return d.signed(typ, r)
}

// signed is a delivery to the source that is named like its type.
func (d *door) signed(typ string, r *sources.Request) *sources.Request {
	d.Helper()
	s := d.Config.Source(typ)
	if s == nil {
		d.Fatalf("testdata/surveys.yaml has no source %s", typ)
	}
	adapter, _ := sources.Of(s)
	r.Method, r.URL = http.MethodPost, base+Prefix+typ
	if err := adapter.Sign(r, secret(s), "msg_2Lml8Yh1", d.at); err != nil {
		d.Fatal(err)
	}
	return r
}

// post posts a delivery and returns what was answered.
func (d *door) post(r *sources.Request) *httptest.ResponseRecorder {
	request := httptest.NewRequest(r.Method, strings.TrimPrefix(r.URL, base), bytes.NewReader(r.Body))
	request.Header = r.Header
	w := httptest.NewRecorder()
	d.ServeHTTP(w, request)
	return w
}

// A pile is what lies on the queue.
type pile struct {
	touchpoints []*heed.Touchpoint
	kept        []*heed.Kept
	tallies     []*heed.Tally
}

// took takes everything off the queue.
func (d *door) took() (p pile) {
	d.Helper()
	var parts [][]byte
	for _, put := range d.shelf.puts {
		for _, m := range put {
			parcel, err := queue.Unpack(m.Body)
			if err != nil || m.Group == "" || m.Key == "" {
				d.Fatalf("message %+v: %v", m, err)
			}
			switch {
			case parcel.Touchpoint != nil:
				p.touchpoints = append(p.touchpoints, parcel.Touchpoint)
			case parcel.Tally != nil:
				p.tallies = append(p.tallies, parcel.Tally)
			default:
				if parts = append(parts, parcel.Kept.Data); len(parts) < parcel.Kept.Parts {
					continue
				}
				k := &heed.Kept{ID: parcel.Kept.ID}
				if err := k.Join(parts); err != nil {
					d.Fatal(err)
				}
				p.kept, parts = append(p.kept, k), nil
			}
		}
	}
	d.shelf.puts = nil
	return p
}

func TestEveryTypeHasADoor(t *testing.T) {
	d := open(t)
	for _, typ := range sources.Types() {
		if s := d.Config.Source(typ); s == nil || s.Type != typ {
			t.Errorf("testdata/surveys.yaml has no source of type %s, named so", typ)
		}
	}
}

func TestMethods(t *testing.T) {
	d := open(t)
	for _, c := range []struct {
		method, path string
		status       int
		says         string
	}{
		{"GET", "/hooks/zendesk", 200, `{"source":"zendesk"}`},
		{"HEAD", "/hooks/zendesk", 200, ""},
		{"GET", "/hooks/zendesk?challenge=abc", 200, `{"source":"zendesk"}`},
		{"PUT", "/hooks/zendesk", 405, "a delivery is a POST"},
		{"PATCH", "/hooks/zendesk", 405, "a delivery is a POST"},
		{"DELETE", "/hooks/zendesk", 405, "a delivery is a POST"},
		{"OPTIONS", "/hooks/zendesk", 405, "a delivery is a POST"},
		{"POST", "/hooks/nobody", 404, "no such source"},
		{"GET", "/hooks/", 404, "no such source"},
	} {
		w := httptest.NewRecorder()
		d.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || strings.Contains(w.Body.String(), "abc") {
			t.Errorf("%s %s: %d %s", c.method, c.path, w.Code, w.Body)
		}
		if allowed := w.Header().Get("Allow"); (allowed == "GET, HEAD, POST") != (c.status == 405) {
			t.Errorf("%s %s allows %q", c.method, c.path, allowed)
		}
	}
	if len(d.shelf.puts) > 0 || len(d.book.Sources()) > 0 {
		t.Errorf("looking left %v", d.shelf.puts)
	}
}

// Whatever is wrong is answered so that the vendor does what helps: mend it, or
// post it again. It is counted by what it was.
func TestRefusals(t *testing.T) {
	good := func(d *door) *sources.Request { return d.sample("zendesk/ticket-solved.json") }
	for name, c := range map[string]struct {
		change func(d *door, r *sources.Request)
		status int
		says   string
		why    heed.Rejection
	}{
		"unsigned":       {func(_ *door, r *sources.Request) { r.Header.Del("X-Zendesk-Webhook-Signature") }, 401, "header X-Zendesk-Webhook-Signature is missing", heed.RejectedUnsigned},
		"no time at all": {func(_ *door, r *sources.Request) { r.Header.Set("X-Zendesk-Webhook-Signature-Timestamp", "now") }, 401, "ISO 8601", heed.RejectedUnsigned},
		"forged":         {func(_ *door, r *sources.Request) { r.Body[20]++ }, 401, "signature does not match", heed.RejectedForged},
		"stale":          {func(d *door, _ *sources.Request) { d.at = now.Add(73 * time.Hour) }, 401, "73h0m0s old; at most 72h0m0s", heed.RejectedStale},
		"text":           {func(_ *door, r *sources.Request) { r.Header.Set("Content-Type", "text/plain") }, 415, "JSON, XML or a form", heed.RejectedType},
		"no type":        {func(_ *door, r *sources.Request) { r.Header.Del("Content-Type") }, 415, "JSON, XML or a form", heed.RejectedType},
		"latin":          {func(_ *door, r *sources.Request) { r.Header.Set("Content-Type", "application/json; charset=latin1") }, 415, "UTF-8", heed.RejectedType},
		"gigantic":       {func(_ *door, r *sources.Request) { r.Body = make([]byte, sources.MaxBody+1) }, 413, "1048576 bytes", heed.RejectedSize},
		"no secret": {func(d *door, _ *sources.Request) {
			d.Secrets = func(context.Context, string) ([]string, error) { return nil, nil }
		}, 503, "no usable secret", heed.RejectedSecret},
		"secret out of reach": {func(d *door, _ *sources.Request) {
			d.Secrets = func(context.Context, string) ([]string, error) { return nil, errors.New("ssm is on fire") }
		}, 503, "secret cannot be read, try again", heed.RejectedSecret},
		"queue out of reach": {func(d *door, _ *sources.Request) { d.shelf.fail = errors.New("sqs is on fire") }, 503, "could not be stored, send it again", heed.RejectedTrouble},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			r := good(d)
			c.change(d, r)
			w := d.post(r)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("answered %d %s, want %d and %q", w.Code, w.Body, c.status, c.says)
			}
			if again := w.Header().Get("Retry-After"); (again == "30") != (c.status == 503) {
				t.Errorf("to be tried again after %q", again)
			}
			if strings.Contains(w.Body.String(), "fire") || strings.Contains(w.Body.String(), "maren") || len(w.Body.String()) > 300 {
				t.Errorf("it says too much: %s", w.Body)
			}
			d.counts(t, func(sum *heed.Tally) { sum.Deliveries, sum.Rejected[c.why] = 1, 1 })
		})
	}
}

// A body that breaks off has been sent by nobody to the end.
func TestABodyThatBreaksOff(t *testing.T) {
	d := open(t)
	r := httptest.NewRequest(http.MethodPost, "/hooks/zendesk", broken{})
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	if w.Code != http.StatusBadRequest {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	d.counts(t, func(sum *heed.Tally) { sum.Deliveries, sum.Rejected[heed.RejectedBody] = 1, 1 })
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("connection reset") }

func TestGetsHoldNothingUp(t *testing.T) {
	d := open(t)
	d.Secrets = func(context.Context, string) ([]string, error) {
		t.Error("asked for secrets")
		return nil, nil
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/hooks/zendesk", strings.NewReader("{}")))
	if w.Code != http.StatusOK {
		t.Errorf("answered %d", w.Code)
	}
}
