package sources_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
)

// The key is the one in Zendesk's documentation; it must not be decoded.
func TestZendeskKnownAnswer(t *testing.T) {
	r := &sources.Request{Body: []byte(`{"say":"hello"}`), Header: http.Header{}}
	r.Header.Set("X-Zendesk-Webhook-Signature", "SzUitCzNY7tyWIOYRE+IRjky8R4QKdUer4aK2B2/fzg=")
	r.Header.Set("X-Zendesk-Webhook-Signature-Timestamp", "2024-05-01T10:00:00Z")
	at := time.Date(2024, 5, 1, 10, 1, 0, 0, time.UTC)
	const secret = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="
	s := find(t, "zendesk")
	if err := s.Verify(r, []string{secret}, at); err != nil {
		t.Error(err)
	}
	if err := s.Verify(r, []string{strings.TrimRight(secret, "=")}, at); err == nil {
		t.Error("a shortened secret fits")
	}
	for name, spoil := range map[string]func(){
		"body":      func() { r.Body[0]++ },
		"timestamp": func() { r.Header.Set("X-Zendesk-Webhook-Signature-Timestamp", "2024-05-01T10:00:01Z") },
		"signature": func() {
			r.Header.Set("X-Zendesk-Webhook-Signature", "TzUitCzNY7tyWIOYRE+IRjky8R4QKdUer4aK2B2/fzg=")
		},
	} {
		whole := sources.Request{Body: bytes.Clone(r.Body), Header: r.Header.Clone()}
		spoil()
		if err := s.Verify(r, []string{secret}, at); !errors.Is(err, sources.ErrForged) {
			t.Errorf("with a spoilt %s: %v", name, err)
		}
		*r = whole
	}
}

func TestZendeskSample(t *testing.T) {
	points, err := find(t, "zendesk").Parse(&sources.Request{Body: samples(t, "zendesk")["zendesk/ticket-solved.json"]})
	want := []heed.Touchpoint{{
		Kind: "ticket.solved", Object: "ticket:48117", Occurrence: "28914127640209",
		At: time.Date(2026, 11, 16, 10, 3, 52, 0, time.UTC),
		Customer: heed.Customer{
			ID: "361274968512", Email: "maren.oduya@example.com", Name: "Maren Oduya", Locale: "en-US", Account: "360119044",
		},
		Team: "Billing", Agent: "tomas@example.org", Product: "Acme Online", Channel: "email", Tags: []string{"billing", "invoice", "refund"},
		Subject: "Invoice shows the old address",
		Facts:   heed.Facts{Created: time.Date(2026, 11, 15, 16, 20, 0, 0, time.UTC), Handled: 21 * time.Minute},
	}}
	if err != nil || !reflect.DeepEqual(points, want) {
		t.Errorf("got  %+v (%v)\nwant %+v", points, err, want)
	}
}

// The vector of an old page of Zendesk's fits only the body before the
// timestamp, which is not how Zendesk signs: it must not pass.
func TestZendeskOldVector(t *testing.T) {
	r := &sources.Request{Body: []byte(`{"say": "hello"}`), Header: http.Header{}}
	r.Header.Set("X-Zendesk-Webhook-Signature", "tRDSF7URY8BLCDlaBcQ7FHu051Zk+aAB0NKMP53teMw=")
	r.Header.Set("X-Zendesk-Webhook-Signature-Timestamp", "2021-07-25T10:00:00Z")
	err := find(t, "zendesk").Verify(r, []string{"HRkRd4BeOAoUkfZr-mhauJT64rvBASlJRoIyPsd3zeA="}, time.Date(2021, 7, 25, 10, 0, 1, 0, time.UTC))
	if !errors.Is(err, sources.ErrForged) {
		t.Errorf("got %v", err)
	}
}

