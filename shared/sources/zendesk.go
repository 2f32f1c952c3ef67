package sources

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// zendesk reads both kinds of Zendesk webhooks: those that subscribe to events,
// and those of a trigger whose body is the template of docs/sources/zendesk.md.
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

// Parse makes at most one touchpoint, of a ticket.
func (z zendesk) Parse(r *Request) ([]heed.Touchpoint, error) {
	body, err := templated(r.Body)
	if err != nil {
		return nil, err
	}
	e := objectOf(body)
	var t *heed.Touchpoint
	if event, ok := strings.CutPrefix(e.at("type").plain(), zendeskEvent); ok {
		t, err = z.event(e, event)
	} else {
		t, err = z.trigger(e)
	}
	if t == nil {
		return nil, err
	}
	if t.At.IsZero() { // localised, or left out: the delivery's time is close
		if t.At = text(header(r.Header, zendeskTimestamp)).time(); t.At.IsZero() {
			return nil, notUnderstood("neither time nor ticket.updated_at is an ISO 8601 time, nor is header %s", zendeskTimestamp)
		}
	}
	return []heed.Touchpoint{*t}, nil
}

// Access is by an OAuth client of the team's own Zendesk: no API token can be
// made any more, and those that are left end on 30 April 2027.
// https://developer.zendesk.com/documentation/api-basics/authentication/oauth-migration/
func (z zendesk) Access() Access {
	return Access{Base: z.API, Scheme: Client, Token: "/oauth/tokens", Scope: "users:read"}
}

// Touchpoint has nothing to add: every event names the requester.
func (zendesk) Touchpoint(context.Context, API, *heed.Touchpoint) error { return nil }

// Customer asks for a user.
// https://developer.zendesk.com/api-reference/ticketing/users/users/
func (zendesk) Customer(ctx context.Context, api API, id string) (heed.Customer, error) {
	answer, err := asked(ctx, api, "a user of Zendesk", "/api/v2/users/"+url.PathEscape(id)+".json", "user.id")
	if err != nil {
		return heed.Customer{}, err
	}
	u := answer.Get("user")
	return heed.Customer{
		ID:      id,
		Email:   at(u, "email").mailbox(),
		Name:    at(u, "name").clip(),
		Locale:  locale(at(u, "locale").clip()),
		Zone:    at(u, "iana_time_zone").zone(),
		Account: at(u, "organization_id").who(maxID),
	}, nil
}

// zendeskChannel puts Zendesk's words for how a ticket came into Heed's: those
// that its API has, and those that its placeholder writes.
func zendeskChannel(via text) string {
	switch lower := text(strings.ToLower(via.plain())).clip(); lower {
	case "mail":
		return "email"
	case "web form", "web_form":
		return "web"
	case "web service", "web_service":
		return "api"
	case "voice":
		return "phone"
	case "facebook", "twitter", "instagram_dm":
		return "social"
	case "native_messaging", "whatsapp", "line":
		return "messaging"
	default:
		return lower
	}
}
