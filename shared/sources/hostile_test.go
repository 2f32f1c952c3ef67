package sources_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
)

// A templatedBody is what a team's own template makes. The page has the
// template; what stands in it for a value is filled in.
type templatedBody struct {
	filled  []string // what stands in the template, and what is put there, in turns
	persons []string // what stands for values that people write of themselves
	object  string
	kind    string
}

var templatedBodies = map[string]templatedBody{
	"freshdesk": {
		[]string{
			"{{triggered_event}}", "{status:{from:2,to:4}}", "{{ticket.id}}", "7", "{{ticket.requester.id}}", "5", "{{ticket.status}}", "Resolved",
			"{{ticket.modified_on}}", "2026-11-16T13:20:55Z",
		},
		[]string{"{{ticket.requester.name}}", "{{ticket.company.name}}", "{{ticket.product_description}}", "{{ticket.tags}}", "{{ticket.requester.language}}", "{{ticket.subject}}"},
		"ticket:7", "ticket.solved",
	},
	"jira": {
		[]string{
			"{{issue.key}}", "SUP-7", "{{now}}", "2026-11-20T11:30:12.8+0000", "{{issue.statuscategorychangedate}}", "2026-11-20T11:30:09.5+0000",
			"{{issue.reporter.accountId}}", "5",
			`"name": "{{issue.reporter`, `"product": "{{product}}", "name": "{{issue.reporter`,
		},
		[]string{"{{product}}", "{{issue.reporter.displayName.jsonEncode}}", "{{issue.assignee.displayName.jsonEncode}}", "{{issue.labels}}", "{{issue.project.name.jsonEncode}}", "{{issue.summary.jsonEncode}}"},
		"ticket:SUP-7", "ticket.solved",
	},
	"salesforce": {
		[]string{"0035e00001MoOdUAAV", "5", "0065e000009KlMtAAK", "7", `"ContactName__c"`, `"Product__c": "{{product}}", "ContactName__c"`},
		[]string{"{{product}}", "Maren Oduya", "en_GB", "Tomas Weber", "North"},
		"deal:7", "deal.won",
	},
	"zendesk": {
		[]string{
			"{{ticket.id}}", "7", "{{ticket.requester.id}}", "5", "{{ticket.latest_public_comment.id}}", "9", "{{ticket.status}}", "Solved",
			"{{ticket.updated_at_with_timestamp}}", "2026-11-16T10:03Z",
			`"subject": "{{ticket.title}}"`, `"subject": "{{ticket.title}}", "product": "{{product}}"`,
		},
		[]string{"{{product}}", "{{ticket.requester.name}}", "{{ticket.requester.locale}}", "{{ticket.title}}"},
		"ticket:7", "ticket.solved",
	},
}

// addresses are what stands in the templates for the customer's address.
var addresses = []string{"{{ticket.requester.email}}", "{{issue.reporter.emailAddress}}", "maren.oduya@example.com"}

