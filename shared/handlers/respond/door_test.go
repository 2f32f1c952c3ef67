package respond_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/shared/embedded"
	"heed/shared/handlers/respond"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/token"
)

const asking = `
brand: {name: Acme, locale: de}
sources: [{name: zendesk, type: zendesk}]
programs:
  - name: support
    ask: nps
    stage: support
    when: {kinds: [ticket.solved]}
    rate: 20%
    window: 14d
    quote: true
    brand: {name: Acme Support, review: "https://reviews.example.com/acme"}
    thanks: {high: "Hurray from {brand}!"}
    follow: {low: "What was it with {brand}?"}
`

// delivered is when the mail was; an hour later everybody looks at it.
var delivered = time.Date(2026, 11, 20, 11, 0, 0, 0, time.UTC)

var ref = heed.RowRef{Day: 20777, ID: heed.RowID{1, 2, 3, 15: 4}}

// A door is the handler with one row behind it, and a clock that stands still
// unless it is moved.
type door struct {
	testing.TB
	*respond.Handler
	mu  sync.Mutex
	now time.Time
	log bytes.Buffer
}

func open(t testing.TB) *door {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	d := behind(t, file.Table())
	d.put(&heed.Invitation{
		To: "mia@example.org", Name: "Mia", Locale: "en", Claimed: delivered.Add(-time.Minute), Sent: delivered.Add(-time.Second), Delivered: delivered,
	})
	return d
}

func behind(t testing.TB, shelf table.Table) *door {
	t.Helper()
	config, err := surveys.Load([]byte(asking))
	if err != nil {
		t.Fatal(err)
	}
	ring, err := keyring.Make(rand.NewChaCha8([32]byte{1}), delivered.AddDate(-1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	d := &door{TB: t, now: delivered.Add(time.Hour)}
	d.Handler = &respond.Handler{
		Config: config, Ring: func(context.Context) (*keyring.Ring, error) { return ring, nil }, Store: records.Store{Table: shelf},
		Random: rand.NewChaCha8([32]byte{2}), Now: d.clock, Log: slog.New(slog.NewTextHandler(&d.log, nil)),
	}
	return d
}

func (d *door) clock() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now
}

func (d *door) wait(by time.Duration) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.now = d.now.Add(by)
}

func (d *door) put(i *heed.Invitation) {
	d.Helper()
	row := &heed.Row{
		RowRef: ref, Source: "zendesk", Kind: "ticket.solved", Object: "ticket:1", At: delivered.Add(-time.Hour), Customer: heed.Hash{1}, Scope: heed.Hash{1},
		Decision: heed.Decision{Program: "support", Ask: heed.NPS, Reason: heed.Asked, Decided: delivered.Add(-time.Hour), Due: delivered.Add(-time.Hour)}, Invitation: i,
	}
	if err := d.Store.PutRow(d.Context(), row); err != nil {
		d.Fatal(err)
	}
}

func (d *door) row() *heed.Row {
	d.Helper()
	row, err := d.Store.Row(d.Context(), ref)
	if err != nil {
		d.Fatal(err)
	}
	return row
}

// change alters the row beside the page, as another function would.
func (d *door) change(alter func(*heed.Row)) {
	d.Helper()
	if _, err := d.Store.ChangeRow(d.Context(), ref, func(r *heed.Row) error { alter(r); return nil }); err != nil {
		d.Fatal(err)
	}
}

func (d *door) path(purpose token.Purpose, letter string) string {
	ring, _ := d.Ring(d.Context())
	return "/" + letter + "/" + token.Make(ring.CurrentToken(d.clock()), purpose, ref)
}

// A browser keeps the cookie it is given, unless it refuses them all.
type browser struct {
	*door
	cookie  *http.Cookie
	refuses bool
	header  http.Header
}

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

func (d *door) browser() *browser {
	return &browser{door: d, header: http.Header{"User-Agent": {firefox}, "Accept-Language": {"fr"}}}
}

