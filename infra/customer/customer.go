// Package customer answers surveys the way a customer's browser does, for
// tests, benchmarks and the made-up year: it opens the page, keeps its cookie,
// and sends what the page's script sends when somebody presses. No page is
// drawn and no script runs; what a real browser makes of a page is tested
// with one.
package customer

import (
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// Dwell is how long a customer looks at a page before pressing, at least. The
// server measures it by its own clock.
const Dwell = 1500 // milliseconds

// agent is what the browser calls itself: no name that a program has.
const agent = "Mozilla/5.0 (a customer)"

// A Page is a page that a customer has opened. It is one visit: what is sent
// from it comes from the same browser.
type Page struct {
	Status int
	Text   string // HTML
	at     string
	client *http.Client
}

// Open opens a link in a browser of its own, over a transport (nil for the
// usual one).
func Open(ctx context.Context, transport http.RoundTripper, link string) (*Page, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	at, _, _ := strings.Cut(link, "?")
	p := &Page{at: at, client: &http.Client{Jar: jar, Transport: transport}}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, link, nil)
	if err != nil {
		return nil, err
	}
	return p.take(r)
}

// Press chooses a score and presses the button. Where nothing was recorded the
// error says what the page is now.
func (p *Page) Press(ctx context.Context, score int) (*Page, error) {
	fields, err := Pressed(p.Text, score)
	if err != nil {
		return nil, err
	}
	return p.post(ctx, fields)
}

// Say sends a comment by the form of a page that asks for one.
func (p *Page) Say(ctx context.Context, words string) (*Page, error) {
	fields, err := Commented(p.Text, words)
	if err != nil {
		return nil, err
	}
	return p.post(ctx, fields)
}

// Answer presses a score and, unless words is "", leaves them as a comment on
// the page that says thanks. It fails unless both were taken.
func (p *Page) Answer(ctx context.Context, score int, words string) error {
	after, err := p.Press(ctx, score)
	switch {
	case err != nil:
		return err
	case !after.Answered():
		return fmt.Errorf("status %d, and no thanks for the score", after.Status)
	case words == "":
		return nil
	}
	if after, err = after.Say(ctx, words); err != nil {
		return err
	}
	if after.Status != http.StatusOK {
		return fmt.Errorf("status %d for the comment", after.Status)
	}
	return nil
}

func (p *Page) post(ctx context.Context, fields url.Values) (*Page, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, p.at, strings.NewReader(fields.Encode()))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	// What browsers make of a form of a page without a referrer.
	r.Header.Set("Origin", "null")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return p.take(r)
}

func (p *Page) take(r *http.Request) (*Page, error) {
	r.Header.Set("User-Agent", agent)
	answer, err := p.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // nothing is written
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, fmt.Errorf("read the page: %w", err)
	}
	return &Page{Status: answer.StatusCode, Text: string(text), at: p.at, client: p.client}, nil
}

// Answered reports whether the page is the one that follows an answer that
// counts.
func (p *Page) Answered() bool {
	return p.Status == http.StatusOK && strings.Contains(p.Text, `class="given"`)
}

// ErrNothing is the error for a page that has nothing to press.
var ErrNothing = errors.New("the page has nothing to press")

var (
	live   = regexp.MustCompile(`data-page="([^"]*)"`)
	hidden = regexp.MustCompile(`<input type="hidden" name="page" value="([^"]*)">`)
)

// Pressed is what the script of the page posts when somebody presses a score.
func Pressed(page string, score int) (url.Values, error) {
	found := live.FindStringSubmatch(page)
	if found == nil {
		return nil, ErrNothing
	}
	return url.Values{
		"score": {strconv.Itoa(score)}, "page": {html.UnescapeString(found[1])}, "reference": {""},
		"from": {"script"}, "trusted": {"1"}, "dwell": {strconv.Itoa(Dwell)}, "quick": {"0"},
	}, nil
}

// Commented is what the page's form for a comment posts.
func Commented(page, words string) (url.Values, error) {
	_, form, _ := strings.Cut(page, "</noscript>")
	if form == "" {
		form = page
	}
	found := hidden.FindStringSubmatch(form)
	if found == nil || !strings.Contains(form, `name="comment"`) {
		return nil, ErrNothing
	}
	return url.Values{"comment": {words}, "page": {html.UnescapeString(found[1])}, "reference": {""}}, nil
}
