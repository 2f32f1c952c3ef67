package sources_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

func TestFreshdeskSamples(t *testing.T) {
	for name, want := range map[string][2]string{
		"ticket-created.json":       {"ticket.created", "1"},
		"ticket-assigned.json":      {"ticket.assigned", "2026-11-14T09:15:40Z"},
		"ticket-replied.json":       {"ticket.replied", "1"},
		"ticket-solved.json":        {"ticket.solved", "2026-11-16T13:20:55Z"},
		"ticket-reopened.json":      {"ticket.reopened", "2026-11-17T07:41:29Z"},
		"ticket-solved-again.json":  {"ticket.solved", "2026-11-18T10:12:08Z"},
		"ticket-closed.json":        {"ticket.closed", "2026-11-19T16:00:17Z"},
		"simple-ticket-solved.json": {"ticket.solved", "2>4"},
		"simple-ticket-solved.form": {"ticket.solved", "2>4"},
	} {
		points, err := freshdesk(t, nil, requests(t, "freshdesk")["freshdesk/"+name])
		if err != nil || len(points) != 1 || points[0].Kind != want[0] || points[0].Occurrence != want[1] {
			t.Errorf("%s: %+v, %v", name, points, err)
		}
	}
}

// freshdesk is what a delivery that came now is read as.
func freshdesk(t testing.TB, kinds map[string]string, r *sources.Request) ([]heed.Touchpoint, error) {
	t.Helper()
	s, _ := sources.Of(&surveys.Source{Type: "freshdesk", Kinds: kinds})
	if err := s.Sign(r, "secret", "", now); err != nil {
		t.Fatal(err)
	}
	if err := s.Verify(r, []string{"secret"}, now); err != nil {
		t.Fatal(err)
	}
	return s.Parse(r)
}

func TestFreshdeskFields(t *testing.T) {
	all := requests(t, "freshdesk")
	for name, want := range map[string]heed.Touchpoint{
		"ticket-solved.json": {
			Kind: "ticket.solved", Object: "ticket:1187", Occurrence: "2026-11-16T13:20:55Z",
			At:       time.Date(2026, 11, 16, 13, 20, 55, 0, time.UTC),
			Customer: heed.Customer{ID: "60012345678", Email: "leila.haddad@example.com", Name: "Leila Haddad", Locale: "en", Account: "Haddad & Sons"},
			Team:     "Shipping", Agent: "ines@example.org", Product: "Haddad Store", Channel: "email", Tags: []string{"delivery", "address"},
			Subject: "Parcel went to my old address",
			Facts:   heed.Facts{Created: time.Date(2026, 11, 14, 9, 2, 11, 0, time.UTC), Handled: 85 * time.Minute},
		},
		"simple-ticket-solved.json": {
			Kind: "ticket.solved", Object: "ticket:1188", Occurrence: "2>4",
			At:       time.Date(2026, 11, 16, 13, 20, 56, 0, time.UTC),
			Customer: heed.Customer{Email: "emeka.ito@example.com", Name: "Emeka Ito", Account: "Ito Works"},
			Team:     "Shipping", Agent: "ines@example.org", Channel: "web", Tags: []string{"delivery"}, Subject: "Where is my parcel?",
		},
		"simple-ticket-solved.form": {
			Kind: "ticket.solved", Object: "ticket:1189", Occurrence: "2>4",
			At:       time.Date(2026, 11, 16, 14, 5, 9, 0, time.UTC),
			Customer: heed.Customer{Email: "carmen.fontaine@example.com", Name: "Carmen Fontaine"},
			Team:     "Shipping", Agent: "Ines Brandt", Channel: "phone",
		},
	} {
		points, err := freshdesk(t, nil, all["freshdesk/"+name])
		if err != nil || !reflect.DeepEqual(points, []heed.Touchpoint{want}) {
			t.Errorf("%s:\ngot  %+v (%v)\nwant %+v", name, points, err, want)
		}
	}
}

