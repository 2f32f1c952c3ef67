package sources

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// zendesk reads what a Zendesk trigger posts when its body is the template of
// docs/sources/zendesk.md.
type zendesk struct{ *surveys.Source }

// Headers of a Zendesk webhook.
const (
	zendeskSignature = "X-Zendesk-Webhook-Signature"
	zendeskTimestamp = "X-Zendesk-Webhook-Signature-Timestamp"
	zendeskDelivery  = "X-Zendesk-Webhook-Invocation-Id"
)

// Verify checks a base64 HMAC-SHA256 over the timestamp, as written, and then
// the body. The secret looks like base64 but is the key as it stands.
// https://developer.zendesk.com/documentation/webhooks/verifying/
func (zendesk) Verify(r *Request, secrets []string, now time.Time) error {
	signature, err := field(r.Header, zendeskSignature)
	if err != nil {
		return err
	}
	timestamp, err := field(r.Header, zendeskTimestamp)
	if err != nil {
		return err
	}
	at, err := time.Parse(time.RFC3339, timestamp)
	if err != nil {
		return heed.Errorf(heed.Unauthorized, "header %s is not an ISO 8601 time", zendeskTimestamp)
	}
	if err := fresh(at, now, signedOnce); err != nil {
		return err
	}
	return matches(secrets, func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(zendeskMAC(timestamp, r.Body, secret)))
	})
}

func zendeskMAC(timestamp string, body []byte, secret string) string {
	return base64.StdEncoding.EncodeToString(mac(sha256.New, secret, timestamp, string(body)))
}

// Sign writes the timestamp to the second, in UTC, as Zendesk does.
func (zendesk) Sign(r *Request, secret, id string, now time.Time) error {
	timestamp := now.UTC().Format(time.RFC3339)
	r.set(zendeskDelivery, id)
	r.set(zendeskTimestamp, timestamp)
	r.set(zendeskSignature, zendeskMAC(timestamp, r.Body, secret))
	return nil
}

// Parse makes one touchpoint of a ticket.
//
// The occurrence is the latest public comment's id. A retry has the same; so
// has the closing that follows a solving, since a closed ticket takes no
// comment; a reopened ticket has a newer one, the reply that reopened it.
// Whoever reopens and solves without a word to the customer has done nothing
// that the customer could be asked about. The time of the update would tell
// solved from closed, and the delivery's id a retry from the first try.
func (zendesk) Parse(r *Request) ([]heed.Touchpoint, error) {
	e, err := parsed(r.Body)
	if err != nil {
		return nil, err
	}
	t := e.Get("ticket")
	id := at(t, "id").name(maxObject - len("ticket:"))
	if id == "" {
		return nil, notUnderstood("ticket.id is missing")
	}
	kind, err := zendeskKind(at(e, "type"), at(t, "status"))
	if kind == "" {
		return nil, err
	}
	customer, err := zendeskCustomer(e)
	if err != nil {
		return nil, err
	}
	happened := at(t, "updated_at").time()
	if happened.IsZero() { // localised, or left out: the delivery's time is close
		if happened = text(header(r.Header, zendeskTimestamp)).time(); happened.IsZero() {
			return nil, notUnderstood("ticket.updated_at is not an ISO 8601 time, nor is header %s", zendeskTimestamp)
		}
	}
	return []heed.Touchpoint{{
		Kind:       kind,
		Object:     "ticket:" + id,
		Occurrence: at(e, "occurrence").or("1").name(maxID),
		At:         happened,
		Customer:   customer,
		Team:       at(t, "group").clip(),
		Agent:      at(t, "assignee").clip(),
		Channel:    zendeskChannel(at(t, "via")),
		Tags:       tagsOf(t.Get("tags")),
	}}, nil
}

// zendeskKind is the type that the template names or, without one, the status
// says; "" and no error for a status of no interest.
func zendeskKind(typ, status text) (string, error) {
	if typ.plain() != "" {
		if kind := typ.kind(); kind != "" {
			return kind, nil
		}
		return "", notUnderstood("type is not a kind such as ticket.solved")
	}
	switch strings.ToLower(status.plain()) {
	case "solved", "closed":
		return "ticket.solved", nil
	case "new", "open", "pending", "hold", "on-hold":
		return "", nil
	}
	return "", notUnderstood("type is missing, and ticket.status is no status in English")
}

// zendeskCustomer reads the requester, who may also stand inside the ticket,
// for that is where the placeholders have them.
func zendeskCustomer(e gjson.Result) (heed.Customer, error) {
	c := heed.Customer{
		ID:      at(e, "requester.id", "ticket.requester.id").who(maxID),
		Email:   at(e, "requester.email", "ticket.requester.email").mailbox(),
		Name:    at(e, "requester.name", "ticket.requester.name").clip(),
		Locale:  locale(at(e, "requester.locale", "requester.language", "ticket.requester.locale", "ticket.requester.language").clip()),
		Account: at(e, "organization.id", "ticket.organization.id").who(maxID),
	}
	if c.ID == "" && c.Email == "" {
		return c, notUnderstood("neither requester.id nor requester.email is there")
	}
	return c, nil
}

// zendeskChannel puts Zendesk's two commonest words for how a ticket came
// into Heed's.
func zendeskChannel(via text) string {
	switch lower := text(strings.ToLower(via.plain())).clip(); lower {
	case "mail":
		return "email"
	case "web form":
		return "web"
	default:
		return lower
	}
}
