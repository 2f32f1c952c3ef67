package sources_test

import (
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

func TestHelpscoutKnownAnswer(t *testing.T) {
	knownAnswer(t, "helpscout", "X-HelpScout-Signature", "M0bKvNfP1hL4SBd442DTMMxH1dA=")
}

// happened is a delivery of that event; "" for none.
func happened(event string, body []byte) *sources.Request {
	r := &sources.Request{Header: http.Header{}, Body: body}
	if event != "" {
		r.Header.Set("X-HelpScout-Event", event)
	}
	return r
}

func TestHelpscoutSamples(t *testing.T) {
	maren := heed.Customer{ID: "604417", Email: "maren.oduya@example.com"}
	begun, closed := day(16, 8, 41, 7), day(16, 10, 3, 52)
	conversation := func(kind, occurrence string, at time.Time) heed.Touchpoint {
		return heed.Touchpoint{
			Kind: kind, Object: "conversation:2481550917", Occurrence: occurrence, At: at, Customer: maren,
			Team: "85", Agent: "tomas@example.org", Channel: "email", Tags: []string{"billing", "invoice"},
			Subject: "Address on the invoice", Facts: heed.Facts{Created: begun},
		}
	}
	const first, second = "1794823432", "1794993330" // the two closings
	created := conversation("ticket.created", "1", begun)
	created.Agent = ""
	another := conversation("ticket.solved", first, closed)
	another.Customer = heed.Customer{ID: "604981"}
	v1 := conversation("ticket.solved", first, closed)
	v1.Team, v1.Customer.Name = "Billing", "Maren Oduya"
	for name, want := range map[string][]heed.Touchpoint{
		"conversation-created":            {created},
		"conversation-assigned":           {conversation("ticket.assigned", "256@1794819727", day(16, 9, 2, 7))},
		"agent-replied":                   {conversation("ticket.replied", "1", day(16, 9, 6, 19))},
		"agent-replied-and-closed":        {conversation("ticket.replied", "1", closed), conversation("ticket.solved", first, closed)},
		"conversation-closed":             {conversation("ticket.solved", first, closed)},
		"conversation-closed-for-another": {another},
		"conversation-reopened":           {conversation("ticket.reopened", first, day(17, 13, 20, 44))},
		"conversation-closed-again":       {conversation("ticket.solved", second, day(18, 9, 15, 30))},
		"conversation-closed-v1":          {v1},
		"customer-created": {{
			Kind: "contact.created", Object: "contact:605120", Occurrence: "1", At: day(17, 10, 44, 28),
			Customer: heed.Customer{ID: "605120", Email: "jonas.ek@example.com", Name: "Jonas Ek", Account: "Halden Optics"},
			Facts:    heed.Facts{Created: day(17, 10, 44, 28)},
		}},
		"test": nil,
	} {
		got, err := find(t, "helpscout").Parse(requests(t, "helpscout")["helpscout/"+name+".json"])
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s (%v):\ngot  %+v\nwant %+v", name, err, got, want)
		}
		check(t, got)
	}
}

// TestHelpscoutCustomer: nobody is taken for the customer but the customer.
func TestHelpscoutCustomer(t *testing.T) {
	type values = map[string]any
	s, sample := find(t, "helpscout"), samples(t, "helpscout")["helpscout/conversation-closed.json"]
	for name, c := range map[string]struct {
		change values
		want   heed.Customer
	}{
		"began it":                     {nil, heed.Customer{ID: "604417", Email: "maren.oduya@example.com"}},
		"is told in full":              {values{"primaryCustomer": values{"id": 7, "type": "customer", "first": "Hana", "last": "Ito", "email": "hana@example.com"}}, heed.Customer{ID: "7", Email: "hana@example.com", Name: "Hana Ito"}},
		"is somebody else":             {values{"primaryCustomer.id": 7}, heed.Customer{ID: "7"}},
		"has an id as a word":          {values{"primaryCustomer.id": "604417"}, heed.Customer{ID: "604417", Email: "maren.oduya@example.com"}},
		"one of the team began it":     {values{"createdBy.type": "user"}, heed.Customer{ID: "604417"}},
		"nobody says who began it":     {values{"createdBy.type": nil}, heed.Customer{ID: "604417"}},
		"has no address worth mailing": {values{"createdBy.email": "noreply@example.com"}, heed.Customer{ID: "604417"}},
		"has one in a list":            {values{"primaryCustomer": values{"id": 7, "emails": []any{values{"value": "none"}, values{"value": "hana@example.com"}}}}, heed.Customer{ID: "7", Email: "hana@example.com"}},
	} {
		points, err := s.Parse(happened("convo.status", change(t, sample, c.change)))
		if err != nil || len(points) != 1 || !reflect.DeepEqual(points[0].Customer, c.want) {
			t.Errorf("%s: %+v (%v), want %+v", name, points, err, c.want)
		}
	}
}

