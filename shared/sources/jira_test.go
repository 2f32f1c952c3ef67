package sources_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/sources/standin"
	"heed/shared/surveys"
)

// The first is the one in Atlassian's documentation of webhooks.
func TestJiraKnownAnswer(t *testing.T) {
	s := find(t, "jira")
	const secret, signature = "It's a Secret to Everybody", "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9"
	const longer = "bbfa6773bc306551cb4fd3b0fb0e5b65c352a188cdc4f8a3a3d54a67404605472ec97defc7610b1316f2d4906ac5454676b17fc01d64935a4fda65d20e0d4821"
	for name, c := range map[string]struct {
		header, value, body string
		code                heed.Code
		because             error
	}{
		"as published":             {"X-Hub-Signature", "sha256=" + signature, "Hello World!", "", nil},
		"lower-case header":        {"x-hub-signature", "sha256=" + signature, "Hello World!", "", nil},
		"another body":             {"X-Hub-Signature", "sha256=" + signature, "Hello World?", heed.Unauthorized, sources.ErrForged},
		"body with a line break":   {"X-Hub-Signature", "sha256=" + signature, "Hello World!\n", heed.Unauthorized, sources.ErrForged},
		"another signature":        {"X-Hub-Signature", "sha256=" + "b" + signature[1:], "Hello World!", heed.Unauthorized, sources.ErrForged},
		"cut signature":            {"X-Hub-Signature", "sha256=" + signature[:62], "Hello World!", heed.Unauthorized, sources.ErrForged},
		"method of another length": {"X-Hub-Signature", "sha512=" + signature, "Hello World!", heed.Unauthorized, sources.ErrForged},
		"sha512":                   {"X-Hub-Signature", "sha512=" + longer, "Hello World!", "", nil},
		"sha512, another body":     {"X-Hub-Signature", "sha512=" + longer, "Hello world!", heed.Unauthorized, sources.ErrForged},
		"method left out":          {"X-Hub-Signature", signature, "Hello World!", heed.Unauthorized, sources.ErrForged},
		"no method":                {"X-Hub-Signature", "=" + signature, "Hello World!", heed.Unauthorized, sources.ErrForged},
		"none":                     {"X-Hub-Signature", "none=", "Hello World!", heed.Unauthorized, sources.ErrForged},
		"weak method":              {"X-Hub-Signature", "sha1=c515f330a339e006a451ec24110648f028c87a11", "Hello World!", heed.Unauthorized, sources.ErrForged},
		"nothing":                  {"X-Other", "", "Hello World!", heed.Unauthorized, sources.ErrUnsigned},
		"secret shown":             {"X-Heed-Secret", secret, "Hello World!", "", nil},
		"wrong secret shown":       {"X-Heed-Secret", secret + "!", "Hello World!", heed.Unauthorized, sources.ErrForged},
	} {
		r := &sources.Request{URL: address, Body: []byte(c.body), Header: http.Header{c.header: {c.value}}}
		if err := s.Verify(r, []string{secret}, now); heed.CodeOf(err) != c.code || c.because != nil && !errors.Is(err, c.because) {
			t.Errorf("%s: got %q, %v", name, heed.CodeOf(err), err)
		}
	}
}

// What is signed wrongly is refused, whatever it shows; an automation is signed
// by showing.
func TestJiraSignatureComesFirst(t *testing.T) {
	s, secret := find(t, "jira"), sources.NewSecret("jira")
	r := signed(t, s, []byte(`{"webhookEvent":"jira:issue_updated","issue":{}}`), secret, now)
	if r.Header.Get("X-Heed-Secret") != "" {
		t.Error("a webhook shows the secret")
	}
	r.Header.Set("X-Heed-Secret", secret)
	if err := s.Verify(r, []string{secret}, now); err != nil {
		t.Error(err)
	}
	r.Body[0] = ' '
	if err := s.Verify(r, []string{secret}, now); !errors.Is(err, sources.ErrForged) {
		t.Errorf("got %v", err)
	}
	r = signed(t, s, samples(t, "jira")["jira/automation-ticket-solved.json"], secret, now)
	if r.Header.Get("X-Hub-Signature") != "" || r.Header.Get("X-Heed-Secret") != secret {
		t.Errorf("an automation comes with %v", r.Header)
	}
}

const jiraReporter = "qm:5d1c0a7e-64b2-4f6e-9a51-2f7f1f6b7e01:8c4f90de-17a3-4c0b-b7c5-0d2a9e55aa10"

