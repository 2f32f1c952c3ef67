// Package events holds the sample payloads: a folder per source type, a file
// per thing that happens. They are what the source would post, byte for byte
// but for people and companies, who are invented.
//
// The laptop replays them and the tests are held to them; no function in the
// cloud imports this package.
package events

import "embed"

// FS has <type>/<event>.<json, xml or form>, such as zendesk/ticket-solved.json,
// and beside some of them <that>.headers: headers that come with it and are no
// signature.
//
//go:embed */*
var FS embed.FS
