package sources

import (
	"strings"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
)

// arrived is a customer who came to be known. That happens once.
func arrived(o gjson.Result) ([]heed.Touchpoint, error) {
	t := heed.Touchpoint{
		Kind:       "contact.created",
		Object:     "contact:" + at(o, "id").name(maxObject-len("contact:")),
		Occurrence: "1",
		At:         at(o, "createdAt").time(),
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
func party(o gjson.Result) gjson.Result {
	if p := o.Get("primaryCustomer"); p.IsObject() {
		return p
	}
	return o.Get("customer")
}

// holder is whom a conversation is assigned to.
func holder(o gjson.Result) gjson.Result {
	if h := o.Get("assignee"); h.IsObject() {
		return h
	}
	return o.Get("owner")
}

// helpscoutCustomer reads the customer of a conversation. Version 2 may leave
// out their address. Whoever began the conversation is the customer only if
// they are one and have the same id: it may have been one of the team, or
// somebody whom the customer was put in place of.
func helpscoutCustomer(o gjson.Result) heed.Customer {
	c := helpscoutPerson(party(o))
	by := o.Get("createdBy")
	if c.Email == "" && at(by, "type") == "customer" && c.ID != "" && at(by, "id").who(maxID) == c.ID {
		same := helpscoutPerson(by)
		c.Email = same.Email
		if c.Name == "" {
			c.Name = same.Name
		}
	}
	return c
}

// helpscoutPerson reads a customer, by the names that the two versions and the
// API have for things.
func helpscoutPerson(p gjson.Result) heed.Customer {
	name := at(p, "firstName", "first") + " " + at(p, "lastName", "last")
	c := heed.Customer{
		ID:      at(p, "id").who(maxID),
		Email:   at(p, "email").mailbox(),
		Name:    name.clip(),
		Account: at(p, "organizationId", "organization").who(maxID),
	}
	for _, path := range [...]string{"_embedded.emails", "emails"} {
		p.Get(path).ForEach(func(_, email gjson.Result) bool {
			if c.Email == "" {
				c.Email = at(email, "value").mailbox()
			}
			return c.Email == ""
		})
	}
	return c
}

// helpscoutTags are objects in version 2, and strings in version 1.
func helpscoutTags(o gjson.Result) []string {
	if tags := o.Get("tags.#.tag"); tags.IsArray() && len(tags.Array()) > 0 {
		return tagsOf(tags)
	}
	return tagsOf(o.Get("tags"))
}

// replies is how many messages of the team a conversation has; 0 if its
// threads are not told.
func replies(o gjson.Result) (n int) {
	threads := o.Get("_embedded.threads")
	if !threads.IsArray() {
		threads = o.Get("threads")
	}
	threads.ForEach(func(_, thread gjson.Result) bool {
		state := strings.ToLower(at(thread, "state").plain())
		if at(thread, "type") == "message" && (state == "" || state == "published") {
			n++
		}
		return n < 2
	})
	return n
}
