package sources

import (
	"crypto/hmac"
	"crypto/subtle"
	"errors"
	"hash"
	"net/http"
	"net/url"
	"strings"
	"time"

	"heed/shared/heed"
)

// How far a delivery's time may lie from ours, either way. Within it a delivery
// can be replayed, which is harmless: the same touchpoint is decided once. A
// retry that is refused is lost, which is not.
const (
	signedAnew = 5 * time.Minute // where each try is known to be signed with its own time
	signedOnce = 72 * time.Hour  // where it is not known, or known not to be
)

// Why deliveries are rejected, for whoever counts them.
var (
	ErrUnsigned = errors.New("unsigned")       // nothing to check is there
	ErrForged   = errors.New("no secret fits") // or the body, its time or its address were changed
	ErrStale    = errors.New("stale")          // its time is too far from ours
)

// field returns a header that must be there. Not every carrier of headers
// writes their names as net/http does.
func field(h http.Header, name string) (string, error) {
	if v := header(h, name); v != "" {
		return v, nil
	}
	return "", heed.Errorf(heed.Unauthorized, "header %s is missing", name).Because(ErrUnsigned)
}

// header is a header's first value, "" if it is not there.
func header(h http.Header, name string) string {
	if v := h.Get(name); v != "" {
		return v
	}
	for key, values := range h {
		if strings.EqualFold(key, name) && len(values) > 0 {
			return values[0]
		}
	}
	return ""
}

// fresh reports, as an error, that a delivery's time lies outside the window.
func fresh(at, now time.Time, window time.Duration) error {
	switch age := now.Sub(at); {
	case age > window:
		return heed.Errorf(heed.Unauthorized, "the timestamp is %v old; at most %v is accepted: sign again with the present time",
			age.Round(time.Second), window).Because(ErrStale)
	case age < -window:
		return heed.Errorf(heed.Unauthorized, "the timestamp is %v in the future; at most %v is accepted: set the sender's clock",
			(-age).Round(time.Second), window).Because(ErrStale)
	}
	return nil
}

// matches reports, as an error, that no secret fits. An empty secret fits
// nothing: anyone could sign with it.
func matches(secrets []string, fits func(secret string) bool) error {
	tried := false
	for _, secret := range secrets {
		if secret == "" {
			continue
		}
		if fits(secret) {
			return nil
		}
		tried = true
	}
	if !tried {
		return heed.Errorf(heed.Unavailable, "no usable secret is set for this source")
	}
	return heed.Errorf(heed.Unauthorized, "the signature does not match: it must be made over the body as sent, with this source's secret").Because(ErrForged)
}

// mac is the HMAC of the parts, one after the other.
func mac(of func() hash.Hash, secret string, parts ...string) []byte {
	m := hmac.New(of, []byte(secret))
	for _, part := range parts {
		m.Write([]byte(part))
	}
	return m.Sum(nil)
}

// SecretHeader carries the secret itself, from senders that sign nothing.
const SecretHeader = "X-Heed-Secret"

// shown checks a secret that the sender shows instead of signing: in
// SecretHeader, as a bearer token, as the password of Basic authentication, or,
// where the sender can set no header, as key in the query. It says nothing of
// the body, so it wants https all the way.
func shown(r *Request, secrets []string) error {
	given := header(r.Header, SecretHeader)
	scheme, credential, _ := strings.Cut(header(r.Header, "Authorization"), " ")
	switch credential = strings.TrimSpace(credential); {
	case given != "":
	case strings.EqualFold(scheme, "Bearer"):
		given = credential
	case strings.EqualFold(scheme, "Basic"):
		basic := http.Request{Header: http.Header{"Authorization": {"Basic " + credential}}}
		_, given, _ = basic.BasicAuth()
	default:
		if u, err := url.Parse(r.URL); err == nil {
			given = u.Query().Get("key")
		}
	}
	if given == "" {
		return heed.Errorf(heed.Unauthorized, "the secret is missing: send it in header %s, or as the password", SecretHeader).Because(ErrUnsigned)
	}
	err := matches(secrets, func(secret string) bool { return subtle.ConstantTimeCompare([]byte(given), []byte(secret)) == 1 })
	if errors.Is(err, ErrForged) {
		return heed.Errorf(heed.Unauthorized, "the secret is not this source's").Because(ErrForged)
	}
	return err
}
