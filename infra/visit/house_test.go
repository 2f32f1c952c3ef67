package visit_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/events"
	"heed/infra/browser"
	"heed/infra/laptop"
	"heed/infra/visit"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sampling"
	"heed/shared/sources"
	"heed/shared/surveys"
	"heed/shared/token"
)

// chromium is the one browser of all tests.
var chromium = struct {
	sync.Once
	*browser.Browser
	err error
}{}

func TestMain(m *testing.M) {
	code := m.Run()
	if chromium.Browser != nil {
		chromium.Close()
	}
	if err := forgetYears(); err != nil {
		fmt.Println(err)
		code = 1
	}
	os.Exit(code)
}

// eyes returns the browser. Without one nothing here can be tested, and that
// is said.
func eyes(t *testing.T) *browser.Browser {
	t.Helper()
	if os.Getenv("HEED_NO_BROWSER") == "1" {
		t.Skip("SKIPPED, since HEED_NO_BROWSER=1: no page was looked at in a browser")
	}
	chromium.Do(func() { chromium.Browser, chromium.err = browser.Open(context.Background()) })
	if chromium.err != nil {
		t.Fatalf("%v; or leave the tests of pages out by HEED_NO_BROWSER=1", chromium.err)
	}
	return chromium.Browser
}

// config asks nearly everybody, in every kind of question.
const config = `
brand: {name: Acme, color: "#2457d6", domains: [acme.example], review: "https://reviews.example.com/acme"}
sources: [{name: app, type: standard}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 99.9%, ceiling: 99.99%, window: 14d}
  - {name: faces, ask: csat, style: smileys, stage: support, when: {kinds: [ticket.faces]}, rate: 99.9%, ceiling: 99.99%, window: 14d}
  - {name: thumbs, ask: csat, style: thumbs, stage: support, when: {kinds: [ticket.thumbs]}, rate: 99.9%, ceiling: 99.99%, window: 14d}
  - {name: onboarding, ask: ces, stage: onboarding, when: {kinds: [onboarding.done]}, rate: 99.9%, ceiling: 99.99%, window: 14d}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 99.9%, ceiling: 99.99%, window: 14d}
`

// A house is a whole laptop that visitors get their mails from.
type house struct {
	*testing.T
	base   string
	laptop *laptop.Laptop
	secret string
}

// open starts a laptop in a new folder, which ends with the test.
func open(t *testing.T) *house {
	t.Helper()
	programs, err := surveys.Load([]byte(config))
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "data")
	giveKeys(t, data)
	s, err := served(data, programs, alarm(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.end(); err != nil {
			t.Error(err)
		}
	})
	h := &house{T: t, base: s.base, laptop: s.laptop}
	var doors []struct{ Secret string }
	h.call(http.MethodGet, "/local/sources", nil, nil, &doors)
	h.secret = doors[0].Secret
	return h
}

// A serving is a laptop that runs and answers at base.
type serving struct {
	base   string
	laptop *laptop.Laptop
	end    func() error
}

// served starts the laptop of a data folder.
func served(data string, programs *surveys.Config, log *slog.Logger) (*serving, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &serving{base: "http://" + listener.Addr().String()}
	if s.laptop, err = laptop.Open(laptop.Options{Data: data, Config: programs, Base: s.base, Real: time.Now, Log: log}); err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	server := &http.Server{Handler: s.laptop.Handler()}
	var work errgroup.Group
	work.Go(func() error { s.laptop.Run(ctx); return nil })
	work.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	s.end = func() error {
		stop()
		_ = server.Close() // browsers keep connections open
		return errors.Join(work.Wait(), s.laptop.Close())
	}
	return s, nil
}

