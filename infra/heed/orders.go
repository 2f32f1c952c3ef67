package main

import (
	"context"
	"net/http"
	"net/url"
)

type pause struct{ at }

// Run stops sending.
func (c *pause) Run(ctx context.Context, p *program) error {
	return c.order(ctx, p, http.MethodPost, "/api/pause")
}

type resume struct{ at }

// Run lets sending go on.
func (c *resume) Run(ctx context.Context, p *program) error {
	return c.order(ctx, p, http.MethodPost, "/api/resume")
}

type redrive struct{ at }

// Run hands dead letters to their functions again.
func (c *redrive) Run(ctx context.Context, p *program) error {
	return c.order(ctx, p, http.MethodPost, "/api/redrive")
}

type why struct {
	at
	ID string `arg:"" help:"Id of a touchpoint, as the webhook answered it, or of a row."`
}

// Run explains a decision.
func (c *why) Run(ctx context.Context, p *program) error {
	return c.order(ctx, p, http.MethodGet, "/api/touchpoints/"+url.PathEscape(c.ID))
}

type replay struct {
	at
	ID string `arg:"" optional:"" help:"Id of a delivery that was not understood; without it, they are listed."`
}

// Run lists kept deliveries or replays one.
func (c *replay) Run(ctx context.Context, p *program) error {
	if c.ID == "" {
		return c.order(ctx, p, http.MethodGet, "/api/kept")
	}
	return c.order(ctx, p, http.MethodPost, "/api/kept/"+url.PathEscape(c.ID)+"/replay")
}
