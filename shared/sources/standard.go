package sources

import (
	"crypto/ed25519"
	"encoding/base64"
	"net/http"
	"slices"
	"strconv"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// standard reads Standard Webhooks (https://www.standardwebhooks.com): what
// any program can post that has no source of its own here. Its payload is
// written down in docs/sources/standard.md.
type standard struct{ *surveys.Source }

// Verify accepts any v1 or v1a signature in the header that a secret fits, and
// skips other versions. Secrets of both kinds may stand side by side while one
// takes the other's place. The library would check the time by its own clock, so the
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
	if err := fresh(time.Unix(seconds, 0), now, signedAnew); err != nil {
		return err
	}
	usable := slices.DeleteFunc(slices.Clone(secrets), func(secret string) bool {
		_, ok := standardFits(secret, http.Header{}, nil)
		return !ok
	})
	return matches(usable, func(secret string) bool {
		fits, _ := standardFits(secret, h, r.Body)
		return fits
	})
}

// Sign writes one signature: v1 with a secret that both sides have, v1a with a
// private key.
func (standard) Sign(r *Request, secret, id string, now time.Time) error {
	timestamp := strconv.FormatInt(now.Unix(), 10)
	var signature string
	if key, _ := standardSigner(secret); key != nil {
		signature = "v1a," + base64.StdEncoding.EncodeToString(ed25519.Sign(key, standardMessage(id, timestamp, r.Body)))
	} else {
		hook, err := standardHook(secret)
		if err != nil {
			return err
		}
		if signature, err = hook.Sign(id, now, r.Body); err != nil {
			return heed.Errorf(heed.Internal, "signing a delivery").Because(err)
		}
	}
	r.set(standardwebhooks.HeaderWebhookID, id)
	r.set(standardwebhooks.HeaderWebhookTimestamp, timestamp)
	r.set(standardwebhooks.HeaderWebhookSignature, signature)
	return nil
}

// formers are who the customer was known as before: those that name somebody,
// the first heed.MaxFormer of them.
func formers(all gjson.Result) []heed.Former {
	var values []heed.Former
	all.ForEach(func(_, f gjson.Result) bool {
		v := heed.Former{ID: at(f, "id").who(maxID), Email: at(f, "email").mailbox()}
		if v != (heed.Former{}) {
			values = append(values, v)
		}
		return len(values) < heed.MaxFormer
	})
	return values
}

// standardData are the fields of the data that are read.
var standardData = []string{
	"object", "id", "occurrence", "customer", "customer_id", "email", "locale", "account", "team", "agent", "product",
	"channel", "tags", "created", "replied", "reopens", "handled_seconds", "amount", "currency", "subject",
}

// Parse makes one touchpoint. The occurrence is the sender's to give; without
// one the object can go through this kind of touchpoint once.
//
// The customer may also lie flat in the data, but for the name: there it is as
// likely to be the deal's.
func (standard) Parse(r *Request) ([]heed.Touchpoint, error) {
	e, err := parsed(r.Body)
	if err != nil {
		return nil, err
	}
	top := pick(e, "type", "timestamp", "data")
	d := pick(top["data"], standardData...)
	c := pick(d["customer"], "id", "email", "name", "locale", "zone", "account", "former")
	t := heed.Touchpoint{
		Kind:       top.at("type").kind(),
		Object:     d.first("object", "id").name(maxObject),
		Occurrence: d.at("occurrence").or("1").name(maxID),
		At:         top.at("timestamp").time(),
		Customer: heed.Customer{
			ID:      c.at("id").or(d.at("customer_id")).who(maxID),
			Email:   c.at("email").or(d.at("email")).mailbox(),
			Name:    c.at("name").clip(),
			Locale:  locale(c.at("locale").clip()),
			Zone:    c.at("zone").zone(),
			Account: c.at("account").or(d.at("account")).who(maxID),
			Former:  formers(c["former"]),
		},
		Team:    d.at("team").clip(),
		Agent:   d.at("agent").clip(),
		Product: d.at("product").clip(),
		Channel: d.at("channel").clip(),
		Locale:  locale(d.at("locale").clip()),
		Tags:    tagsOf(d["tags"]),
		Subject: textOf(d["subject"]).subject(),
		Facts: heed.Facts{
			Created: d.at("created").time(),
			Replied: d.at("replied").time(),
			Reopens: count(d.at("reopens")),
			Handled: d.at("handled_seconds").seconds(),
		},
	}
	t.Amount, t.Currency = money(d.at("amount"), d.at("currency"))
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
	seconds, err := strconv.ParseInt(header(h, standardwebhooks.HeaderWebhookTimestamp), 10, 64)
	if err != nil {
		return time.Time{}
	}
	return known(time.Unix(seconds, 0))
}
