// Package visit is who comes to a survey: people on their ways through it, and
// the machines that look at mail before people do or instead of them. Both are
// written down as data and the code that acts for them, in a real Chromium or
// without one; the tests beside them let each loose on a mail of a whole
// laptop and look at what was recorded. docs/scanners.md says how that ended.
package visit

import (
	"context"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"slices"
	"time"

	"heed/infra/browser"
	"heed/shared/words"
)

// A Visitor is a person or a machine that gets a mail.
type Visitor struct {
	Name    string
	Does    string
	Source  string       // where such a machine was seen; "" for people
	Asked   Asked        // what it is asked; satisfaction in numbers if ""
	Locale  string       // its language; English if ""
	Soon    bool         // comes within seconds of the mail's delivery, others minutes later
	Act     func(*Visit) // what it does with the mail
	Return  func(*Visit) // what it does ten minutes after that; nil for nothing
	Follows bool         // a machine that comes after a person, whose answer is to stand
	Want    Outcome
}

// Asked is what a visitor is asked, and how: the kind of touchpoint that is
// asked about like that.
type Asked string

// What visitors are asked.
const (
	Numbers Asked = "ticket.solved"
	Smileys Asked = "ticket.faces"
	Thumbs  Asked = "ticket.thumbs"
	Ease    Asked = "onboarding.done"
	Likely  Asked = "subscription.renewed"
)

// An Outcome is what the visitor leaves behind.
type Outcome struct {
	Answers      bool // there is an answer, of what follows
	Score        int
	Channel      string
	Comment      string
	Unsubscribes bool
	Less         bool // is to be asked less often
	Links        int  // links of an hour that are mailed
	Deleted      bool // all that was stored is gone
}

// A Visit is one visitor's with one mail. Whatever is asked of it after
// something failed is not done: Err says what failed first.
type Visit struct {
	Mail  Mail
	Say   *words.Words // of the language in which it is asked
	Agent string       // what its programs call themselves
	Door  string       // the link of an hour that they were mailed; "" before they return
	Err   error

	context context.Context
	browser *browser.Browser
	client  *http.Client // of what is done without a browser
	tab     context.Context
	log     *log
	kept    Answer // a page that is come back to
	closed  []func()
}

// Person is what a person's browser calls itself. A headless Chromium would
// say that it is one.
const Person = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"

// Begin begins a visit.
func Begin(ctx context.Context, b *browser.Browser, m Mail) *Visit {
	v := &Visit{Mail: m, Say: words.For(m.Locale), Agent: Person, context: ctx, browser: b}
	v.Stranger()
	return v
}

// Stranger makes the visitor one who was never here: no cookie of before is
// left, in no browser and no program.
func (v *Visit) Stranger() {
	jar, err := cookiejar.New(nil)
	if err != nil {
		v.fail("make a jar of cookies: %w", err)
	}
	v.client = &http.Client{Jar: jar, Timeout: 20 * time.Second}
	v.tab = nil
}

// End closes what the visit opened.
func (v *Visit) End() {
	for _, closed := range slices.Backward(v.closed) {
		closed()
	}
	v.closed, v.tab = nil, nil
}

// Pause waits in real time, where the visitor's waiting is the point.
func (v *Visit) Pause(d time.Duration) {
	if v.Err != nil {
		return
	}
	select {
	case <-v.context.Done():
		v.fail("wait: %w", v.context.Err())
	case <-time.After(d):
	}
}

func (v *Visit) fail(doing string, of ...any) {
	if v.Err == nil {
		v.Err = fmt.Errorf(doing, of...)
	}
}
