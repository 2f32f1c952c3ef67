package sources

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// intercomTitle is the attribute of every type of ticket that holds its title.
const intercomTitle = "_default_title_"

// ticket is what happened to a ticket; nil if it is of no interest: a ticket
// that the customer does not see, a reply that is not the team's first, an
// assignment to nobody, a state between the first and the last. Some
// notifications have the ticket beside the part that caused them.
func (s intercom) ticket(topic, kind string, own bool, item gjson.Result) *heed.Touchpoint {
	beside := pick(item, "ticket", "ticket_part")
	if beside["ticket"].IsObject() {
		item = beside["ticket"]
	}
	t := pick(item, "id", "ticket_state", "ticket_type", "contacts", "admin_assignee_id", "team_assignee_id", "created_at", "updated_at",
		"ticket_parts", "category", "is_shared", "company_id", "channel", "tags", "ticket_attributes")
	c := courseOf(t["ticket_parts"].Get("ticket_parts"))
	part := c.last
	if beside["ticket_part"].IsObject() {
		part = beside["ticket_part"]
	}
	if topic == intercomState {
		kind, own = s.stateKind(t, c)
	}
	if kind == "" || internal(t) || kind == "ticket.assigned" && toNobody(part) ||
		kind == "ticket.replied" && c.reply != "" && at(part, "id") != c.reply {
		return nil
	}
	created, contact := instant(t.at("created_at")), t["contacts"].Get("contacts.0")
	return &heed.Touchpoint{
		Kind:       kind,
		Object:     "ticket:" + t.at("id").name(maxObject-len("ticket:")),
		Occurrence: c.occurrence(kind, own, at(part, "id")),
		At:         first(c.when(kind, own, created, part), instant(t.at("updated_at"))),
		Customer: heed.Customer{
			ID:      at(contact, "id").who(maxID),
			Email:   at(contact, "email").mailbox(),
			Name:    at(contact, "name").clip(),
			Account: t.at("company_id").who(maxID),
		},
		Team:    t.at("team_assignee_id").who(maxText),
		Agent:   t.at("admin_assignee_id").who(maxText),
		Channel: intercomChannel(t.at("channel")),
		Tags:    tagsOf(t["tags"].Get("tags.#.name")),
		Subject: textOf(pick(t["ticket_attributes"], intercomTitle)[intercomTitle]).unmarked().subject(),
		Facts:   heed.Facts{Created: created, Replied: c.replied, Reopens: uint16(min(c.reopened, 1<<16-1))},
	}
}

// stateKind is what a new state means: what surveys.yaml says of it, else
// that the ticket is solved, or that it was and is no more; own is whether it is
// what surveys.yaml alone says.
func (s intercom) stateKind(t picked, c *course) (kind string, own bool) {
	state := t["ticket_state"]
	category := at(state, "category").or(textOf(state)) // in old versions a word
	usual := ""
	switch {
	case category == "resolved":
		usual = "ticket.solved"
	case c.reopening:
		usual = "ticket.reopened"
	}
	kind = cmp.Or(kindOf(s.Source, at(state, "id"), at(state, "internal_label"), category), usual)
	return kind, kind != usual
}

// internal reports a ticket that its customer does not see: a tracker, or one
// of the back office that is not shared.
// https://www.intercom.com/help/en/articles/8300308-how-customers-get-notified-about-tickets
func internal(t picked) bool {
	switch strings.ToLower(t.at("category").or(t.at("ticket_type", "category")).plain()) {
	case "tracker":
		return true
	case "back-office", "back_office":
		return !t["is_shared"].Bool()
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
	last      gjson.Result // part
}

func courseOf(parts gjson.Result) *course {
	c := &course{open: true}
	parts.ForEach(func(_, part gjson.Result) bool {
		c.step(part)
		c.last = part
		return true
	})
	return c
}

func (c *course) step(part gjson.Result) {
	typ := at(part, "part_type").plain()
	switch {
	case typ == "close":
		c.solve(part)
	case strings.Contains(typ, "state"):
		state, before := at(part, "ticket_state"), at(part, "previous_ticket_state")
		c.reopening = before == "resolved" && state != "resolved"
		if state == "resolved" {
			c.solve(part)
		} else if c.reopening {
			c.reopen()
		}
	case strings.Contains(typ, "open"), !c.open && typ == "comment" && outsider(part.Get("author")):
		c.reopen()
	}
	if c.reply == "" && !aside(typ) && at(part, "author.type") == "admin" && at(part, "body") != "" {
		c.reply, c.replied = at(part, "id"), instant(at(part, "created_at"))
	}
}

// aside reports parts whose text may be for the team alone: notes, and what is
// written to whom a ticket is assigned. If the latter was a reply after all, a
// topic tells of it, and the next reply is the same touchpoint.
func aside(typ string) bool { return typ == "note" || strings.Contains(typ, "assign") }

func (c *course) solve(part gjson.Result) {
	if c.open {
		c.solved, c.open, c.solvedAt = c.solved+1, false, instant(at(part, "created_at"))
	}
}

func (c *course) reopen() {
	if !c.open {
		c.reopened, c.open = c.reopened+1, true
	}
}

// occurrence tells what can happen to a ticket more than once. A state or
// whatever else surveys.yaml alone gives a kind happens once for each part: of
// those Intercom counts nothing.
func (c *course) occurrence(kind string, own bool, part text) string {
	switch {
	case kind == "ticket.created", kind == "ticket.replied":
		return "1"
	case !own && (kind == "ticket.solved" || kind == "ticket.reopened"):
		return strconv.Itoa(max(1, c.solved))
	}
	return part.or("1").name(maxID)
}

// when it happened, by its parts.
func (c *course) when(kind string, own bool, created time.Time, part gjson.Result) time.Time {
	switch {
	case kind == "ticket.created":
		return created
	case kind == "ticket.solved" && !own && !c.solvedAt.IsZero():
		return c.solvedAt
	}
	return instant(at(part, "created_at"))
}
