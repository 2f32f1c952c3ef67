package sources

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// inquery is a value in the query of the address that was posted to.
func inquery(r *Request, name string) text {
	u, err := url.Parse(r.URL)
	if err != nil {
		return ""
	}
	return text(u.Query().Get(name))
}

// hubspotTold is what the address says; nothing where only the first version of
// the signature is there, which leaves the address out: anybody could have
// changed it.
func hubspotTold(r *Request, name string) text {
	if header(r.Header, hubspotV3) == "" && hubspotVersionOf(r) == "v1" {
		return ""
	}
	return inquery(r, name)
}

// workflow makes a touchpoint of the one object that a workflow sends. What
// happened to it the body can't say, other than by its stage: the workflow's
// address does, with ?kind=.
func (s hubspot) workflow(r *Request, body gjson.Result) ([]heed.Touchpoint, error) {
	if !body.IsObject() {
		return nil, notUnderstood("the body is neither a list of events nor an object")
	}
	o := hubspotOf(body)
	named := hubspotTold(r, "kind").or(at(body, "kind"))
	kind, what := named.kind(), hubspotWhat(o, named.kind())
	if named.plain() == "" {
		kind = s.standing(what, o)
	}
	id := o.property("hs_object_id", "vid", "dealId", "objectId", "id").who(maxObject - len("contact:"))
	happened := hubspotTime(o.property("hs_lastmodifieddate", "lastmodifieddate", "updatedAt").or(text(header(r.Header, hubspotTimestamp))))
	switch {
	case kind == "" && named.plain() != "":
		return nil, notUnderstood("kind in the address is not a kind such as deal.won")
	case kind == "":
		return nil, notUnderstood("what happened is not said: end the workflow's address in ?kind= and a kind such as deal.won")
	case what == "":
		return nil, notUnderstood("it is no contact, deal or ticket, or has nothing that only one of them has, such as a contact's email")
	case id == "":
		return nil, notUnderstood("hs_object_id is missing")
	case happened.IsZero():
		return nil, notUnderstood("hs_lastmodifieddate is no time, nor is header %s", hubspotTimestamp)
	}
	t := heed.Touchpoint{Kind: kind, Object: what + ":" + id, Occurrence: o.occurrence(kind, hubspotTold(r, "occurrence")), At: happened}
	switch what {
	case "contact":
		t.Customer.ID = text(id).who(maxID)
	default: // chosen for the body beside the deal's or the ticket's own
		t.Customer.Email = o.property("email").mailbox()
	}
	s.fill(&t, what, o)
	return []heed.Touchpoint{t}, nil
}

// hubspotWhat is which object a body is of, by what only one of them has, else
// by the kind; "" if that can't be told. A company or an object of the team's
// own must not pass for a contact: its id may be somebody's.
func hubspotWhat(o hubspotObject, kind string) string {
	if typ := o.property("objectTypeId").plain(); typ != "" {
		return hubspotTypes[typ]
	}
	switch {
	case o.property("dealstage", "dealId", "dealname") != "":
		return "deal"
	case o.property("hs_pipeline_stage", "hs_ticket_id") != "":
		return "ticket"
	case o.property("vid", "lastmodifieddate") != "": // others have hs_lastmodifieddate
		return "contact"
	}
	what, _, _ := strings.Cut(kind, ".")
	another := what == "deal" || what == "ticket" // and a person may have been chosen beside it
	switch {
	case o.property("firstname", "lastname") != "":
		if another && o.property("email") == "" {
			return ""
		}
		return "contact"
	case o.property("companyId", "domain") != "":
		return ""
	case another, what == "contact":
		return what
	case o.property("email") != "":
		return "contact"
	}
	return ""
}

// hubspotStages are the properties that say how far an object has come.
var hubspotStages = map[string]string{"deal": "dealstage", "ticket": "hs_pipeline_stage", "contact": "lifecyclestage"}

// standing is the kind that the stage of an object stands for. An open deal is
// no news by itself.
func (s hubspot) standing(what string, o hubspotObject) string {
	property := text(hubspotStages[what])
	stage := o.property(string(property))
	kind := s.changed(what, property, stage)
	if kind == "deal.stage_changed" && kindOf(s.Source, property+":"+stage, stage) == "" {
		return ""
	}
	return kind
}

// occurrence is when what happened did, as the object has it: in the property
// that the address names, else where the ticket was closed or the stage
// entered. A retry has the same, and the next time is another.
func (o hubspotObject) occurrence(kind string, property text) string {
	if onlyOnce(kind) {
		return "1"
	}
	var v text
	if name := property.plain(); name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == "" {
		v = o.property(name)
	}
	if v == "" && (kind == "ticket.solved" || kind == "ticket.closed") {
		v = o.property("hs_last_closed_date", "closed_date")
	}
	if v == "" {
		v = o.at("properties.hs_pipeline_stage.timestamp", "properties.dealstage.timestamp", "properties.lifecyclestage.timestamp")
	}
	if happened := hubspotTime(v); !happened.IsZero() {
		return strconv.FormatInt(happened.UnixMilli(), 10)
	}
	return v.or(o.property("hs_pipeline_stage", "dealstage", "lifecyclestage")).or("1").name(maxID)
}
