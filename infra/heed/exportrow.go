package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strconv"
	"time"

	"heed/shared/heed"
)

// exported is a row as the API tells it, its line, and what its place among the
// day's is found by.
type exported struct {
	line       []byte
	ID         string              `json:"id"`
	Touchpoint string              `json:"touchpoint"`
	Day        string              `json:"day"`
	Source     string              `json:"source"`
	Kind       string              `json:"kind"`
	Object     string              `json:"object"`
	Occurrence string              `json:"occurrence"`
	At         string              `json:"at"`
	Customer   string              `json:"customer"`
	Scope      string              `json:"scope"`
	Dimensions map[string][]string `json:"dimensions"`
	Program    string              `json:"program"`
	First      bool                `json:"first"`
	Facts      struct {
		Created  string `json:"created"`
		Replied  string `json:"replied"`
		Reopens  uint64 `json:"reopens"`
		Handled  uint64 `json:"handled_seconds"`
		Amount   int64  `json:"amount"`
		Currency string `json:"currency"`
	} `json:"facts"`
	After struct {
		Reopened string `json:"reopened"`
		Left     string `json:"left"`
		Bought   string `json:"bought"`
	} `json:"after"`
	Decision struct {
		Asked     bool      `json:"asked"`
		Reason    string    `json:"reason"`
		DecidedAt time.Time `json:"decided_at"`
		Config    string    `json:"config"`
		Band      uint8     `json:"band"`
		Available uint64    `json:"available_ppb"`
		Chance    uint64    `json:"chance_ppb"`
		Stratum   string    `json:"stratum"`
		Doubt     string    `json:"doubt"`
		Version   uint64    `json:"ledger_version"`
	} `json:"decision"`
	Response *struct {
		Score    int    `json:"score"`
		Channel  string `json:"channel"`
		At       string `json:"at"`
		Comment  string `json:"comment"`
		Quotable bool   `json:"quotable"`
	} `json:"response"`
}

var touchpointColumns = []string{
	"id", "touchpoint", "day", "source", "kind", "object", "occurrence", "at", "customer", "scope", "program",
	"asked", "reason", "decided_at", "chance_ppb", "available_ppb", "band", "stratum", "doubt", "config", "dimensions",
	"created", "replied", "reopens", "handled_seconds", "amount", "currency", "first", "reopened_at", "left_at", "bought_at",
	"score", "channel", "answered_at",
}

func (r *exported) json() []byte { return r.line }

func (r *exported) csv() []string {
	d, f, a := &r.Decision, &r.Facts, &r.After
	list := []string{
		safe(r.ID), safe(r.Touchpoint), safe(r.Day), safe(r.Source), safe(r.Kind), safe(r.Object), safe(r.Occurrence), safe(r.At), safe(r.Customer), safe(r.Scope), safe(r.Program),
		strconv.FormatBool(d.Asked), safe(d.Reason), d.DecidedAt.Format(time.RFC3339Nano), number(d.Chance), number(d.Available), number(uint64(d.Band)), safe(d.Stratum), safe(d.Doubt), safe(d.Config),
		safe(url.Values(r.Dimensions).Encode()),
		safe(f.Created), safe(f.Replied), number(f.Reopens), number(f.Handled), strconv.FormatInt(f.Amount, 10), safe(f.Currency), strconv.FormatBool(r.First), safe(a.Reopened), safe(a.Left), safe(a.Bought),
	}
	if r.Response == nil {
		return append(list, "", "", "")
	}
	return append(list, strconv.Itoa(r.Response.Score), safe(r.Response.Channel), safe(r.Response.At))
}

func number(n uint64) string { return strconv.FormatUint(n, 10) }

// An answer is a row that was answered, with its comment.
type answer struct{ exported }

var answerColumns = []string{
	"id", "touchpoint", "day", "source", "kind", "object", "program", "customer", "chance_ppb", "dimensions",
	"score", "channel", "answered_at", "may_be_published", "comment",
}

func (r *answer) csv() []string {
	a := r.Response
	return []string{
		safe(r.ID), safe(r.Touchpoint), safe(r.Day), safe(r.Source), safe(r.Kind), safe(r.Object), safe(r.Program), safe(r.Customer), number(r.Decision.Chance), safe(url.Values(r.Dimensions).Encode()),
		strconv.Itoa(a.Score), safe(a.Channel), safe(a.At), strconv.FormatBool(a.Quotable), safe(a.Comment),
	}
}

type exportResponses struct{ exporting }

// Run writes the answers by the days they came. Comments are in it, addresses are
// not.
func (c *exportResponses) Run(ctx context.Context, p *program) error {
	return c.write(ctx, p, answerColumns, func(day heed.Day) (list []record, err error) {
		for after := ""; ; {
			texts, next, err := c.page(ctx, p, "/api/responses", day, after)
			if err != nil {
				return nil, err
			}
			for _, text := range texts {
				a, err := answerOf(text)
				if err != nil {
					return nil, fmt.Errorf("read an answer of %s: %w", day, err)
				}
				list = append(list, a)
			}
			if next == "" || next == after {
				return list, nil
			}
			after = next
		}
	})
}

// answerOf makes a line of a row, without the address it was invited at.
func answerOf(text []byte) (*answer, error) {
	a := &answer{}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &a.exported); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &fields); err != nil {
		return nil, err
	}
	if a.Response == nil {
		return nil, fmt.Errorf("row %s has no answer", a.ID)
	}
	delete(fields, "invitation")
	line, err := json.Marshal(fields)
	a.line = append(line, '\n')
	return a, err
}
