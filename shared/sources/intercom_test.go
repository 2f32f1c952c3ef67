package sources_test

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// hello is the body of the known answers, and its key.
const hello, helloKey = `{"say":"hello"}`, "test-secret"

// knownAnswer holds a source that signs bodies alone to one signature, and to
// refusing every other.
func knownAnswer(t *testing.T, typ, name, signature string) {
	t.Helper()
	s := find(t, typ)
	verify := func(body, signature, key string) error {
		r := &sources.Request{Body: []byte(body), Header: http.Header{}}
		r.Header.Set(name, signature)
		return s.Verify(r, []string{key}, now)
	}
	if err := verify(hello, signature, helloKey); err != nil {
		t.Error(err)
	}
	for i := range signature {
		if err := verify(hello, signature[:i]+string(signature[i]^1)+signature[i+1:], helloKey); !errors.Is(err, sources.ErrForged) {
			t.Errorf("byte %d of the signature corrupted: %v", i, err)
		}
	}
	for i := range hello {
		if err := verify(hello[:i]+string(hello[i]^1)+hello[i+1:], signature, helloKey); !errors.Is(err, sources.ErrForged) {
			t.Errorf("byte %d of the body corrupted: %v", i, err)
		}
	}
	for _, other := range []string{signature + " ", signature[1:], signature[:len(signature)-1], strings.ToUpper(signature)} {
		if err := verify(hello, other, helloKey); !errors.Is(err, sources.ErrForged) {
			t.Errorf("%q passes: %v", other, err)
		}
	}
	if err := verify(hello, "", helloKey); !errors.Is(err, sources.ErrUnsigned) {
		t.Errorf("no signature: %v", err)
	}
	if err := verify(hello, signature, helloKey+" "); !errors.Is(err, sources.ErrForged) {
		t.Errorf("another key: %v", err)
	}
}

func TestIntercomKnownAnswer(t *testing.T) {
	knownAnswer(t, "intercom", "X-Hub-Signature", "sha1=3346cabcd7cfd612f8481778e360d330cc47d5d0")
}

// intercomPoint is what the source makes of a body: at most one touchpoint.
func intercomPoint(t testing.TB, s sources.Source, body []byte) *heed.Touchpoint {
	t.Helper()
	points, err := s.Parse(&sources.Request{Body: body})
	if err != nil || len(points) > 1 {
		t.Fatalf("%d touchpoints (%v)", len(points), err)
	}
	if len(points) == 0 {
		return nil
	}
	check(t, points)
	return &points[0]
}

func day(d, h, m, s int) time.Time { return time.Date(2026, 11, d, h, m, s, 0, time.UTC) }

