package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"heed/shared/former"
	"heed/shared/sampling"
)

// A batch is what one request hands over, and where each of it was read.
type batch struct {
	People []entry `json:"people"`
	DryRun bool    `json:"dry_run,omitempty"`

	from  []place
	bytes int // that the people take, with a comma each
}

type entry struct {
	Email      string `json:"email"`
	Suppressed string `json:"suppressed,omitempty"`
	AskedAt    string `json:"asked_at,omitempty"`
}

type place struct {
	file string
	line int
}

// A request of so many people in so many bytes is within the API's 500 people
// and, however long their addresses are, its 256 kB.
const (
	mostPeople = 400
	mostBytes  = 240 << 10
)

var suppressionWords = map[sampling.Suppression]string{
	sampling.Unsubscribed: "unsubscribed", sampling.AddressBounced: "bounced", sampling.ReportedSpam: "complained",
}

// entryOf is a person as the API takes one, and how many bytes that is.
func entryOf(p *former.Person) (entry, int, error) {
	e := entry{Email: p.Email, Suppressed: suppressionWords[p.Suppressed]}
	if !p.Asked.IsZero() {
		e.AskedAt = p.Asked.Format(time.RFC3339)
	}
	text, err := written(e)
	return e, len(text), err
}

// written is JSON without the escapes that a page of HTML would need, which
// take six bytes for one.
func written(v any) ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	return b.Bytes(), nil
}

// halves parts a batch that is too large for whoever takes it.
func (b *batch) halves() [2]batch {
	n := len(b.People) / 2
	return [2]batch{{DryRun: b.DryRun, People: b.People[:n], from: b.from[:n]}, {DryRun: b.DryRun, People: b.People[n:], from: b.from[n:]}}
}
