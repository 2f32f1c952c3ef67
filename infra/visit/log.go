package visit

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	logged "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// A Sent is a request that the tab sent.
type Sent struct {
	Method, URL string
	Form        url.Values // what a POST carried
}

// log is what happened in a tab.
type log struct {
	sync.Mutex
	sent     []Sent
	troubles []string
}

// hear is called by the browser for everything that happens.
func (l *log) hear(event any) {
	l.Lock()
	defer l.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		s := Sent{Method: e.Request.Method, URL: e.Request.URL}
		for _, entry := range e.Request.PostDataEntries {
			s.Form, _ = url.ParseQuery(string(entry.Bytes)) // what can't be read is empty
		}
		l.sent = append(l.sent, s)
	case *logged.EventEntryAdded:
		l.troubles = append(l.troubles, string(e.Entry.Level)+": "+e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		l.troubles = append(l.troubles, "console: "+string(e.Type))
	case *runtime.EventExceptionThrown:
		l.troubles = append(l.troubles, "exception: "+e.ExceptionDetails.Text)
	}
}

// at is the address that was last asked for, without what it is secret by.
func (l *log) at() string {
	l.Lock()
	defer l.Unlock()
	if len(l.sent) == 0 {
		return "no page"
	}
	last := l.sent[len(l.sent)-1]
	at, err := url.Parse(last.URL)
	if err != nil {
		return last.Method
	}
	return last.Method + " " + at.Path[:min(3, len(at.Path))]
}

// Sent returns the requests that the tab has sent so far.
func (v *Visit) Sent() []Sent {
	v.log.Lock()
	defer v.log.Unlock()
	return slices.DeleteFunc(slices.Clone(v.log.sent), func(s Sent) bool { return strings.HasPrefix(s.URL, "data:") })
}

// Troubles returns what the console was told: what the page's policy forbids,
// and what failed.
func (v *Visit) Troubles() []string {
	v.log.Lock()
	defer v.log.Unlock()
	return slices.Clone(v.log.troubles)
}