func TestIntercomSamples(t *testing.T) {
	maren := heed.Customer{ID: "6915b0c84f0e2d7a31c9e542", Email: "maren.oduya@example.com", Name: "Maren Oduya"}
	amina := heed.Customer{ID: "6915c41d8be02f66d07a19c3", Account: "6601f20cb1d4"}
	begun, raised := day(16, 8, 41, 7), day(17, 8, 12, 31)
	conversation := func(kind, occurrence string, at, replied time.Time, reopens uint16, tags ...string) *heed.Touchpoint {
		return &heed.Touchpoint{
			Kind: kind, Object: "conversation:215472640118220", Occurrence: occurrence, At: at, Customer: maren,
			Team: "9680998", Agent: "9608799", Channel: "chat", Tags: append([]string{"billing", "invoice"}, tags...),
			Facts: heed.Facts{Created: begun, Replied: replied, Reopens: reopens},
		}
	}
	ticket := func(kind, occurrence string, at time.Time, agent string, replied time.Time, reopens uint16) *heed.Touchpoint {
		return &heed.Touchpoint{
			Kind: kind, Object: "ticket:215472641907332", Occurrence: occurrence, At: at, Customer: amina,
			Agent: agent, Channel: "chat", Subject: "Exports stop half-way", Facts: heed.Facts{Created: raised, Replied: replied, Reopens: reopens},
		}
	}
	answered, told := day(16, 9, 6, 19), day(17, 8, 47, 50)
	closed := conversation("ticket.solved", "0", day(16, 10, 3, 52), answered, 0)
	closed.Subject, closed.Handled = "Old address on the invoice", 19*time.Minute
	for name, want := range map[string]*heed.Touchpoint{
		"conversation-created": {
			Kind: "ticket.created", Object: "conversation:215472640200413", Occurrence: "1", At: begun,
			Customer: heed.Customer{ID: "691a3b2f90cd5511e7420a16"}, Channel: "chat", Facts: heed.Facts{Created: begun},
		},
		"conversation-assigned":     conversation("ticket.assigned", "37421184420", day(16, 9, 2, 7), time.Time{}, 0),
		"conversation-replied":      conversation("ticket.replied", "1", answered, answered, 0),
		"conversation-closed":       closed,
		"conversation-opened":       conversation("ticket.reopened", "37424800132", day(17, 13, 20, 44), answered, 1),
		"conversation-closed-again": conversation("ticket.solved", "1", day(18, 9, 15, 30), answered, 1, "ai_agent"),
		"conversation-closed-2019": {
			Kind: "ticket.solved", Object: "conversation:21345880214", Occurrence: "2824511906", At: day(16, 10, 3, 52), Customer: maren,
			Agent: "tomas@example.org", Tags: []string{"billing"}, Facts: heed.Facts{Created: begun},
		},
		"ticket-created":        ticket("ticket.created", "1", raised, "", time.Time{}, 0),
		"ticket-assigned":       ticket("ticket.assigned", "37422840019", day(17, 8, 40, 5), "9608799", time.Time{}, 0),
		"ticket-replied":        ticket("ticket.replied", "1", told, "9608799", told, 0),
		"ticket-closed":         ticket("ticket.solved", "1", day(17, 15, 21, 6), "9608799", told, 0),
		"ticket-state-resolved": ticket("ticket.solved", "1", day(17, 15, 21, 6), "9608799", told, 0),
		"ticket-state-reopened": ticket("ticket.reopened", "1", day(18, 7, 2, 15), "9608799", told, 1),
		"contact-created": {
			Kind: "contact.created", Object: "contact:69170a44d2f1b83c90e6a7b5", Occurrence: "1", At: time.Date(2026, 11, 17, 10, 44, 28, 240e6, time.UTC),
			Customer: heed.Customer{ID: "69170a44d2f1b83c90e6a7b5", Email: "jonas.ek@example.com", Name: "Jonas Ek", Locale: "sv", Account: "6601f20cb1d4"},
			Facts:    heed.Facts{Created: time.Date(2026, 11, 17, 10, 44, 28, 240e6, time.UTC)},
		},
		"ping": nil,
	} {
		if got := intercomPoint(t, find(t, "intercom"), samples(t, "intercom")["intercom/"+name+".json"]); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, want)
		}
	}
}

