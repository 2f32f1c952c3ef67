package sources

import (
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// freshdesk reads what the action "Trigger webhook" of a Freshdesk automation
// posts: the template of docs/sources/freshdesk.md, or the keys that are ticked
// in its simple form, as JSON or as a form. The template has the simple form's
// names, so that there is one way to read all three.
type freshdesk struct{ *surveys.Source }

// Verify lets in whoever shows the secret: Freshdesk signs nothing. A delivery
// that does not say when it was sent gets the time at which it came, in its
// Date: nothing else in it need tell the time.
func (freshdesk) Verify(r *Request, secrets []string, now time.Time) error {
	if err := shown(r, secrets); err != nil {
		return err
	}
	if header(r.Header, "Date") == "" {
		r.set("Date", now.UTC().Format(http.TimeFormat))
	}
	return nil
}

// Sign shows the secret.
func (freshdesk) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}

// Parse makes at most one touchpoint, of a ticket.
func (f freshdesk) Parse(r *Request) ([]heed.Touchpoint, error) {
	say, err := freshdeskSays(r)
	if err != nil {
		return nil, err
	}
	id := say("ticket_id").name(maxObject - len("ticket:"))
	if id == "" {
		return nil, notUnderstood("ticket_id is missing")
	}
	change := freshdeskChanges(say("triggered_event"))
	kind, err := f.kind(say, change)
	if kind == "" {
		return nil, err
	}
	t := heed.Touchpoint{
		Kind:       kind,
		Object:     "ticket:" + id,
		Occurrence: freshdeskOccurrence(kind, say("ticket_modified_on"), change).name(maxID),
		At:         say("ticket_modified_on").time(),
		Customer: heed.Customer{
			ID:      say("requester_id", "ticket_requester_id", "ticket_contact_id").who(maxID),
			Email:   say("requester_email", "ticket_requester_email", "ticket_contact_email").mailbox(),
			Name:    say("requester_name", "ticket_requester_name", "ticket_contact_name").clip(),
			Locale:  locale(say("requester_language", "ticket_requester_language", "ticket_contact_language").clip()),
			Account: say("company_name", "ticket_requester_company_name", "ticket_company_name").who(maxID),
		},
		Team:    say("ticket_group_name").clip(),
		Agent:   say("ticket_agent_email", "ticket_agent_name").clip(),
		Product: say(f.product()...).clip(),
		Channel: freshdeskChannel(say("ticket_source")),
		Tags:    tagged(strings.Split(say("ticket_tags").plain(), ",")),
		Subject: say("ticket_subject").subject(),
		Facts:   heed.Facts{Created: say("ticket_created_on").time(), Handled: say("ticket_time_spent").clock()},
	}
	if t.At.IsZero() {
		if sent, err := http.ParseTime(header(r.Header, "Date")); err == nil {
			t.At = known(sent)
		}
	}
	switch {
	case t.Customer.ID == "" && t.Customer.Email == "":
		return nil, notUnderstood("neither requester_id nor requester_email is there")
	case t.At.IsZero():
		return nil, notUnderstood("ticket_modified_on is not an ISO 8601 time, nor is there header Date")
	}
	return []heed.Touchpoint{t}, nil
}

func (f freshdesk) product() []string {
	if f.Product != "" {
		return []string{f.Product}
	}
	return []string{"ticket_product_description"}
}

// freshdeskSaid is the first of the named values that is there.
type freshdeskSaid func(names ...string) text

// freshdeskSays finds the values, which the simple form wraps up.
func freshdeskSays(r *Request) (freshdeskSaid, error) {
	const wrap = "freshdesk_webhook"
	if media, _, _ := mime.ParseMediaType(header(r.Header, "Content-Type")); media == "application/x-www-form-urlencoded" {
		form, err := url.ParseQuery(string(r.Body))
		if err != nil {
			return nil, notUnderstood("the body is not a form")
		}
		return func(names ...string) text {
			for _, name := range names {
				for _, key := range [...]string{name, wrap + "[" + name + "]"} {
					if form.Has(key) {
						return text(strings.ToValidUTF8(form.Get(key), "\ufffd"))
					}
				}
			}
			return ""
		}, nil
	}
	e, err := templated(r.Body)
	if err != nil {
		return nil, err
	}
	// The first value that is there counts, even if it is empty, and the wrap only
	// around everything: a name that breaks out of its value can add values behind
	// it, and must not become somebody else's address.
	if inner := e.Get(wrap); inner.IsObject() && !e.Get("ticket_id").Exists() {
		e = inner
	}
	o := objectOf(e)
	return func(names ...string) text {
		for _, name := range names {
			if r := o.get(name); r.Type != gjson.Null {
				return textOf(r)
			}
		}
		return ""
	}, nil
}

// freshdeskChannel puts Freshdesk's sources into Heed's words: its names, and
// the numbers of its API.
func freshdeskChannel(source text) string {
	switch lower := text(strings.ToLower(source.plain())).clip(); lower {
	case "1", "10", "outbound email":
		return "email"
	case "2", "9", "portal", "feedback widget":
		return "web"
	case "3":
		return "phone"
	case "7":
		return "chat"
	case "facebook", "twitter":
		return "social"
	case "whatsapp":
		return "messaging"
	default:
		return lower
	}
}
