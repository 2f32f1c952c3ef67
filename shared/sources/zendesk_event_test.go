package sources_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/sources/standin"
	"heed/shared/surveys"
)

func TestZendeskEvents(t *testing.T) {
	all := samples(t, "zendesk")
	for name, want := range map[string][2]string{
		"created":      {"ticket.created", "1"},
		"assigned":     {"ticket.assigned", "C20565CD20591B5E81E2206E91ADFB12"},
		"replied":      {"ticket.replied", "1"},
		"solved":       {"ticket.solved", "C20565CD20591B5E81E2206E91ADFB14"},
		"reopened":     {"ticket.reopened", "C20565CD20591B5E81E2206E91ADFB15"},
		"solved-again": {"ticket.solved", "C20565CD20591B5E81E2206E91ADFB16"},
		"closed":       {"ticket.closed", "C20565CD20591B5E81E2206E91ADFB17"},
	} {
		points, err := find(t, "zendesk").Parse(&sources.Request{Body: all["zendesk/event-ticket-"+name+".json"]})
		if err != nil || len(points) != 1 || points[0].Kind != want[0] || points[0].Occurrence != want[1] {
			t.Errorf("%s: %+v, %v", name, points, err)
		}
	}
}

func TestZendeskEventFields(t *testing.T) {
	s, _ := sources.Of(&surveys.Source{Type: "zendesk", Product: "detail.brand_id"})
	points, err := s.Parse(&sources.Request{Body: samples(t, "zendesk")["zendesk/event-ticket-solved.json"]})
	want := []heed.Touchpoint{{
		Kind: "ticket.solved", Object: "ticket:5158", Occurrence: "C20565CD20591B5E81E2206E91ADFB14",
		At:       time.Date(2026, 11, 13, 15, 45, 20, 987654321, time.UTC),
		Customer: heed.Customer{ID: "8447388090494", Account: "8447346622462"},
		Team:     "8447320466430", Agent: "361002211873", Product: "8447346621310", Channel: "email", Tags: []string{"export", "invoices"},
		Subject: "Export of invoices",
		Facts:   heed.Facts{Created: time.Date(2026, 11, 12, 9, 12, 7, 0, time.UTC)},
	}}
	if err != nil || !reflect.DeepEqual(points, want) {
		t.Errorf("got  %+v (%v)\nwant %+v", points, err, want)
	}
}

func TestZendeskStatuses(t *testing.T) {
	kinds := map[string]string{"8447320465899": "ticket.escalated", "hold": "ticket.waiting"}
	sample := samples(t, "zendesk")["zendesk/event-ticket-solved.json"]
	for _, c := range []struct {
		previous, current any
		custom            string
		kinds             map[string]string
		kind              string
	}{
		{"OPEN", "SOLVED", "", nil, "ticket.solved"},
		{"PENDING", "solved", "", nil, "ticket.solved"},
		{nil, "SOLVED", "", nil, "ticket.solved"},
		{"SOLVED", "SOLVED", "", nil, ""},
		{"SOLVED", "CLOSED", "", nil, ""},
		{"HOLD", "CLOSED", "", nil, "ticket.closed"},
		{"CLOSED", "CLOSED", "", nil, ""},
		{"SOLVED", "OPEN", "", nil, "ticket.reopened"},
		{"SOLVED", "PENDING", "", nil, "ticket.reopened"},
		{"SOLVED", "HOLD", "", nil, "ticket.reopened"},
		{"SOLVED", "NEW", "", nil, "ticket.reopened"},
		{"OPEN", "PENDING", "", nil, ""},
		{"SOLVED", "DELETED", "", nil, ""},
		{"CLOSED", "ARCHIVED", "", nil, ""},
		{"CLOSED", "SCRUBBED", "", nil, ""},
		{"OPEN", "HOLD", "", kinds, "ticket.waiting"},
		{"OPEN", "PENDING", "8447320465899", kinds, "ticket.escalated"},
		{"SOLVED", "CLOSED", "8447320465899", kinds, ""},
		{"SOLVED", "CLOSED", "", map[string]string{"CLOSED": "ticket.closed"}, "ticket.closed"},
	} {
		s, _ := sources.Of(&surveys.Source{Type: "zendesk", Kinds: c.kinds})
		points, err := s.Parse(&sources.Request{Body: change(t, sample, map[string]any{
			"event.previous": c.previous, "event.current": c.current, "detail.custom_status": c.custom,
		})})
		kind := ""
		if len(points) == 1 {
			kind = points[0].Kind
		}
		if err != nil || kind != c.kind {
			t.Errorf("from %v to %v (%s): got %q, want %q (%v)", c.previous, c.current, c.custom, kind, c.kind, err)
		}
	}
}