func TestIntercomConversations(t *testing.T) {
	s, all := find(t, "intercom"), samples(t, "intercom")
	type values = map[string]any
	team := values{"type": "admin", "id": "9608799", "name": "Tomas Weller", "email": "tomas@example.org"}
	got := func(field func(p heed.Touchpoint) any) func(p *heed.Touchpoint) any {
		return func(p *heed.Touchpoint) any { return field(*p) }
	}
	none := func(p *heed.Touchpoint) any { return p == nil }
	for name, c := range map[string]struct {
		sample string
		change values
		got    func(p *heed.Touchpoint) any
		want   any
	}{
		"team wrote first, id of the contact":   {"closed", values{"data.item.source.author": team}, got(customer), "6915b0c84f0e2d7a31c9e542"},
		"team wrote first, nobody's address":    {"closed", values{"data.item.source.author": team}, got(email), ""},
		"author without an address":             {"closed", values{"data.item.source.author.email": "", "data.item.source.author.name": nil}, got(email), ""},
		"author without an id":                  {"closed", values{"data.item.source.author.id": nil}, got(email), "maren.oduya@example.com"},
		"author merged into a contact":          {"closed", values{"data.item.source.author.id": "old", "data.item.source.author.email": ""}, got(customer), "6915b0c84f0e2d7a31c9e542"},
		"author with an address, no contact":    {"closed", values{"data.item.source.author.id": "old"}, got(customer), "old"},
		"author, and no contacts":               {"closed", values{"data.item.source.author.id": "old", "data.item.source.author.email": "", "data.item.contacts": nil}, got(customer), "old"},
		"bot wrote first":                       {"closed", values{"data.item.source.author.type": "bot"}, got(email), ""},
		"no team":                               {"closed", values{"data.item.team_assignee_id": "0"}, func(p *heed.Touchpoint) any { return p.Team }, ""},
		"nobody":                                {"closed", values{"data.item.admin_assignee_id": nil}, func(p *heed.Touchpoint) any { return p.Agent }, ""},
		"by mail":                               {"closed", values{"data.item.source.type": "email"}, got(channel), "email"},
		"by phone":                              {"closed", values{"data.item.source.type": "phone_call"}, got(channel), "phone"},
		"by Facebook":                           {"closed", values{"data.item.source.type": "facebook"}, got(channel), "social"},
		"by WhatsApp":                           {"closed", values{"data.item.source.type": "whatsapp"}, got(channel), "messaging"},
		"some other way":                        {"closed", values{"data.item.source.type": "Semaphore"}, got(channel), "semaphore"},
		"language":                              {"closed", values{"data.item.custom_attributes.Language": "French"}, got(language), "fr"},
		"Intercom's agent took part":            {"closed", values{"data.item.ai_agent_participated": true}, got(tags), []string{"billing", "invoice", "ai_agent"}},
		"times in seconds":                      {"closed", values{"data.item.statistics.first_admin_reply_at": 1794820000}, func(p *heed.Touchpoint) any { return p.Replied.Unix() }, int64(1794820000)},
		"no statistics: the part's id":          {"closed", values{"data.item.statistics": nil}, got(occurrence), "37421230915"},
		"neither: the time":                     {"closed", values{"data.item.statistics.count_reopens": nil, "data.item.conversation_parts": nil}, got(occurrence), "2026-11-16T10:03:52.000Z"},
		"no time in the item":                   {"closed", values{"data.item.updated_at": nil, "data.item.statistics": nil, "data.item.conversation_parts": nil}, got(at), "2026-11-16T10:03:53Z"},
		"a message nobody answered":             {"closed", values{"data.item.source.delivered_as": "campaigns_initiated", "data.item.first_contact_reply": nil, "data.item.statistics": nil}, none, true},
		"a message somebody answered":           {"closed", values{"data.item.source.delivered_as": "admin_initiated"}, none, false},
		"a call of the team's":                  {"closed", values{"data.item.source.delivered_as": "admin_initiated", "data.item.source.type": "phone_call", "data.item.first_contact_reply": nil, "data.item.statistics": nil}, none, false},
		"become a ticket":                       {"closed", values{"data.item.ticket": values{"type": "ticket", "id": "215472640118220"}}, none, true},
		"snoozed":                               {"closed", values{"topic": "conversation.admin.snoozed"}, none, true},
		"operator":                              {"closed", values{"topic": "conversation.operator.replied"}, none, true},
		"rated":                                 {"closed", values{"topic": "conversation.rating.added"}, none, true},
		"never heard of":                        {"closed", values{"topic": "weather.changed", "data": nil}, none, true},
		"second reply":                          {"replied", values{"data.item.statistics.first_admin_reply_at": "2026-11-16T08:59:00.000Z"}, none, true},
		"first reply, counted a little earlier": {"replied", values{"data.item.statistics.first_admin_reply_at": "2026-11-16T09:06:18.400Z"}, none, false},
		"first reply, not counted yet":          {"replied", values{"data.item.statistics.first_admin_reply_at": nil}, got(occurrence), "1"},
		"a bot's reply":                         {"replied", values{"data.item.conversation_parts.conversation_parts": []any{values{"author": values{"type": "bot"}}}}, none, true},
		"taken off":                             {"assigned", values{"data.item.conversation_parts.conversation_parts": []any{values{"id": 1, "assigned_to": values{"type": "nobody_admin", "id": nil}}}}, none, true},
		"assigned while open":                   {"assigned", values{"topic": "conversation.admin.open.assigned"}, got(occurrence), "37421184420"},
		"a lead of old":                         {"created", values{"data.item.source.author.type": "contact"}, got(customer), "691a3b2f90cd5511e7420a16"},
		"to a team, in 2019":                    {"closed-2019", values{"data.item.assignee": values{"type": "team", "id": 7, "name": "Billing"}}, func(p *heed.Touchpoint) any { return p.Team + p.Agent }, "Billing"},
		"to nobody, in 2019":                    {"closed-2019", values{"data.item.assignee": values{"type": "nobody_admin", "id": nil}}, func(p *heed.Touchpoint) any { return p.Team + p.Agent }, ""},
		"without an address, in 2019":           {"closed-2019", values{"data.item.user.email": nil}, got(customer), "6915b0c84f0e2d7a31c9e542"},
	} {
		t.Run(name, func(t *testing.T) {
			p := intercomPoint(t, s, change(t, all["intercom/conversation-"+c.sample+".json"], c.change))
			if p == nil && reflect.ValueOf(c.got).Pointer() != reflect.ValueOf(none).Pointer() {
				t.Fatal("no touchpoint")
			}
			if got := c.got(p); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %#v, want %#v", got, c.want)
			}
		})
	}
}

