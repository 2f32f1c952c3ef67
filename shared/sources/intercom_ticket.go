package sources

import (
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// ticket is what happened to a ticket; nil if it is of no interest: a ticket
// that the customer does not see, a reply that is not the team's first, an
// assignment to nobody, a state between the first and the last. Some
// notifications have the ticket beside the part that caused them.
func (s intercom) ticket(topic, kind string, item gjson.Result) *heed.Touchpoint {
	t, part := item.Get("ticket"), item.Get("ticket_part")
	if !t.IsObject() {
		t = item
	}
	parts := t.Get("ticket_parts.ticket_parts")
	if !part.IsObject() {
		part = lastOf(parts)
	}
	c := courseOf(parts)
	if topic == intercomState {
		kind = s.stateKind(t, c)
	}
	if kind == "" || internal(t) || kind == "ticket.assigned" && toNobody(part, item) ||
		kind == "ticket.replied" && c.reply != "" && at(part, "id") != c.reply {
		return nil
	}
	created := instant(at(t, "created_at"))
	return &heed.Touchpoint{
		Kind:       kind,
		Object:     "ticket:" + at(t, "id").name(maxObject-len("ticket:")),
		Occurrence: c.occurrence(kind, at(part, "id")),
		At:         first(c.when(kind, created, part), instant(at(t, "updated_at"))),
		Customer: heed.Customer{
			ID:      at(t, "contacts.contacts.0.id").who(maxID),
			Email:   at(t, "contacts.contacts.0.email").mailbox(),
			Name:    at(t, "contacts.contacts.0.name").clip(),
			Account: at(t, "company_id").who(maxID),
		},
		Team:    at(t, "team_assignee_id").who(maxText),
		Agent:   at(t, "admin_assignee_id").who(maxText),
		Channel: intercomChannel(at(t, "channel")),
		Tags:    tagsOf(t.Get("tags.tags.#.name")),
		Facts:   heed.Facts{Created: created, Replied: c.replied, Reopens: uint16(min(c.reopened, 1<<16-1))},
	}
}

// stateKind is what a new state means: what surveys.yaml says of it, else
// that the ticket is solved, or that it was and is no more.
func (s intercom) stateKind(t gjson.Result, c *course) string {
	category := at(t, "ticket_state.category", "ticket_state")
	if own := kindOf(s.Source, at(t, "ticket_state.id"), at(t, "ticket_state.internal_label"), category); own != "" {
		return own
	}
	switch {
	case category == "resolved":
		return "ticket.solved"
	case c.reopening:
		return "ticket.reopened"
	}
	return ""
}

// internal reports a ticket that its customer does not see: a tracker, or one
// of the back office that is not shared.
// https://www.intercom.com/help/en/articles/8300308-how-customers-get-notified-about-tickets
func internal(t gjson.Result) bool {
	switch strings.ToLower(at(t, "category", "ticket_type.category").plain()) {
	case "tracker":
		return true
	case "back-office", "back_office":
		return !t.Get("is_shared").Bool()
	}
	return false
}

// A course is how a ticket went, by its parts.
//
// Closing writes two parts, a close and a new state, and notifies of both. So
// what counts is how often the ticket came to be solved, by whichever of the
// two: it is the same number in both notifications, whether they were written
// before the second part or after it, and another one once the ticket was
// reopened. A customer who writes to a ticket that is closed reopens it.
type course struct {
	solved    int // times
	reopened  int // times
	open      bool
	reopening bool      // by the last change of its state
	solvedAt  time.Time // last
	reply     text      // id of the team's first reply
	replied   time.Time
}

func courseOf(parts gjson.Result) *course {
	c := &course{open: true}
	parts.ForEach(func(_, part gjson.Result) bool {
		c.step(part)
		return true
	})
	return c
}

func (c *course) step(part gjson.Result) {
	typ, author := at(part, "part_type").plain(), part.Get("author")
	state, before := at(part, "ticket_state"), at(part, "previous_ticket_state")
	if state != "" {
		c.reopening = before == "resolved" && state != "resolved"
	}
	switch {
	case typ == "close" || state == "resolved":
		if c.open {
			c.solved, c.open, c.solvedAt = c.solved+1, false, instant(at(part, "created_at"))
		}
	case state != "" && before == "resolved", strings.Contains(typ, "open"), typ == "comment" && outsider(author):
		if !c.open {
			c.reopened, c.open = c.reopened+1, true
		}
	}
	if c.reply == "" && typ != "note" && at(author, "type") == "admin" && at(part, "body") != "" {
		c.reply, c.replied = at(part, "id"), instant(at(part, "created_at"))
	}
}

// occurrence tells what can happen to a ticket more than once. A state or
// whatever else surveys.yaml gives a kind happens once for each part.
func (c *course) occurrence(kind string, part text) string {
	switch kind {
	case "ticket.created", "ticket.replied":
		return "1"
	case "ticket.solved", "ticket.reopened":
		return strconv.Itoa(max(1, c.solved))
	}
	return part.or("1").name(maxID)
}

// when it happened, by its parts.
func (c *course) when(kind string, created time.Time, part gjson.Result) time.Time {
	switch kind {
	case "ticket.created":
		return created
	case "ticket.solved":
		if !c.solvedAt.IsZero() {
			return c.solvedAt
		}
	}
	return instant(at(part, "created_at"))
}
