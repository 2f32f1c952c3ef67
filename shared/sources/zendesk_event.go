package sources

import (
	"strings"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// zendeskEvent is what the type of every event begins with, and of no template.
const zendeskEvent = "zen:event-type:"

// event reads an event that a webhook subscribes to. It knows people, teams
// and companies by their ids alone.
// https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/
func (z zendesk) event(e object, name string) (*heed.Touchpoint, error) {
	if e.members["ticket"].Exists() { // no event has one: a name has broken out of a template without type
		return z.trigger(e)
	}
	d := pick(e.get("detail"), zendeskDetail...)
	kind, err := z.change(e.get("event"), d.at("custom_status"), name)
	if kind == "" {
		return nil, err
	}
	t := &heed.Touchpoint{
		Kind:       kind,
		Object:     "ticket:" + d.at("id").name(maxObject-len("ticket:")),
		Occurrence: zendeskOccurrence(e, name).name(maxID),
		At:         e.at("time").time(),
		Customer:   heed.Customer{ID: d.at("requester_id").who(maxID), Account: d.at("organization_id").who(maxID)},
		Team:       d.at("group_id").who(maxText),
		Agent:      d.at("assignee_id").who(maxText),
		Channel:    zendeskChannel(d.at("via", "channel")),
		Tags:       tagsOf(d["tags"]),
		Subject:    textOf(d["subject"]).subject(),
		Facts:      heed.Facts{Created: d.at("created_at").time()},
	}
	if z.Product != "" {
		t.Product = e.at(z.Product).clip()
	}
	switch {
	case t.Object == "ticket:":
		return nil, notUnderstood("detail.id is missing")
	case t.Customer.ID == "":
		return nil, notUnderstood("detail.requester_id is missing")
	case t.Occurrence == "":
		return nil, notUnderstood("neither event.meta.sequence.id nor id is there")
	}
	return t, nil
}

// zendeskDetail are the fields of a ticket that are read.
var zendeskDetail = []string{
	"id", "custom_status", "requester_id", "organization_id", "group_id", "assignee_id", "via", "tags", "created_at", "subject",
}

// zendeskOccurrence tells one change from the next. A ticket is created once,
// and the first reply that comes is the first there is. All else is told by
// the action that changed it: the id of its sequence is the same in every
// delivery of an event, and in the two events of an assignment to another team
// and another agent; the action that solves again is another. The event's own
// id would make two of such an assignment, its position is promised nothing,
// and its time is the last resort of an event that has neither id.
func zendeskOccurrence(e object, name string) text {
	if name == "ticket.created" || name == "ticket.comment_added" {
		return "1"
	}
	return e.at("event.meta.sequence.id").or(e.at("id")).or(e.at("time"))
}

// change is the kind of an event; "" and no error for one of no interest.
func (z zendesk) change(event gjson.Result, custom text, name string) (string, error) {
	current := at(event, "current")
	switch name {
	case "ticket.created":
		return "ticket.created", nil
	case "ticket.status_changed":
		return z.status(current, at(event, "previous"), custom)
	case "ticket.custom_status_changed":
		return kindOf(z.Source, current), nil
	case "ticket.agent_assignment_changed", "ticket.group_assignment_changed":
		if current.who(maxID) != "" {
			return "ticket.assigned", nil
		}
	case "ticket.comment_added":
		if c := event.Get("comment"); c.Get("is_public").Bool() && c.Get("author.is_staff").Bool() {
			return "ticket.replied", nil
		}
	}
	return "", nil
}

// status is the kind of a change of status. What was solved is closed by the
// system some days later, which is nothing new, and so has no kind even where
// the team gives one to the custom status that the ticket keeps.
func (z zendesk) status(current, previous, custom text) (string, error) {
	is, was := strings.ToUpper(current.plain()), strings.ToUpper(previous.plain())
	if is == "CLOSED" {
		custom = ""
	}
	switch kind := kindOf(z.Source, custom, current, text(strings.ToLower(is))); {
	case is == "":
		return "", notUnderstood("event.current is missing")
	case is == was:
		return "", nil
	case kind != "":
		return kind, nil
	}
	switch is {
	case "SOLVED":
		return "ticket.solved", nil
	case "CLOSED":
		if was != "SOLVED" {
			return "ticket.closed", nil
		}
	case "NEW", "OPEN", "PENDING", "HOLD":
		if was == "SOLVED" {
			return "ticket.reopened", nil
		}
	}
	return "", nil
}