// posted is a delivery of the simple form with those values, and a few that
// every ticket has.
func posted(t testing.TB, values map[string]any) *sources.Request {
	t.Helper()
	all := map[string]any{"ticket_id": "11", "requester_email": "bob@example.com"}
	for name, value := range values {
		all[name] = value
	}
	body, err := json.Marshal(map[string]any{"freshdesk_webhook": all})
	if err != nil {
		t.Fatal(err)
	}
	return &sources.Request{Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
}

func TestFreshdeskChanges(t *testing.T) {
	own := map[string]string{"6": "ticket.solved", "Waiting on parts": "ticket.waiting", "gelöst": "ticket.solved"}
	for _, c := range []struct {
		event, status string
		kinds         map[string]string
		kind          string
	}{
		{"{status:{from:2,to:4}}", "Resolved", nil, "ticket.solved"},
		{"{status:{from:6,to:4}}", "Gelöst", nil, "ticket.solved"},
		{"{status:{from:*,to:4}}", "", nil, "ticket.solved"},
		{"{status:{to:4}}", "", nil, "ticket.solved"},
		{"{status:{from:4,to:5}}", "Closed", nil, ""},
		{"{status:{from:5,to:4}}", "Resolved", nil, ""},
		{"{status:{from:4,to:4}}", "Resolved", nil, ""},
		{"{status:{from:3,to:5}}", "Closed", nil, "ticket.closed"},
		{"{status:{from:4,to:2}}", "Open", nil, "ticket.reopened"},
		{"{status:{from:4,to:6}}", "Waiting on Customer", nil, "ticket.reopened"},
		{"{status:{from:5,to:3}}", "Pending", nil, "ticket.reopened"},
		{"{status:{from:2,to:3}}", "Pending", nil, ""},
		{"{status:{from:Open,to:Resolved}}", "Resolved", nil, "ticket.solved"},
		{"{status:{from:Resolved,to:Closed}}", "Closed", nil, ""},
		{`{"status":{"from":2,"to":4}}`, "", nil, "ticket.solved"},
		{`{:status=>{:from=>2, :to=>4}}`, "", nil, ""},
		{`{status=>{from=>2, to=>4}}`, "", nil, "ticket.solved"},
		{"{priority:{from:1,to:3},status:{from:2,to:4}}", "", nil, "ticket.solved"},
		{"{cf_status:{from:2,to:4}}", "Resolved", nil, ""},
		{"{status:{from:2,to:6}}", "Erledigt", own, "ticket.solved"},
		{"{status:{from:6,to:4}}", "Resolved", own, ""},
		{"{status:{from:6,to:5}}", "Closed", own, ""},
		{"{status:{from:6,to:2}}", "Open", own, "ticket.reopened"},
		{"{status:{from:2,to:9}}", "Waiting on parts", own, "ticket.waiting"},
		{"{status:{from:4,to:9}}", "Waiting on parts", own, "ticket.waiting"},
		{"{ticket_action:created}", "Pending", nil, "ticket.created"},
		{"{note_type:public}", "Resolved", nil, ""},
		{"{reply_sent:sent}", "Open", nil, "ticket.replied"},
		{"{responder_id:{from:150006383528,to:150014937111}}", "Open", nil, "ticket.assigned"},
		{"{responder_id:{from:150006383528,to:}}", "Open", nil, ""},
		{"{group_id:{from:,to:7}}", "Open", nil, "ticket.assigned"},
		{"{priority:{from:1,to:3}}", "Resolved", nil, ""},
		{"", "Resolved", nil, "ticket.solved"},
		{"", "4", nil, "ticket.solved"},
		{"", "Closed", nil, "ticket.closed"},
		{"", "Waiting on Customer", nil, ""},
		{"{{triggered_event}}", "open", nil, ""},
		{"", "Gelöst", own, "ticket.solved"},
		{"nothing in brackets", "Resolved", nil, "ticket.solved"},
	} {
		points, err := freshdesk(t, c.kinds, posted(t, map[string]any{"triggered_event": c.event, "ticket_status": c.status}))
		kind := ""
		if len(points) == 1 {
			kind = points[0].Kind
		}
		if err != nil || kind != c.kind {
			t.Errorf("%s (%s): got %q, want %q (%v)", c.event, c.status, kind, c.kind, err)
		}
	}
}

// TestFreshdeskOccurrence: a retry is the touchpoint it repeats, a solving
// after a reopening is another, and where nothing tells them apart they are one.
func TestFreshdeskOccurrence(t *testing.T) {
	id := func(values map[string]any) heed.TouchpointID {
		points, err := freshdesk(t, nil, posted(t, values))
		if err != nil || len(points) != 1 {
			t.Fatalf("%v: %v, %v", values, points, err)
		}
		return points[0].ID()
	}
	const modified, event = "ticket_modified_on", "triggered_event"
	first := id(map[string]any{event: "{status:{from:2,to:4}}", modified: "Mon, 16 Nov, 2026 10:03 AM"})
	if id(map[string]any{event: "{status:{from:2,to:4}}", modified: "Mon, 16 Nov, 2026 10:03 AM", "ticket_tags": "late"}) != first {
		t.Error("a retry is another touchpoint")
	}
	if id(map[string]any{event: "{status:{from:2,to:4}}", modified: "Wed, 18 Nov, 2026 2:26 PM"}) == first {
		t.Error("solving again is the same touchpoint")
	}
	if id(map[string]any{event: "{status:{from:2,to:4}}"}) != id(map[string]any{event: "{status:{from:2,to:4}}", "ticket_tags": "late"}) {
		t.Error("in the simple form a retry is another touchpoint")
	}
	if id(map[string]any{event: "{status:{from:2,to:4}}"}) == id(map[string]any{event: "{status:{from:3,to:4}}"}) {
		t.Error("in the simple form two different changes are one touchpoint")
	}
	if id(map[string]any{event: "{ticket_action:created}", modified: "1"}) != id(map[string]any{event: "{ticket_action:created}", modified: "2"}) {
		t.Error("a ticket is created twice")
	}
}

func TestFreshdeskSaysTooLittle(t *testing.T) {
	for says, values := range map[string]map[string]any{
		"ticket_id is missing": {"ticket_id": nil},
		"ticket_id is":         {"ticket_id": "{{ticket.id}}"},
		"type is not a kind":   {"type": "Ticket solved!"},
		"no status in English": {"ticket_status": "Gelöst"},
		"no status in":         {"ticket_status": nil},
		"neither requester_id": {"ticket_status": "Resolved", "requester_email": "bob", "requester_id": "none"},
	} {
		points, err := freshdesk(t, nil, posted(t, values))
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), says) || points != nil {
			t.Errorf("%v: %v, %v", values, points, err)
		}
	}
	r := posted(t, map[string]any{"ticket_status": "Resolved"})
	if _, err := find(t, "freshdesk").Parse(r); !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), "Date") {
		t.Errorf("without any time: %v", err)
	}
}

