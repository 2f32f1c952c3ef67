package outbound

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"heed/shared/heed"
	"heed/shared/sources"
)

// A key opens an API: the credential itself, or the token that was had for it.
type key struct {
	text string
	till time.Time // it is not used any longer
}

// A lockedOut is that there is no key, or none that fits.
type lockedOut struct{ why string }

func (l *lockedOut) Error() string { return l.why }

// How long keys are used. A credential that was changed is noticed sooner: the
// vendor no longer takes the old one.
const (
	keyFor = time.Hour
	margin = time.Minute // before a token runs out
)

// key returns what opens the API. Where a stale one is named that it did not
// open to, it is read anew, unless somebody has done so since.
func (v *vendor) key(ctx context.Context, a *api, stale *key) (*key, error) {
	v.keys.Lock()
	defer v.keys.Unlock()
	now := a.Now()
	if v.have != nil && v.have != stale && now.Before(v.have.till) && v.have.till.Sub(now) <= keyFor {
		return v.have, nil
	}
	fresh, err := a.fetch(ctx, now)
	if err == nil {
		v.have = fresh
	}
	return fresh, err
}

// fetch reads the credential and, where the vendor wants it so, has a token for it.
func (a *api) fetch(ctx context.Context, now time.Time) (*key, error) {
	if a.Credential == nil {
		return nil, &lockedOut{"there is no credential for it"}
	}
	text, err := a.Credential(ctx, a.source)
	if ctx.Err() != nil {
		return nil, ctx.Err() // says nothing of the credential
	}
	if err != nil {
		return nil, &lockedOut{"its credential cannot be read: " + err.Error()}
	}
	if text = strings.TrimSpace(text); text == "" {
		return nil, &lockedOut{"its credential is empty"}
	}
	if strings.ContainsFunc(text, control) {
		return nil, &lockedOut{"its credential is more than one line"}
	}
	if a.access.Scheme != sources.Client {
		return &key{text, now.Add(keyFor)}, nil
	}
	return a.exchange(ctx, text, now)
}

// exchange has a token for a client's id and secret (RFC 6749, section 4.4).
// What the library says of an answer that is no token repeats the answer, so
// it is left out.
func (a *api) exchange(ctx context.Context, text string, now time.Time) (*key, error) {
	id, secret, ok := strings.Cut(text, ":")
	if !ok {
		return nil, &lockedOut{"its credential is not id:secret"}
	}
	address, err := join(a.access.Base, a.access.Token)
	if err != nil {
		return nil, &lockedOut{err.Error()}
	}
	ctx, cancel := context.WithTimeout(ctx, perTry)
	defer cancel()
	config := clientcredentials.Config{
		ClientID: id, ClientSecret: secret, TokenURL: address, Scopes: strings.Fields(a.access.Scope),
		AuthStyle: oauth2.AuthStyleInParams, // as the vendors' pages have it; else the library tries both
	}
	token, err := config.Token(context.WithValue(ctx, oauth2.HTTPClient, a.client()))
	var refused *oauth2.RetrieveError
	switch {
	case err == nil:
		return &key{token.AccessToken, now.Add(lasts(token))}, nil
	case errors.As(err, &refused) && refused.Response != nil:
		return nil, a.noToken(&answer{status: refused.Response.StatusCode, header: refused.Response.Header}, now)
	}
	var broken *url.Error
	if errors.As(err, &broken) {
		return nil, err
	}
	return nil, &lockedOut{"what it answers is no token"}
}

// lasts is how long a token is used. The library's own time of its end goes by
// a clock of its own.
func lasts(token *oauth2.Token) time.Duration {
	seconds, ok := token.Extra("expires_in").(float64)
	if !ok || seconds <= 0 || seconds > keyFor.Seconds() {
		return keyFor
	}
	return max(time.Duration(seconds)*time.Second-margin, margin/2)
}

// noToken is why an answer brought no token.
func (a *api) noToken(got *answer, now time.Time) error {
	switch {
	case got.status == http.StatusTooManyRequests:
		return &Later{Source: a.source, Why: "it has been asked for tokens too often", After: got.retryAfter(now, busyFor), Trouble: heed.TroubleBusy}
	case got.status >= http.StatusInternalServerError:
		return &Later{Source: a.source, Why: "it gives no token now", After: got.retryAfter(now, downFor)}
	}
	return &lockedOut{"it gives no token for the credential"}
}

// show puts the key where the vendor looks for it.
func (k *key) show(r *http.Request, scheme sources.Scheme) error {
	switch scheme {
	case sources.Bearer, sources.Client:
		r.Header.Set("Authorization", "Bearer "+k.text)
	case sources.Basic:
		user, password, ok := strings.Cut(k.text, ":")
		if !ok {
			return &lockedOut{"its credential is not user:password"}
		}
		r.SetBasicAuth(user, password)
	case sources.Header:
		name, value, ok := strings.Cut(k.text, ":")
		if !ok {
			return &lockedOut{"its credential is not Name: value"}
		}
		r.Header.Set(strings.TrimSpace(name), strings.TrimSpace(value))
	default:
		return &lockedOut{"nobody knows how its credential is shown"}
	}
	return nil
}
