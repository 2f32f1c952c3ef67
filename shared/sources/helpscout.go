package sources

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base64"
	"net/url"
	"strconv"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// helpscout reads Help Scout's webhooks, in version 1 of their payload and in
// version 2. The body is the conversation or the customer itself; what
// happened to it stands in a header.
type helpscout struct{ *surveys.Source }

// Headers of a Help Scout webhook.
const (
	helpscoutSignature = "X-HelpScout-Signature"
	helpscoutEvent     = "X-HelpScout-Event"
)

// Verify checks a base64 HMAC-SHA1 over the body. No time is signed, so a
// delivery can be replayed at any time, which changes nothing.
// https://developer.helpscout.com/webhooks
func (helpscout) Verify(r *Request, secrets []string, _ time.Time) error {
	signature, err := field(r.Header, helpscoutSignature)
	if err != nil {
		return err
	}
	return matches(secrets, func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(helpscoutMAC(r.Body, secret)))
	})
}

func helpscoutMAC(body []byte, secret string) string {
	return base64.StdEncoding.EncodeToString(mac(sha1.New, secret, string(body)))
}

// Sign writes the signature. What happened is the caller's to say, in the
// header of the event; deliveries have no id.
func (helpscout) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(helpscoutSignature, helpscoutMAC(r.Body, secret))
	return nil
}

// Parse makes of a conversation what its event says and, of a reply that
// closes it, the closing too: so it does not matter whether Help Scout tells
// of the new status as well. Without the header, as from a proxy that drops
// it, only a closed conversation says what happened to it.
func (s helpscout) Parse(r *Request) ([]heed.Touchpoint, error) {
	body, err := parsed(r.Body)
	if err != nil {
		return nil, err
	}
	o := objectOf(body)
	var kinds []string
	switch event := text(header(r.Header, helpscoutEvent)); event {
	case "customer.created":
		return arrived(o)
	case "convo.created":
		kinds = s.kinds(event, "ticket.created")
	case "convo.assigned":
		kinds = s.kinds(event, "ticket.assigned")
	case "convo.agent.reply.created":
		if kinds = s.kinds(event, "ticket.replied"); closedAt(o) != "" {
			kinds = append(kinds, s.closing(o))
		}
	case "convo.status":
		kinds = s.kinds(o.at("status"), cmp.Or(s.closing(o), reopening(o)))
	case "":
		if o.at("status") == "" || !party(o).IsObject() {
			return nil, notUnderstood("header %s is missing, and the body is no conversation", helpscoutEvent)
		}
		kinds = []string{s.closing(o)}
	default:
		kinds = s.kinds(event, "")
	}
	return s.conversation(kinds, o)
}

// kinds is the kind that surveys.yaml gives a word of Help Scout's, else the
// usual one.
func (s helpscout) kinds(word text, usual string) []string {
	return []string{cmp.Or(kindOf(s.Source, word), usual)}
}

// closing is the kind of a conversation that is closed: the same however that
// comes to be known.
func (s helpscout) closing(o object) string {
	if status := o.at("status"); status == "closed" {
		return cmp.Or(kindOf(s.Source, status), "ticket.solved")
	}
	return ""
}

// reopening is the kind of a conversation that is active and was closed
// before. Only the time of that closing tells.
func reopening(o object) string {
	if o.at("status") == "active" && closedAt(o) != "" {
		return "ticket.reopened"
	}
	return ""
}

// closedAt names the time of the last closing, "" if there is none. It is the
// same in all that is told of one closing, and another after a reopening.
func closedAt(o object) string { return moment(o.at("closedAt").time()) }

// moment names a time, however it was written; "" if it is not known.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return strconv.FormatInt(t.Unix(), 10)
}

// conversation makes touchpoints of those kinds.
func (s helpscout) conversation(kinds []string, o object) ([]heed.Touchpoint, error) {
	var points []heed.Touchpoint
	for _, kind := range kinds {
		if kind != "" && !idle(kind, o) {
			points = append(points, s.touchpoint(kind, o))
		}
	}
	if len(points) == 0 {
		return nil, nil
	}
	switch t := &points[0]; {
	case t.Object == "conversation:":
		return nil, notUnderstood("id is missing")
	case t.Customer.ID == "" && t.Customer.Email == "":
		return nil, notUnderstood("neither primaryCustomer nor customer names anybody")
	case t.At.IsZero():
		return nil, notUnderstood("no time of the conversation is in ISO 8601")
	}
	return points, nil
}

// idle reports what is nothing that happened to a customer: a mail of the
// team's own that nobody has answered, a reply that is not the team's first,
// an assignment to nobody.
func idle(kind string, o object) bool {
	if o.at("createdBy.type") == "user" && o.at("type") == "email" && (kind == "ticket.created" || o.at("threads", "threadCount") == "1") {
		return true
	}
	switch kind {
	case "ticket.replied":
		return len(replies(o)) > 1
	case "ticket.assigned":
		return !holder(o).IsObject()
	}
	return false
}

// touchpoint is a conversation as something happened to it.
func (s helpscout) touchpoint(kind string, o object) heed.Touchpoint {
	created, closed := o.at("createdAt").time(), o.at("closedAt").time()
	changed, h := first(o.at("modifiedAt", "userUpdatedAt").time(), created), holder(o)
	t := heed.Touchpoint{
		Kind:       kind,
		Object:     "conversation:" + o.at("id").name(maxObject-len("conversation:")),
		Occurrence: "1",
		At:         changed,
		Customer:   helpscoutCustomer(o),
		Team:       o.at("mailbox.name", "mailboxId").clip(),
		Channel:    text(strings.ToLower(o.at("type").plain())).clip(),
		Tags:       helpscoutTags(o),
		Subject:    textOf(o.get("subject")).subject(),
		Facts:      heed.Facts{Created: created, Replied: answered(o)},
	}
	if at(h, "type") != "team" {
		t.Agent = at(h, "email", "id").clip()
	}
	if s.Product != "" {
		t.Product = o.at(s.Product).clip()
	}
	switch kind {
	case "ticket.created":
		t.At = first(created, changed)
	case "ticket.replied":
	case "ticket.solved", "ticket.closed":
		t.At = first(closed, changed)
		t.Occurrence = moment(t.At)
	case "ticket.reopened":
		t.Occurrence = closedAt(o) // the closing that it undoes
	default:
		t.Occurrence = text(at(h, "id").plain() + "@" + moment(changed)).name(maxID)
	}
	t.Occurrence = cmp.Or(t.Occurrence, "1")
	return t
}

// Access is the Mailbox API, which gives a token for the id and the secret of
// an app.
// https://developer.helpscout.com/mailbox-api/overview/authentication/
func (s helpscout) Access() Access {
	return Access{Base: cmp.Or(s.API, "https://api.helpscout.net"), Scheme: Client, Token: "/v2/oauth2/token"}
}

// Touchpoint is never needed: Parse makes none without a customer's id.
func (helpscout) Touchpoint(context.Context, API, *heed.Touchpoint) error { return nil }

// Customer asks for a customer.
// https://developer.helpscout.com/mailbox-api/endpoints/customers/get/
func (helpscout) Customer(ctx context.Context, api API, id string) (heed.Customer, error) {
	r, err := asked(ctx, api, "a customer of Help Scout", "/v2/customers/"+url.PathEscape(id), "id")
	if err != nil {
		return heed.Customer{}, err
	}
	c := helpscoutPerson(objectOf(r))
	c.ID = id
	return c, nil
}