func TestJiraSamples(t *testing.T) {
	ticket := func(kind, occurrence, at, agent string) heed.Touchpoint {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		return heed.Touchpoint{
			Kind: kind, Object: "ticket:SUP-482", Occurrence: occurrence, At: instant, Team: "Lantern Support", Agent: agent,
			Customer: heed.Customer{ID: jiraReporter, Name: "Amina Diallo"}, Product: "Lantern Desk", Tags: []string{"invoice", "export"},
			Subject: "Export of invoices is cut short",
			Facts:   heed.Facts{Created: time.Date(2026, 11, 12, 8, 41, 23, 303e6, time.UTC)},
		}
	}
	automated := func(kind, occurrence string, at time.Time, handled time.Duration) heed.Touchpoint {
		return heed.Touchpoint{
			Kind: kind, Object: "ticket:SUP-497", Occurrence: occurrence, At: at, Team: "Lantern Support", Agent: "Ines Brandt", Tags: []string{"login", "mobile"},
			Customer: heed.Customer{
				ID:    "qm:5d1c0a7e-64b2-4f6e-9a51-2f7f1f6b7e01:21b7c3aa-90fd-4be1-a0c4-7d66f3f0be52",
				Email: "hana.ito@example.com", Name: `Hana "Buzz" Ito`,
			},
			Subject: `App asks for my password "every time"`,
			Facts:   heed.Facts{Created: time.Date(2026, 11, 19, 7, 12, 44, 5e8, time.UTC), Handled: handled},
		}
	}
	solved := ticket("ticket.solved", "1794823432391", "2026-11-16T10:03:52.44Z", "Ines Brandt")
	solved.Handled = 90 * time.Minute
	s, _ := sources.Of(&surveys.Source{Name: "jira", Type: "jira", Product: "issue.fields.customfield_10041.value"})
	want := map[string][]heed.Touchpoint{
		"jira/ticket-created.json":  {ticket("ticket.created", "1", "2026-11-12T08:41:23.659Z", "")},
		"jira/ticket-assigned.json": {ticket("ticket.assigned", "20812", "2026-11-12T09:02:11.118Z", "Ines Brandt")},
		"jira/ticket-solved.json":   {solved},
		"jira/ticket-reopened.json": {ticket("ticket.reopened", "1794928806077", "2026-11-17T15:20:06.12Z", "Ines Brandt")},
		"jira/ticket-solved-again.json": {
			ticket("ticket.solved", "1795011990850", "2026-11-18T14:26:30.902Z", "Jonas Ek"),
			ticket("ticket.assigned", "20940", "2026-11-18T14:26:30.902Z", "Jonas Ek"),
		},
		"jira/ticket-closed.json":             nil,
		"jira/automation-ticket-solved.json":  {automated("ticket.solved", "1795174209500", time.Date(2026, 11, 20, 11, 30, 12, 8e8, time.UTC), 45*time.Minute)},
		"jira/automation-ticket-replied.json": {automated("ticket.replied", "1", time.Date(2026, 11, 19, 8, 5, 31, 2e8, time.UTC), 10*time.Minute)},
	}
	for name, body := range samples(t, "jira") {
		points, err := s.Parse(&sources.Request{Body: body})
		if err != nil || !reflect.DeepEqual(points, want[name]) {
			t.Errorf("%s\ngot  %+v (%v)\nwant %+v", name, points, err, want[name])
		}
	}
}

// toldBy is what a body gives: kinds and occurrences.
func toldBy(t testing.TB, s sources.Source, body []byte) string {
	t.Helper()
	points, err := s.Parse(&sources.Request{Body: body})
	if err != nil {
		return "error: " + err.Error()
	}
	var all []string
	for _, p := range points {
		all = append(all, p.Kind+" "+p.Occurrence)
	}
	return strings.Join(all, ", ")
}

// changelog is the items of one: field, from and to, and so on.
func changelog(of ...string) []any {
	var all []any
	for i := 0; i < len(of); i += 3 {
		v := map[string]any{"field": of[i], "fieldId": of[i], "fromString": nil, "toString": nil}
		if of[i+1] != "" {
			v["fromString"] = of[i+1]
		}
		if of[i+2] != "" {
			v["toString"] = of[i+2]
		}
		all = append(all, v)
	}
	return all
}

