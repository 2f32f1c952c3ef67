package sources

import (
	"strconv"
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
	stats, part := item.Get("statistics"), lastOf(item.Get("conversation_parts.conversation_parts"))
	if item.Get("ticket.id").Exists() || unanswered(item, stats) {
		return nil
	}
	created, done := instant(at(item, "created_at")), instant(at(part, "created_at"))
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
		if toNobody(part, item) {
			return nil
		}
	}
	t := &heed.Touchpoint{
		Kind:       kind,
		Object:     "conversation:" + at(item, "id").name(maxObject-len("conversation:")),
		Occurrence: conversed(kind, stats, part),
		At:         first(done, instant(at(item, "updated_at"))),
		Customer:   talker(item),
		Team:       at(item, "team_assignee_id").who(maxText),
		Agent:      at(item, "admin_assignee_id").who(maxText),
		Channel:    intercomChannel(at(item, "source.type")),
		Tags:       tagsOf(item.Get("tags.tags.#.name")),
		Facts:      heed.Facts{Created: created, Replied: replied, Reopens: count(at(stats, "count_reopens"))},
	}
	assignee(t, item.Get("assignee"))
	if item.Get("ai_agent_participated").Bool() {
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
func unanswered(item, stats gjson.Result) bool {
	as := at(item, "source.delivered_as")
	return as != "" && as != "customer_initiated" && !strings.HasPrefix(at(item, "source.type").plain(), "phone") &&
		at(item, "first_contact_reply.created_at") == "" && at(stats, "first_contact_reply_at") == ""
}

// talker is the customer of a conversation. Whoever wrote first may be one of
// the team; then the first of the contacts is the customer, of whom only the
// id is told.
func talker(item gjson.Result) heed.Customer {
	c := heed.Customer{Locale: locale(at(item, "custom_attributes.Language", "custom_attributes.language").clip())}
	for _, path := range [...]string{"source.author", "user", "contacts.contacts.0"} {
		p := item.Get(path)
		if path == "source.author" && !outsider(p) {
			continue
		}
		if c.ID, c.Email = at(p, "id").who(maxID), at(p, "email").mailbox(); c.ID != "" || c.Email != "" {
			c.Name = at(p, "name").clip()
			return c
		}
	}
	return c
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
func toNobody(part, item gjson.Result) bool {
	to := at(part, "assigned_to.type", "assigned_to").or(at(item, "assignee.type"))
	return strings.HasPrefix(to.plain(), "nobody")
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

// count is a small whole number; 0 if it is none.
func count(t text) uint16 {
	n, err := strconv.ParseUint(t.plain(), 10, 16)
	if err != nil {
		return 0
	}
	return uint16(n)
}