func TestFreshdeskType(t *testing.T) {
	points, err := freshdesk(t, nil, posted(t, map[string]any{"type": " Onboarding.Done", "triggered_event": "{status:{from:2,to:4}}"}))
	if err != nil || len(points) != 1 || points[0].Kind != "onboarding.done" {
		t.Errorf("%v, %v", points, err)
	}
}

func TestFreshdeskTime(t *testing.T) {
	for modified, want := range map[string]time.Time{
		"2026-11-16T10:03:00+01:00":  time.Date(2026, 11, 16, 9, 3, 0, 0, time.UTC),
		"Mon, 16 Nov, 2026 10:03 AM": now,
		"":                           now,
	} {
		points, err := freshdesk(t, nil, posted(t, map[string]any{"ticket_status": "Resolved", "ticket_modified_on": modified}))
		if err != nil || !points[0].At.Equal(want) {
			t.Errorf("%s: %v, %v", modified, points, err)
		}
	}
	sent := posted(t, map[string]any{"ticket_status": "Resolved"})
	sent.Header.Set("Date", "Sat, 21 Nov 2026 08:00:00 GMT")
	if points, err := freshdesk(t, nil, sent); err != nil || points[0].At.Hour() != 8 {
		t.Errorf("the sender's own date: %v, %v", points, err)
	}
}

func TestFreshdeskForms(t *testing.T) {
	form := func(values url.Values) *sources.Request {
		return &sources.Request{Header: http.Header{"content-type": {"application/x-www-form-urlencoded; charset=UTF-8"}}, Body: []byte(values.Encode())}
	}
	points, err := freshdesk(t, nil, form(url.Values{"ticket_id": {"7"}, "requester_email": {"a@example.com"}, "triggered_event": {"{status:{from:2,to:4}}"}, "requester_name": {"Zo\xff \"Z\"\r\nLee"}}))
	if err != nil || len(points) != 1 || points[0].Object != "ticket:7" || points[0].Customer.Name != "Zo\ufffd \"Z\"Lee" {
		t.Errorf("%+v, %v", points, err)
	}
	check(t, points)
	broken := form(nil) // a name that was not escaped
	broken.Body = []byte("ticket_id=7&requester_id=5&requester_email=&ticket_status=4&requester_name=x&ticket_requester_email=victim@example.com&freshdesk_webhook[requester_id]=6")
	if points, err := freshdesk(t, nil, broken); err != nil || len(points) != 1 || points[0].Customer.Email != "" || points[0].Customer.ID != "5" {
		t.Errorf("%+v, %v", points, err)
	}
	bad := form(nil)
	bad.Body = []byte("ticket_id=%zz")
	if _, err := freshdesk(t, nil, bad); !errors.Is(err, sources.ErrNotUnderstood) {
		t.Errorf("got %v", err)
	}
}

