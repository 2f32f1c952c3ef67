package year

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// An Event is something that happened and was posted, in plain words: what a
// year's record is made of. What its source doesn't tell is zero.
type Event struct {
	Source     string // type of it
	Kind       string
	Object     string // as Heed calls it
	Occurrence string // as its source tells it
	At         time.Time
	Customer   string // address
	Team       string
	Agent      string
	Product    string
	Issue      string // of a ticket, by its tag
	Tags       []string

	Created time.Time // of a ticket; whole seconds, as At
	Replied time.Time
	Handled time.Duration
	Reopens int

	Amount   int64 // of a deal or a renewal, in minor units
	Currency string

	customer *customer
	feeling  feeling
	status   string // of a ticket
	subject  string // likewise
}

// felt names the event among those that may be asked about.
func felt(kind, object, occurrence string) string { return kind + " " + object + " " + occurrence }

// body is the delivery, as the source writes it.
func (e *Event) body() []byte {
	c := e.customer
	var v any
	switch e.Source {
	case "hubspot":
		v = []map[string]any{{
			"eventId": c.number, "subscriptionId": 3446, "portalId": 62515, "appId": 1160452, "occurredAt": e.At.UnixMilli(),
			"subscriptionType": "deal.propertyChange", "attemptNumber": 0, "objectId": c.number % 1_000_000,
			"changeSource": "CRM_UI", "propertyName": "dealstage", "propertyValue": "closedwon",
		}}
	case "zendesk":
		v = map[string]any{"type": e.Kind, "occurrence": e.Occurrence, "ticket": e.ticket(), "requester": c.who(), "subject": e.subject}
	default:
		v = map[string]any{"type": e.Kind, "timestamp": written(e.At), "data": e.data()}
	}
	body, err := json.Marshal(v)
	if err != nil {
		panic(err) // maps of strings always have a JSON text
	}
	return body
}

// ticket is the part of that name of Zendesk's template.
func (e *Event) ticket() map[string]any {
	return map[string]any{
		"id": strings.TrimPrefix(e.Object, "ticket:"), "status": e.status, "via": "Mail", "tags": strings.Join(e.Tags, " "),
		"group": e.Team, "assignee": e.Agent, "product": e.Product, "created_at": written(e.Created), "updated_at": written(e.At),
		"handled_seconds": fmt.Sprint(int(e.Handled.Seconds())),
	}
}

// data is the part of that name of a standard payload.
func (e *Event) data() map[string]any {
	data := map[string]any{
		"object": e.Object, "occurrence": e.Occurrence, "team": e.Team, "product": e.Product, "channel": "web", "customer": e.customer.who(),
	}
	if e.Currency != "" {
		data["amount"], data["currency"] = fmt.Sprintf("%d.%02d", e.Amount/100, e.Amount%100), e.Currency
	}
	if e.Issue != "" {
		data["channel"], data["agent"], data["tags"], data["subject"] = "chat", e.Agent, e.Tags, e.subject
		data["created"], data["replied"], data["reopens"], data["handled_seconds"] = written(e.Created), written(e.Replied), e.Reopens, int(e.Handled.Seconds())
	}
	return data
}

func (c *customer) who() map[string]any {
	return map[string]any{"id": fmt.Sprint(c.number), "email": c.email(), "locale": c.locale(), "name": c.name()}
}

func written(t time.Time) string { return t.UTC().Format(time.RFC3339) }
