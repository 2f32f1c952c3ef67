package sources_test

import (
	"bytes"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"heed/events"
	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/sources"
	"heed/shared/surveys"
)

var now = time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)

// samples are a source's, by file name: the bodies.
func samples(t testing.TB, typ string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for name, r := range requests(t, typ) {
		all[name] = r.Body
	}
	return all
}

// requests are a source's samples, not signed yet, by file name.
func requests(t testing.TB, typ string) map[string]*sources.Request {
	t.Helper()
	names, err := fs.Glob(events.FS, typ+"/*")
	if err != nil || len(names) == 0 {
		t.Fatalf("%s has no samples in events/ (%v)", typ, err)
	}
	all := map[string]*sources.Request{}
	for _, name := range names {
		if strings.HasSuffix(name, sources.HeadersExt) {
			continue
		}
		r, err := sources.Sample(events.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		r.URL = address
		all[name] = r
	}
	return all
}

func find(t testing.TB, typ string) sources.Source {
	t.Helper()
	s, ok := sources.Of(settings(typ))
	if !ok {
		t.Fatalf("no source of type %s", typ)
	}
	return s
}

// address is where all of them post to.
const address = "https://heed.example.com/hooks/x"

// A trait is what the sources differ in.
type trait struct {
	window time.Duration // of the timestamp; 0: there is none
	shows  bool          // the secret, and signs nothing
	batch  bool          // several events in one delivery, of which some may say too little
}

var traits = map[string]trait{
	"freshdesk":  {shows: true},
	"helpscout":  {},
	"hubspot":    {window: 72 * time.Hour, batch: true},
	"intercom":   {},
	"jira":       {},
	"mapped":     {window: 72 * time.Hour},
	"pipedrive":  {shows: true},
	"salesforce": {shows: true, batch: true},
	"standard":   {window: 5 * time.Minute},
	"zendesk":    {window: 72 * time.Hour},
}

// settings are what surveys.yaml says of a source where its samples are to be
// understood.
func settings(typ string) *surveys.Source {
	if typ == "mapped" {
		return mappedSettings()
	}
	return &surveys.Source{Name: typ, Type: typ}
}

// signed is a delivery as the vendor would send it at that time.
func signed(t testing.TB, s sources.Source, body []byte, secret string, at time.Time) *sources.Request {
	t.Helper()
	r := &sources.Request{Method: "POST", URL: address, Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
	if err := s.Sign(r, secret, "msg_1", at); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTypesAreSortedAndFound(t *testing.T) {
	types := sources.Types()
	if !slices.IsSorted(types) || len(types) < 2 {
		t.Errorf("types are %v", types)
	}
	for _, typ := range types {
		find(t, typ)
	}
	if _, ok := sources.Of(&surveys.Source{Type: "carrier-pigeon"}); ok || sources.NewSecret("carrier-pigeon") != "" {
		t.Error("a source nobody wrote was found")
	}
}

// TestSideBySide holds every source to what all keep.
func TestSideBySide(t *testing.T) {
	for _, typ := range sources.Types() {
		t.Run(typ, func(t *testing.T) {
			s, secret, other := find(t, typ), sources.NewSecret(typ), sources.NewSecret(typ)
			if len(secret) < 32 || secret == other {
				t.Errorf("secrets %q and %q are not fresh", secret, other)
			}
			if _, err := os.Stat("../../docs/sources/" + typ + ".md"); err != nil {
				t.Errorf("the source has no page: %v", err)
			}
			some := false
			for name, r := range requests(t, typ) {
				if err := s.Sign(r, secret, "msg_1", now); err != nil {
					t.Fatal(name, err)
				}
				if err := s.Verify(r, []string{secret}, now); err != nil {
					t.Errorf("%s: does not verify what it signs: %v", name, err)
				}
				if _, err := sources.Read(request(r)); err != nil {
					t.Errorf("%s: what it signs is not let in: %v", name, err)
				}
				points, err := s.Parse(r)
				if err != nil && !(traits[typ].batch && len(points) > 0) {
					t.Errorf("%s: makes %d touchpoints (%v)", name, len(points), err)
				}
				some = some || len(points) > 0
				checkOf(t, s, points)
			}
			if !some {
				t.Error("no sample makes a touchpoint")
			}
		})
	}
}

func request(r *sources.Request) *http.Request {
	out, _ := http.NewRequest(r.Method, r.URL, bytes.NewReader(r.Body))
	out.Header = r.Header
	return out
}

func TestVerify(t *testing.T) {
	for _, typ := range sources.Types() {
		s, secret, other := find(t, typ), sources.NewSecret(typ), sources.NewSecret(typ)
		body, window := []byte(`{"a":"letter"}`), traits[typ].window
		for _, c := range []struct {
			name    string
			change  func(r *sources.Request)
			secrets []string
			late    time.Duration // our clock, ahead of the sender's
			code    heed.Code
			says    string
		}{
			{name: "as signed", secrets: []string{secret}},
			{name: "second secret", secrets: []string{other, secret}},
			{name: "as old as may be", secrets: []string{secret}, late: window},
			{name: "as early as may be", secrets: []string{secret}, late: -window},
			{name: "headers in lower case", secrets: []string{secret}, change: func(r *sources.Request) { recase(r, strings.ToLower) }},
			{name: "headers in upper case", secrets: []string{secret}, change: func(r *sources.Request) { recase(r, strings.ToUpper) }},
			{name: "wrong secret", secrets: []string{other}, code: heed.Unauthorized, says: "signature"},
			{name: "no secret", code: heed.Unavailable, says: "secret"},
			{name: "empty secret", secrets: []string{""}, code: heed.Unavailable, says: "secret"},
			{name: "stale", secrets: []string{secret}, late: window + time.Second, code: heed.Unauthorized, says: "1s old; at most "},
			{name: "future", secrets: []string{secret}, late: -window - time.Second, code: heed.Unauthorized, says: "1s in the future; at most "},
			{name: "altered body", secrets: []string{secret}, change: func(r *sources.Request) { r.Body = bytes.ToUpper(r.Body) }, code: heed.Unauthorized, says: "signature"},
			{name: "space added", secrets: []string{secret}, change: func(r *sources.Request) { r.Body = append(r.Body, ' ') }, code: heed.Unauthorized, says: "signature"},
			{name: "no headers", secrets: []string{secret}, change: func(r *sources.Request) { r.Header = nil }, code: heed.Unauthorized, says: "is missing"},
		} {
			t.Run(typ+"/"+c.name, func(t *testing.T) {
				if window == 0 && c.late != 0 || traits[typ].shows && (c.name == "altered body" || c.name == "space added") {
					t.Skip("nothing binds it")
				}
				if traits[typ].shows && c.says == "signature" {
					c.says = "secret"
				}
				r := signed(t, s, bytes.Clone(body), secret, now)
				if c.change != nil {
					c.change(r)
				}
				err := s.Verify(r, c.secrets, now.Add(c.late))
				if heed.CodeOf(err) != c.code || !strings.Contains(text(err), c.says) {
					t.Errorf("got %q, %v", heed.CodeOf(err), err)
				}
				if strings.Contains(strings.ToLower(text(err)), "letter") || strings.Contains(text(err), secret) {
					t.Errorf("the error tells too much: %v", err)
				}
			})
		}
	}
}

// TestEachHeaderIsNeeded takes away, and spoils, one header at a time.
func TestEachHeaderIsNeeded(t *testing.T) {
	ignored := []string{
		"Content-Type", "X-Zendesk-Webhook-Invocation-Id",
		"X-Hubspot-Signature", "X-Hubspot-Signature-Version", // beside a stronger one
	}
	for _, typ := range sources.Types() {
		s, secret := find(t, typ), sources.NewSecret(typ)
		for name := range signed(t, s, nil, secret, now).Header {
			if slices.Contains(ignored, name) {
				continue
			}
			without := signed(t, s, []byte("{}"), secret, now)
			without.Header.Del(name)
			err := s.Verify(without, []string{secret}, now)
			if heed.CodeOf(err) != heed.Unauthorized || !strings.Contains(strings.ToLower(err.Error()), strings.ToLower(name)) {
				t.Errorf("%s without %s: %v", typ, name, err)
			}
			spoilt := signed(t, s, []byte("{}"), secret, now)
			spoilt.Header.Set(name, "1"+spoilt.Header.Get(name))
			if err := s.Verify(spoilt, []string{secret}, now); heed.CodeOf(err) != heed.Unauthorized {
				t.Errorf("%s with a spoilt %s: %v", typ, name, err)
			}
		}
	}
}

func recase(r *sources.Request, f func(string) string) {
	h := http.Header{}
	for name, values := range r.Header {
		h[f(name)] = values
	}
	r.Header = h
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// TestBadBodies: not JSON is refused, JSON that says too little is worth
// keeping, and neither error repeats it.
func TestBadBodies(t *testing.T) {
	for _, typ := range sources.Types() {
		s := find(t, typ)
		for _, body := range []string{
			``, ` `, `{`, `letter`, `{"letter":`, `{"a":"letter"}x`, `{'a':1}`, "{\"a\":\"\x01letter\"}", "\xef\xbb\xbf{}",
			strings.Repeat("[", 20000) + strings.Repeat("]", 20000),
		} {
			points, err := s.Parse(&sources.Request{Body: []byte(body)})
			if !errors.Is(err, sources.ErrNotUnderstood) || points != nil {
				t.Errorf("%s: %.20q gives %v, %v", typ, body, points, err)
			}
			if strings.Contains(text(err), "letter") {
				t.Errorf("%s: the error repeats the body: %v", typ, err)
			}
		}
		for _, body := range []string{
			`null`, `true`, `1`, `"letter"`, `[]`, `[{"type":"letter"}]`, `{}`, `{"type":"letter"}`, `{"ticket":"letter"}`, `{"data":["letter"]}`,
			`{"type":"zen:event-type:ticket.status_changed","detail":{"id":"1","requester_id":"2","status":"SOLVED"}}`,
		} {
			points, err := s.Parse(&sources.Request{Body: []byte(body)})
			if !errors.Is(err, sources.ErrNotUnderstood) || points != nil {
				t.Errorf("%s: %s gives %v, %v", typ, body, points, err)
			}
			if strings.Contains(text(err), "letter") {
				t.Errorf("%s: the error repeats the body: %v", typ, err)
			}
		}
	}
}

// checkOf is check for what a source makes: one whose vendor can be asked may
// leave out whom a touchpoint is of.
func checkOf(t testing.TB, s sources.Source, points []heed.Touchpoint) {
	t.Helper()
	points = slices.Clone(points)
	if _, ok := s.(sources.Fetcher); ok {
		for i := range points {
			if c := &points[i].Customer; c.ID == "" && c.Email == "" {
				c.ID = "asked for later"
			}
		}
	}
	check(t, points)
}

// check holds touchpoints to what whoever takes them may count on.
func check(t testing.TB, points []heed.Touchpoint) {
	t.Helper()
	for _, p := range points {
		type bound struct {
			value string
			most  int
		}
		bounds := []bound{
			{p.Kind, 64},
			{p.Object, 128},
			{p.Occurrence, 128},
			{p.Customer.ID, 128},
			{p.Customer.Account, 128},
			{p.Customer.Email, 254},
			{p.Customer.Name, 120},
			{p.Customer.Locale, 35},
			{p.Team, 120},
			{p.Agent, 120},
			{p.Product, 120},
			{p.Channel, 120},
		}
		for _, tag := range p.Tags {
			bounds = append(bounds, bound{tag, 120})
		}
		for _, b := range bounds {
			if len(b.value) > b.most || !utf8.ValidString(b.value) || strings.TrimSpace(b.value) != b.value || strings.ContainsAny(b.value, "\n\r\x00\x1b") {
				t.Errorf("value %q is out of bounds", b.value)
			}
		}
		if odd := func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' }; utf8.RuneCountInString(p.Subject) > 200 || !utf8.ValidString(p.Subject) ||
			strings.TrimSpace(p.Subject) != p.Subject || strings.ContainsFunc(p.Subject, odd) {
			t.Errorf("subject %q is out of bounds", p.Subject)
		}
		if p.Handled < 0 || p.Handled > 366*24*time.Hour || p.Handled%time.Second != 0 {
			t.Errorf("handled is %v", p.Handled)
		}
		if p.Issues != nil || p.Cohort != "" {
			t.Errorf("decide's to fill in: %v, %q", p.Issues, p.Cohort)
		}
		if len(p.Tags) > 100 {
			t.Errorf("there are %d tags", len(p.Tags))
		}
		if p.Source != "" || p.Kind == "" || p.Object == "" || p.Occurrence == "" || p.At.IsZero() || p.Customer.ID == "" && p.Customer.Email == "" {
			t.Errorf("the touchpoint says too little or too much: %+v", p)
		}
		written, err := queue.Parcel{Touchpoint: &p}.Pack()
		if err != nil {
			t.Fatalf("the touchpoint cannot be written: %v", err)
		}
		if read, err := queue.Unpack(written); err != nil || !reflect.DeepEqual(*read.Touchpoint, p) {
			t.Errorf("the touchpoint does not survive the queue:\n%+v\n%+v (%v)", p, read.Touchpoint, err)
		}
	}
}
