package sources

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// Headers of a HubSpot webhook.
const (
	hubspotV3        = "X-HubSpot-Signature-v3"
	hubspotTimestamp = "X-HubSpot-Request-Timestamp" // milliseconds since 1970; of v3 alone
	hubspotSignature = "X-HubSpot-Signature"
	hubspotVersion   = "X-HubSpot-Signature-Version"
)

// Verify checks the strongest of the signatures that are there. A timestamp
// comes with a third version, so that taking that one away leaves nothing
// that passes. Without any signature a workflow may show the secret as its
// API key.
// https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
func (hubspot) Verify(r *Request, secrets []string, now time.Time) error {
	switch {
	case header(r.Header, hubspotV3) != "" || header(r.Header, hubspotTimestamp) != "":
		return hubspotThird(r, secrets, now)
	case header(r.Header, hubspotSignature) != "":
		return hubspotOlder(r, secrets)
	case header(r.Header, SecretHeader) != "":
		return shown(r, secrets)
	}
	_, err := field(r.Header, hubspotV3)
	return err
}

// hubspotThird checks a base64 HMAC-SHA256 over method, address, body and
// timestamp.
func hubspotThird(r *Request, secrets []string, now time.Time) error {
	signature, err := field(r.Header, hubspotV3)
	if err != nil {
		return err
	}
	timestamp, err := field(r.Header, hubspotTimestamp)
	if err != nil {
		return err
	}
	ms, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil {
		return heed.Errorf(heed.Unauthorized, "header %s is not a whole number of milliseconds since 1970", hubspotTimestamp).Because(ErrForged)
	}
	if err := fresh(time.UnixMilli(ms), now, signedOnce); err != nil {
		return err
	}
	decoded := hubspotEscapes.Replace(r.URL)
	return matches(secrets, func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(hubspotMAC(r, r.URL, timestamp, secret))) ||
			decoded != r.URL && hmac.Equal([]byte(signature), []byte(hubspotMAC(r, decoded, timestamp, secret)))
	})
}

func hubspotMAC(r *Request, address, timestamp, secret string) string {
	m := hmac.New(sha256.New, []byte(secret))
	m.Write([]byte(r.Method + address))
	m.Write(r.Body)
	m.Write([]byte(timestamp))
	return base64.StdEncoding.EncodeToString(m.Sum(nil))
}

// hubspotEscapes are those that HubSpot's page says to decode before the
// address is signed. Its own libraries decode none; both ways pass.
var hubspotEscapes = func() *strings.Replacer {
	var pairs []string
	for _, c := range ":/?@!$'()*,;" {
		escape := "%" + strings.ToUpper(strconv.FormatInt(int64(c), 16))
		pairs = append(pairs, escape, string(c), strings.ToLower(escape), string(c))
	}
	return strings.NewReplacer(pairs...)
}()

// hubspotOlder checks a SHA-256 in hex over the secret and what the version
// adds to it.
func hubspotOlder(r *Request, secrets []string) error {
	if _, err := field(r.Header, hubspotVersion); err != nil {
		return err
	}
	version := hubspotVersionOf(r)
	if version != "v1" && version != "v2" {
		return heed.Errorf(heed.Unauthorized, "header %s is neither v1 nor v2", hubspotVersion).Because(ErrForged)
	}
	signature := strings.ToLower(header(r.Header, hubspotSignature))
	return matches(secrets, func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(hubspotDigest(r, version, secret)))
	})
}

// hubspotVersionOf is which of the older versions a delivery is signed in.
func hubspotVersionOf(r *Request) string {
	return strings.ToLower(strings.TrimSpace(header(r.Header, hubspotVersion)))
}

// hubspotDigest is version v1, the secret and the body, or v2, with the method
// and the address between.
func hubspotDigest(r *Request, version, secret string) string {
	h := sha256.New()
	h.Write([]byte(secret))
	if version == "v2" {
		h.Write([]byte(r.Method + r.URL))
	}
	h.Write(r.Body)
	return hex.EncodeToString(h.Sum(nil))
}

// Sign writes the third version and, beside it, the first for a batch or the
// second for a workflow.
func (hubspot) Sign(r *Request, secret, _ string, now time.Time) error {
	timestamp, version := strconv.FormatInt(now.UnixMilli(), 10), "v2"
	if gjson.ParseBytes(r.Body).IsArray() {
		version = "v1"
	}
	r.set(hubspotVersion, version)
	r.set(hubspotSignature, hubspotDigest(r, version, secret))
	r.set(hubspotTimestamp, timestamp)
	r.set(hubspotV3, hubspotMAC(r, r.URL, timestamp, secret))
	return nil
}