// giveKeys makes keys that follow from the test's name, so that a test draws
// the same customers each time it runs: all of them.
func giveKeys(t *testing.T, data string) {
	t.Helper()
	ring, err := keyring.Make(rand.NewChaCha8(sha256.Sum256([]byte(t.Name()))), time.Unix(1_700_000_000, 0))
	if err == nil {
		err = os.MkdirAll(data, 0o700)
	}
	if err == nil {
		err = laptop.WriteFile(filepath.Join(data, laptop.KeysFile), ring.Text())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// alarm is a log whose errors fail the test: an operator would have to hear of
// them.
func alarm(t *testing.T) *slog.Logger {
	return slog.New(slog.NewTextHandler(bell{t}, &slog.HandlerOptions{Level: slog.LevelError}))
}

type bell struct{ *testing.T }

func (b bell) Write(line []byte) (int, error) {
	if !strings.Contains(string(line), context.Canceled.Error()) {
		b.Errorf("logged: %s", line)
	}
	return len(line), nil
}

// call sends a request of the test's own, and reads JSON.
func (h *house) call(method, path string, header http.Header, body []byte, into any) {
	h.Helper()
	r, err := http.NewRequestWithContext(h.Context(), method, h.base+path, bytes.NewReader(body))
	if err != nil {
		h.Fatal(err)
	}
	for name, values := range header {
		r.Header[name] = values
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		h.Fatal(err)
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		h.Fatalf("%s %s answered %d, %v: %s", method, path, response.StatusCode, err, said)
	}
	if into != nil {
		if err := json.Unmarshal(said, into); err != nil {
			h.Fatalf("%v: %s", err, said)
		}
	}
}

// advance moves the clock, and does what is due on the way.
func (h *house) advance(by time.Duration) {
	h.Helper()
	h.call(http.MethodPost, "/local/clock", nil, fmt.Appendf(nil, `{"advance":%q}`, by), nil)
}

// meets has something happen to a customer: object is what it happened to.
func (h *house) meets(object string, asked visit.Asked, locale string) {
	h.Helper()
	text, err := events.FS.ReadFile("standard/onboarding-done.json")
	if err != nil {
		h.Fatal(err)
	}
	var e struct {
		Type      string         `json:"type"`
		Timestamp string         `json:"timestamp"`
		Data      map[string]any `json:"data"`
	}
	if err := json.Unmarshal(text, &e); err != nil {
		h.Fatal(err)
	}
	e.Type = string(asked)
	e.Data["object"] = object
	e.Data["customer"] = map[string]string{"id": object, "email": address(object), "name": "Maren Oduya", "locale": locale}
	body, err := json.Marshal(e)
	if err != nil {
		h.Fatal(err)
	}
	adapter, _ := sources.Of(&surveys.Source{Name: "app", Type: "standard"})
	r := sources.Request{Method: http.MethodPost, URL: h.base + "/hooks/app", Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
	if err := adapter.Sign(&r, h.secret, "msg_"+object, time.Now()); err != nil {
		h.Fatal(err)
	}
	h.call(http.MethodPost, "/hooks/app", r.Header, body, nil)
}

func address(object string) string { return object + "@example.com" }

// mails returns the mails, by whom they are to.
func (h *house) mails() map[string]visit.Mail {
	h.Helper()
	var list []struct {
		To string
		visit.Mail
	}
	h.call(http.MethodGet, "/local/mail/messages", nil, nil, &list)
	all := map[string]visit.Mail{}
	for _, m := range list {
		all[m.To] = m.Mail
	}
	return all
}

// doors are the links of an hour that were mailed, by whom they are to.
func (h *house) doors() map[string]string {
	h.Helper()
	var list []struct {
		To string
		visit.Mail
	}
	h.call(http.MethodGet, "/local/mail/messages", nil, nil, &list)
	all := map[string]string{}
	for _, m := range list {
		if m.Survey() == "" {
			all[m.To] = m.Mail.To("/p/")
		}
	}
	return all
}

// mailed has customers asked, and returns their mails.
func (h *house) mailed(list []visit.Visitor, name func(int) string) []visit.Mail {
	h.Helper()
	for i, v := range list {
		asked, locale := v.Asked, v.Locale
		if asked == "" {
			asked = visit.Numbers
		}
		if locale == "" {
			locale = "en"
		}
		h.meets(name(i), asked, locale)
	}
	h.advance(time.Second)
	all := h.mails()
	mails := make([]visit.Mail, len(list))
	for i, v := range list {
		mails[i] = all[address(name(i))]
		mails[i].Locale = v.Locale
		if mails[i].HTML == "" {
			h.Fatalf("%s got no mail", v.Name)
		}
	}
	return mails
}

// row is what the table holds of the survey that a mail asks for.
func (h *house) row(m visit.Mail) *heed.Row {
	h.Helper()
	ref, err := token.Read(h.laptop.Keys, token.Answer, m.Survey()[strings.LastIndex(m.Survey(), "/")+1:])
	if err != nil {
		h.Fatal(err)
	}
	row, err := h.laptop.Store().Row(h.Context(), ref)
	if err != nil {
		h.Fatal(err)
	}
	return row
}

// left is what a visitor has left behind.
func (h *house) left(m visit.Mail) visit.Trace {
	h.Helper()
	row := h.row(m)
	why, err := h.laptop.Store().Suppression(h.Context(), row.Customer)
	if err != nil {
		h.Fatal(err)
	}
	trace := visit.Trace{Suspects: len(row.Suspects), Notes: len(row.Notes)}
	often, _, err := h.laptop.Store().Often(h.Context(), row.Customer)
	if err != nil {
		h.Fatal(err)
	}
	trace.Unsubscribes, trace.Less, trace.Deleted = why == sampling.Unsubscribed, often == heed.Less, row.Forgotten()
	for _, f := range row.Invitation.Further {
		if f.Kind == heed.ExportLink || f.Kind == heed.ForgetLink {
			trace.Links++
		}
	}
	if a := row.Response; a != nil {
		trace.Answers, trace.Score, trace.Channel, trace.Comment = true, a.Score, a.Channel.String(), a.Comment
	}
	var evidence heed.Evidence
	for _, s := range row.Suspects {
		evidence |= s.Evidence
	}
	trace.Evidence = evidence.Names()
	return trace
}
