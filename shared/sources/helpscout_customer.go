package sources

import (
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// arrived is a customer who came to be known. That happens once.
func arrived(o object) ([]heed.Touchpoint, error) {
	t := heed.Touchpoint{
		Kind:       "contact.created",
		Object:     "contact:" + o.at("id").name(maxObject-len("contact:")),
		Occurrence: "1",
		At:         o.at("createdAt").time(),
		Customer:   helpscoutPerson(o),
	}
	t.Created = t.At
	if t.Customer.ID == "" || t.At.IsZero() {
		return nil, notUnderstood("id or createdAt is missing")
	}
	return []heed.Touchpoint{t}, nil
}

// party is the customer of a conversation, as either version of the payload
// has them.
func party(o object) gjson.Result {
	if p := o.get("primaryCustomer"); p.IsObject() {
		return p
	}
	return o.get("customer")
}

// holder is whom a conversation is assigned to.
func holder(o object) gjson.Result {
	if h := o.get("assignee"); h.IsObject() {
		return h
	}
	return o.get("owner")
}

// helpscoutCustomer reads the customer of a conversation. Version 2 may leave
// out their address. Whoever began the conversation is the customer only if
// they are one and have the same id: it may have been one of the team, or
// somebody whom the customer was put in place of.
func helpscoutCustomer(o object) heed.Customer {
	c := helpscoutPerson(objectOf(party(o)))
	by := o.get("createdBy")
	if c.Email == "" && at(by, "type") == "customer" && c.ID != "" && at(by, "id").who(maxID) == c.ID {
		same := helpscoutPerson(objectOf(by))
		c.Email = same.Email
		if c.Name == "" {
			c.Name = same.Name
		}
	}
	return c
}

// helpscoutPerson reads a customer, by the names that the two versions and the
// API have for things.
func helpscoutPerson(p object) heed.Customer {
	name := p.at("firstName", "first") + " " + p.at("lastName", "last")
	c := heed.Customer{
		ID:      p.at("id").who(maxID),
		Email:   p.at("email").mailbox(),
		Name:    name.clip(),
		Account: p.at("organizationId", "organization").who(maxID),
	}
	for _, path := range [...]string{"_embedded.emails", "emails"} {
		p.get(path).ForEach(func(_, email gjson.Result) bool {
			if c.Email == "" {
				c.Email = at(email, "value").mailbox()
			}
			return c.Email == ""
		})
	}
	return c
}

// helpscoutTags are objects in version 2, and strings in version 1.
func helpscoutTags(o object) []string {
	if tags := o.get("tags.#.tag"); tags.IsArray() && len(tags.Array()) > 0 {
		return tagsOf(tags)
	}
	return tagsOf(o.get("tags"))
}

// replies are when the team wrote in a conversation; none if its threads are
// not told.
func replies(o object) (written []time.Time) {
	threads := o.get("_embedded.threads")
	if !threads.IsArray() {
		threads = o.get("threads")
	}
	threads.ForEach(func(_, thread gjson.Result) bool {
		state := strings.ToLower(at(thread, "state").plain())
		if at(thread, "type") == "message" && (state == "" || state == "published") {
			written = append(written, at(thread, "createdAt").time())
		}
		return true
	})
	return written
}

// answered is when the team first wrote in a conversation that a customer
// began; the zero time if that is not told.
func answered(o object) (earliest time.Time) {
	if o.at("createdBy.type") == "user" {
		return time.Time{}
	}
	for _, when := range replies(o) {
		if earliest.IsZero() || !when.IsZero() && when.Before(earliest) {
			earliest = when
		}
	}
	return earliest
}