// change is a sample with some of its values replaced, by path; nil removes.
func change(t testing.TB, sample []byte, values map[string]any) []byte {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(sample, &doc); err != nil {
		t.Fatal(err)
	}
	for path, value := range values {
		at, keys := doc, strings.Split(path, ".")
		for _, key := range keys[:len(keys)-1] {
			at = at[key].(map[string]any)
		}
		if last := keys[len(keys)-1]; value == nil {
			delete(at, last)
		} else {
			at[last] = value
		}
	}
	out, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestZendeskShapes(t *testing.T) {
	s, sample := find(t, "zendesk"), samples(t, "zendesk")["zendesk/ticket-solved.json"]
	timestamp := http.Header{"X-Zendesk-Webhook-Signature-Timestamp": {"2026-11-16T10:04:00Z"}}
	long := strings.Repeat("9", 500)
	for name, c := range map[string]struct {
		change map[string]any
		got    func(p heed.Touchpoint) any
		want   any
	}{
		"ticket id as a number":       {map[string]any{"ticket.id": 48117}, object, "ticket:48117"},
		"ticket id beyond floats":     {map[string]any{"ticket.id": json.Number("9007199254740993")}, object, "ticket:9007199254740993"},
		"requester id as a number":    {map[string]any{"requester.id": 361274968512}, customer, "361274968512"},
		"long id is told apart":       {map[string]any{"requester.id": long}, func(p heed.Touchpoint) any { return len(p.Customer.ID) == 128 && p.Customer.ID[111] == '~' }, true},
		"upper-case type":             {map[string]any{"type": " Ticket.Solved "}, kind, "ticket.solved"},
		"no type, solved":             {map[string]any{"type": nil}, kind, "ticket.solved"},
		"unrendered type, closed":     {map[string]any{"type": "{{type}}", "ticket.status": "CLOSED"}, kind, "ticket.solved"},
		"no occurrence":               {map[string]any{"occurrence": nil}, occurrence, "1"},
		"empty occurrence":            {map[string]any{"occurrence": " "}, occurrence, "1"},
		"unrendered occurrence":       {map[string]any{"occurrence": "{{ticket.latest_public_comment.id}}"}, occurrence, "1"},
		"occurrence as a number":      {map[string]any{"occurrence": 7}, occurrence, "7"},
		"tags as a list":              {map[string]any{"ticket.tags": []any{"two words", 3, "", nil, true}}, tags, []string{"two words", "3"}},
		"tags with commas":            {map[string]any{"ticket.tags": "a, b,c"}, tags, []string{"a", "b", "c"}},
		"more tags than count":        {map[string]any{"ticket.tags": strings.Repeat("a ", 200)}, func(p heed.Touchpoint) any { return len(p.Tags) }, 100},
		"no tags":                     {map[string]any{"ticket.tags": ""}, tags, []string(nil)},
		"tags as an object":           {map[string]any{"ticket.tags": map[string]any{"a": 1}}, tags, []string(nil)},
		"minutes":                     {map[string]any{"ticket.updated_at": "2013-12-12T05:35Z"}, at, "2013-12-12T05:35:00Z"},
		"offset without colon":        {map[string]any{"ticket.updated_at": "2013-12-12T05:35+0100"}, at, "2013-12-12T04:35:00Z"},
		"fraction of a second":        {map[string]any{"ticket.updated_at": "2026-11-16T10:03:52.25+01:00"}, at, "2026-11-16T09:03:52.25Z"},
		"localised time":              {map[string]any{"ticket.updated_at": "February 10, 14:29"}, at, "2026-11-16T10:04:00Z"},
		"no time":                     {map[string]any{"ticket.updated_at": nil}, at, "2026-11-16T10:04:00Z"},
		"time out of this world":      {map[string]any{"ticket.updated_at": "9999-12-31T23:59:59-12:00"}, at, "2026-11-16T10:04:00Z"},
		"address keeps its case":      {map[string]any{"requester.email": " Maren.O@Example.COM "}, email, "Maren.O@Example.COM"},
		"unrendered address":          {map[string]any{"requester.email": "{{ticket.requester.email}}"}, email, ""},
		"two addresses":               {map[string]any{"requester.email": "a@example.com,b@example.com"}, email, ""},
		"address with a space":        {map[string]any{"requester.email": "a b@example.com"}, email, ""},
		"address with a line break":   {map[string]any{"requester.email": "a@example.com\nBcc: b"}, email, ""},
		"address with a null":         {map[string]any{"requester.email": "a\x00@example.com"}, email, ""},
		"address with a wide space":   {map[string]any{"requester.email": "a\u00a0b@example.com"}, email, ""},
		"address in brackets":         {map[string]any{"requester.email": "<a@example.com>"}, email, ""},
		"address with a name":         {map[string]any{"requester.email": "boss<a@example.com>"}, email, ""},
		"address with a comment":      {map[string]any{"requester.email": "a@example.com(1)"}, email, ""},
		"address in quotes":           {map[string]any{"requester.email": "\"a\"@example.com"}, email, ""},
		"address without domain":      {map[string]any{"requester.email": "maren@"}, email, ""},
		"address too long":            {map[string]any{"requester.email": long + "@example.com"}, email, ""},
		"no id, but an address":       {map[string]any{"requester.id": ""}, email, "maren.oduya@example.com"},
		"name in one line":            {map[string]any{"requester.name": " Maren\r\n Oduya\x1b "}, func(p heed.Touchpoint) any { return p.Customer.Name }, "Maren Oduya"},
		"language by name":            {map[string]any{"requester.locale": nil, "requester.language": "English (United States)"}, language, "en"},
		"language unknown":            {map[string]any{"requester.locale": "Klingon"}, language, ""},
		"locale tidied":               {map[string]any{"requester.locale": "pt_br"}, language, "pt-BR"},
		"requester in the ticket":     {map[string]any{"requester": nil, "ticket.requester": map[string]any{"id": 5, "email": "x@example.com"}}, customer, "5"},
		"organization as a string":    {map[string]any{"organization": "ACME"}, account, ""},
		"organization in ticket":      {map[string]any{"organization": nil, "ticket.organization": map[string]any{"id": 360}}, account, "360"},
		"group as an object":          {map[string]any{"ticket.group": map[string]any{"name": "Billing"}}, func(p heed.Touchpoint) any { return p.Team }, ""},
		"channel in another tongue":   {map[string]any{"ticket.via": "Webformular"}, channel, "webformular"},
		"channel grows in lower case": {map[string]any{"ticket.via": strings.Repeat("Ⱥ", 60)}, func(p heed.Touchpoint) any { return len(p.Channel) <= 120 }, true},
		"product of the template":     {map[string]any{"ticket.product": "Pro"}, func(p heed.Touchpoint) any { return p.Product }, "Pro"},
		"created in minutes":          {map[string]any{"ticket.created_at": "2013-12-12T05:35Z"}, func(p heed.Touchpoint) any { return p.Created.Format(time.RFC3339) }, "2013-12-12T05:35:00Z"},
		"web form":                    {map[string]any{"ticket.via": "Web form"}, channel, "web"},
	} {
		t.Run(name, func(t *testing.T) {
			points, err := s.Parse(&sources.Request{Header: timestamp, Body: change(t, sample, c.change)})
			if err != nil || len(points) != 1 {
				t.Fatalf("%d touchpoints (%v)", len(points), err)
			}
			check(t, points)
			if got := c.got(points[0]); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %#v, want %#v", got, c.want)
			}
		})
	}
}