func TestZendeskEventOccurrence(t *testing.T) {
	s, sample := find(t, "zendesk"), samples(t, "zendesk")["zendesk/event-ticket-assigned.json"]
	id := func(values map[string]any) heed.TouchpointID {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, values)})
		if err != nil || len(points) != 1 {
			t.Fatalf("%v: %v, %v", values, points, err)
		}
		return points[0].ID()
	}
	agent := id(nil)
	if id(map[string]any{"event.meta.sequence.position": 2, "event.meta.sequence.total": 9}) != agent {
		t.Error("another position makes another touchpoint")
	}
	group := map[string]any{"type": "zen:event-type:ticket.group_assignment_changed", "id": "another", "time": "2026-11-12T09:40:19Z", "event.current": "8447320466430"}
	if id(group) != agent {
		t.Error("one assignment to another agent and another team is two touchpoints")
	}
	if id(map[string]any{"event.meta.sequence.id": "another"}) == agent {
		t.Error("another assignment is the same touchpoint")
	}
	older := id(map[string]any{"event.meta": nil})
	if older == agent || older != id(map[string]any{"event.meta": nil, "time": "2026-11-12T09:40:19Z"}) || older == id(map[string]any{"event.meta": nil, "id": "another"}) {
		t.Error("an event without a sequence is not told by its id")
	}
	if id(map[string]any{"event.meta": nil, "id": nil}) == id(map[string]any{"event.meta": nil, "id": nil, "time": "2026-11-12T10:40:18Z"}) {
		t.Error("an event without any id is not told by its time")
	}
}

func TestZendeskEventsOfNoInterest(t *testing.T) {
	s, all := find(t, "zendesk"), samples(t, "zendesk")
	solved, assigned, replied := all["zendesk/event-ticket-solved.json"], all["zendesk/event-ticket-assigned.json"], all["zendesk/event-ticket-replied.json"]
	for name, body := range map[string][]byte{
		"tags":           change(t, solved, map[string]any{"type": "zen:event-type:ticket.tags_changed"}),
		"merged":         change(t, solved, map[string]any{"type": "zen:event-type:ticket.merged"}),
		"deleted":        change(t, solved, map[string]any{"type": "zen:event-type:ticket.soft_deleted", "detail": nil}),
		"a user's":       change(t, solved, map[string]any{"type": "zen:event-type:user.created"}),
		"custom status":  change(t, solved, map[string]any{"type": "zen:event-type:ticket.custom_status_changed", "event.current": "7"}),
		"unassigned":     change(t, assigned, map[string]any{"event.current": nil}),
		"unassigned, 0":  change(t, assigned, map[string]any{"event.current": "0"}),
		"a private note": change(t, replied, map[string]any{"event.comment.is_public": false}),
		"the customer's": change(t, replied, map[string]any{"event.comment.author.is_staff": false}),
	} {
		if points, err := s.Parse(&sources.Request{Body: body}); err != nil || points != nil {
			t.Errorf("%s: %v, %v", name, points, err)
		}
	}
}

func TestZendeskEventSaysTooLittle(t *testing.T) {
	s, sample := find(t, "zendesk"), samples(t, "zendesk")["zendesk/event-ticket-solved.json"]
	for says, values := range map[string]map[string]any{
		"detail.id":           {"detail.id": nil},
		"detail.requester_id": {"detail.requester_id": "0"},
		"event.current":       {"event.current": []any{"SOLVED"}},
		"sequence.id nor id":  {"event.meta": nil, "id": nil, "time": nil},
		"neither time nor":    {"time": "yesterday"},
	} {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, values)})
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), says) || points != nil {
			t.Errorf("%v: %v, %v", values, points, err)
		}
	}
}

// asked answers one path.
type asked struct{ path, answer string }

func (a asked) Get(_ context.Context, path string) ([]byte, error) {
	if path != a.path {
		return nil, heed.Errorf(heed.NotFound, "no such thing")
	}
	return []byte(a.answer), nil
}

