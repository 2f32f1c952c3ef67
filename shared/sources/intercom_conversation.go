package sources

import (
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// aiTag is put on what Intercom's AI agent took part in, so that surveys.yaml
// can leave it out, or look at it apart.
const aiTag = "ai_agent"

// slack is how far a reply's time may lie from when the first reply is said to
// have been: one is counted in seconds, the other not.
const slack = 5 * time.Second

// conversation is what happened to a conversation; nil if it is of no interest:
//
//   - it has become a ticket, whose own topics tell the same;
//   - the team wrote first, and nobody has answered;
//   - the reply is a bot's, or not the team's first;
//   - it was assigned to nobody.
func (intercom) conversation(kind string, item gjson.Result) *heed.Touchpoint {
	c := pick(item, "id", "created_at", "updated_at", "source", "contacts", "first_contact_reply", "admin_assignee_id", "team_assignee_id",
		"tags", "statistics", "custom_attributes", "ticket", "ai_agent_participated", "conversation_parts", "user", "assignee",
		"title", "conversation_message")
	source, stats := c["source"], c["statistics"]
	part := lastOf(c["conversation_parts"].Get("conversation_parts"))
	if c["ticket"].Get("id").Exists() || unanswered(c, source) {
		return nil
	}
	created, done := instant(c.at("created_at")), instant(at(part, "created_at"))
	replied := instant(at(stats, "first_admin_reply_at"))
	switch kind {
	case "ticket.created":
		done = created
	case "ticket.replied":
		if at(part, "author.type") == "bot" || !replied.IsZero() && done.After(replied.Add(slack)) {
			return nil
		}
	case "ticket.solved":
		done = first(done, instant(at(stats, "last_close_at")))
	case "ticket.assigned":
		if toNobody(part) {
			return nil
		}
	}
	t := &heed.Touchpoint{
		Kind:       kind,
		Object:     "conversation:" + c.at("id").name(maxObject-len("conversation:")),
		Occurrence: conversed(kind, stats, part),
		At:         first(done, instant(c.at("updated_at"))),
		Customer:   talker(c, source.Get("author")),
		Team:       c.at("team_assignee_id").who(maxText),
		Agent:      c.at("admin_assignee_id").who(maxText),
		Channel:    intercomChannel(at(source, "type")),
		Tags:       tagsOf(c["tags"].Get("tags.#.name")),
		Subject:    entitled(c),
		Facts: heed.Facts{
			Created: created, Replied: replied, Reopens: count(at(stats, "count_reopens")),
			Handled: at(stats, "adjusted_handling_time", "handling_time").seconds(),
		},
	}
	assignee(t, c["assignee"])
	if c["ai_agent_participated"].Bool() {
		t.Tags = append(t.Tags[:min(len(t.Tags), maxTags-1)], aiTag)
	}
	return t
}

// conversed is the occurrence of what happened to a conversation. It is created
// and first answered once. Solving is told apart by how often it was reopened
// before: that is the same in every delivery about one closing. Where it is
// not said, as in the shape of 2019, the part's id does; as for everything else.
func conversed(kind string, stats, part gjson.Result) string {
	id := at(part, "id")
	switch kind {
	case "ticket.created", "ticket.replied":
		return "1"
	case "ticket.solved":
		id = at(stats, "count_reopens").or(id).or(at(stats, "last_close_at"))
	}
	return id.or("1").name(maxID)
}

// unanswered reports a message of the team's own that nobody has answered:
// nothing has happened to whoever got it. Calls are answered otherwise.
func unanswered(c picked, source gjson.Result) bool {
	as := at(source, "delivered_as")
	return as != "" && as != "customer_initiated" && !strings.HasPrefix(at(source, "type").plain(), "phone") &&
		c.at("first_contact_reply", "created_at") == "" && c.at("statistics", "first_contact_reply_at") == ""
}

// talker is the customer of a conversation. Whoever wrote first may be one of
// the team; then the first of the contacts is the customer, of whom only the
// id is told.
func talker(item picked, author gjson.Result) heed.Customer {
	c := heed.Customer{Locale: locale(item.at("custom_attributes", "Language", "language").clip())}
	if !outsider(author) || replaced(author, item["contacts"].Get("contacts")) {
		author = gjson.Result{}
	}
	for _, p := range [...]gjson.Result{author, item["user"], item["contacts"].Get("contacts.0")} {
		if c.ID, c.Email = at(p, "id").who(maxID), at(p, "email").mailbox(); c.ID != "" || c.Email != "" {
			c.Name = at(p, "name").clip()
			return c
		}
	}
	return c
}

// replaced reports an author without an address who is none of a conversation's
// contacts: a lead, say, that was merged into the user it turned out to be. Who
// is there now can be asked for.
func replaced(author, contacts gjson.Result) bool {
	if at(author, "email").mailbox() != "" || at(contacts, "0.id") == "" {
		return false
	}
	id, there := at(author, "id"), false
	contacts.ForEach(func(_, contact gjson.Result) bool {
		there = at(contact, "id") == id
		return !there
	})
	return !there
}

// outsider reports whether an author is a customer, not one of the team or a
// bot.
func outsider(author gjson.Result) bool {
	switch at(author, "type") {
	case "user", "lead", "contact", "visitor":
		return true
	}
	return false
}

// entitled is what a conversation is about: its title, or else the subject of
// the mail that began it, which is written in HTML. In a messenger there may be
// neither.
func entitled(c picked) string {
	for _, t := range [...]gjson.Result{c["title"], pick(c["source"], "subject")["subject"], pick(c["conversation_message"], "subject")["subject"]} {
		if s := textOf(t).unmarked().subject(); s != "" {
			return s
		}
	}
	return ""
}

// assignee reads the shape of 2019, where the one who is assigned has a name.
func assignee(t *heed.Touchpoint, a gjson.Result) {
	switch at(a, "type") {
	case "admin":
		t.Agent = at(a, "email", "name", "id").clip()
	case "team":
		t.Team = at(a, "name", "id").clip()
	}
}

// toNobody reports an assignment that takes somebody off.
func toNobody(part gjson.Result) bool {
	return strings.HasPrefix(at(part, "assigned_to.type").plain(), "nobody")
}

// lastOf is the last of a list: a notification about a conversation has the
// part that caused it, and no other.
func lastOf(list gjson.Result) (last gjson.Result) {
	list.ForEach(func(_, part gjson.Result) bool {
		last = part
		return true
	})
	return last
}

// first is the first of two times that is known.
func first(a, b time.Time) time.Time {
	if a.IsZero() {
		return b
	}
	return a
}
