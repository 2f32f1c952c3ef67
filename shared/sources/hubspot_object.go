package sources

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// A hubspotObject is a contact, deal or ticket, as the API or a workflow gives
// it: a property is its value, or an object that has it with its history, or
// lies flat where somebody chose the names of a workflow's body.
type hubspotObject struct {
	object
	within object // its properties, where they lie there
}

func hubspotOf(o gjson.Result) hubspotObject {
	return hubspotObject{objectOf(o), objectOf(o.Get("properties"))}
}

// property is the value of the first of the properties that says something.
func (o hubspotObject) property(names ...string) text {
	for _, name := range names {
		if v := o.within.at(name, name+".value").or(o.at(name, name+".value")); v.plain() != "" {
			return v
		}
	}
	return ""
}

// hubspotTime is a time, which the API writes in ISO 8601 and workflows in
// milliseconds since 1970.
func hubspotTime(t text) time.Time {
	if at := t.time(); !at.IsZero() {
		return at
	}
	return t.unix()
}

// fill adds what the object says to what is known of the touchpoint.
func (s hubspot) fill(t *heed.Touchpoint, what string, o hubspotObject) {
	put(&t.Agent, o.property("hubspot_owner_id").clip())
	put(&t.Team, o.property("hubspot_team_id").clip())
	if s.Product != "" {
		put(&t.Product, o.at(s.Product, s.Product+".value").clip())
	}
	if t.Created.IsZero() {
		t.Created = hubspotTime(o.property("createdate", "createdAt"))
	}
	switch what {
	case "contact":
		t.Customer = hubspotContact(o, t.Customer.ID)
		return
	case "deal":
		t.Amount, t.Currency = money(o.property("amount"), o.property("deal_currency_code"))
	case "ticket":
		put(&t.Channel, hubspotChannel(o.property("source_type")))
		put(&t.Subject, o.property("subject").subject())
		t.Replied = hubspotTime(o.property("first_agent_reply_date"))
		if !hubspotTime(o.property("hs_ticket_reopened_at")).IsZero() {
			t.Reopens = 1 // or more often: only the last time is told
		}
	}
	put(&t.Customer.ID, o.at("associations.contacts.results.0.id", "associations.associatedVids.0").who(maxID))
	put(&t.Customer.Account, o.at("associations.companies.results.#(type=="+strconv.Quote(what+"_to_company")+").id",
		"associations.companies.results.0.id", "associations.associatedCompanyIds.0").who(maxID))
}

// put fills in what is not known yet.
func put(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

// hubspotContact is who a contact is; id is theirs where the contact does not
// say it.
func hubspotContact(o hubspotObject, id string) heed.Customer {
	name := o.property("firstname").plain() + " " + o.property("lastname").plain()
	return heed.Customer{
		ID:      o.property("hs_object_id", "vid", "id").or(text(id)).who(maxID),
		Email:   o.property("email").mailbox(),
		Name:    text(name).clip(),
		Locale:  locale(o.property("hs_language").clip()),
		Account: o.property("associatedcompanyid").who(maxID),
	}
}

// hubspotChannel puts where a ticket came from into Heed's words.
func hubspotChannel(source text) string {
	switch lower := text(strings.ToLower(source.plain())).clip(); lower {
	case "form":
		return "web"
	default:
		return lower
	}
}

// Access is HubSpot's API with the token of a private app or of an app's
// installation.
func (s hubspot) Access() Access {
	base := s.API
	if base == "" {
		base = "https://api.hubapi.com"
	}
	return Access{Base: base, Scheme: Bearer}
}

// hubspotAsked are the properties that are asked for. Those that an account
// does not have are left out of the answer.
var hubspotAsked = map[string]string{
	"deal":    "amount,deal_currency_code,createdate,hubspot_owner_id,hubspot_team_id",
	"ticket":  "subject,createdate,first_agent_reply_date,hs_ticket_reopened_at,source_type,hubspot_owner_id,hubspot_team_id",
	"contact": "email,firstname,lastname,hs_language,associatedcompanyid",
}

// Touchpoint asks for the deal or ticket and who belongs to it: the first
// contact that HubSpot lists, and the primary company or else the first.
// https://developers.hubspot.com/docs/api-reference/crm-deals-v3/guide
func (s hubspot) Touchpoint(ctx context.Context, api API, t *heed.Touchpoint) error {
	what, id, _ := strings.Cut(t.Object, ":")
	if what != "deal" && what != "ticket" {
		return heed.Errorf(heed.NotFound, "a %s has no contact of its own", what)
	}
	asked := hubspotAsked[what]
	if own := s.owned(); own != "" {
		asked += "," + own
	}
	o, err := hubspotGet(ctx, api, what, id, "?properties="+asked+"&associations=contacts,companies")
	if err != nil {
		return err
	}
	s.fill(t, what, o)
	if t.Customer.ID == "" {
		return heed.Errorf(heed.NotFound, "the %s has no contact", what)
	}
	return nil
}

// owned is the property that holds the product, "" if none does.
func (s hubspot) owned() string {
	name, ok := strings.CutPrefix(s.Product, "properties.")
	if name, _, _ = strings.Cut(name, "."); !ok || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
		return ""
	}
	return name
}

// Customer asks for the contact.
// https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide
func (s hubspot) Customer(ctx context.Context, api API, id string) (heed.Customer, error) {
	o, err := hubspotGet(ctx, api, "contact", id, "?properties="+hubspotAsked["contact"])
	if err != nil {
		return heed.Customer{}, err
	}
	return hubspotContact(o, id), nil
}

// hubspotGet asks for one object. One that was merged into another is answered
// for by that, with another id.
func hubspotGet(ctx context.Context, api API, what, id, query string) (hubspotObject, error) {
	o, err := asked(ctx, api, "a "+what+" of HubSpot", "/crm/v3/objects/"+what+"s/"+url.PathEscape(id)+query, "id")
	return hubspotOf(o), err
}