func object(p heed.Touchpoint) any     { return p.Object }
func kind(p heed.Touchpoint) any       { return p.Kind }
func occurrence(p heed.Touchpoint) any { return p.Occurrence }
func at(p heed.Touchpoint) any         { return p.At.Format(time.RFC3339Nano) }
func tags(p heed.Touchpoint) any       { return p.Tags }
func email(p heed.Touchpoint) any      { return p.Customer.Email }
func customer(p heed.Touchpoint) any   { return p.Customer.ID }
func account(p heed.Touchpoint) any    { return p.Customer.Account }
func language(p heed.Touchpoint) any   { return p.Customer.Locale }
func channel(p heed.Touchpoint) any    { return p.Channel }

func TestZendeskSaysTooLittle(t *testing.T) {
	s, sample := find(t, "zendesk"), samples(t, "zendesk")["zendesk/ticket-solved.json"]
	for says, values := range map[string]map[string]any{
		"ticket.id is missing":          {"ticket.id": ""},
		"ticket.id is":                  {"ticket.id": "{{ticket.id}}"},
		"type is not a kind":            {"type": "Ticket solved!"},
		"no status in English":          {"type": nil, "ticket.status": "Gelöst"},
		"neither requester.id nor":      {"requester": map[string]any{"email": "nobody", "id": ""}},
		"neither requester.id nor requ": {"requester": nil},
		"nor ticket.updated_at is an":   {"ticket.updated_at": "yesterday"},
	} {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, values)})
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), says) || points != nil {
			t.Errorf("%v: %v, %v", values, points, err)
		}
	}
}

func TestZendeskStatusOfNoInterest(t *testing.T) {
	s, sample := find(t, "zendesk"), samples(t, "zendesk")["zendesk/ticket-solved.json"]
	for _, status := range []string{"New", "Open", "PENDING", "On-hold"} {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, map[string]any{"type": nil, "ticket.status": status})})
		if points != nil || err != nil {
			t.Errorf("%s: %v, %v", status, points, err)
		}
	}
}

