package sources

import (
	"cmp"
	"strings"

	"heed/shared/heed"
)

// trigger reads the template.
//
// The occurrence is the latest public comment's id. A retry has the same; so
// has the closing that follows a solving, since a closed ticket takes no
// comment; a reopened ticket has a newer one, the reply that reopened it.
// Whoever reopens and solves without a word to the customer has done nothing
// that the customer could be asked about. The time of the update would tell
// solved from closed, and the delivery's id a retry from the first try.
func (z zendesk) trigger(e object) (*heed.Touchpoint, error) {
	t := objectOf(e.get("ticket"))
	id := t.at("id").name(maxObject - len("ticket:"))
	if id == "" {
		return nil, notUnderstood("ticket.id is missing")
	}
	kind, err := z.named(e.at("type"), t.at("status"))
	if kind == "" {
		return nil, err
	}
	customer, err := zendeskCustomer(e)
	if err != nil {
		return nil, err
	}
	return &heed.Touchpoint{
		Kind:       kind,
		Object:     "ticket:" + id,
		Occurrence: e.at("occurrence").or("1").name(maxID),
		At:         t.at("updated_at").time(),
		Customer:   customer,
		Team:       t.at("group").clip(),
		Agent:      t.at("assignee").clip(),
		Product:    e.at(cmp.Or(z.Product, "ticket.product")).clip(),
		Channel:    zendeskChannel(t.at("via")),
		Tags:       tagsOf(t.get("tags")),
		Subject:    textOf(e.get("subject")).subject(), // behind everything: strangers write it
		Facts: heed.Facts{
			Created: t.at("created_at").time(), Replied: t.at("replied_at").time(),
			Reopens: count(t.at("reopens")), Handled: t.at("handled_seconds").seconds(),
		},
	}, nil
}

// named is the type that the template names or, without one, the status says;
// "" and no error for a status of no interest.
func (z zendesk) named(typ, status text) (string, error) {
	if typ.plain() != "" {
		if kind := typ.kind(); kind != "" {
			return kind, nil
		}
		return "", notUnderstood("type is not a kind such as ticket.solved")
	}
	lower := strings.ToLower(status.plain())
	if kind := kindOf(z.Source, status, text(lower)); kind != "" {
		return kind, nil
	}
	switch lower {
	case "solved", "closed":
		return "ticket.solved", nil
	case "new", "open", "pending", "hold", "on-hold":
		return "", nil
	}
	return "", notUnderstood("type is missing, and ticket.status is no status in English, nor one of the source's kinds")
}

// zendeskCustomer reads the requester, who may also stand inside the ticket,
// for that is where the placeholders have them.
func zendeskCustomer(e object) (heed.Customer, error) {
	c := heed.Customer{
		ID:      e.at("requester.id", "ticket.requester.id").who(maxID),
		Email:   e.at("requester.email", "ticket.requester.email").mailbox(),
		Name:    e.at("requester.name", "ticket.requester.name").clip(),
		Locale:  locale(e.at("requester.locale", "requester.language", "ticket.requester.locale", "ticket.requester.language").clip()),
		Account: e.at("organization.id", "ticket.organization.id").who(maxID),
	}
	if c.ID == "" && c.Email == "" {
		return c, notUnderstood("neither requester.id nor requester.email is there")
	}
	return c, nil
}