func (b *browser) send(method, to string, form url.Values) *httptest.ResponseRecorder {
	b.Helper()
	r := httptest.NewRequest(method, to, strings.NewReader(form.Encode()))
	r.Header = b.header.Clone()
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if b.cookie != nil {
		r.AddCookie(b.cookie)
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if !b.refuses {
			b.cookie = c
		}
	}
	return w
}

// look opens the survey, with a query such as ?score=9.
func (b *browser) look(query string) *sheet {
	b.Helper()
	return b.sheet(b.send(http.MethodGet, b.path(token.Answer, "s")+query, nil))
}

// A sheet is a page that came.
type sheet struct {
	*browser
	status int
	text   string
}

func (b *browser) sheet(w *httptest.ResponseRecorder) *sheet {
	return &sheet{b, w.Code, w.Body.String()}
}

var pageField = regexp.MustCompile(`(?:data-page|name="page" value)="([^"]+)"`)

// page is what the sheet's forms send back; "" if it has none.
func (s *sheet) page() string {
	if m := pageField.FindStringSubmatch(s.text); m != nil {
		return m[1]
	}
	return ""
}

// press sends a score as the page's script does, after the time a person needs
// and with whatever else is given, names and values in turn.
func (s *sheet) press(score string, more ...string) *sheet {
	s.Helper()
	s.wait(3 * time.Second)
	return s.post(append([]string{"score", score, "from", "script", "trusted", "1", "dwell", "3000", "quick", "0", "reference", ""}, more...)...)
}

// plain sends a score as a browser does that runs no script.
func (s *sheet) plain(score string, more ...string) *sheet {
	s.Helper()
	s.wait(3 * time.Second)
	return s.post(append([]string{"score", score, "reference", ""}, more...)...)
}

// say sends a comment.
func (s *sheet) say(words string, more ...string) *sheet {
	s.Helper()
	s.wait(3 * time.Second)
	return s.post(append([]string{"comment", words, "reference", ""}, more...)...)
}

// post sends a form at once, and follows where it leads.
func (s *sheet) post(fields ...string) *sheet {
	s.Helper()
	form := url.Values{"page": {s.page()}}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	w := s.send(http.MethodPost, s.path(token.Answer, "s"), form)
	if w.Code != http.StatusSeeOther {
		return s.sheet(w)
	}
	if to := w.Header().Get("Location"); to != s.path(token.Answer, "s") || w.Body.Len() > 0 {
		s.Errorf("sent to %q with %q", to, w.Body)
	}
	return s.look("")
}

// says fails the test unless the page has that status and says that.
func (s *sheet) says(status int, text string) *sheet {
	s.Helper()
	if s.status != status || !strings.Contains(s.text, text) {
		s.Errorf("answered %d, want %d and %q:\n%s", s.status, status, text, body(s.text))
	}
	return s
}

// body is what of a page stands before its script.
func body(page string) string {
	page = page[max(0, strings.Index(page, "<main>")):]
	page, _, _ = strings.Cut(page, "<script>")
	return page
}

// stands fails the test unless the row has that answer and so many suspects and
// notes. A score of heed.None is none.
func (d *door) stands(score, suspects, notes int) *heed.Row {
	d.Helper()
	r := d.row()
	is := heed.None
	if r.Response != nil {
		is = r.Response.Score
	}
	if is != score || len(r.Suspects) != suspects || len(r.Notes) != notes {
		d.Errorf("the answer is %+v beside %+v and %+v, want %d, %d and %d", r.Response, r.Suspects, r.Notes, score, suspects, notes)
	}
	return r
}

// failed reports whether anything was logged but that answers are kept apart.
func (d *door) failed() bool {
	for line := range strings.Lines(d.log.String()) {
		if !strings.Contains(line, `msg="answer kept apart"`) {
			return true
		}
	}
	return false
}

// errFull is what a table says that takes nothing.
var errFull = errors.New("nothing may be written")

// readOnly is a table that fails at every write.
type readOnly struct{ table.Table }

func (readOnly) PutIfAbsent(context.Context, table.Item) error          { return errFull }
func (readOnly) PutIfVersion(context.Context, table.Item, uint64) error { return errFull }
func (readOnly) Delete(context.Context, table.Key, uint64) error        { return errFull }