// TestZendeskOccurrence: a retry and a closing are the touchpoint they follow,
// a solving after a reply is another.
func TestZendeskOccurrence(t *testing.T) {
	s, all := find(t, "zendesk"), samples(t, "zendesk")
	id := func(body []byte, delivery string) heed.TouchpointID {
		r := &sources.Request{Body: body}
		if err := s.Sign(r, "secret", delivery, now); err != nil {
			t.Fatal(err)
		}
		points, err := s.Parse(r)
		if err != nil || len(points) != 1 {
			t.Fatalf("%d touchpoints (%v)", len(points), err)
		}
		return points[0].ID()
	}
	solved := id(all["zendesk/ticket-solved.json"], "1")
	if id(all["zendesk/ticket-solved.json"], "2") != solved {
		t.Error("a retry is another touchpoint")
	}
	closed := change(t, all["zendesk/ticket-solved.json"], map[string]any{
		"type": nil, "ticket.status": "Closed", "ticket.updated_at": "2026-11-20T10:00:00Z", "ticket.assignee": "",
	})
	if id(closed, "3") != solved {
		t.Error("closing is another touchpoint than the solving before it")
	}
	if id(all["zendesk/ticket-solved-again.json"], "4") == solved {
		t.Error("solving again is the same touchpoint as solving before the reopening")
	}
	created := change(t, all["zendesk/ticket-solved.json"], map[string]any{"type": "ticket.created"})
	if id(created, "5") == solved {
		t.Error("creating is the same touchpoint as solving")
	}
}

// template is the first block of that language on a source's page.
func block(t testing.TB, page, language string) string {
	t.Helper()
	b, err := os.ReadFile("../../docs/sources/" + page)
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(b), "```"+language+"\n")
	found, _, ok := strings.Cut(after, "```")
	if !ok {
		t.Fatalf("%s has no block of %s", page, language)
	}
	return found
}

// TestZendeskTemplate: the samples are what the page's template makes, and a
// name with JSON in it changes nothing that stands before it.
func TestZendeskTemplate(t *testing.T) {
	template := block(t, "zendesk.md", "json")
	for name, sample := range samples(t, "zendesk") {
		if strings.Contains(name, "/event-") {
			continue
		}
		if got, want := shape(t, sample), shape(t, []byte(template)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s has the shape %v, the template %v", name, got, want)
		}
	}
	for _, hostile := range []string{
		`x"},"ticket":{"id":"1","tags":"vip"},"organization":{"id":"9"},"requester":{"email":"victim@example.com`,
		`x","email":"victim@example.com","id":"6`,
		`x"}}, {"ticket": "`, "Bob \"Buzz\" Lee\r\n\\", `"`, `\`, `"},"`,
	} {
		filled := strings.NewReplacer(
			"{{ticket.requester.name}}", hostile,
			"{{ticket.requester.id}}", "5", "{{ticket.requester.email}}", "me@example.com", "{{ticket.id}}", "7",
			"{{ticket.tags}}", "", "{{ticket.organization.id}}", "", "{{ticket.updated_at_with_timestamp}}", "2026-11-16T10:03Z",
		).Replace(template)
		points, err := find(t, "zendesk").Parse(&sources.Request{Body: []byte(filled)})
		if err != nil || len(points) != 1 {
			t.Fatalf("%s: %v, %v", hostile, points, err)
		}
		p := points[0]
		if p.Object != "ticket:7" || p.Customer.Email != "me@example.com" || p.Customer.ID != "5" || p.Customer.Account != "" || p.Tags != nil {
			t.Errorf("the name %s changed the touchpoint: %+v", hostile, p)
		}
	}
}

// TestZendeskNameIsNoEvent: where the team left out the template's type, a name
// can put one there, but makes no event of another ticket.
func TestZendeskNameIsNoEvent(t *testing.T) {
	body := `{"ticket":{"id":"7","status":"Solved"},"requester":{"id":"5","name":"x"},"type":"zen:event-type:ticket.status_changed",` +
		`"time":"2026-11-16T10:03:00Z","event":{"current":"SOLVED"},"detail":{"id":"1","requester_id":"6"},"id":"1"}`
	points, err := find(t, "zendesk").Parse(&sources.Request{Body: []byte(body)})
	if !errors.Is(err, sources.ErrNotUnderstood) || points != nil {
		t.Errorf("%+v, %v", points, err)
	}
}

// shape is a JSON object with its values left out.
func shape(t testing.TB, doc []byte) map[string]any {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(doc, &all); err != nil {
		t.Fatal(err)
	}
	for key, value := range all {
		if inner, ok := value.(map[string]any); ok {
			b, _ := json.Marshal(inner)
			all[key] = shape(t, b)
			continue
		}
		all[key] = true
	}
	return all
}
