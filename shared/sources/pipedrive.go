package sources

import (
	"cmp"
	"context"
	"encoding/base64"
	"errors"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// pipedrive reads Pipedrive's webhooks, of version 1 and 2.
// https://pipedrive.readme.io/docs/webhooks-v2-migration-guide
type pipedrive struct{ *surveys.Source }

// Verify checks the password: Pipedrive signs nothing.
func (pipedrive) Verify(r *Request, secrets []string, _ time.Time) error {
	err := shown(r, secrets)
	if errors.Is(err, ErrUnsigned) {
		return heed.Errorf(heed.Unauthorized, "header Authorization is missing: give the webhook this source's secret as its HTTP Auth password").Because(ErrUnsigned)
	}
	return err
}

// Sign shows the secret as the password of whoever.
func (pipedrive) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte("heed:"+secret)))
	return nil
}

// Parse makes touchpoints of a deal's change, or one of a person who is new.
// Both versions are read alike: version 1 has the whole of what was before,
// version 2 what has changed of it.
func (p pipedrive) Parse(r *Request) ([]heed.Touchpoint, error) {
	body, err := parsed(r.Body)
	if err != nil {
		return nil, err
	}
	e := pick(body, "meta", "data", "current", "previous")
	meta := pick(e["meta"], "entity", "object", "action", "entity_id", "timestamp", "merged_from_id")
	entity, action := meta.at("entity").or(meta.at("object")).plain(), meta.at("action").plain()
	switch {
	case entity == "" || action == "":
		return nil, notUnderstood("meta.entity or meta.action is missing")
	case entity != "deal" && entity != "person", action == "delete", action == "deleted", action == "merged":
		return nil, nil
	case meta.at("merged_from_id") != "": // what was merged into it happened to another
		return nil, nil
	}
	data := pick(either(e, "data", "current"), pipedriveFields...)
	t, err := thing(meta, data)
	if err != nil {
		return nil, err
	}
	if p.Product != "" {
		t.Product = at(body, p.Product).clip()
	}
	switch action {
	case "create", "added":
		return created(t, entity, data), nil
	case "change", "updated":
		if entity == "deal" {
			return p.changed(t, pick(e["previous"], "status", "stage_id"), data), nil
		}
		return nil, nil
	}
	return nil, notUnderstood("meta.action is none of create, change and delete")
}

// pipedriveFields are those of a deal, and of a person, that are read.
var pipedriveFields = []string{
	"id", "update_time", "owner_name", "owner_id", "user_id", "label_ids", "label", "add_time", "org_id", // of both
	"person_id", "person_name", "value", "currency", "status", "stage_id", "stage_change_time", "emails", "email", "name",
}

// thing is what a deal, or a person, says, whatever happened to it.
func thing(meta, data picked) (heed.Touchpoint, error) {
	t := heed.Touchpoint{
		Object:   data.at("id").or(meta.at("entity_id")).name(maxObject - len("contact:")), // meta's own id may be the event's
		At:       pipedriveTime(meta.at("timestamp").or(data.at("update_time"))),
		Customer: heed.Customer{Account: reference(data["org_id"]).who(maxID)},
		Agent:    data.at("owner_name").or(data.at("owner_id")).or(data.at("user_id")).clip(),
		Tags:     tagsOf(either(data, "label_ids", "label")),
		Facts:    heed.Facts{Created: pipedriveTime(data.at("add_time"))},
	}
	switch {
	case t.Object == "":
		return t, notUnderstood("there is no id of a deal or a person")
	case t.At.IsZero():
		return t, notUnderstood("meta.timestamp is not a time")
	}
	return t, nil
}

// reference is the id of another thing, which may be given whole.
func reference(r gjson.Result) text { return textOf(r).or(at(r, "value")) }

// created is a new deal, or a new person. A deal that comes into being as won
// or lost is most likely an import, of what happened long ago.
func created(t heed.Touchpoint, entity string, data picked) []heed.Touchpoint {
	t.Occurrence = "1"
	if entity == "deal" {
		t.Kind = "deal.created"
		return []heed.Touchpoint{dealt(t, data)}
	}
	t.Kind, t.Object = "contact.created", "contact:"+t.Object
	t.Customer.ID = data.at("id").who(maxID)
	t.Customer.Email, t.Customer.Name = pipedriveEmail(data), data.at("name").clip()
	return []heed.Touchpoint{t}
}