// TestFreshdeskTemplate: the samples are what the page's template makes, and
// what a customer writes changes nothing that stands before it.
func TestFreshdeskTemplate(t *testing.T) {
	template := block(t, "freshdesk.md", "json")
	for name, sample := range samples(t, "freshdesk") {
		if strings.Contains(name, "/simple-") {
			continue
		}
		if got, want := shape(t, sample), shape(t, []byte(template)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s has the shape %v, the template %v", name, got, want)
		}
	}
	for _, hostile := range []string{
		`x","ticket_id":"1","requester_email":"victim@example.com`, `Bob "Buzz" Lee`, `x"}`, "x\n", `\`,
		`x","freshdesk_webhook":{"ticket_id":"1","type":"deal.won","requester_email":"victim@example.com"},"z":"`,
	} {
		filled := strings.NewReplacer(
			"{{ticket.requester.name}}", hostile, "{{triggered_event}}", "{status:{from:2,to:4}}", "{{ticket.id}}", "7",
			"{{ticket.requester.email}}", "me@example.com",
		).Replace(template)
		points, err := freshdesk(t, nil, &sources.Request{Body: []byte(filled)})
		if err != nil || len(points) != 1 || points[0].Object != "ticket:7" || points[0].Customer.Email != "me@example.com" || points[0].Kind != "ticket.solved" {
			t.Errorf("%s: %+v, %v", hostile, points, err)
		}
	}
}

// TestFreshdeskOthers: what a value may also be called fills in for one that is
// not there, and not for one that is empty: a name could have put it there.
func TestFreshdeskOthers(t *testing.T) {
	for address, body := range map[string]string{
		"":               `{"ticket_id":7,"ticket_status":4,"requester_id":5,"requester_email":"","requester_name":"x","ticket_requester_email":"a@example.com"}`,
		"a@example.com":  `{"ticket_id":7,"ticket_status":4,"requester_id":5,"ticket_requester_email":"a@example.com"}`,
		"bc@example.com": `{"ticket_id":7,"ticket_status":4,"requester_email":null,"ticket_contact_email":"bc@example.com"}`,
	} {
		points, err := freshdesk(t, nil, &sources.Request{Body: []byte(body)})
		if err != nil || len(points) != 1 || points[0].Customer.Email != address {
			t.Errorf("%s: %+v, %v", body, points, err)
		}
	}
}

func FuzzFreshdeskParse(f *testing.F) {
	for _, r := range requests(f, "freshdesk") {
		f.Add(r.Body, r.Header.Get("Content-Type"), "Sat, 21 Nov 2026 08:00:00 GMT")
	}
	for _, body := range nasty {
		f.Add([]byte(body), "application/json", "")
	}
	s := find(f, "freshdesk")
	f.Fuzz(func(t *testing.T, body []byte, contentType, date string) {
		r := &sources.Request{Header: http.Header{"Content-Type": {contentType}, "Date": {date}}, Body: body}
		points, err := s.Parse(r)
		again, err2 := s.Parse(r)
		if !reflect.DeepEqual(points, again) || text(err) != text(err2) {
			t.Errorf("read twice, it says %v, %v and %v, %v", points, err, again, err2)
		}
		if err != nil && (points != nil || !errors.Is(err, sources.ErrNotUnderstood)) {
			t.Errorf("%v beside %v", err, points)
		}
		check(t, points)
	})
}

// FuzzFreshdeskVerify: only who shows the secret passes.
func FuzzFreshdeskVerify(f *testing.F) {
	f.Add("secret", "", "")
	f.Add("", "Bearer secret", "https://heed.example.com/hooks/x?key=secret")
	f.Add("", "Basic eDpzZWNyZXQ=", "%zz")
	s := find(f, "freshdesk")
	f.Fuzz(func(t *testing.T, shown, authorization, address string) {
		r := &sources.Request{URL: address, Header: http.Header{"X-Heed-Secret": {shown}, "Authorization": {authorization}}}
		err := s.Verify(r, []string{"a secret that is not among the seeds"}, now)
		if heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("%q, %q, %q: %v", shown, authorization, address, err)
		}
	})
}