// breaking are values that try to be more than a value: the names that any of
// the sources reads, at every depth, as JSON and as what only looks like it.
func breaking() []string {
	all := []string{
		`"`, `""`, `\`, `\"`, `\\"`, `"}`, `"}}`, `"]}`, `"}}}`, "\n", "\r\n\t\x00", `{"a":1}`, `[]`, `{}`, `x", "`, `", "": "`, `Bob "Buzz" Lee`, "\u2028\xff", `\u0022`, `\u0022,\u0022type\u0022:\u0022a.b`,
		`x","freshdesk_webhook":{"ticket_id":"1","type":"deal.lost","requester_email":"victim@example.com"},"z":"`,
		`x","webhookEvent":"jira:issue_updated","changelog":{"id":"1","items":[{"fieldId":"assignee","to":"2"}]},"z":"`,
		`x"},"webhookEvent":"jira:issue_created","z":{"a":"`, `x"}}},"webhookEvent":"jira:issue_created","z":{"a":{"b":{"c":"`, `x"}},"webhookEvent":"jira:issue_created","z":{"a":{"b":"`,
		`x"}}},"webhookEvent":"jira:issue_created","changelog":{"items":[]},"issue":{"key":"X-1","fields":{"reporter":{"accountId":"v","emailAddress":"victim@example.com","displayName":"`,
		`x"},"reporter":{"accountId":"victim","emailAddress":"victim@example.com","displayName":"`,
		`x"},"ticket":{"id":"1","requester":{"email":"victim@example.com"}},"requester":{"id":"victim","email":"victim@example.com`,
		`x"},"ticket":{"id":"1","requester":{"id":"victim","email":"victim@example.com"}},"z":{"a":"`,
		`x\u0022,\u0022requester_email\u0022:\u0022victim@example.com`, `x", "\u0043ontactEmail__c": "victim@example.com`,
	}
	for _, name := range []string{
		"type", "kind", "occurrence", "triggered_event", "webhookEvent", "Id", "id", "key", "ticket_id", "ticket_status", "Status", "StageName", "IsWon", "IsClosed", "Occurrence__c",
		"ContactId__c", "ContactId", "requester_id", "ticket_requester_id", "ticket_contact_id", "accountId", "name",
		"ContactEmail__c", "ContactEmail", "SuppliedEmail", "Email", "email", "emailAddress", "requester_email", "ticket_requester_email", "ticket_contact_email",
		"LastStageChangeDate", "ClosedDate", "LastModifiedDate", "ticket_modified_on", "timestamp",
	} {
		for _, value := range []string{`victim@example.com`, `deal.lost`, `jira:issue_created`, `zen:event-type:ticket.created`} {
			all = append(all,
				fmt.Sprintf(`x", "%s": "%s`, name, value),
				fmt.Sprintf(`x"}, "%s": "%s`, name, value),
				fmt.Sprintf(`x", "%s": "%s", "z": "`, name, value),
				fmt.Sprintf(`x"}, "%s": {"%s": "%s`, name, name, value),
				fmt.Sprintf("x\n\", \"%s\": \"%s", name, value),
				fmt.Sprintf(`x" y", "%s": "%s`, name, value))
		}
	}
	return all
}

// TestTemplatesHoldWhatPeopleWrite: whatever somebody is called, the touchpoint
// is of the same kind and the same object, once, and of the same person, who
// has the address that they have, or none.
func TestTemplatesHoldWhatPeopleWrite(t *testing.T) {
	for typ, c := range templatedBodies {
		template := block(t, typ+".md", "json")
		for _, address := range []string{"me@example.com", ""} {
			filled := c.filled
			for _, stands := range addresses {
				filled = append(filled[:len(filled):len(filled)], stands, address)
			}
			body := strings.NewReplacer(filled...).Replace(template)
			usual := heed.Touchpoint{}
			read := 0
			for i, value := range append([]string{"Somebody"}, breaking()...) {
				for _, person := range c.persons {
					if !strings.Contains(body, person) {
						t.Fatalf("%s: %s is not in the template", typ, person)
					}
					points, err := find(t, typ).Parse(&sources.Request{URL: address, Body: []byte(strings.Replace(body, person, value, 1))})
					switch {
					case errors.Is(err, sources.ErrNotUnderstood) && len(points) == 0 && i > 0: // kept
						continue
					case err != nil || len(points) != 1:
						t.Fatalf("%s: %s is %q: %+v, %v", typ, person, value, points, err)
					}
					p := points[0]
					if read++; i == 0 {
						usual = p
					}
					if t.Failed() {
						return
					}
					if p.ID() != usual.ID() || p.Kind != c.kind || p.Object != c.object || p.Customer.ID != "5" || p.Customer.Email != address || !p.At.Equal(usual.At) {
						t.Errorf("%s: %s is %q: %+v", typ, person, value, p)
					}
				}
			}
			if read < 100 {
				t.Errorf("%s: only %d were read", typ, read)
			}
		}
	}
}
