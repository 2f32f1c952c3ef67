package sources

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"hash"
	"net/url"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// jira reads Jira Service Management: webhooks, and automations whose body is the
// template of docs/sources/jira.md, which has the webhooks' shape.
type jira struct{ *surveys.Source }

const jiraSignature = "X-Hub-Signature"

// jiraMethods are the hashes that a signature may name. Atlassian says that it
// may change the one it uses; weaker ones are not let in by that.
var jiraMethods = map[string]func() hash.Hash{"sha256": sha256.New, "sha512": sha512.New}

// Verify checks a webhook's signature, method=hex, over the body. Automations
// sign nothing, and show the secret. What is signed wrongly is not let in by
// showing it.
// https://developer.atlassian.com/cloud/jira/platform/webhooks/
func (jira) Verify(r *Request, secrets []string, _ time.Time) error {
	signature := header(r.Header, jiraSignature)
	if signature == "" {
		err := shown(r, secrets)
		if errors.Is(err, ErrUnsigned) {
			return heed.Errorf(heed.Unauthorized, "header %s is missing, and so is header %s of an automation", jiraSignature, SecretHeader).Because(ErrUnsigned)
		}
		return err
	}
	method, _, _ := strings.Cut(signature, "=")
	of := jiraMethods[method]
	if of == nil {
		return heed.Errorf(heed.Unauthorized, "header %s must be made with sha256 or sha512", jiraSignature).Because(ErrForged)
	}
	return matches(secrets, func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(method+"="+hex.EncodeToString(mac(of, secret, string(r.Body)))))
	})
}

// Sign signs as a webhook does, or shows the secret with what an automation
// sends.
func (jira) Sign(r *Request, secret, _ string, _ time.Time) error {
	if e := gjson.ParseBytes(r.Body); e.Get("issue").Exists() && !e.Get("webhookEvent").Exists() {
		r.set(SecretHeader, secret)
		return nil
	}
	r.set(jiraSignature, "sha256="+hex.EncodeToString(mac(sha256.New, secret, string(r.Body))))
	return nil
}

// Parse makes a touchpoint of each thing that happened to the ticket: one
// change may solve and assign it. Tickets that apps report are nobody's.
func (j jira) Parse(r *Request) ([]heed.Touchpoint, error) {
	body, err := templated(r.Body)
	if err != nil {
		return nil, err
	}
	e := pick(body, "webhookEvent", "timestamp", "type", "occurrence", "issue", "fields", "key", "changelog", "name", "summary")
	issue := pick(e["issue"], "key", "fields")
	if _, within := e["issue"]; !within { // an automation that sends the ticket itself
		issue = e
	}
	fields := pick(issue["fields"], "reporter", "status", "resolution", "statuscategorychangedate", "created", "updated", "project", "assignee", "labels",
		"summary", "aggregatetimespent", "timespent")
	found, err := j.changes(e, fields)
	if err != nil || len(found) == 0 || fields.at("reporter", "accountType") == "app" {
		return nil, err
	}
	t := ticket(fields)
	put(&t.Customer.Name, e.at("name").clip())
	put(&t.Subject, textOf(e["summary"]).subject())
	if key := issue.at("key").name(maxObject - len("ticket:")); key != "" {
		t.Object = "ticket:" + key
	} else {
		return nil, notUnderstood("issue.key is missing")
	}
	if t.At = jiraTime(e.at("timestamp").or(fields.at("updated"))); t.At.IsZero() {
		return nil, notUnderstood("timestamp is not a time")
	}
	if j.Product != "" {
		t.Product = at(body, j.Product).clip()
	}
	points := make([]heed.Touchpoint, len(found))
	for i, c := range found {
		points[i] = t
		points[i].Kind, points[i].Occurrence = c.kind, c.occurrence
	}
	return points, nil
}

// ticket is what a ticket says, whatever happened to it.
func ticket(fields picked) heed.Touchpoint {
	return heed.Touchpoint{
		Customer: heed.Customer{
			ID:    fields.at("reporter", "accountId", "key", "name").who(maxID),
			Email: fields.at("reporter", "emailAddress").mailbox(),
			Name:  fields.at("reporter", "displayName").clip(),
		},
		Team:    fields.at("project", "name").clip(),
		Agent:   fields.at("assignee", "displayName").clip(),
		Tags:    tagsOf(fields["labels"]),
		Subject: textOf(fields["summary"]).subject(),
		Facts: heed.Facts{
			Created: fields.at("created").time(),
			Handled: fields.first("aggregatetimespent", "timespent").seconds(), // the first with its sub-tasks
		},
	}
}

// Access is the team's own site, for the address of an account and its token.
func (j jira) Access() Access { return Access{Base: j.API, Scheme: Basic} }

// Touchpoint asks who reported the ticket.
func (jira) Touchpoint(ctx context.Context, api API, t *heed.Touchpoint) error {
	answer, err := asked(ctx, api, "a ticket of Jira", "/rest/api/3/issue/"+url.PathEscape(strings.TrimPrefix(t.Object, "ticket:"))+"?fields=reporter", "key")
	if err != nil {
		return err
	}
	if t.Customer.ID = at(answer, "fields.reporter.accountId").who(maxID); t.Customer.ID == "" {
		return heed.Errorf(heed.NotFound, "the ticket has no reporter")
	}
	return nil
}

// Customer asks for the account, whose address its owner may hide.
func (jira) Customer(ctx context.Context, api API, id string) (heed.Customer, error) {
	u, err := asked(ctx, api, "a user of Jira", "/rest/api/3/user?accountId="+url.QueryEscape(id), "accountId")
	if err != nil {
		return heed.Customer{}, err
	}
	return heed.Customer{
		ID:     at(u, "accountId").who(maxID),
		Email:  at(u, "emailAddress").mailbox(),
		Name:   at(u, "displayName").clip(),
		Locale: locale(at(u, "locale").clip()),
		Zone:   at(u, "timeZone").zone(),
	}, nil
}
