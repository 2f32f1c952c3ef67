package sources

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha1"
	"encoding/hex"
	"net/url"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// intercom reads Intercom's webhooks: of conversations, in the shape of 2019
// and in today's, of tickets and of contacts.
type intercom struct{ *surveys.Source }

// intercomSignature is the header of an Intercom webhook.
const intercomSignature = "X-Hub-Signature"

// Verify checks a hexadecimal HMAC-SHA1 over the body, keyed with the app's
// client secret. No time is signed, so a delivery can be replayed at any time,
// which changes nothing.
// https://intercom-developer-hub.readme.io/reference/signed-notifications
func (intercom) Verify(r *Request, secrets []string, _ time.Time) error {
	signature, err := field(r.Header, intercomSignature)
	if err != nil {
		return err
	}
	return matches(secrets, func(secret string) bool {
		return hmac.Equal([]byte(signature), []byte(intercomMAC(r.Body, secret)))
	})
}

func intercomMAC(body []byte, secret string) string {
	return "sha1=" + hex.EncodeToString(mac(sha1.New, secret, string(body)))
}

// Sign writes the signature. The delivery's id stands in the body.
func (intercom) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(intercomSignature, intercomMAC(r.Body, secret))
	return nil
}

// intercomKinds are the topics of interest. What a change of a ticket's state
// is, its new state says.
var intercomKinds = map[string]string{
	"conversation.user.created":        "ticket.created",
	"conversation.admin.replied":       "ticket.replied",
	"conversation.admin.closed":        "ticket.solved",
	"conversation.admin.opened":        "ticket.reopened",
	"conversation.admin.assigned":      "ticket.assigned",
	"conversation.admin.open.assigned": "ticket.assigned",
	"ticket.created":                   "ticket.created",
	"ticket.admin.replied":             "ticket.replied",
	"ticket.closed":                    "ticket.solved",
	"ticket.admin.assigned":            "ticket.assigned",
	"ticket.team.assigned":             "ticket.assigned",
	"contact.created":                  "contact.created",
	"contact.lead.created":             "contact.created",
	"contact.user.created":             "contact.created",
	"user.created":                     "contact.created",
}

// intercomState is the topic of a ticket whose state changed.
const intercomState = "ticket.state.updated"

// Parse makes one touchpoint of a notification, or none.
func (s intercom) Parse(r *Request) ([]heed.Touchpoint, error) {
	e, err := parsed(r.Body)
	if err != nil {
		return nil, err
	}
	notice := pick(e, "data", "topic", "created_at")
	topic := notice.at("topic").plain()
	if topic == "" {
		return nil, notUnderstood("topic is missing")
	}
	kind := cmp.Or(kindOf(s.Source, text(topic)), intercomKinds[topic])
	if kind == "" && topic != intercomState {
		return nil, nil
	}
	item := notice["data"].Get("item")
	if !item.IsObject() {
		return nil, notUnderstood("data.item is missing")
	}
	own := kind != intercomKinds[topic]
	t := s.happened(topic, kind, own, item)
	if t == nil {
		return nil, nil
	}
	if t.At.IsZero() {
		t.At = instant(notice.at("created_at"))
	}
	if s.Product != "" {
		t.Product = at(item, s.Product, "ticket."+s.Product).or(at(e, s.Product)).clip()
	}
	if err := told(t); err != nil {
		return nil, err
	}
	return []heed.Touchpoint{*t}, nil
}

// happened is what happened to the conversation, ticket or contact that a
// notification is about; nil if it is of no interest. own is whether the kind is
// surveys.yaml's and not the topic's.
func (s intercom) happened(topic, kind string, own bool, item gjson.Result) *heed.Touchpoint {
	switch about, _, _ := strings.Cut(topic, "."); about {
	case "conversation":
		return s.conversation(kind, item)
	case "ticket":
		return s.ticket(topic, kind, own, item)
	case "contact", "user":
		return s.contact(kind, item)
	}
	return nil
}

// told reports, as an error, that a touchpoint says too little.
func told(t *heed.Touchpoint) error {
	switch {
	case strings.HasSuffix(t.Object, ":"):
		return notUnderstood("data.item has no id")
	case t.Customer.ID == "" && t.Customer.Email == "":
		return notUnderstood("data.item names no contact")
	case t.At.IsZero():
		return notUnderstood("neither data.item nor created_at tells the time")
	}
	return nil
}

// contact is somebody who came to be known, or what else surveys.yaml gives a
// kind, of which the contact does not tell the time. Either happens once.
func (intercom) contact(kind string, item gjson.Result) *heed.Touchpoint {
	created := instant(at(item, "created_at"))
	t := &heed.Touchpoint{
		Kind:       kind,
		Object:     "contact:" + at(item, "id").name(maxObject-len("contact:")),
		Occurrence: "1",
		Customer:   intercomContact(item),
		Tags:       tagsOf(item.Get("tags.data.#.name")),
		Facts:      heed.Facts{Created: created},
	}
	if kind == "contact.created" {
		t.At = created
	}
	return t
}

// intercomContact reads a contact, as a notification and the API write it.
func intercomContact(r gjson.Result) heed.Customer {
	return heed.Customer{
		ID:      at(r, "id").who(maxID),
		Email:   at(r, "email").mailbox(),
		Name:    at(r, "name").clip(),
		Locale:  locale(at(r, "language_override", "browser_language").clip()),
		Account: at(r, "companies.data.0.id", "companies.companies.0.id").who(maxID),
	}
}

// instant is a time as Intercom writes it: in seconds in most places, in ISO
// 8601 in some, and differently between versions of its API.
func instant(t text) time.Time {
	if when := t.unix(); !when.IsZero() {
		return when
	}
	return t.time()
}

// intercomChannel puts Intercom's words for where a conversation came from
// into Heed's.
func intercomChannel(from text) string {
	switch lower := text(strings.ToLower(from.plain())).clip(); lower {
	case "conversation", "messenger", "push", "in_app":
		return "chat"
	case "phone_call", "phone_switch":
		return "phone"
	case "facebook", "instagram", "twitter":
		return "social"
	case "whatsapp", "sms":
		return "messaging"
	default:
		return lower
	}
}

// Access is the API of the workspace's region, the one in the US unless
// surveys.yaml has another.
// https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis
func (s intercom) Access() Access {
	return Access{Base: cmp.Or(s.API, "https://api.intercom.io"), Scheme: Bearer}
}

// Touchpoint is never needed: Parse makes none without a contact's id.
func (intercom) Touchpoint(context.Context, API, *heed.Touchpoint) error { return nil }

// Customer asks for a contact. A lead may have no address.
// https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/showcontact
func (intercom) Customer(ctx context.Context, api API, id string) (heed.Customer, error) {
	r, err := asked(ctx, api, "a contact of Intercom", "/contacts/"+url.PathEscape(id), "id")
	if err != nil {
		return heed.Customer{}, err
	}
	c := intercomContact(r)
	c.ID = id
	return c, nil
}