// part is a part of a ticket, by hand.
func part(id int, typ, author, before, after string) map[string]any {
	return map[string]any{
		"type": "ticket_part", "id": fmt.Sprint(id), "part_type": typ, "created_at": 1794900000 + id, "body": "<p>?</p>",
		"previous_ticket_state": before, "ticket_state": after, "author": map[string]any{"type": author},
	}
}

// TestIntercomClosingIsOnce: whichever of its two notifications comes, and
// whenever it was written, a closing is one touchpoint; after a reopening it is
// another.
func TestIntercomClosingIsOnce(t *testing.T) {
	s, sample := find(t, "intercom"), samples(t, "intercom")["intercom/ticket-closed.json"]
	id := func(topic, state string, parts ...map[string]any) heed.TouchpointID {
		t.Helper()
		p := intercomPoint(t, s, change(t, sample, map[string]any{
			"topic": topic, "id": "notif_" + topic, "data.item.ticket_state.category": state, "data.item.ticket_parts.ticket_parts": parts,
		}))
		if p == nil || p.Kind != "ticket.solved" {
			t.Fatalf("%s makes %+v", topic, p)
		}
		return p.ID()
	}
	const closed, changed = "ticket.closed", "ticket.state.updated"
	begun := part(1, "ticket_state_updated_by_admin", "bot", "submitted", "submitted")
	closes, resolves := part(2, "close", "admin", "", ""), part(3, "ticket_state_updated_by_admin", "admin", "submitted", "resolved")
	once := id(closed, "resolved", begun, closes, resolves)
	for name, same := range map[string]heed.TouchpointID{
		"the new state":                   id(changed, "resolved", begun, closes, resolves),
		"the closing, written in between": id(closed, "submitted", begun, closes),
		"the new state, written first":    id(changed, "resolved", begun, resolves),
		"closed some time after":          id(closed, "resolved", begun, resolves, part(4, "note", "admin", "", ""), part(5, "close", "admin", "", "")),
		"without parts":                   id(changed, "resolved"),
	} {
		if same != once {
			t.Errorf("%s is another touchpoint than the closing", name)
		}
	}
	for name, reopened := range map[string]map[string]any{
		"a new state":         part(4, "ticket_state_updated_by_admin", "bot", "resolved", "in_progress"),
		"one of the team":     part(4, "open", "admin", "", ""),
		"an assignment":       part(4, "assign_and_reopen", "admin", "", ""),
		"the customer's word": part(4, "comment", "user", "", ""),
	} {
		again := []map[string]any{begun, closes, resolves, reopened, part(5, "close", "admin", "", ""), part(6, "ticket_state_updated_by_admin", "admin", "in_progress", "resolved")}
		if first, second := id(closed, "resolved", again...), id(changed, "resolved", again...); first == once || first != second {
			t.Errorf("closed again after %s: %s and %s, before that %s", name, first, second, once)
		}
	}
}

// TestIntercomOwnStates: a state that surveys.yaml alone calls solved or reopened
// is that anew each time the ticket comes to it, and once however often it is
// told; one that Intercom calls so too stays one with the closing.
func TestIntercomOwnStates(t *testing.T) {
	own := settings("intercom")
	own.Kinds = map[string]string{"Shipped": "ticket.solved", "Returned": "ticket.reopened", "resolved": "ticket.solved"}
	s, _ := sources.Of(own)
	sample := samples(t, "intercom")["intercom/ticket-state-resolved.json"]
	state := func(label, category string, parts ...map[string]any) *heed.Touchpoint {
		t.Helper()
		p := intercomPoint(t, s, change(t, sample, map[string]any{
			"data.item.ticket_state.internal_label": label, "data.item.ticket_state.category": category, "data.item.ticket_parts.ticket_parts": parts,
		}))
		if p == nil {
			t.Fatalf("%s is nothing", label)
		}
		return p
	}
	one, two := part(1, "ticket_state_updated_by_admin", "admin", "submitted", "in_progress"), part(2, "ticket_state_updated_by_admin", "admin", "in_progress", "in_progress")
	for label, kind := range map[string]string{"Shipped": "ticket.solved", "Returned": "ticket.reopened"} {
		once, again := state(label, "in_progress", one), state(label, "in_progress", one, two)
		if once.Kind != kind || once.ID() != state(label, "in_progress", one).ID() || once.ID() == again.ID() || !once.At.Before(again.At) {
			t.Errorf("%s: %+v and %+v", label, once, again)
		}
	}
	if p := state("Done", "resolved", one, part(3, "ticket_state_updated_by_admin", "admin", "in_progress", "resolved")); p.Kind != "ticket.solved" || p.Occurrence != "1" {
		t.Errorf("resolved: %+v", p)
	}
}

