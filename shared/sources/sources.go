// Package sources is how each vendor's webhooks are read, with the same parts
// for each: verify a delivery, make touchpoints of it, sign one as the vendor
// would and, for vendors that send only ids, fetch what is missing. They stand
// in the file that is named after the vendor; where that would grow long, a
// part lies in one beside it, named after both (hubspot_signature.go). The
// events/ folder has each vendor's samples, docs/sources/ its page, standin/
// its API as far as it is asked.
//
// To add a vendor: its file here, its line in the list below, its samples,
// its page. The tests that list the sources side by side then hold it to
// what the others keep.
//
// Nothing here stores, queues or answers anything, opens a connection, or
// knows which vendors a team uses; that is the handlers' and surveys.yaml's.
// Messages of errors go to whoever sent the delivery: they say which part is
// wrong and repeat none of it.
package sources

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Request is a delivery as it came. Signatures are over raw bytes, so the
// body is never decoded and written anew before Verify has seen it.
type Request struct {
	Method string
	URL    string // as the vendor was told it, with scheme, host and query: some sign it
	Header http.Header
	Body   []byte
}

// A Source reads one vendor's webhooks. It keeps nothing between calls.
type Source interface {
	// Verify checks the signature against the secrets that are valid: one, or
	// two while they are being changed. now is real time, whatever clock the
	// rest goes by. Errors are heed.Unauthorized, or heed.Unavailable where
	// there is no secret to check against.
	Verify(r *Request, secrets []string, now time.Time) error

	// Parse makes touchpoints of a verified delivery; their Source is left for
	// the caller to fill in. None and no error means understood and of no
	// interest. An error wraps ErrNotUnderstood: the delivery, or one of its
	// events, says too little; the touchpoints beside it are those of the
	// others.
	Parse(r *Request) ([]heed.Touchpoint, error)

	// Sign sets the headers, or the query, that the vendor would send with the
	// request. id names the delivery; now is its time. Headers that are there
	// already stay.
	Sign(r *Request, secret, id string, now time.Time) error
}

// An Answerer is a source whose vendor wants to hear something of its own: an
// acknowledgement, or back what it sent to see whether somebody is there.
type Answerer interface {
	// Answer is what to send back once the verified delivery is durable; nil
	// for the usual receipt.
	Answer(r *Request) *Answer
}

// An Answer is the body of a 200.
type Answer struct {
	ContentType string
	Body        []byte
}

// A Fetcher is a source whose deliveries may leave out whom they are of. Its
// vendor is asked while the touchpoint is decided, never while the vendor
// waits. Errors of both methods are the API's, wrapped, or heed.NotFound where
// the vendor knows of no such thing.
type Fetcher interface {
	// Access says where the vendor is asked, and how.
	Access() Access

	// Touchpoint completes a touchpoint that names no customer: it sets the
	// customer's id, and whatever else the vendor knows of the object.
	Touchpoint(ctx context.Context, api API, t *heed.Touchpoint) error

	// Customer returns who has that id; without an address where the vendor has
	// none. Only the id may be missing in what it returns.
	Customer(ctx context.Context, api API, id string) (heed.Customer, error)
}

// An API is a vendor's, as the credential of one source opens it.
type API interface {
	// Get returns the body of a 200. path begins with a slash and may have a
	// query; ids in it are escaped by the caller. An error is heed.NotFound
	// where there is no such thing, and anything else where asking again later
	// may help.
	Get(ctx context.Context, path string) ([]byte, error)
}

// Access is how a vendor's API is asked.
type Access struct {
	Base   string // https://api.example.com; "" if surveys.yaml has to say and does not: then nothing can be fetched
	Scheme Scheme
	Token  string // path where a token is had for id and secret; of Client alone
	Scope  string // what the token is to be good for; "" for whatever the client may do
}

// A Scheme is how a credential is shown to a vendor's API.
type Scheme string

// The schemes, and what the credential is.
const (
	Bearer Scheme = "bearer" // a token
	Basic  Scheme = "basic"  // user:password
	Client Scheme = "client" // id:secret, for which tokens are had (OAuth 2.0 client credentials, RFC 6749)
	Header Scheme = "header" // Name: value
)

// ErrNotUnderstood is a verified delivery that no touchpoint could be made
// of. It is worth keeping: a later version may understand it.
var ErrNotUnderstood = errors.New("not understood")

func notUnderstood(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrNotUnderstood}, args...)...)
}

// list is every source, by the type that surveys.yaml gives it, and what the
// vendor's secrets begin with.
var list = [...]struct {
	name, prefix string
	of           func(*surveys.Source) Source
}{
	{"freshdesk", "", func(s *surveys.Source) Source { return freshdesk{s} }},
	{"helpscout", "", func(s *surveys.Source) Source { return helpscout{s} }},
	{"hubspot", "", func(s *surveys.Source) Source { return hubspot{s} }},
	{"intercom", "", func(s *surveys.Source) Source { return intercom{s} }},
	{"jira", "", func(s *surveys.Source) Source { return jira{s} }},
	{"mapped", "", func(s *surveys.Source) Source { return mapped{s} }},
	{"pipedrive", "", func(s *surveys.Source) Source { return pipedrive{s} }},
	{"salesforce", "", func(s *surveys.Source) Source { return salesforce{s} }},
	{"standard", "whsec_", func(s *surveys.Source) Source { return standard{s} }},
	{"zendesk", "", func(s *surveys.Source) Source { return zendesk{s} }},
}

// Of returns what reads the deliveries of a source of surveys.yaml.
func Of(s *surveys.Source) (Source, bool) {
	for i := range list {
		if list[i].name == s.Type {
			return list[i].of(s), true
		}
	}
	return nil, false
}

// Types lists the types that Of knows, sorted.
func Types() []string {
	names := make([]string, 0, len(list))
	for i := range list {
		names = append(names, list[i].name)
	}
	return names
}

// NewSecret returns a fresh secret, written as the vendor writes them: of 30
// random bytes, since Help Scout takes 40 characters at most, or of the 32 that
// Standard Webhooks recommends; "" for a type that Of does not know.
func NewSecret(typ string) string {
	for i := range list {
		if list[i].name != typ {
			continue
		}
		var key [32]byte
		rand.Read(key[:]) // never fails
		if prefix := list[i].prefix; prefix != "" {
			return prefix + base64.StdEncoding.EncodeToString(key[:])
		}
		return base64.RawURLEncoding.EncodeToString(key[:30]) // as it stands in a URL too
	}
	return ""
}
