package sources

import (
	"crypto/ed25519"
	"encoding/base64"
	"net/http"
	"strings"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"heed/shared/heed"
)

// What the secrets of Standard Webhooks begin with.
const (
	standardShared  = "whsec_" // a key that both sides have
	standardPrivate = "whsk_"  // an Ed25519 key that signs
	standardPublic  = "whpk_"  // the key beside it, which can only verify
)

// maxSignatures bounds how many v1a signatures of a delivery are looked at: a
// sender that changes its key sends two, and each costs as much as a body.
const maxSignatures = 8

// standardFits reports whether one of the signatures is the secret's; ok if
// the secret is one at all.
func standardFits(secret string, h http.Header, body []byte) (fits, ok bool) {
	if key, isKey := standardVerifier(secret); isKey {
		return key != nil && standardSigned(key, h, body), key != nil
	}
	hook, err := standardHook(secret)
	if err != nil {
		return false, false
	}
	return hook.VerifyIgnoringTimestamp(body, h) == nil, true
}

// standardSigned reports whether a v1a signature in the header is the key's.
func standardSigned(key ed25519.PublicKey, h http.Header, body []byte) bool {
	message := standardMessage(h.Get(standardwebhooks.HeaderWebhookID), h.Get(standardwebhooks.HeaderWebhookTimestamp), body)
	tried := 0
	for entry := range strings.SplitSeq(h.Get(standardwebhooks.HeaderWebhookSignature), " ") {
		written, ok := strings.CutPrefix(entry, "v1a,")
		if !ok {
			continue
		}
		if tried++; tried > maxSignatures {
			break
		}
		signature, err := base64.StdEncoding.Strict().DecodeString(written)
		if err == nil && len(signature) == ed25519.SignatureSize && ed25519.Verify(key, message, signature) {
			return true
		}
	}
	return false
}

// standardMessage is what is signed, with whichever key.
func standardMessage(id, timestamp string, body []byte) []byte {
	message := make([]byte, 0, len(id)+len(timestamp)+len(body)+2)
	message = append(append(message, id...), '.')
	message = append(append(message, timestamp...), '.')
	return append(message, body...)
}

// standardVerifier is the key that verifies v1a: the public one, or that of a
// private one. nil if it is damaged; not isKey if the secret is of neither kind.
func standardVerifier(secret string) (key ed25519.PublicKey, isKey bool) {
	if written, ok := strings.CutPrefix(secret, standardPublic); ok {
		if key, err := base64.StdEncoding.DecodeString(written); err == nil && len(key) == ed25519.PublicKeySize {
			return key, true
		}
		return nil, true
	}
	private, isKey := standardSigner(secret)
	if private == nil {
		return nil, isKey
	}
	return private.Public().(ed25519.PublicKey), true
}

// standardSigner is the key that signs v1a: its 32 bytes, as the libraries
// write it, or with the public key behind them, as others do. nil if it is
// damaged; not isKey if the secret is of another kind.
func standardSigner(secret string) (key ed25519.PrivateKey, isKey bool) {
	written, ok := strings.CutPrefix(secret, standardPrivate)
	if !ok {
		return nil, false
	}
	bytes, err := base64.StdEncoding.DecodeString(written)
	if err != nil || len(bytes) != ed25519.SeedSize && len(bytes) != ed25519.PrivateKeySize {
		return nil, true
	}
	key = ed25519.NewKeyFromSeed(bytes[:ed25519.SeedSize])
	if len(bytes) == ed25519.PrivateKeySize && !key.Equal(ed25519.PrivateKey(bytes)) {
		return nil, true // the public part is not its own: signing with it would give the private one away
	}
	return key, true
}

// standardHook refuses an empty key, which the library takes: anybody could
// sign with it. Base64 of nothing may still have line breaks. The library's own
// error is left out, since it shows a part of the secret.
func standardHook(secret string) (*standardwebhooks.Webhook, error) {
	hook, err := standardwebhooks.NewWebhook(secret)
	if err != nil || strings.Trim(strings.TrimPrefix(secret, standardShared), "\r\n") == "" {
		return nil, heed.Errorf(heed.Invalid, "the secret must be whsec_ and base64, or whsk_ and an Ed25519 key in base64; whpk_ only verifies")
	}
	return hook, nil
}
