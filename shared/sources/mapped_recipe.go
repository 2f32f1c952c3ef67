package sources

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"hash"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A recipe is how a mapped sender proves who it is.
type recipe surveys.Recipe

func (c recipe) verify(r *Request, secrets []string, now time.Time) error {
	if c.Hash == "" {
		return c.shown(r, secrets)
	}
	signature, err := field(r.Header, c.Header)
	if err != nil {
		return err
	}
	for _, name := range [...]string{c.Timestamp, c.ID} {
		if _, err := field(r.Header, name); err != nil && name != "" {
			return err
		}
	}
	if c.Timestamp != "" {
		at := instantOf(text(header(r.Header, c.Timestamp)))
		if at.IsZero() {
			return heed.Errorf(heed.Unauthorized, "header %s is no time", c.Timestamp).Because(ErrForged)
		}
		if err := fresh(at, now, signedOnce); err != nil {
			return err
		}
	}
	if c.Encoding == "hex" { // some write it in capitals
		rest, ok := strings.CutPrefix(signature, c.Prefix)
		if !ok {
			rest = ""
		}
		signature = c.Prefix + strings.ToLower(rest)
	}
	signed := c.signed(r)
	return matches(c.usable(secrets), func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(c.signature(signed, secret)))
	})
}

// instantOf is a time in a header: ISO 8601, or since 1970.
func instantOf(t text) time.Time {
	if at := t.unix(); !at.IsZero() {
		return at
	}
	return t.time()
}

// signed is what the recipe signs, in pieces: a body is long, and not copied.
// What takes a placeholder's place is not looked at again, so a header that
// says {body} is no body.
func (c recipe) signed(r *Request) [][]byte {
	short := strings.NewReplacer(
		"{timestamp}", header(r.Header, c.Timestamp),
		"{id}", header(r.Header, c.ID),
		"{method}", r.Method,
		"{url}", r.URL,
	)
	var pieces [][]byte
	for i, piece := range strings.Split(c.Signed, "{body}") {
		if i > 0 {
			pieces = append(pieces, r.Body)
		}
		pieces = append(pieces, []byte(short.Replace(piece)))
	}
	return pieces
}

// hashes are those that a recipe can name.
var hashes = map[string]func() hash.Hash{"sha1": sha1.New, "sha256": sha256.New, "sha512": sha512.New}

// signature is the header's value for a secret that is usable.
func (c recipe) signature(signed [][]byte, secret string) string {
	key, _ := c.key(secret)
	m := hmac.New(hashes[c.Hash], []byte(key))
	for _, piece := range signed {
		m.Write(piece)
	}
	if c.Encoding == "base64" {
		return c.Prefix + base64.StdEncoding.EncodeToString(m.Sum(nil))
	}
	return c.Prefix + hex.EncodeToString(m.Sum(nil))
}

// key is the bytes that a secret stands for; false if it stands for none.
func (c recipe) key(secret string) (string, bool) {
	key, err := []byte(secret), error(nil)
	switch c.Key {
	case "hex":
		key, err = hex.DecodeString(secret)
	case "base64":
		key, err = base64.StdEncoding.DecodeString(secret)
	}
	return string(key), err == nil && len(key) > 0 && hashes[c.Hash] != nil
}

func (c recipe) usable(secrets []string) []string {
	return slices.DeleteFunc(slices.Clone(secrets), func(secret string) bool {
		_, ok := c.key(secret)
		return !ok
	})
}

// shown checks a secret that is shown in the recipe's one place, or in any of
// the usual ones if it has none.
func (c recipe) shown(r *Request, secrets []string) error {
	if c.Secret == "" {
		return shown(r, secrets)
	}
	given, other := c.given(r)
	if given == "" {
		return heed.Errorf(heed.Unauthorized, "the secret is missing: %s", c.place()).Because(ErrUnsigned)
	}
	err := matches(secrets, func(secret string) bool {
		fits := subtle.ConstantTimeCompare([]byte(given), []byte(secret)) | subtle.ConstantTimeCompare([]byte(other), []byte(secret))
		return fits == 1
	})
	if errors.Is(err, ErrForged) {
		return heed.Errorf(heed.Unauthorized, "the secret is not this source's").Because(ErrForged)
	}
	return err
}

// given is the secret that is shown; of Basic authentication also the user
// with it, for senders whose secret is both.
func (c recipe) given(r *Request) (secret, other string) {
	authorization := header(r.Header, "Authorization")
	switch c.Secret {
	case surveys.ShownBasic:
		user, password, _ := (&http.Request{Header: http.Header{"Authorization": {authorization}}}).BasicAuth()
		return password, user + ":" + password
	case surveys.ShownBearer:
		scheme, token, _ := strings.Cut(authorization, " ")
		if strings.EqualFold(scheme, "Bearer") {
			return strings.TrimSpace(token), ""
		}
	case surveys.ShownURL:
		if u, err := url.Parse(r.URL); err == nil {
			return u.Query().Get("key"), ""
		}
	default:
		if rest, ok := strings.CutPrefix(header(r.Header, c.Secret), c.Prefix); ok {
			return rest, ""
		}
	}
	return "", ""
}

// place says where the secret belongs.
func (c recipe) place() string {
	switch c.Secret {
	case surveys.ShownBasic:
		return "send it as the password of Basic authentication, in header Authorization"
	case surveys.ShownBearer:
		return "send it as a bearer token, in header Authorization"
	case surveys.ShownURL:
		return "send it as key in the query of the address"
	}
	return "header " + c.Secret + " is missing, or has not what belongs before it"
}

func (c recipe) sign(r *Request, secret, id string, now time.Time) error {
	if c.Hash == "" {
		return c.show(r, secret)
	}
	if _, ok := c.key(secret); !ok {
		return heed.Errorf(heed.Invalid, "the secret must be written in %s", c.Key)
	}
	if c.Timestamp != "" {
		r.set(c.Timestamp, strconv.FormatInt(now.Unix(), 10))
	}
	if c.ID != "" {
		r.set(c.ID, id)
	}
	r.set(c.Header, c.signature(c.signed(r), secret))
	return nil
}

func (c recipe) show(r *Request, secret string) error {
	switch c.Secret {
	case surveys.ShownBasic:
		user, password, both := strings.Cut(secret, ":")
		if !both {
			user, password = "heed", secret
		}
		basic := http.Request{Header: http.Header{}}
		basic.SetBasicAuth(user, password)
		r.set("Authorization", basic.Header.Get("Authorization"))
	case surveys.ShownBearer:
		r.set("Authorization", "Bearer "+secret)
	case surveys.ShownURL:
		u, err := url.Parse(r.URL)
		if err != nil {
			return heed.Errorf(heed.Invalid, "the address is none").Because(err)
		}
		query := u.Query()
		query.Set("key", secret)
		u.RawQuery = query.Encode()
		r.URL = u.String()
	case "":
		r.set(SecretHeader, secret)
	default:
		r.set(c.Secret, c.Prefix+secret)
	}
	return nil
}
