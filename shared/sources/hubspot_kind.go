package sources

import "strings"

// hubspotTypes are the objects of interest by HubSpot's ids for their types.
var hubspotTypes = map[string]string{"0-1": "contact", "0-3": "deal", "0-5": "ticket"}

// kind is which object an event is of, and what happened to it; why not if
// that can't be told.
func (s hubspot) kind(e *hubspotEvent) (what, kind, why string) {
	what, change, ok := strings.Cut(e.subscription.plain(), ".")
	if !ok {
		return "", "", "subscriptionType is missing"
	}
	if change != "creation" && change != "propertyChange" {
		return "", "", ""
	}
	if what == "object" {
		typ := e.objectType.plain()
		if typ == "" {
			return "", "", "objectTypeId is missing"
		}
		what = hubspotTypes[typ]
	}
	switch {
	case what != "contact" && what != "deal" && what != "ticket":
		return "", "", ""
	case change == "creation":
		return what, what + ".created", ""
	case e.property.plain() == "":
		return "", "", "propertyName is missing"
	}
	return what, s.changed(what, e.property, e.value), ""
}

// changed is what it means that a property has that value now; "" if nothing.
// What surveys.yaml says goes first: property:value or, of a stage, the value.
//
// What the value was before is never said, so that leaving a stage can't be
// told from anything else.
func (s hubspot) changed(what string, property, value text) string {
	v := value.plain()
	if v == "" {
		return ""
	}
	property = text(property.plain())
	if len(s.Kinds) > 0 {
		words := []text{property + ":" + text(v)}
		if property == "dealstage" || property == "hs_pipeline_stage" || property == "lifecyclestage" {
			words = append(words, text(v))
		}
		if kind := kindOf(s.Source, words...); kind != "" {
			return kind
		}
	}
	switch what {
	case "deal":
		return hubspotDeal(string(property), v)
	case "ticket":
		return hubspotTicket(string(property), v)
	}
	return ""
}

func hubspotDeal(property, value string) string {
	switch {
	case property == "dealstage" && value == "closedwon", property == "hs_is_closed_won" && value == "true":
		return "deal.won"
	case property == "dealstage" && value == "closedlost", property == "hs_is_closed_lost" && value == "true":
		return "deal.lost"
	case property == "dealstage":
		return "deal.stage_changed"
	}
	return ""
}

// hubspotTicket knows the default pipeline, whose last stage, closed, is 4.
func hubspotTicket(property, value string) string {
	switch {
	case property == "hs_pipeline_stage" && value == "4":
		return "ticket.solved"
	case property == "first_agent_reply_date":
		return "ticket.replied"
	case property == "hs_ticket_reopened_at":
		return "ticket.reopened"
	case property == "hubspot_owner_id":
		return "ticket.assigned"
	}
	return ""
}

// onlyOnce reports whether an object goes through that kind of touchpoint once.
func onlyOnce(kind string) bool {
	return strings.HasSuffix(kind, ".created") || strings.HasPrefix(kind, "contact.") ||
		kind == "deal.won" || kind == "deal.lost" || kind == "ticket.replied"
}
