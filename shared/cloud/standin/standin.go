// Package standin stands in for AWS in tests: servers that speak the protocol
// of SQS, SES, SSM and S3 as the SDK's clients do, and check what they are
// sent as AWS would, down to the signature; and a Lambda that runs a
// function's real program (Host). DynamoDB's stand-in is dynalite.
//
// Only tests import it. It knows no more of Heed than a queue's messages and
// a mail's shape.
package standin

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// What a client must be configured with.
const (
	Region    = "eu-central-1"
	Account   = "123456789012"
	accessKey = "AKIDSTANDIN"
	secretKey = "a secret of the stand-ins"
	session   = "a session of the stand-ins"
)

// Env are the variables that Lambda would set for a function, without those
// that say where the stand-ins are.
func Env() []string {
	return []string{
		"AWS_REGION=" + Region,
		"AWS_ACCESS_KEY_ID=" + accessKey,
		"AWS_SECRET_ACCESS_KEY=" + secretKey,
		"AWS_SESSION_TOKEN=" + session,
	}
}

// Setenv sets Env and further variables, each as name=value, for one test.
func Setenv(t testing.TB, more ...string) {
	t.Helper()
	for _, pair := range append(Env(), more...) {
		name, value, _ := strings.Cut(pair, "=")
		t.Setenv(name, value)
	}
}

// serve starts a server that hands on only what is signed for service.
func serve(t testing.TB, service string, h http.Handler) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			err = checkSignature(r, body, service)
		}
		if err != nil {
			refuse(w, http.StatusForbidden, "InvalidSignatureException", err.Error())
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server
}

var authorization = regexp.MustCompile(`^AWS4-HMAC-SHA256 Credential=` + accessKey + `/(\d{8})/([^/]+)/([^/]+)/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=[0-9a-f]{64}$`)

// checkSignature signs what arrived once more, with the SDK's own signer, and
// compares.
func checkSignature(r *http.Request, body []byte, service string) error {
	given := r.Header.Get("Authorization")
	m := authorization.FindStringSubmatch(given)
	if m == nil {
		return errors.New("the Authorization header is no SigV4 of the stand-ins' key")
	}
	at, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
	if err != nil {
		return fmt.Errorf("X-Amz-Date: %w", err)
	}
	sum := sha256.Sum256(body)
	hash := hex.EncodeToString(sum[:])
	if h := r.Header.Get("X-Amz-Content-Sha256"); h != "" && h != hash && h != "UNSIGNED-PAYLOAD" {
		return errors.New("X-Amz-Content-Sha256 is not the body's")
	} else if h != "" {
		hash = h
	}
	switch {
	case m[2] != Region || m[3] != service:
		return fmt.Errorf("signed for %s in %s, not for %s in %s", m[3], m[2], service, Region)
	case r.Header.Get("X-Amz-Security-Token") != session:
		return errors.New("the session token is not the stand-ins'")
	case time.Since(at).Abs() > 5*time.Minute:
		return errors.New("signature expired")
	}
	again, err := http.NewRequest(r.Method, "http://"+r.Host+r.RequestURI, bytes.NewReader(body))
	if err != nil {
		return err
	}
	for _, name := range strings.Split(m[4], ";") {
		if values := r.Header.Values(name); values != nil {
			again.Header[http.CanonicalHeaderKey(name)] = slices.Clone(values)
		}
	}
	err = v4.NewSigner(func(o *v4.SignerOptions) { o.DisableURIPathEscaping = service == "s3" }).SignHTTP(context.Background(),
		aws.Credentials{AccessKeyID: accessKey, SecretAccessKey: secretKey, SessionToken: session}, again, hash, service, Region, at)
	if err != nil {
		return err
	}
	if again.Header.Get("Authorization") != given {
		return errors.New("the signature does not match")
	}
	return nil
}

// refuse answers as the services with JSON protocols do.
func refuse(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("X-Amzn-ErrorType", code)
	w.Header().Set("Content-Type", "application/x-amz-json-1.0")
	w.WriteHeader(status)
	answer(w, map[string]string{"__type": code, "message": message})
}

func answer(w io.Writer, v any) {
	_ = json.NewEncoder(w).Encode(v) // a client that is gone wants no answer
}
