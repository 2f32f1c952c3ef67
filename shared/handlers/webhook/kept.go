package webhook

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/sources"
)

// keep adds a delivery, of which not all was understood, to what goes on the
// queue: whole, to where it can be replayed, but without credentials.
func (h *Handler) keep(d *delivered, r *sources.Request, secrets []string, why error, tally *heed.Tally) error {
	kept := heed.Kept{
		Source: tally.Source, At: tally.Delivered.UTC(), Why: why.Error(),
		Header: worth(r.Header, secrets), Query: asked(r.URL, secrets), Body: blank(r.Body, secrets),
	}
	parts := kept.Parts()
	for i := range parts {
		body, err := queue.Parcel{Kept: &parts[i]}.Pack()
		if err != nil {
			return err
		}
		// The day is in the key because it is in the part's place: parts of one
		// delivery that was sent again after midnight must not mix.
		key := fmt.Sprintf("%s-%s-%d", kept.ID, kept.At.Format(time.DateOnly), i)
		d.messages = append(d.messages, queue.Message{Group: kept.ID.String(), Key: key, Body: body})
	}
	tally.Kept++
	d.receipt.Kept, d.receipt.Why = kept.ID.String(), kept.Why
	h.Log.Warn("delivery kept", "source", tally.Source, "kept", d.receipt.Kept, "why", kept.Why)
	return nil
}

// worth is what of the headers is kept with a delivery: all but credentials. A
// signature is none; its time may be the only one that the delivery has.
func worth(header http.Header, secrets []string) map[string]string {
	out := map[string]string{}
	for name, values := range header {
		lower := strings.ToLower(name)
		if lower == "cookie" || strings.Contains(lower, "auth") || strings.Contains(lower, "secret") || strings.Contains(lower, "token") || strings.Contains(lower, "key") {
			continue
		}
		if len(values) > 0 && !shows(values[0], secrets) {
			out[name] = values[0]
		}
	}
	return out
}

// asked is what is kept of the address's query: all but credentials.
func asked(address string, secrets []string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	query := u.Query()
	query.Del("key")
	for name, values := range query {
		if slices.ContainsFunc(values, func(v string) bool { return shows(v, secrets) }) {
			query.Del(name)
		}
	}
	return query.Encode()
}

// telling is how long a secret must be, in bytes, to be looked for inside of
// other text.
const telling = 8

func shows(value string, secrets []string) bool {
	return slices.Contains(secrets, value) && value != "" || !bytes.Equal(blank([]byte(value), secrets), []byte(value))
}

// blank is a body without the secrets. Other credentials that a vendor writes
// into it are for its adapter to strike out.
func blank(body []byte, secrets []string) []byte {
	for _, s := range secrets {
		if len(s) < telling {
			continue
		}
		for _, written := range [...]string{s, url.QueryEscape(s), url.PathEscape(s)} { // some carriers add the address to the headers
			body = bytes.ReplaceAll(body, []byte(written), nil)
		}
	}
	return body
}