func TestIntercomTickets(t *testing.T) {
	all := samples(t, "intercom")
	type values = map[string]any
	for name, c := range map[string]struct {
		sample string
		change values
		kind   string
	}{
		"solved, as a word":           {"state-resolved", values{"data.item.ticket_state": "resolved"}, "ticket.solved"},
		"still in progress":           {"created", values{"topic": "ticket.state.updated"}, ""},
		"waiting":                     {"created", values{"topic": "ticket.state.updated", "data.item.ticket_state.category": "waiting_on_customer"}, ""},
		"the team's own state":        {"created", values{"topic": "ticket.state.updated", "data.item.ticket_state.internal_label": "Shipped"}, "order.shipped"},
		"the team's own topic":        {"closed", values{"topic": "ticket.rating.provided"}, "ticket.rated"},
		"closed without a resolution": {"closed", values{"data.item.ticket_state.category": "submitted"}, "ticket.solved"},
		"tracker":                     {"closed", values{"data.item.category": "Tracker"}, ""},
		"back office":                 {"closed", values{"data.item.category": "Back-office", "data.item.is_shared": false}, ""},
		"back office, shared":         {"closed", values{"data.item.category": "Back-office"}, "ticket.solved"},
		"second reply":                {"replied", values{"data.item.ticket_part.id": "37422851999"}, ""},
		"reply after a word to whom it was assigned": {"replied", values{"data.item.ticket_part.id": "2", "data.item.ticket.ticket_parts": values{"ticket_parts": []any{
			values{"id": "1", "part_type": "assignment", "body": "<p>yours?</p>", "author": values{"type": "admin"}, "created_at": 1794904000},
			values{"id": "2", "part_type": "comment", "body": "<p>Hello</p>", "author": values{"type": "admin"}, "created_at": 1794905270},
		}}}, "ticket.replied"},
		"reply, parts left out":        {"replied", values{"data.item.ticket.ticket_parts": nil}, "ticket.replied"},
		"taken off":                    {"assigned", values{"data.item.ticket_part.assigned_to": values{"type": "nobody_admin", "id": nil}}, ""},
		"to a team":                    {"assigned", values{"topic": "ticket.team.assigned"}, "ticket.assigned"},
		"customer's reply":             {"replied", values{"topic": "ticket.contact.replied"}, ""},
		"note":                         {"replied", values{"topic": "ticket.note.created"}, ""},
		"attribute":                    {"closed", values{"topic": "ticket.attribute.updated"}, ""},
		"parts of an unexpected shape": {"state-resolved", values{"data.item.ticket_parts": []any{1, "x", nil}}, "ticket.solved"},
	} {
		own := settings("intercom")
		own.Kinds = map[string]string{"Shipped": "order.shipped", "ticket.rating.provided": "ticket.rated"}
		s, _ := sources.Of(own)
		p := intercomPoint(t, s, change(t, all["intercom/ticket-"+c.sample+".json"], c.change))
		if p == nil && c.kind != "" || p != nil && p.Kind != c.kind {
			t.Errorf("%s: got %+v, want %q", name, p, c.kind)
		}
	}
}

func TestIntercomProduct(t *testing.T) {
	all := samples(t, "intercom")
	for path, want := range map[string]string{
		"custom_attributes.Product": "Invoicing", "data.item.custom_attributes.Product": "Invoicing", "app_id": "hx7k2d9q", "custom_attributes": "", "": "",
	} {
		own := settings("intercom")
		own.Product = path
		s, _ := sources.Of(own)
		if p := intercomPoint(t, s, all["intercom/conversation-closed.json"]); p.Product != want {
			t.Errorf("%q: %q, want %q", path, p.Product, want)
		}
	}
	own := settings("intercom")
	own.Product = "ticket_attributes.Product"
	s, _ := sources.Of(own)
	for _, name := range []string{"ticket-closed", "ticket-replied"} {
		if p := intercomPoint(t, s, all["intercom/"+name+".json"]); p.Product != "Reports" {
			t.Errorf("%s: %q", name, p.Product)
		}
	}
}