func TestHelpscoutEvents(t *testing.T) {
	type values = map[string]any
	all := samples(t, "helpscout")
	for name, c := range map[string]struct {
		event, sample string
		change        values
		want          string // kinds and occurrences
	}{
		"pending":                     {"convo.status", "closed", values{"status": "pending"}, ""},
		"spam":                        {"convo.status", "closed", values{"status": "spam"}, ""},
		"active, never closed":        {"convo.status", "created", nil, ""},
		"active, closed before":       {"convo.status", "closed", values{"status": "active"}, "ticket.reopened 1794823432"},
		"the team's own word":         {"convo.status", "closed", values{"status": "pending-third-party"}, "ticket.parked 256@1794823432"},
		"closed, no time of it":       {"convo.status", "closed", values{"closedAt": nil}, "ticket.solved 1794823432"},
		"closed, no time at all":      {"convo.status", "closed", values{"closedAt": nil, "userUpdatedAt": "soon"}, "ticket.solved 1794818467"},
		"in another zone":             {"convo.status", "closed", values{"closedAt": "2026-11-16T12:03:52+02:00"}, "ticket.solved 1794823432"},
		"closed, no header":           {"", "closed", nil, "ticket.solved 1794823432"},
		"version 1, no header":        {"", "closed-v1", nil, "ticket.solved 1794823432"},
		"active, no header":           {"", "created", nil, ""},
		"active after, no header":     {"", "reopened", nil, ""},
		"assigned to nobody":          {"convo.assigned", "assigned", values{"assignee": nil}, ""},
		"assigned to somebody else":   {"convo.assigned", "assigned", values{"assignee.id": 257}, "ticket.assigned 257@1794819727"},
		"owned, in version 1":         {"convo.assigned", "closed-v1", nil, "ticket.assigned 256@1794823432"},
		"second reply, by threads":    {"convo.agent.reply.created", "assigned", values{"_embedded": values{"threads": []any{values{"type": "message"}, values{"type": "message", "state": "published"}}}}, ""},
		"first reply, by threads":     {"convo.agent.reply.created", "assigned", values{"_embedded": values{"threads": []any{values{"type": "message"}, values{"type": "customer"}, values{"type": "message", "state": "draft"}}}}, "ticket.replied 1"},
		"reply that left it closed":   {"convo.agent.reply.created", "closed", nil, "ticket.replied 1, ticket.solved 1794823432"},
		"reply, no time of a closing": {"convo.agent.reply.created", "closed", values{"closedAt": nil}, "ticket.replied 1"},
		"the team's mail":             {"convo.created", "created", values{"createdBy": values{"id": 256, "type": "user"}}, ""},
		"the team's call":             {"convo.created", "created", values{"createdBy": values{"id": 256, "type": "user"}, "type": "phone"}, "ticket.created 1"},
		"the team's mail, closed":     {"convo.status", "closed", values{"createdBy": values{"id": 256, "type": "user"}, "threads": 1}, ""},
		"the team's mail, answered":   {"convo.status", "closed", values{"createdBy": values{"id": 256, "type": "user"}}, "ticket.solved 1794823432"},
		"merged":                      {"convo.merged", "closed", nil, ""},
		"deleted":                     {"convo.deleted", "closed", nil, ""},
		"note":                        {"convo.note.created", "closed", nil, ""},
		"customer's reply":            {"convo.customer.reply.created", "closed", nil, ""},
		"answered by no person":       {"convo.ai-answers.created", "closed", nil, ""},
		"rated":                       {"satisfaction.ratings", "closed", nil, ""},
		"never heard of":              {"weather.changed", "closed", nil, ""},
		"the team's own closing":      {"convo.status", "closed", values{"status": "closed", "userUpdatedAt": "2026-11-16T10:09:00Z", "own": true}, "ticket.closed 1794823432"},
		"the same, by the reply":      {"convo.agent.reply.created", "closed", values{"own": true}, "ticket.replied 1, ticket.closed 1794823432"},
		"the same, no header":         {"", "closed", values{"own": true}, "ticket.closed 1794823432"},
		"the team's own event":        {"convo.moved", "closed", nil, "ticket.moved 256@1794823432"},
	} {
		own := settings("helpscout")
		own.Kinds = map[string]string{"pending-third-party": "ticket.parked", "convo.moved": "ticket.moved"}
		if c.change["own"] == true {
			own.Kinds["closed"] = "ticket.closed"
		}
		s, _ := sources.Of(own)
		points, err := s.Parse(happened(c.event, change(t, all["helpscout/conversation-"+c.sample+".json"], c.change)))
		var got []string
		for _, p := range points {
			got = append(got, p.Kind+" "+p.Occurrence)
		}
		if err != nil || strings.Join(got, ", ") != c.want {
			t.Errorf("%s: got %q (%v), want %q", name, got, err, c.want)
		}
		check(t, points)
	}
}

