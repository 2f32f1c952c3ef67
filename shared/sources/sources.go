// Package sources is how each vendor's webhooks are read: one file per
// vendor, with the same three parts in each (verify a delivery, make
// touchpoints of it, sign one as the vendor would). The events/ folder has
// each vendor's samples, docs/sources/ its page.
//
// To add a vendor: its file here, its line in the list below, its samples,
// its page. The test that lists the sources side by side then holds it to
// what the others keep.
//
// Nothing here stores, queues or answers anything, asks the vendor anything,
// or knows which vendors a team uses; that is the webhook handler's and
// surveys.yaml's. Messages of errors go to whoever sent the delivery: they
// say which part is wrong and repeat none of it.
package sources

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"time"

	"heed/shared/heed"
)

// A Request is a delivery as it came. Signatures are over raw bytes, so the
// body is never decoded and written anew before Verify has seen it.
type Request struct {
	Method string
	URL    string // as it was asked for
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
	// interest. An error is heed.Invalid where the body is not JSON at all, and
	// wraps ErrNotUnderstood where it is but says too little.
	Parse(r *Request) ([]heed.Touchpoint, error)

	// Sign sets the headers that the vendor would send with the request. id
	// names the delivery; now is its time.
	Sign(r *Request, secret, id string, now time.Time) error
}

// set writes a header that a vendor sends.
func (r *Request) set(name, value string) {
	if r.Header == nil {
		r.Header = http.Header{}
	}
	r.Header.Set(name, value)
}

// ErrNotUnderstood is a verified delivery that no touchpoint could be made
// of. It is worth keeping: a later version may understand it.
var ErrNotUnderstood = errors.New("not understood")

func notUnderstood(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrNotUnderstood}, args...)...)
}

// list is every source, by the type that surveys.yaml gives it, and what the
// vendor's secrets begin with.
var list = [...]struct {
	Source
	name, prefix string
}{
	{standard{}, "standard", "whsec_"},
	{zendesk{}, "zendesk", ""},
}

// Find returns the source of that type, as surveys.yaml writes it.
func Find(typ string) (Source, bool) {
	for _, s := range list {
		if s.name == typ {
			return s.Source, true
		}
	}
	return nil, false
}

// Types lists the types that Find knows, sorted.
func Types() []string {
	names := make([]string, 0, len(list))
	for _, s := range list {
		names = append(names, s.name)
	}
	return names
}

// NewSecret returns a fresh secret of 32 random bytes, written as the vendor
// writes them; "" for a type that Find does not know.
func NewSecret(typ string) string {
	for _, s := range list {
		if s.name == typ {
			var key [32]byte
			rand.Read(key[:]) // never fails
			return s.prefix + base64.StdEncoding.EncodeToString(key[:])
		}
	}
	return ""
}
