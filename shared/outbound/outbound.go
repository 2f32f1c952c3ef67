// Package outbound is the one client for everything that calls out of Heed: it
// speaks https only, follows no redirect, connects to public addresses only,
// and waits as long as the other side asks it to. Whom it calls is told by
// surveys.yaml and the sources, never by what a stranger sent.
//
// Nothing of an answer, of a credential or of what was asked for stands in an
// error or a log line: they name the source and what kind of trouble it is.
package outbound

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
)

// A Client asks vendors' APIs. It remembers what opens them, and which are not
// to be asked for a while; so one serves all of a process. It must not be copied.
type Client struct {
	HTTP       *http.Client                                             // how connections are made; nil for what the package comment says
	Credential func(ctx context.Context, source string) (string, error) // what opens the API of a source of surveys.yaml, read anew each time
	Now        func() time.Time                                         // real time
	Log        *slog.Logger                                             // hears of what an operator has to mend; nil for nobody

	mu      sync.Mutex
	http    *http.Client
	vendors map[string]*vendor // by source
}

// API is the vendor's API of a source; nil if nobody knows where it is. An
// error of it is heed.NotFound where the vendor knows no such thing; any other
// is that it can't be asked now, a *Later where it is known for how long.
func (c *Client) API(source string, access sources.Access) sources.API {
	if access.Base == "" {
		return nil
	}
	return &api{Client: c, source: source, access: access, vendor: c.vendor(source)}
}

type api struct {
	*Client
	*vendor
	source string
	access sources.Access
}

// Bounds of one call of an API.
const (
	perTry     = 5 * time.Second
	perCall    = 12 * time.Second // what is tried again and exchanged included
	spare      = 4 * time.Second  // that the caller needs for itself before its own time is over
	leastLeft  = perTry + spare   // or nothing is begun
	maxAnswer  = 1 << 20          // bytes
	maxHeaders = 64 << 10         // bytes
)

// Get asks.
func (a *api) Get(ctx context.Context, path string) ([]byte, error) {
	if err := a.waiting(a.Now()); err != nil {
		return nil, err
	}
	address, err := join(a.access.Base, path)
	if err != nil {
		return nil, heed.Errorf(heed.Internal, "asking the vendor of %s", a.source).Because(err)
	}
	timed, cancel, err := a.inTime(ctx)
	if err != nil {
		return nil, err
	}
	defer cancel()
	answer, err := a.open(timed, address)
	if ctx.Err() != nil {
		return nil, fmt.Errorf("asking the vendor of %s: %w", a.source, context.Cause(ctx))
	}
	if err != nil {
		return nil, a.trouble(err)
	}
	return a.judge(answer)
}

// inTime bounds a call. Where the caller has not enough time left nothing is
// begun: what it would have to give up half-way is better begun another time.
func (a *api) inTime(ctx context.Context) (context.Context, context.CancelFunc, error) {
	bound := perCall
	if deadline, ok := ctx.Deadline(); ok {
		left := deadline.Sub(a.Now())
		if left < leastLeft {
			return nil, nil, &Later{Source: a.source, Why: "too little time is left"}
		}
		bound = min(bound, left-spare)
	}
	timed, cancel := context.WithTimeout(ctx, bound)
	return timed, cancel, nil
}

// open asks with the key that is known, and once more with a fresh one where
// the vendor does not take it.
func (a *api) open(ctx context.Context, address string) (*answer, error) {
	key, err := a.key(ctx, a, nil)
	if err != nil {
		return nil, err
	}
	got, err := a.patiently(ctx, address, key)
	if err != nil || got.status != http.StatusUnauthorized {
		return got, err
	}
	if key, err = a.key(ctx, a, key); err != nil {
		return nil, err
	}
	return a.patiently(ctx, address, key)
}

// judge makes of an answer what the caller can use.
func (a *api) judge(got *answer) ([]byte, error) {
	switch {
	case got.status == http.StatusOK && len(got.body) <= maxAnswer:
		return got.body, nil
	case got.status == http.StatusOK:
		return nil, a.mend(heed.TroubleStrange, "it answers with more than 1 MB", 0)
	case got.status == http.StatusNotFound || got.status == http.StatusGone:
		return nil, heed.Errorf(heed.NotFound, "the vendor of %s knows no such thing", a.source)
	case got.status == http.StatusUnauthorized:
		return nil, a.mend(heed.TroubleLocked, "it does not take the credential", refusedFor)
	case got.status == http.StatusForbidden:
		return nil, a.mend(heed.TroubleLocked, "the credential does not open what is asked for", 0)
	case got.status == http.StatusTooManyRequests:
		return nil, a.leave(heed.TroubleBusy, "it has been asked too often", got.retryAfter(a.Now(), busyFor))
	case got.status >= http.StatusInternalServerError:
		return nil, a.leave(heed.TroubleSilent, fmt.Sprintf("it answers %d", got.status), got.retryAfter(a.Now(), downFor))
	}
	return nil, a.mend(heed.TroubleStrange, fmt.Sprintf("it answers %d", got.status), 0)
}

// trouble is that there was no answer.
func (a *api) trouble(err error) error {
	var later *Later
	var locked *lockedOut
	switch {
	case errors.As(err, &later):
		return a.leave(later.Trouble, later.Why, later.After)
	case errors.As(err, &locked):
		return a.mend(heed.TroubleLocked, locked.why, refusedFor)
	case nowhere(err):
		return a.mend(heed.TroubleStrange, "it does not answer: "+plainly(err), refusedFor)
	}
	return a.leave(heed.TroubleSilent, "it does not answer: "+plainly(err), downFor)
}

// mend is trouble that is an operator's to mend, and hears of once in a while.
// The source is left alone for that long; other things of it may be asked for
// at once where that is 0.
func (a *api) mend(what heed.Trouble, why string, after time.Duration) error {
	if a.Log != nil && a.speak(a.Now()) {
		a.Log.Error("a vendor cannot be asked", "source", a.source, "why", why)
	}
	if after > 0 {
		return a.leave(what, why, after)
	}
	return &Later{Source: a.source, Why: why, Trouble: what}
}

// leave leaves the source alone for a while.
func (a *api) leave(what heed.Trouble, why string, after time.Duration) error {
	l := &Later{Source: a.source, Why: why, After: after, Trouble: what}
	a.wait(l, a.Now().Add(after))
	return l
}
