package sources

import (
	"net/http"
	"strings"
	"time"

	"heed/shared/heed"
)

// window is how far a delivery's time may lie from ours, either way. Within
// it a delivery can be replayed, which is harmless: the same touchpoint is
// decided once.
const window = 5 * time.Minute

// field returns a header that must be there. Not every carrier of headers
// writes their names as net/http does.
func field(h http.Header, name string) (string, error) {
	if v := h.Get(name); v != "" {
		return v, nil
	}
	for key, values := range h {
		if strings.EqualFold(key, name) && len(values) > 0 && values[0] != "" {
			return values[0], nil
		}
	}
	return "", heed.Errorf(heed.Unauthorized, "header %s is missing", name)
}

// fresh reports, as an error, that a delivery's time lies outside the window.
func fresh(at, now time.Time) error {
	switch age := now.Sub(at); {
	case age > window:
		return heed.Errorf(heed.Unauthorized, "the timestamp is %v old; at most %v is accepted: sign again with the present time",
			age.Round(time.Second), window)
	case age < -window:
		return heed.Errorf(heed.Unauthorized, "the timestamp is %v in the future; at most %v is accepted: set the sender's clock",
			(-age).Round(time.Second), window)
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
	return heed.Errorf(heed.Unauthorized, "the signature does not match: it must be made over the body as sent, with this source's secret")
}