func TestJiraChanges(t *testing.T) {
	const fields, solved, own = "issue.fields.", "ticket.solved 1794823432391", "20877"
	sample := samples(t, "jira")["jira/ticket-solved.json"]
	statuses := map[string]string{"Pending": "ticket.replied", "Resolved": "ticket.solved", "Closed": "ticket.closed", "10099": "ticket.escalated"}
	category := func(key string) map[string]any {
		return map[string]any{"name": "x", "statusCategory": map[string]any{"key": key}}
	}
	none := map[string]any(nil)
	for name, c := range map[string]struct {
		change map[string]any
		kinds  map[string]string
		want   string
	}{
		"as it is":                        {none, nil, solved},
		"resolved before, by a rule":      {map[string]any{"changelog.items": changelog("status", "In Progress", "Done")}, nil, solved},
		"done, and closed":                {map[string]any{"changelog.items": changelog("status", "Resolved", "Closed"), fields + "statuscategorychangedate": "2026-11-13T10:03:52.391+0000"}, nil, ""},
		"done, closed, and told nothing":  {map[string]any{"changelog.items": changelog("status", "Resolved", "Closed"), fields + "statuscategorychangedate": nil}, nil, ""},
		"done, and resolved otherwise":    {map[string]any{"changelog.items": changelog("status", "Resolved", "Closed", "resolution", "Done", "Declined"), fields + "statuscategorychangedate": nil}, nil, ""},
		"the category's date is missing":  {map[string]any{fields + "statuscategorychangedate": nil}, nil, "ticket.solved " + own},
		"the category's date is late":     {map[string]any{fields + "statuscategorychangedate": "2026-11-13T10:03:52.391+0000"}, nil, "ticket.solved 1794564232391"},
		"no resolutions here":             {map[string]any{"changelog.items": changelog("status", "In Progress", "Done"), fields + "resolution": nil}, nil, solved},
		"only the resolution":             {map[string]any{"changelog.items": changelog("resolution", "", "Done")}, nil, ""},
		"no id of the change":             {map[string]any{"changelog.id": nil, fields + "statuscategorychangedate": nil}, nil, "ticket.solved 1794823432440"},
		"another field":                   {map[string]any{"changelog.items": changelog("priority", "Low", "High", "labels", "", "x")}, nil, ""},
		"no items":                        {map[string]any{"changelog.items": []any{}}, nil, ""},
		"nobody assigned":                 {map[string]any{"changelog.items": changelog("assignee", "Ines", "")}, nil, ""},
		"assigned to another":             {map[string]any{"changelog.items": changelog("assignee", "Ines", "Jonas")}, nil, "ticket.assigned " + own},
		"on the way":                      {map[string]any{"changelog.items": changelog("status", "Open", "Waiting"), fields + "status": category("indeterminate"), fields + "resolution": nil}, nil, ""},
		"reopened":                        {map[string]any{"changelog.items": changelog("status", "Resolved", "Open", "resolution", "Done", ""), fields + "status": category("new"), fields + "resolution": nil}, nil, "ticket.reopened 1794823432391"},
		"reopened, resolution untouched":  {map[string]any{"changelog.items": changelog("status", "Resolved", "Open"), fields + "status": category("new")}, nil, ""},
		"reopened, as the status says":    {map[string]any{"changelog.items": changelog("status", "Resolved", "Open"), fields + "status": category("new")}, statuses, "ticket.reopened 1794823432391"},
		"the team's own solved":           {map[string]any{"changelog.items": changelog("status", "Open", "Resolved"), fields + "status": category("indeterminate")}, statuses, solved},
		"the team's own closed":           {map[string]any{"changelog.items": changelog("status", "Resolved", "Closed")}, statuses, "ticket.closed " + own},
		"from the team's solved to done":  {map[string]any{"changelog.items": changelog("status", "Resolved", "Archived"), fields + "resolution": nil, fields + "status": category("done")}, statuses, ""},
		"no resolutions, and a late date": {map[string]any{"changelog.items": changelog("status", "In Progress", "Done"), fields + "resolution": nil, fields + "statuscategorychangedate": "2026-11-13T10:03:52.391+0000"}, nil, "ticket.solved 1794564232391"},
		"another resolution on the way":   {map[string]any{"changelog.items": changelog("status", "Open", "Waiting", "resolution", "Done", "Declined"), fields + "status": category("new")}, nil, ""},
		"the team's own word":             {map[string]any{"changelog.items": changelog("status", "Open", "Pending"), fields + "status": category("indeterminate")}, statuses, "ticket.replied 1"},
		"a status by its id":              {map[string]any{"changelog.items": []any{map[string]any{"field": "status", "from": "1", "to": "10099", "toString": "?"}}}, statuses, "ticket.escalated " + own},
		"an app reported it":              {map[string]any{fields + "reporter.accountType": "app"}, nil, ""},
		"another event of the ticket":     {map[string]any{"webhookEvent": "jira:issue_deleted"}, nil, ""},
		"a comment":                       {map[string]any{"webhookEvent": "comment_created"}, nil, ""},
		"an event of no ticket":           {map[string]any{"webhookEvent": "sprint_started", "issue": nil}, nil, ""},
		"no changelog":                    {map[string]any{"changelog": nil}, nil, "error: not understood: changelog.items is missing"},
		"no key":                          {map[string]any{"issue.key": nil}, nil, "error: not understood: issue.key is missing"},
		"no time":                         {map[string]any{"timestamp": nil, fields + "updated": nil}, nil, "error: not understood: timestamp is not a time"},
		"many at once":                    {map[string]any{"bulkOperationMetaData": map[string]any{"id": "x"}}, nil, solved},
		"an automation that names no one": {map[string]any{"webhookEvent": nil, "type": "ticket.solved", "changelog": nil}, nil, "ticket.solved 1"},
		"an automation's own occurrence":  {map[string]any{"webhookEvent": nil, "type": "ticket.csat", "occurrence": "a7"}, nil, "ticket.csat a7"},
		"an automation's words":           {map[string]any{"webhookEvent": nil, "type": "Ticket solved!"}, nil, "error: not understood: type is not a kind such as ticket.solved"},
		"an automation without a type":    {map[string]any{"webhookEvent": nil}, nil, solved},
		"an automation, not done":         {map[string]any{"webhookEvent": nil, fields + "status": category("new")}, nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := sources.Of(&surveys.Source{Name: "jira", Type: "jira", Kinds: c.kinds})
			if got := toldBy(t, s, change(t, sample, c.change)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// The ticket itself is what an automation sends that has no template.
func TestJiraTicketItself(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal(samples(t, "jira")["jira/ticket-solved.json"], &doc); err != nil {
		t.Fatal(err)
	}
	body, err := json.Marshal(doc["issue"])
	if err != nil {
		t.Fatal(err)
	}
	if got := toldBy(t, find(t, "jira"), body); got != "ticket.solved 1794823432391" {
		t.Errorf("got %q", got)
	}
}

// What a template makes of somebody's name is read, where it can be.
func TestJiraTemplateUnescaped(t *testing.T) {
	body := strings.Replace(string(samples(t, "jira")["jira/automation-ticket-solved.json"]), `\"Buzz\"`, `"Buzz"`, 1)
	points, err := find(t, "jira").Parse(&sources.Request{Body: []byte(body)})
	if err != nil || len(points) != 1 || points[0].Customer.Name != `Hana "Buzz" Ito` || points[0].Customer.Email != "hana.ito@example.com" {
		t.Errorf("got %+v (%v)", points, err)
	}
}

// The template of the page, filled in, is the sample, byte for byte.
func TestJiraTemplate(t *testing.T) {
	page, err := os.ReadFile("../../docs/sources/jira.md")
	if err != nil {
		t.Fatal(err)
	}
	_, template, _ := strings.Cut(string(page), "```json\n")
	template, _, _ = strings.Cut(template, "```")
	filled := strings.NewReplacer(
		"{{issue.statuscategorychangedate}}", "2026-11-20T11:30:09.5+0000",
		"{{now}}", "2026-11-20T11:30:12.8+0000",
		"{{issue.key}}", "SUP-497",
		"{{issue.created}}", "2026-11-19T07:12:44.5+0000",
		"{{issue.timespent}}", "2700", "{{issue.summary.jsonEncode}}", `App asks for my password \"every time\"`,
		"{{issue.labels}}", "login, mobile",
		"{{issue.project.name.jsonEncode}}", "Lantern Support",
		"{{issue.assignee.displayName.jsonEncode}}", "Ines Brandt",
		"{{issue.reporter.accountId}}", "qm:5d1c0a7e-64b2-4f6e-9a51-2f7f1f6b7e01:21b7c3aa-90fd-4be1-a0c4-7d66f3f0be52",
		"{{issue.reporter.emailAddress}}", "hana.ito@example.com",
		"{{issue.reporter.displayName.jsonEncode}}", `Hana \"Buzz\" Ito`,
	).Replace(template)
	if sample := string(samples(t, "jira")["jira/automation-ticket-solved.json"]); filled != sample {
		t.Errorf("the page's template makes\n%s\nthe sample is\n%s", filled, sample)
	}
	// Unfilled, it names nothing that could be taken for something.
	if got := toldBy(t, find(t, "jira"), []byte(template)); !strings.HasPrefix(got, "error: not understood") {
		t.Errorf("got %q", got)
	}
}

// standInOf is the stand-in of a vendor, asked as the source says.
func standInOf(t testing.TB, typ string) (sources.Fetcher, sources.API) {
	t.Helper()
	server := httptest.NewServer(standin.Handler(typ, standin.Credential))
	t.Cleanup(server.Close)
	s, _ := sources.Of(&surveys.Source{Name: typ, Type: typ, API: server.URL})
	f := s.(sources.Fetcher)
	return f, plainAPI{f.Access()}
}

type plainAPI struct{ sources.Access }

func (a plainAPI) Get(ctx context.Context, path string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, a.Base+path, nil)
	if err != nil {
		return nil, err
	}
	name, value, _ := strings.Cut(standin.Credential, ":")
	if a.Scheme == sources.Basic {
		r.SetBasicAuth(name, value)
	} else {
		r.Header.Set(name, value)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	switch answer.StatusCode {
	case http.StatusOK:
		return io.ReadAll(answer.Body)
	case http.StatusNotFound:
		return nil, heed.Errorf(heed.NotFound, "no such thing")
	}
	return nil, errors.New(answer.Status)
}

func TestJiraIsAsked(t *testing.T) {
	f, api := standInOf(t, "jira")
	c, err := f.Customer(t.Context(), api, jiraReporter)
	p := standin.Of(strings.ReplaceAll(jiraReporter, ":", "-"))
	want := heed.Customer{ID: jiraReporter, Email: p.Email, Name: p.First + " " + p.Last, Locale: "en-GB", Zone: "Europe/London"}
	if err != nil || !reflect.DeepEqual(c, want) {
		t.Errorf("got %+v (%v), want %+v", c, err, want)
	}
	if _, err := f.Customer(t.Context(), api, "gone:1"); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	point := heed.Touchpoint{Object: "ticket:SUP-7"}
	if err := f.Touchpoint(t.Context(), api, &point); err != nil || point.Customer.ID != "qm:sup-7" {
		t.Errorf("got %+v (%v)", point.Customer, err)
	}
	if err := f.Touchpoint(t.Context(), api, &heed.Touchpoint{Object: "ticket:GONE-1"}); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	if s := find(t, "jira").(sources.Fetcher).Access(); s.Base != "" {
		t.Errorf("without its site Jira is asked at %s", s.Base)
	}
}

// A cannedAPI is one that says the same whatever it is asked.
type cannedAPI struct {
	body  string
	asked []string
}

func (c *cannedAPI) Get(_ context.Context, path string) ([]byte, error) {
	c.asked = append(c.asked, path)
	return []byte(c.body), nil
}

// A hidden address is none, and ids are escaped.
func TestJiraHides(t *testing.T) {
	f := find(t, "jira").(sources.Fetcher)
	api := &cannedAPI{body: `{"accountId":"a b","displayName":"Amina Diallo","emailAddress":""}`}
	if c, err := f.Customer(t.Context(), api, "a b&x=/1"); err != nil || c.Email != "" || c.ID != "a b" || c.Name != "Amina Diallo" {
		t.Errorf("got %+v (%v)", c, err)
	}
	api.body = `{"key":"SUP-7","fields":{"reporter":null}}`
	if err := f.Touchpoint(t.Context(), api, &heed.Touchpoint{Object: "ticket:../x?y"}); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	want := []string{"/rest/api/3/user?accountId=" + url.QueryEscape("a b&x=/1"), "/rest/api/3/issue/..%2Fx%3Fy?fields=reporter"}
	if !reflect.DeepEqual(api.asked, want) {
		t.Errorf("asked %q", api.asked)
	}
	api.body = `<html>`
	if _, err := f.Customer(t.Context(), api, "1"); err == nil || heed.CodeOf(err) == heed.NotFound {
		t.Errorf("got %v", err)
	}
}

func FuzzJiraParse(f *testing.F) { fuzzParse(f, "jira") }
func FuzzJiraVerify(f *testing.F) {
	fuzzVerify(f, "jira", "X-Hub-Signature", "X-Atlassian-Webhook-Identifier")
}
