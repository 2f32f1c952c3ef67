package outbound

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"

	"code.dny.dev/ssrf"
	"github.com/cenkalti/backoff/v5"
)

// client is the one that Client names, or else the safe one; neither follows a
// redirect.
func (c *Client) client() *http.Client {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.http == nil {
		own := http.Client{Transport: safe()}
		if c.HTTP != nil {
			own = *c.HTTP
		}
		own.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		c.http = &own
	}
	return c.http
}

// safe connects to public addresses only, as they are after DNS, and to no
// proxy, whatever the environment says.
func safe() *http.Transport {
	dialer := &net.Dialer{Timeout: 3 * time.Second, Control: ssrf.New(ssrf.WithPorts(443)).Safe}
	return &http.Transport{
		DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: 3 * time.Second, IdleConnTimeout: time.Minute,
		MaxIdleConnsPerHost: 10, MaxResponseHeaderBytes: maxHeaders,
	}
}

// An answer is what a vendor said; of a body at most one byte more than maxAnswer.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// passing is an answer that may be another a moment later.
func (a *answer) passing() bool {
	return a.status >= http.StatusInternalServerError && a.header.Get("Retry-After") == "" && a.status != http.StatusNotImplemented
}

// patiently asks, and once or twice more where a moment may help: so little
// that nobody notices, and no longer than two seconds altogether.
func (a *api) patiently(ctx context.Context, address string, k *key) (got *answer, err error) {
	pauses := &backoff.ExponentialBackOff{InitialInterval: 100 * time.Millisecond, RandomizationFactor: 0.5, Multiplier: 4, MaxInterval: time.Second}
	_, err = backoff.Retry(ctx, func() (_ struct{}, err error) {
		got, err = a.once(ctx, address, k)
		if err == nil && got.passing() {
			return struct{}{}, errors.New("it may pass")
		}
		return struct{}{}, err
	}, backoff.WithBackOff(pauses), backoff.WithMaxTries(3), backoff.WithMaxElapsedTime(2*time.Second))
	if got != nil {
		return got, nil
	}
	return nil, err
}

// once asks one time. What would be the same again is a permanent error.
func (a *api) once(ctx context.Context, address string, k *key) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, perTry)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, backoff.Permanent(err)
	}
	r.Header.Set("Accept", "application/json")
	r.Header.Set("User-Agent", "Heed")
	if err := k.show(r, a.access.Scheme); err != nil {
		return nil, backoff.Permanent(err)
	}
	resp, err := a.client().Do(r)
	if err != nil {
		return nil, lasting(ctx, err)
	}
	defer resp.Body.Close() //nolint:errcheck // it was read
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return nil, lasting(ctx, err)
	}
	return &answer{resp.StatusCode, resp.Header, body}, nil
}

// lasting marks what a moment won't help: time that is over, a host that is not
// there, an address that must not be connected to.
func lasting(ctx context.Context, err error) error {
	var dns *net.DNSError
	if ctx.Err() != nil || errors.As(err, &dns) || errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedPort) {
		return backoff.Permanent(err)
	}
	return err
}

// nowhere reports whether there is nobody at the address of an API who may be
// asked, or not who it says: most likely it is the wrong address.
func nowhere(err error) bool {
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	return errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedPort) ||
		errors.As(err, &dns) && dns.IsNotFound || errors.As(err, &certificate)
}

// plainly says what was wrong with a connection, without what was asked for.
func plainly(err error) string {
	var asked *url.Error
	if errors.As(err, &asked) {
		err = asked.Err
	}
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedPort):
		return "its host is none of the public ones"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return "its time was over"
	}
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	switch {
	case errors.As(err, &dns):
		return "its host is not to be found"
	case errors.As(err, &certificate):
		return "its certificate is not good"
	}
	return "the connection broke"
}
