package respond_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/token"
)

// settings opens the preferences.
func (b *browser) settings() *sheet {
	b.Helper()
	return b.sheet(b.send(http.MethodGet, b.path(token.Preferences, "p"), nil))
}

// choose sends what the script of a page under that path does, after a while, and
// follows where it leads.
func (s *sheet) choose(path string, after time.Duration, fields ...string) *sheet {
	s.Helper()
	return s.plainly(path, after, append([]string{"from", "script", "trusted", "1", "dwell", fmt.Sprint(after.Milliseconds()), "quick", "0"}, fields...)...)
}

// plainly sends the plain form of it.
func (s *sheet) plainly(path string, after time.Duration, fields ...string) *sheet {
	s.Helper()
	s.wait(after)
	form := url.Values{"page": {s.page()}, "reference": {""}}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	w := s.send(http.MethodPost, path, form)
	if to := w.Header().Get("Location"); w.Code == http.StatusSeeOther {
		if !strings.HasPrefix(to, path+"?") {
			s.Fatalf("sent to %q", to)
		}
		w = s.send(http.MethodGet, to, nil)
	}
	return s.sheet(w)
}

func (d *door) often() (heed.Often, bool) {
	d.Helper()
	often, theirs, err := d.Store.Often(d.Context(), heed.Hash{1})
	if err != nil {
		d.Fatal(err)
	}
	return often, theirs
}