func TestZendeskCustomer(t *testing.T) {
	f := find(t, "zendesk").(sources.Fetcher)
	user := `{"user":{"id":5,"email":"maren@example.com","name":"Maren Oduya","locale":"en-gb","organization_id":360}}`
	for _, c := range []struct {
		answer string
		want   heed.Customer
	}{
		{user, heed.Customer{ID: "5", Email: "maren@example.com", Name: "Maren Oduya", Locale: "en-GB", Account: "360"}},
		{`{"user":{"id":5,"email":null,"name":"+44 20 7946 0000","organization_id":null}}`, heed.Customer{ID: "5", Name: "+44 20 7946 0000"}},
	} {
		got, err := f.Customer(t.Context(), asked{"/api/v2/users/5.json", c.answer}, "5")
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("got %+v, want %+v (%v)", got, c.want, err)
		}
	}
	if _, err := f.Customer(t.Context(), asked{"/api/v2/users/5%2F6.json", user}, "5/6"); err != nil {
		t.Errorf("an id is not escaped: %v", err)
	}
	if _, err := f.Customer(t.Context(), asked{}, "5"); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	for _, answer := range []string{``, `[]`, `{"user":null}`, `{"users":[{"id":5}]}`} {
		if c, err := f.Customer(t.Context(), asked{"/api/v2/users/5.json", answer}, "5"); err == nil {
			t.Errorf("%s is %+v", answer, c)
		}
	}
	if a := f.Access(); a.Base != "" || a.Scheme != sources.Client || a.Token != "/oauth/tokens" {
		t.Errorf("access is %+v", a)
	}
	own, _ := sources.Of(&surveys.Source{Type: "zendesk", API: "https://acme.example.com"})
	if base := own.(sources.Fetcher).Access().Base; base != "https://acme.example.com" {
		t.Errorf("the address is %q", base)
	}
}

// zendeskAPI asks the stand-in as Zendesk's documentation says: a token for the
// client, and then with it.
type zendeskAPI struct {
	t    *testing.T
	base string
}

func (a zendeskAPI) Get(ctx context.Context, path string) ([]byte, error) {
	client, secret, _ := strings.Cut(standin.Credential, ":")
	answer, err := http.PostForm(a.base+"/oauth/tokens", url.Values{
		"grant_type": {"client_credentials"}, "client_id": {client}, "client_secret": {secret},
	})
	if err != nil {
		a.t.Fatal(err)
	}
	defer answer.Body.Close()
	var token struct {
		Access string `json:"access_token"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&token); err != nil || token.Access == "" {
		a.t.Fatalf("no token: %v", err)
	}
	r, _ := http.NewRequestWithContext(ctx, http.MethodGet, a.base+path, nil)
	r.Header.Set("Authorization", "Bearer "+token.Access)
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		a.t.Fatal(err)
	}
	defer got.Body.Close()
	if got.StatusCode == http.StatusNotFound {
		return nil, heed.Errorf(heed.NotFound, "no such thing")
	}
	if got.StatusCode != http.StatusOK {
		return nil, heed.Errorf(heed.Unavailable, "%s", got.Status)
	}
	return io.ReadAll(got.Body)
}

func TestZendeskStandIn(t *testing.T) {
	server := httptest.NewServer(standin.Handler("zendesk", standin.Credential))
	defer server.Close()
	f, api := find(t, "zendesk").(sources.Fetcher), zendeskAPI{t, server.URL}
	points, err := find(t, "zendesk").Parse(&sources.Request{Body: samples(t, "zendesk")["zendesk/event-ticket-solved.json"]})
	if err != nil {
		t.Fatal(err)
	}
	before := points[0]
	if err := f.Touchpoint(t.Context(), api, &points[0]); err != nil || !reflect.DeepEqual(points[0], before) {
		t.Errorf("%+v, %v", points[0], err)
	}
	id := points[0].Customer.ID
	who := standin.Of(id)
	want := heed.Customer{ID: id, Email: who.Email, Name: who.First + " " + who.Last, Locale: "en-GB", Zone: "Europe/London", Account: "360119044"}
	if c, err := f.Customer(t.Context(), api, id); err != nil || !reflect.DeepEqual(c, want) {
		t.Errorf("got %+v, want %+v (%v)", c, want, err)
	}
	if _, err := f.Customer(t.Context(), api, "gone1"); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("a user who is gone: %v", err)
	}
	if _, err := api.Get(t.Context(), "/api/v2/users/5"); heed.CodeOf(err) != heed.Unavailable {
		t.Errorf("another path is answered: %v", err)
	}
}
