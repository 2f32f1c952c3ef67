package laptop_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// A visitor talks to a Heed over HTTP, and knows nothing else of it.
type visitor struct {
	base   string
	client *http.Client
}

// connections is how many a visitor has at once, at most.
const connections = 64

func newVisitor(base string) visitor {
	return visitor{base, &http.Client{
		Timeout:   5 * time.Minute,
		Transport: &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections},
	}}
}

// An answer is a response that was read to its end.
type answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// try sends one request, to a path or a whole URL. The error is that of a
// request without an answer.
func (v visitor) try(method, to string, header http.Header, body []byte) (*answer, error) {
	if strings.HasPrefix(to, "/") {
		to = v.base + to
	}
	r, err := http.NewRequest(method, to, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	for name, values := range header {
		r.Header[name] = values
	}
	if host := header.Get("Host"); host != "" {
		r.Host = host
	}
	response, err := v.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	said, err := io.ReadAll(response.Body)
	return &answer{response.StatusCode, response.Header, said}, err
}

// send is try for requests that have to be answered.
func (v visitor) send(t *testing.T, method, to string, header http.Header, body []byte) *answer {
	t.Helper()
	a, err := v.try(method, to, header, body)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// read gets JSON.
func (v visitor) read(t *testing.T, path string, into any) {
	t.Helper()
	v.decode(t, v.send(t, http.MethodGet, path, nil, nil), into)
}

// order posts JSON, and reads what comes back unless into is nil.
func (v visitor) order(t *testing.T, path, body string, into any) {
	t.Helper()
	v.decode(t, v.send(t, http.MethodPost, path, http.Header{"Content-Type": {"application/json"}}, []byte(body)), into)
}

func (v visitor) decode(t *testing.T, a *answer, into any) {
	t.Helper()
	if a.Status != http.StatusOK {
		t.Fatalf("answered %d: %s", a.Status, a.Body)
	}
	if into == nil {
		return
	}
	if err := json.Unmarshal(a.Body, into); err != nil {
		t.Fatalf("%v: %s", err, a.Body)
	}
}

// advance moves the clock, and returns when all is done that was to be done on
// the way.
func (v visitor) advance(t *testing.T, by time.Duration) {
	t.Helper()
	v.order(t, "/local/clock", fmt.Sprintf(`{"advance":%q}`, by), nil)
}

// settle waits until whatever is due by now is done.
func (v visitor) settle(t *testing.T) {
	t.Helper()
	v.advance(t, 0)
}

// mails lists the mails, newest first.
// A caughtMail is a mail as the API shows it.
type caughtMail struct {
	ID, MessageID, To, From, ReplyTo, Subject, Text, HTML string
	Headers                                               map[string]string
	At                                                    time.Time
}

func (v visitor) mails(t *testing.T) []caughtMail {
	t.Helper()
	var list []caughtMail
	v.read(t, "/local/mail/messages", &list)
	return list
}

// mailTo returns the one mail to an address.
func (v visitor) mailTo(t *testing.T, address string) *caughtMail {
	t.Helper()
	var found []caughtMail
	for _, m := range v.mails(t) {
		if m.To == address {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		t.Fatalf("there are %d mails to %s", len(found), address)
	}
	return &found[0]
}