// hour is the path behind a link of an hour.
func (d *door) hour(purpose token.Purpose, until time.Time) string {
	ring, err := d.Ring(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	return "/p/" + token.MakeUntil(ring.CurrentToken(d.clock()), purpose, ref, until)
}

const while = 2 * time.Second

func TestPreferences(t *testing.T) {
	d := open(t)
	path := d.path(token.Preferences, "p")
	s := d.browser().settings().says(http.StatusOK, "How often may Acme Support ask you?").says(http.StatusOK, `value="usual" checked`)
	for _, choice := range []heed.Often{heed.Less, heed.Never, heed.AsUsual, heed.Never, heed.Less} {
		s = s.choose(path, while, "often", choice.String()).says(http.StatusOK, "Your choice is saved.").says(http.StatusOK, `value="`+choice.String()+`" checked`)
		if often, theirs := d.often(); often != choice || !theirs {
			t.Errorf("having chosen %s it is %s", choice, often)
		}
	}
	if text := d.browser().settings().text; strings.Contains(text, "saved") || strings.Contains(text, unsaid) {
		t.Error("something is said before anything was chosen")
	}
}

// What is no person's choice changes nothing, and the page comes again.
func TestPreferencesAreAPersons(t *testing.T) {
	for name, send := range map[string]func(d *door, s *sheet, path string) *sheet{
		"at once": func(_ *door, s *sheet, path string) *sheet { return s.choose(path, thoughtless, "often", "never") },
		"untrusted": func(_ *door, s *sheet, path string) *sheet {
			return s.choose(path, while, "often", "never", "trusted", "0")
		},
		"hasty": func(_ *door, s *sheet, path string) *sheet {
			return s.choose(path, while, "often", "never", "quick", "4")
		},
		"plainly, at once": func(_ *door, s *sheet, path string) *sheet {
			return s.plainly(path, thoughtless, "often", "never")
		},
		"plainly, trapped": func(_ *door, s *sheet, path string) *sheet {
			return s.plainly(path, while, "often", "never", "reference", "x")
		},
		"another's cookie": func(d *door, s *sheet, path string) *sheet {
			s.cookie = d.browser().settings().cookie
			return s.choose(path, while, "often", "never")
		},
		"without page": func(_ *door, s *sheet, path string) *sheet {
			s.text = ""
			return s.choose(path, while, "often", "never")
		},
		"the survey's page": func(d *door, s *sheet, path string) *sheet {
			other := s.look("")
			return other.choose(path, while, "often", "never")
		},
		"trapped": func(_ *door, s *sheet, path string) *sheet {
			return s.choose(path, while, "often", "never", "reference", "x")
		},
		"a day later": func(_ *door, s *sheet, path string) *sheet { return s.choose(path, 24*time.Hour, "often", "never") },
		"no choice":   func(_ *door, s *sheet, path string) *sheet { return s.choose(path, while, "often", "Never") },
		"known agent": func(_ *door, s *sheet, path string) *sheet {
			s.header.Set("User-Agent", "curl/8")
			return s.choose(path, while, "often", "never")
		},
		"export early": func(_ *door, s *sheet, path string) *sheet { return s.choose(path, thoughtless, "mail", "export") },
	} {
		d := open(t)
		b := d.browser()
		s := b.settings()
		send(d, s, d.path(token.Preferences, "p")).says(http.StatusBadRequest, `value="usual" checked`).says(http.StatusBadRequest, unsaid)
		if often, _ := d.often(); often != heed.AsUsual || len(d.row().Invitation.Further) > 0 {
			t.Errorf("%s: it is %s", name, often)
		}
	}
}

// unsaid is what a page says that changed nothing, and no other.
const unsaid = `class="alarm">That could not be sent.`

const thoughtless = 600 * time.Millisecond

// What no script or no cookie vouches for is asked for once more: the same, two
// seconds later, on the page that asks for it.
func TestPreferencesOnceMore(t *testing.T) {
	type send = func(*sheet, string, time.Duration, ...string) *sheet
	for name, c := range map[string]struct {
		refuses bool
		send    send
	}{"without scripts": {false, (*sheet).plainly}, "without cookies": {true, (*sheet).choose}, "without either": {true, (*sheet).plainly}} {
		for _, fields := range [][2]string{{"often", "never"}, {"mail", "export"}, {"mail", "forget"}, {"delete", "yes"}} {
			d := open(t)
			path := d.path(token.Preferences, "p")
			if fields[0] == "delete" {
				path = d.hour(token.Forget, d.clock().Add(time.Hour))
			}
			done := func() bool {
				often, _ := d.often()
				return often != heed.AsUsual || len(d.row().Invitation.Further) > 0 || d.row().Forgotten()
			}
			b := d.browser()
			b.refuses = c.refuses
			first := b.sheet(b.send(http.MethodGet, path, nil))
			more := c.send(first, path, while, fields[0], fields[1]).says(http.StatusOK, oneMore)
			if strings.Contains(body(more.text), " checked") {
				t.Errorf("%s, %s: something is chosen", name, fields)
			}
			c.send(first, path, while, fields[0], fields[1]).says(http.StatusOK, oneMore)
			c.send(more, path, while, fields[0], "-").says(http.StatusBadRequest, unsaid)
			more = c.send(first, path, while, fields[0], fields[1])
			more = c.send(more, path, 1500*time.Millisecond, fields[0], fields[1]).says(http.StatusOK, oneMore)
			stolen := &sheet{d.browser(), 0, more.text}
			if stolen.plainly(path, while, fields[0], fields[1]); !c.refuses && done() {
				t.Errorf("%s, %s: a copy of the page did it", name, fields)
			}
			if c.refuses {
				continue // who shows no cookie is whoever has the page
			}
			if done() {
				t.Errorf("%s, %s: done too soon", name, fields)
			}
			if c.send(more, path, while, fields[0], fields[1]); !done() {
				t.Errorf("%s, %s: not done", name, fields)
			}
		}
	}
}

// Whoever takes no cookies chooses all the same.
func TestPreferencesWithoutCookies(t *testing.T) {
	d := open(t)
	path := d.path(token.Preferences, "p")
	b := d.browser()
	b.refuses = true
	more := b.settings().choose(path, while, "often", "less").says(http.StatusOK, oneMore)
	more.choose(path, while, "often", "never").says(http.StatusOK, oneMore) // another one than before
	more.choose(path, while, "often", "less").says(http.StatusOK, "Your choice is saved.")
	if often, _ := d.often(); often != heed.Less {
		t.Errorf("it is %s", often)
	}
}

// Nobody has opened a link that was mailed a moment ago.
func TestForgetAtDelivery(t *testing.T) {
	d := open(t)
	path := d.hour(token.Forget, d.clock().Add(time.Hour))
	d.change(func(r *heed.Row) {
		r.Invitation.Further = []heed.Further{{FurtherName: heed.FurtherName{Kind: heed.ForgetLink, Round: 1}, Due: d.clock(), Claimed: d.clock(), Sent: d.clock()}}
	})
	b := d.browser()
	s := b.sheet(b.send(http.MethodGet, path, nil))
	s.choose(path, while, "delete", "yes").says(http.StatusBadRequest, unsaid)
	if s.choose(path, 9*time.Second, "delete", "yes"); !d.row().Forgotten() {
		t.Error("it is not deleted")
	}
}

// An unsubscription can be taken back; that an address bounced can't.
func TestPreferencesAfterABounce(t *testing.T) {
	for _, why := range []sampling.Suppression{sampling.AddressBounced, sampling.ReportedSpam} {
		d := open(t)
		if err := d.Store.Suppress(t.Context(), heed.Hash{1}, why); err != nil {
			t.Fatal(err)
		}
		s := d.browser().settings().says(http.StatusOK, `<fieldset disabled>`).says(http.StatusOK, `value="never" checked`)
		s.choose(d.path(token.Preferences, "p"), while, "often", "usual").says(http.StatusOK, `value="never" checked`)
		if held, err := d.Store.Suppression(t.Context(), heed.Hash{1}); err != nil || held != why {
			t.Errorf("suppressed for %d, was %d (%v)", held, why, err)
		}
	}
}

// A link is mailed when it is asked for: one at a time, three a day of a kind.
func TestLinksAreMailed(t *testing.T) {
	d := open(t)
	path := d.path(token.Preferences, "p")
	ask := func(kind string, want int) {
		t.Helper()
		d.browser().settings().choose(path, while, "mail", kind).says(http.StatusOK, "The link is on its way.")
		if got := len(d.row().Invitation.Further); got != want {
			t.Errorf("%d further mails, want %d", got, want)
		}
	}
	send := func() {
		d.change(func(r *heed.Row) {
			for k := range r.Invitation.Further {
				r.Invitation.Further[k].Sent = d.clock()
			}
		})
	}
	ask("export", 1)
	ask("export", 1)
	if f := d.row().Invitation.Further[0]; f.FurtherName != (heed.FurtherName{Kind: heed.ExportLink, Round: 1}) || !f.Due.Equal(d.clock()) && d.clock().Sub(f.Due) > 3*while {
		t.Errorf("the mail is %+v", f)
	}
	if name, _, waits := d.row().Next(); !waits || name.Kind != heed.ExportLink {
		t.Error("nothing waits to be mailed")
	}
	ask("forget", 2)
	for _, want := range []int{3, 4, 4, 4} {
		send()
		ask("export", want)
	}
	d.wait(25 * time.Hour)
	send()
	ask("export", 5)
	d.wait(10 * 24 * time.Hour)
	send()
	ask("export", 3) // those of long ago are gone, but the last
	if f := d.row().Invitation.Last(heed.ExportLink); f.Round != 5 {
		t.Errorf("the fifth link is called %+v", f.FurtherName)
	}
}

// lived gives the customer a past: this row answered, another one not asked, in
// another browser's words.
func lived(t *testing.T) *door {
	d := open(t)
	d.browser().look("?score=3").press("3").say("Slow, <b>but</b> kind")
	d.change(func(r *heed.Row) {
		r.Add(heed.Note{Kind: heed.Forwarded, At: delivered, Score: 4, Text: "from aside"})
		r.Add(heed.Note{Kind: heed.Afterward, At: delivered, Score: heed.None, Text: "from later"})
		r.Dims = []heed.Dim{{Name: "agent", Value: "Ada"}, {Name: "tag", Value: "a"}, {Name: "tag", Value: "by bob@acme.example (2)"}}
	})
	other := d.row()
	other.ID, other.Object, other.Invitation, other.Response, other.Notes, other.Reason = heed.RowID{9, 8, 7, 15: 4}, "ticket:2", nil, nil, nil, heed.NotDrawn
	head := &records.Head{Kind: surveys.Customer, ID: heed.Hash{1}, Scope: &sampling.Scope{
		Decided: []sampling.Decided{{ID: ref.ID.Touchpoint(), Day: ref.Day}, {ID: other.ID.Touchpoint(), Day: ref.Day + 1}},
	}}
	if err := d.Store.PutScope(t.Context(), head); err != nil {
		t.Fatal(err)
	}
	if err := d.Store.PutRow(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	return d
}

// stored is the file, as far as it is looked at.
type stored struct {
	Address     string
	Complete    bool
	Touchpoints []struct {
		Object     string
		Dimensions map[string][]string
		Answer     *struct {
			Score   int
			Comment string
		}
		Invitation *struct{ To, Name string }
		Notes      []struct {
			Kind, Text string
			Score      *int
		}
	}
}

func TestKnown(t *testing.T) {
	d := lived(t)
	path := d.hour(token.Export, d.clock().Add(time.Hour))
	page := d.browser().sheet(d.browser().send(http.MethodGet, path, nil))
	for _, want := range []string{
		"What is stored about you", "mia@example.org", "Slow, &lt;b&gt;but&lt;/b&gt; kind", "from later", "forwarded", "November 20", "answer.score", "ticket:2", "not_drawn", `href="?file"`,
	} {
		page.says(http.StatusOK, want)
	}
	w := d.browser().send(http.MethodGet, path+"?file", nil)
	if w.Header().Get("Cache-Control") != "no-store" || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment") || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") {
		t.Errorf("headers %v", w.Header())
	}
	var file stored
	if err := json.Unmarshal(w.Body.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	if !file.Complete || file.Address != "mia@example.org" || len(file.Touchpoints) != 2 {
		t.Fatalf("the file is %s", w.Body)
	}
	asked := file.Touchpoints[0]
	if asked.Object != "ticket:1" {
		asked = file.Touchpoints[1]
	}
	if asked.Answer.Score != 3 || asked.Answer.Comment != "Slow, <b>but</b> kind" || asked.Invitation.Name != "Mia" || len(asked.Notes) != 2 || asked.Notes[1].Text != "from later" || len(asked.Dimensions["tag"]) != 2 {
		t.Errorf("the file is %s", w.Body)
	}
	if n := asked.Notes[0]; n.Kind != "forwarded" || n.Text != "" || n.Score != nil || asked.Dimensions["tag"][1] != "by (a mail address) (2)" {
		t.Errorf("what is others' own is told: %s", w.Body)
	}
}

// A look forgets nobody, nor does what no person sent; after it nothing is left.
func TestForget(t *testing.T) {
	d := lived(t)
	path := d.hour(token.Forget, d.clock().Add(time.Hour))
	b := d.browser()
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		b.send(method, path, nil)
	}
	s := b.sheet(b.send(http.MethodGet, path, nil)).says(http.StatusOK, "Delete what is stored about you?")
	s.choose(path, thoughtless, "delete", "yes").says(http.StatusBadRequest, "Delete what is stored").says(http.StatusBadRequest, unsaid)
	s.choose(path, while).says(http.StatusBadRequest, "Delete what is stored")
	s.plainly(path, while, "delete", "yes").says(http.StatusOK, oneMore)
	if d.row().Forgotten() {
		t.Fatal("they are forgotten too soon")
	}
	s.choose(path, while, "delete", "yes").says(http.StatusOK, "It is deleted.")
	row := d.row()
	if !row.Forgotten() || row.Response != nil || row.Invitation.To != "" || row.Invitation.Sent.IsZero() {
		t.Errorf("left is %+v", row)
	}
	other, err := d.Store.Row(t.Context(), heed.RowRef{Day: ref.Day, ID: heed.RowID{9, 8, 7, 15: 4}})
	if err != nil || !other.Forgotten() {
		t.Errorf("the other row is %+v (%v)", other, err)
	}
	for _, left := range []string{path, d.path(token.Answer, "s") + "?score=9", d.path(token.Unsubscribe, "u"), d.path(token.Preferences, "p"), d.hour(token.Export, d.clock().Add(time.Hour))} {
		d.browser().sheet(d.browser().send(http.MethodGet, left, nil)).says(http.StatusGone, "It is deleted.")
	}
	d.browser().sheet(d.browser().send(http.MethodPost, d.path(token.Unsubscribe, "u"), url.Values{"List-Unsubscribe": {"One-Click"}})).says(http.StatusGone, "It is deleted.")
	if d.log.Len() > 0 {
		t.Error(d.log.String())
	}
}

// TestAnsweredWhileForgotten: what is sent from a page that was open changes
// nothing any more.
func TestAnsweredWhileForgotten(t *testing.T) {
	d := open(t)
	page := d.browser().look("?score=9")
	d.change(func(r *heed.Row) { r.Forget(d.clock()) })
	page.press("9").says(http.StatusGone, "It is deleted.")
	if row := d.row(); row.Response != nil || len(row.Suspects) > 0 {
		t.Errorf("the answer is %+v", row.Response)
	}
}

// A link's hour ends, and one serves for what it was made for.
func TestLinkOfAnHour(t *testing.T) {
	d := lived(t)
	for _, purpose := range []token.Purpose{token.Export, token.Forget} {
		path := d.hour(purpose, d.clock().Add(time.Hour))
		d.browser().sheet(d.browser().send(http.MethodGet, path[:len(path)-1]+"a", nil)).says(http.StatusNotFound, "Ce lien")
		d.wait(61 * time.Minute)
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			d.browser().sheet(d.browser().send(method, path, url.Values{"delete": {"yes"}})).says(http.StatusGone, "The hour of this link is over.")
		}
	}
	for _, purpose := range []token.Purpose{token.Answer, token.Unsubscribe, token.Reply, token.Export, token.Forget} {
		d.browser().sheet(d.browser().send(http.MethodGet, d.path(purpose, "p"), nil)).says(http.StatusNotFound, "Ce lien")
	}
	if d.row().Forgotten() {
		t.Error("they are forgotten")
	}
}

