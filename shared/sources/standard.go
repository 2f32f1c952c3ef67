package sources

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"heed/shared/heed"
)

// standard reads Standard Webhooks (https://www.standardwebhooks.com): what
// any program can post that has no source of its own here. Its payload is
// written down in docs/sources/standard.md.
type standard struct{}

// Verify accepts any v1 signature in the header that a secret fits, and skips
// other versions. The library would check the time by its own clock, so the
// time is checked here.
func (standard) Verify(r *Request, secrets []string, now time.Time) error {
	h := http.Header{}
	for _, name := range [...]string{
		standardwebhooks.HeaderWebhookID, standardwebhooks.HeaderWebhookTimestamp, standardwebhooks.HeaderWebhookSignature,
	} {
		value, err := field(r.Header, name)
		if err != nil {
			return err
		}
		h.Set(name, value)
	}
	seconds, err := strconv.ParseInt(h.Get(standardwebhooks.HeaderWebhookTimestamp), 10, 64)
	if err != nil {
		return heed.Errorf(heed.Unauthorized, "header %s is not a whole number of seconds since 1970", standardwebhooks.HeaderWebhookTimestamp)
	}
	if err := fresh(time.Unix(seconds, 0), now); err != nil {
		return err
	}
	usable := slices.DeleteFunc(slices.Clone(secrets), func(secret string) bool {
		_, err := standardHook(secret)
		return err != nil
	})
	return matches(usable, func(secret string) bool {
		hook, err := standardHook(secret)
		return err == nil && hook.VerifyIgnoringTimestamp(r.Body, h) == nil
	})
}

// Sign writes one v1 signature.
func (standard) Sign(r *Request, secret, id string, now time.Time) error {
	hook, err := standardHook(secret)
	if err != nil {
		return err
	}
	signature, err := hook.Sign(id, now, r.Body)
	if err != nil {
		return heed.Errorf(heed.Internal, "signing a delivery").Because(err)
	}
	r.set("Content-Type", "application/json")
	r.set(standardwebhooks.HeaderWebhookID, id)
	r.set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(now.Unix(), 10))
	r.set(standardwebhooks.HeaderWebhookSignature, signature)
	return nil
}

// standardHook refuses an empty key, which the library takes. Its own error
// is left out, since it shows a part of the secret.
func standardHook(secret string) (*standardwebhooks.Webhook, error) {
	hook, err := standardwebhooks.NewWebhook(secret)
	if err != nil || strings.TrimPrefix(secret, "whsec_") == "" {
		return nil, heed.Errorf(heed.Invalid, "the secret must be whsec_ and base64")
	}
	return hook, nil
}

// standardEvent is the payload's shape. The customer may also lie flat in the
// data, but for the name: there it is as likely to be the deal's.
type standardEvent struct {
	Type      text
	Timestamp text
	Data      struct {
		Object, ID, Occurrence text
		Customer               struct {
			ID, Email, Name, Locale, Account text
			Former                           formers
		}
		CustomerID                    text `json:"customer_id"`
		Email, Locale, Account        text
		Team, Agent, Product, Channel text
		Tags                          tags
	}
}

// formers are who the customer was known as before.
type formers []struct{ ID, Email text }

// values are those that name somebody, the first heed.MaxFormer of them.
func (all formers) values() []heed.Former {
	var values []heed.Former
	for _, f := range all {
		v := heed.Former{ID: f.ID.who(maxID), Email: f.Email.mailbox()}
		if v != (heed.Former{}) && len(values) < heed.MaxFormer {
			values = append(values, v)
		}
	}
	return values
}

// Parse makes one touchpoint. The occurrence is the sender's to give; without
// one the object can go through this kind of touchpoint once.
func (standard) Parse(r *Request) ([]heed.Touchpoint, error) {
	var e standardEvent
	if err := decode(r.Body, &e); err != nil {
		return nil, err
	}
	d := &e.Data
	t := heed.Touchpoint{
		Kind:       e.Type.kind(),
		Object:     d.Object.or(d.ID).name(maxObject),
		Occurrence: d.Occurrence.or("1").name(maxID),
		At:         e.Timestamp.time(),
		Customer: heed.Customer{
			ID:      d.Customer.ID.or(d.CustomerID).who(maxID),
			Email:   d.Customer.Email.or(d.Email).mailbox(),
			Name:    d.Customer.Name.clip(),
			Locale:  locale(d.Customer.Locale.or(d.Locale).clip()),
			Account: d.Customer.Account.or(d.Account).who(maxID),
			Former:  d.Customer.Former.values(),
		},
		Team:    d.Team.clip(),
		Agent:   d.Agent.clip(),
		Product: d.Product.clip(),
		Channel: d.Channel.clip(),
		Tags:    d.Tags.values(),
	}
	if t.At.IsZero() {
		t.At = standardTime(r.Header)
	}
	switch {
	case t.Kind == "":
		return nil, notUnderstood("type is missing, or is not a kind such as deal.won")
	case t.Object == "":
		return nil, notUnderstood("neither data.object nor data.id is there")
	case t.Customer.ID == "" && t.Customer.Email == "":
		return nil, notUnderstood("neither data.customer.id nor data.customer.email is there")
	case t.At.IsZero():
		return nil, notUnderstood("timestamp is not an ISO 8601 time, nor is there header %s", standardwebhooks.HeaderWebhookTimestamp)
	}
	return []heed.Touchpoint{t}, nil
}

// standardTime is when the delivery was signed: close to when its touchpoint
// happened.
func standardTime(h http.Header) time.Time {
	value, _ := field(h, standardwebhooks.HeaderWebhookTimestamp)
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return text(time.Unix(seconds, 0).UTC().Format(time.RFC3339)).time()
}