func TestIntercomContacts(t *testing.T) {
	s, sample := find(t, "intercom"), samples(t, "intercom")["intercom/contact-created.json"]
	for _, topic := range []string{"contact.lead.created", "contact.created", "user.created"} {
		p := intercomPoint(t, s, change(t, sample, map[string]any{"topic": topic, "data.item.created_at": 1794912268, "data.item.email": "", "data.item.language_override": nil}))
		if p.Kind != "contact.created" || p.At != day(17, 10, 44, 28) || p.Customer.Email != "" || p.Customer.Locale != "en-GB" {
			t.Errorf("%s: %+v", topic, p)
		}
	}
	own := settings("intercom")
	own.Kinds = map[string]string{"contact.archived": "contact.churned"}
	churns, _ := sources.Of(own)
	if p := intercomPoint(t, churns, change(t, sample, map[string]any{"topic": "contact.archived", "created_at": 1795000000})); p.At.Unix() != 1795000000 || !p.Created.Before(p.At) {
		t.Errorf("archived at %v, created %v", p.At, p.Created)
	}
	for _, topic := range []string{"contact.deleted", "contact.archived", "contact.signed_up", "contact.unsubscribed", "user.deleted"} {
		if p := intercomPoint(t, s, change(t, sample, map[string]any{"topic": topic})); p != nil {
			t.Errorf("%s: %+v", topic, p)
		}
	}
}

func TestIntercomSaysTooLittle(t *testing.T) {
	s, all := find(t, "intercom"), samples(t, "intercom")
	type values = map[string]any
	for says, c := range map[string]struct {
		sample string
		change values
	}{
		"topic is missing":                 {"conversation-closed", values{"topic": nil}},
		"data.item is missing":             {"conversation-closed", values{"data.item": "letter"}},
		"data.item has no id":              {"ticket-closed", values{"data.item.id": nil}},
		"data.item names no contact":       {"ticket-closed", values{"data.item.contacts": nil}},
		"data.item names no":               {"conversation-closed", values{"data.item.source": nil, "data.item.contacts": []any{}}},
		"neither data.item nor created_at": {"contact-created", values{"data.item.created_at": nil, "created_at": "yesterday"}},
	} {
		points, err := s.Parse(&sources.Request{Body: change(t, all["intercom/"+c.sample+".json"], c.change)})
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), says) || points != nil {
			t.Errorf("%v: %v, %v", c.change, points, err)
		}
	}
}

func TestIntercomAccess(t *testing.T) {
	of := func(api string) sources.Access {
		s, _ := sources.Of(&surveys.Source{Type: "intercom", API: api})
		return s.(sources.Fetcher).Access()
	}
	if got, want := of(""), (sources.Access{Base: "https://api.intercom.io", Scheme: sources.Bearer}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := of("https://api.eu.intercom.io").Base; got != "https://api.eu.intercom.io" {
		t.Errorf("the region's API is %s", got)
	}
}

// bigTicket is a closed ticket of about so many bytes.
func bigTicket(t testing.TB, bytes int) []byte {
	parts := []map[string]any{}
	for n := 0; n < bytes/280; n++ {
		parts = append(parts, part(n, "comment", "admin", "", ""))
	}
	return change(t, samples(t, "intercom")["intercom/ticket-closed.json"], map[string]any{"data.item.ticket_parts.ticket_parts": parts})
}

func BenchmarkIntercom(b *testing.B) {
	s, all := find(b, "intercom"), samples(b, "intercom")
	filler := strings.Repeat("Our invoice has the old address. ", 500)
	for name, body := range map[string][]byte{
		"conversation": change(b, all["intercom/conversation-closed.json"], map[string]any{"data.item.source.body": filler}),
		"ticket":       bigTicket(b, 16_000),
	} {
		r := signed(b, s, body, helloKey, now)
		b.Run(fmt.Sprintf("%s/%dkB", name, len(body)/1000), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := s.Verify(r, []string{helloKey}, now); err != nil {
					b.Fatal(err)
				}
				if points, err := s.Parse(r); err != nil || len(points) != 1 {
					b.Fatal(points, err)
				}
			}
		})
	}
}

func FuzzIntercomParse(f *testing.F) { fuzzParse(f, "intercom") }

func FuzzIntercomVerify(f *testing.F) {
	fuzzVerify(f, "intercom", "X-Hub-Signature", "X-Hub-Timestamp")
}