// TestSettingsOfAnOldProgram: a program that is no more still lets its
// customers go, and a window that has closed keeps no cookie from them.
func TestSettingsOfAnOldProgram(t *testing.T) {
	d := open(t)
	d.wait(300 * 24 * time.Hour)
	d.change(func(r *heed.Row) { r.Program = "gone" })
	s := d.browser().settings().says(http.StatusOK, "How often may Acme ask you?")
	s.choose(d.path(token.Preferences, "p"), while, "often", "less").says(http.StatusOK, "Your choice is saved.")
}

// FuzzPreferences: whatever is sent, nothing panics, the status is one that is
// known, and nothing is chosen, mailed or forgotten without a page of ours and
// its cookie.
func FuzzPreferences(f *testing.F) {
	f.Add("POST", byte(0), "", "application/x-www-form-urlencoded", "often=never&page=x", "heed=0123456789abcdef")
	f.Add("POST", byte(1), "?sent", "application/x-www-form-urlencoded", "mail=export&often=less", "")
	f.Add("POST", byte(2), "?file", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"delete\"\r\n\r\nyes\r\n--x--\r\n", "heed=")
	f.Add("GET", byte(1), "?file", "", "", "")
	f.Fuzz(func(t *testing.T, method string, which byte, more, kind, body, cookies string) {
		d := behind(t, shelf{})
		d.put(&heed.Invitation{To: "mia@example.org", Sent: delivered, Delivered: delivered})
		path := []string{d.path(token.Preferences, "p"), d.hour(token.Forget, d.clock().Add(time.Hour)), d.hour(token.Export, d.clock())}[which%3]
		r := httptest.NewRequest(http.MethodGet, "/", strings.NewReader(body))
		r.Method, r.URL.Path = method, path
		if p, query, ok := strings.Cut(more, "?"); ok {
			r.URL.RawQuery = query
			r.URL.Path += p
		} else {
			r.URL.Path += more
		}
		r.Header = http.Header{"Content-Type": {kind}, "Cookie": {cookies}, "User-Agent": {firefox}}
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		if !slices.Contains(statuses, w.Code) || d.log.Len() > 0 {
			t.Errorf("%s %s: %d, logged %s", method, more, w.Code, d.log.String())
		}
		row := d.row()
		if often, _ := d.often(); often != heed.AsUsual || row.Forgotten() || len(row.Invitation.Further) > 0 {
			t.Errorf("%s: %s, %+v", body, often, row.Invitation)
		}
	})
}