// TestHelpscoutClosingIsOnce: however it comes to be known, a closing is one
// touchpoint, and the next one another.
func TestHelpscoutClosingIsOnce(t *testing.T) {
	s, all := find(t, "helpscout"), requests(t, "helpscout")
	ids := map[string]heed.TouchpointID{}
	for _, name := range []string{"agent-replied-and-closed", "conversation-closed", "conversation-closed-v1", "conversation-closed-again"} {
		points, err := s.Parse(all["helpscout/"+name+".json"])
		if err != nil || len(points) == 0 {
			t.Fatal(name, points, err)
		}
		ids[name] = points[len(points)-1].ID()
	}
	once := ids["conversation-closed"]
	if ids["agent-replied-and-closed"] != once || ids["conversation-closed-v1"] != once || ids["conversation-closed-again"] == once {
		t.Errorf("the closings are %v", ids)
	}
}

func TestHelpscoutFields(t *testing.T) {
	type values = map[string]any
	sample := samples(t, "helpscout")["helpscout/conversation-closed.json"]
	for name, c := range map[string]struct {
		product string
		change  values
		got     func(p heed.Touchpoint) any
		want    any
	}{
		"product by name":   {`customFields.#(name=="Product").text`, nil, func(p heed.Touchpoint) any { return p.Product }, "Invoicing"},
		"product by number": {`customFields.#(id==6688).value`, nil, func(p heed.Touchpoint) any { return p.Product }, "33077"},
		"no such field":     {`customFields.#(name=="Colour").text`, nil, func(p heed.Touchpoint) any { return p.Product }, ""},
		"chat":              {"", values{"type": "chat"}, channel, "chat"},
		"held by a team":    {"", values{"assignee": values{"id": 9, "type": "team", "first": "Billing"}}, func(p heed.Touchpoint) any { return p.Agent }, ""},
		"no tags":           {"", values{"tags": []any{}}, tags, []string(nil)},
		"tags as strings":   {"", values{"tags": []any{"vip", "refund"}}, tags, []string{"vip", "refund"}},
	} {
		own := settings("helpscout")
		own.Product = c.product
		s, _ := sources.Of(own)
		points, err := s.Parse(happened("convo.status", change(t, sample, c.change)))
		if err != nil || len(points) != 1 || !reflect.DeepEqual(c.got(points[0]), c.want) {
			t.Errorf("%s: got %#v (%v), want %#v", name, points, err, c.want)
		}
	}
}

func TestHelpscoutSaysTooLittle(t *testing.T) {
	type values = map[string]any
	s, all := find(t, "helpscout"), samples(t, "helpscout")
	for _, c := range []struct {
		event, sample string
		change        values
		says          string
	}{
		{"convo.status", "conversation-closed", values{"id": nil}, "id is missing"},
		{"convo.status", "conversation-closed", values{"primaryCustomer": nil}, "names anybody"},
		{"convo.status", "conversation-closed", values{"closedAt": nil, "createdAt": nil, "userUpdatedAt": "today"}, "ISO 8601"},
		{"customer.created", "customer-created", values{"id": nil}, "id or createdAt"},
		{"customer.created", "customer-created", values{"createdAt": nil}, "id or createdAt"},
		{"", "customer-created", nil, "X-HelpScout-Event is missing"},
		{"", "test", nil, "X-HelpScout-Event is missing"},
	} {
		points, err := s.Parse(happened(c.event, change(t, all["helpscout/"+c.sample+".json"], c.change)))
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), c.says) || points != nil {
			t.Errorf("%s of %v: %v, %v", c.event, c.change, points, err)
		}
	}
}

func TestHelpscoutAccess(t *testing.T) {
	s, _ := sources.Of(&surveys.Source{Type: "helpscout"})
	want := sources.Access{Base: "https://api.helpscout.net", Scheme: sources.Client, Token: "/v2/oauth2/token"}
	if got := s.(sources.Fetcher).Access(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// FuzzHelpscoutParse tries each event with each body.
func FuzzHelpscoutParse(f *testing.F) {
	for _, r := range requests(f, "helpscout") {
		f.Add(r.Body, r.Header.Get("X-HelpScout-Event"))
		f.Add(r.Body, "")
	}
	for _, body := range nasty {
		f.Add([]byte(body), "convo.agent.reply.created")
	}
	s := find(f, "helpscout")
	f.Fuzz(func(t *testing.T, body []byte, event string) {
		points, err := s.Parse(happened(event, body))
		again, err2 := s.Parse(happened(event, body))
		if !reflect.DeepEqual(points, again) || text(err) != text(err2) {
			t.Errorf("read twice, it says %v, %v and %v, %v", points, err, again, err2)
		}
		if err != nil && (points != nil || !errors.Is(err, sources.ErrNotUnderstood)) {
			t.Errorf("%v beside %v", points, err)
		}
		check(t, points)
	})
}

func FuzzHelpscoutVerify(f *testing.F) {
	fuzzVerify(f, "helpscout", "X-HelpScout-Signature", "X-HelpScout-Timestamp")
}
