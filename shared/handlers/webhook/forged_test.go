package webhook

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heed/shared/sources"
)

// shown begin the names of the samples whose vendors show a secret and sign
// nothing: nothing binds their bodies.
var shown = regexp.MustCompile(`^(freshdesk|pipedrive|salesforce)/|^jira/automation-`)

// harmless are headers that a vendor sends and that prove nothing. HubSpot's
// first signature is one of them where its third is there too.
var harmless = []string{
	"Content-Type", "Date", "X-Zendesk-Webhook-Invocation-Id", "X-Helpscout-Event", "X-Atlassian-Webhook-Identifier",
	"X-Hubspot-Signature", "X-Hubspot-Signature-Version",
}

// TestForgeries: of each sample, a byte changed in its body or in any header
// that the vendor proves itself by is 401, and the answer helps whoever is
// honest and nobody else.
func TestForgeries(t *testing.T) {
	for _, file := range samples(t) {
		d := open(t)
		proof := 0
		for name := range d.sample(file).Header {
			if slices.Contains(harmless, name) {
				continue
			}
			proof++
			d.refuses(file, "without "+name, func(r *sources.Request) { r.Header.Del(name) })
			d.refuses(file, "with another "+name, func(r *sources.Request) { r.Header.Set(name, spoilt(r.Header.Get(name))) })
		}
		if proof == 0 {
			d.refuses(file, "with another address", func(r *sources.Request) { r.URL += "x" })
		}
		d.refuses(file, "without headers", func(r *sources.Request) {
			r.URL, _, _ = strings.Cut(r.URL, "?")
			r.Header = http.Header{"Content-Type": r.Header["Content-Type"]}
		})
		if shown.MatchString(file) {
			continue
		}
		d.refuses(file, "with another body", func(r *sources.Request) { r.Body[len(r.Body)/2] ^= 1 })
		d.refuses(file, "with a shorter body", func(r *sources.Request) { r.Body = r.Body[:len(r.Body)-1] })
		d.refuses(file, "with a longer body", func(r *sources.Request) { r.Body = append(r.Body, '\n') })
	}
}

// spoilt is a header's value with another character in its middle.
func spoilt(value string) string {
	b := []byte(value)
	i := len(b) / 2
	if b[i]++; b[i] == '9'+1 || b[i] > '~' {
		b[i] = '0'
	}
	return string(b)
}

func (d *door) refuses(file, name string, change func(*sources.Request)) {
	d.Helper()
	r := d.sample(file)
	good := r.Header.Clone()
	change(r)
	w := d.post(r)
	said := w.Body.String()
	if w.Code != http.StatusUnauthorized {
		d.Errorf("%s %s: answered %d %.100s", file, name, w.Code, said)
		return
	}
	helps := slices.ContainsFunc([]string{"signature", "secret", "header", "timestamp"}, func(word string) bool { return strings.Contains(said, word) })
	if !helps || len(said) > 300 {
		d.Errorf("%s %s: helps nobody: %s", file, name, said)
	}
	tells := []string{"@", "hmac", secret(d.Config.Source(strings.SplitN(file, "/", 2)[0]))}
	for name, values := range good {
		if name != "Content-Type" && len(values[0]) > 8 {
			tells = append(tells, values[0])
		}
	}
	for _, tell := range tells {
		if strings.Contains(said, tell) {
			d.Errorf("%s %s: tells %q: %s", file, name, tell, said)
		}
	}
}