// FuzzUntil: only what was made is taken for a link of an hour.
func FuzzUntil(f *testing.F) {
	f.Add("abc", int64(0))
	f.Add(strings.Repeat("a", token.UntilLength), int64(3600))
	f.Fuzz(func(t *testing.T, text string, later int64) {
		d := behind(t, shelf{})
		d.put(&heed.Invitation{To: "mia@example.org", Sent: delivered, Delivered: delivered})
		d.wait(time.Duration(later % int64(time.Hour)))
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.URL.Path = "/p/" + text
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		if w.Code != http.StatusNotFound {
			t.Errorf("%q: %d", text, w.Code)
		}
	})
}

// Of a long past the newest is shown, and that there is more is said.
func TestKnownIsBounded(t *testing.T) {
	d := open(t)
	const n = 510
	head := &records.Head{Kind: surveys.Customer, ID: heed.Hash{1}, Scope: &sampling.Scope{}}
	var work sync.WaitGroup
	for i := range n {
		row := d.row()
		row.ID, row.Day = heed.RowID{1, byte(i), byte(i >> 8), 7}, ref.Day-heed.Day(i)
		row.Object, row.Invitation, row.Reason = fmt.Sprint("ticket:", i), nil, heed.NotDrawn
		head.Scope.Decided = append(head.Scope.Decided, sampling.Decided{ID: row.ID.Touchpoint(), Day: row.Day})
		work.Go(func() {
			if err := d.Store.PutRow(t.Context(), row); err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	if err := d.Store.PutScope(t.Context(), head); err != nil {
		t.Fatal(err)
	}
	var file stored
	w := d.browser().send(http.MethodGet, d.hour(token.Export, d.clock().Add(time.Hour))+"?file", nil)
	if err := json.Unmarshal(w.Body.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	if file.Complete || len(file.Touchpoints) != 500 || file.Touchpoints[0].Object != "ticket:0" || file.Touchpoints[499].Object != "ticket:499" {
		t.Errorf("%d touchpoints, complete %v", len(file.Touchpoints), file.Complete)
	}
}