// dealt completes a touchpoint with what deals alone have. A deal need not
// have a person.
func dealt(t heed.Touchpoint, data picked) heed.Touchpoint {
	t.Object = "deal:" + t.Object
	t.Customer.ID = reference(data["person_id"]).who(maxID)
	t.Customer.Name = data.at("person_name").clip()
	t.Amount, t.Currency = money(data.at("value"), data.at("currency"))
	return t
}

// changed is what happened to a deal: won or lost, and another stage, which one
// change can be both of. A deal is won or lost once; it comes to a stage at a
// time that stays the same however often that is told.
func (p pipedrive) changed(t heed.Touchpoint, previous, data picked) []heed.Touchpoint {
	t = dealt(t, data)
	var found []heed.Touchpoint
	if status := data.at("status"); (status == "won" || status == "lost") && differs(previous, data, "status") {
		t.Kind, t.Occurrence = "deal."+string(status), "1"
		found = append(found, t)
	}
	stage := data.at("stage_id")
	if stage.plain() == "" || !differs(previous, data, "stage_id") {
		return found
	}
	since := pipedriveTime(data.at("stage_change_time"))
	if since.IsZero() {
		since = t.At
	}
	t.Kind, t.Occurrence = "deal.stage_changed", text(stage.plain()+"@"+strconv.FormatInt(since.Unix(), 10)).name(maxID)
	if kind := kindOf(p.Source, stage); kind != "" {
		t.Kind = kind
	}
	if t.Kind == "deal.won" || t.Kind == "deal.lost" {
		t.Occurrence = "1"
	}
	if len(found) == 0 || found[0].Kind != t.Kind {
		found = append(found, t)
	}
	return found
}

// differs reports whether a field was something else before.
func differs(previous, data picked, field string) bool {
	before, told := previous[field]
	return told && textOf(before) != data.at(field)
}

// either is the first of two values that is there.
func either(p picked, one, other string) gjson.Result {
	if v := p[one]; v.Exists() && v.Type != gjson.Null {
		return v
	}
	return p[other]
}

// pipedriveEmail is a person's address: the primary one, or else the first.
func pipedriveEmail(person picked) string {
	var email string
	either(person, "emails", "email").ForEach(func(_, e gjson.Result) bool {
		value, primary := at(e, "value").or(textOf(e)).mailbox(), e.Get("primary").Bool()
		if value != "" && (email == "" || primary) {
			email = value
		}
		return email == "" || !primary
	})
	return email
}

// pipedriveTime is an instant in ISO 8601, in seconds since 1970, or as version 1
// has it, 2026-11-21 09:30:00, which is in UTC.
func pipedriveTime(t text) time.Time {
	s := t.plain()
	if len(s) == len(time.DateTime) && s[10] == ' ' {
		s = strings.Replace(s, " ", "T", 1) + "Z"
	}
	if instant := text(s).time(); !instant.IsZero() {
		return instant
	}
	return text(s).unix()
}

// Access is Pipedrive's own API, which knows the company by its token.
func (p pipedrive) Access() Access {
	return Access{Base: cmp.Or(p.API, "https://api.pipedrive.com"), Scheme: Header}
}

// Touchpoint asks whether the deal has got a person meanwhile.
func (pipedrive) Touchpoint(ctx context.Context, api API, t *heed.Touchpoint) error {
	_, id, _ := strings.Cut(t.Object, ":")
	deal, err := asked(ctx, api, "a deal of Pipedrive", "/api/v2/deals/"+url.PathEscape(id), "data.id")
	if err != nil {
		return err
	}
	if t.Customer.ID = reference(deal.Get("data.person_id")).who(maxID); t.Customer.ID == "" {
		return heed.Errorf(heed.NotFound, "the deal has no person")
	}
	return nil
}

// Customer asks for the person.
func (pipedrive) Customer(ctx context.Context, api API, id string) (heed.Customer, error) {
	answer, err := asked(ctx, api, "a person of Pipedrive", "/api/v2/persons/"+url.PathEscape(id), "data.id")
	if err != nil {
		return heed.Customer{}, err
	}
	person := pick(answer.Get("data"), "id", "name", "emails", "org_id")
	return heed.Customer{
		ID:      person.at("id").who(maxID),
		Email:   pipedriveEmail(person),
		Name:    person.at("name").clip(),
		Account: reference(person["org_id"]).who(maxID),
	}, nil
}
