package sources_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/sources/standin"
	"heed/shared/surveys"
)

// hubspotSecret and hubspotAddress are those of HubSpot's own examples.
const (
	hubspotSecret  = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"
	hubspotAddress = "https://www.example.com/webhook_uri"
)

// hubspotVectors are published with HubSpot's documentation and its library
// for Node.
var hubspotVectors = map[string]struct {
	method, address, body string
	header                map[string]string
	at                    int64 // ms
}{
	"v1": {"POST", hubspotAddress, `[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM","changeFlag":"NEW","appId":54321}]`, map[string]string{
		"X-HubSpot-Signature-Version": "v1", "X-HubSpot-Signature": "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de",
	}, 0},
	"v2 POST": {"POST", hubspotAddress, `{"example_field":"example_value"}`, map[string]string{
		"X-HubSpot-Signature-Version": "v2", "X-HubSpot-Signature": "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900",
	}, 0},
	"v2 GET": {"GET", hubspotAddress, ``, map[string]string{
		"X-HubSpot-Signature-Version": "v2", "X-HubSpot-Signature": "eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e",
	}, 0},
	"v3 2023-09": {"POST", hubspotAddress, `{'example_field':'example_value'}`, map[string]string{
		"X-HubSpot-Request-Timestamp": "1693657560000", "X-HubSpot-Signature-v3": "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
	}, 1693657560000},
	"v3 2023-11": {"POST", hubspotAddress, `{'example_field':'example_value'}`, map[string]string{
		"X-HubSpot-Request-Timestamp": "1700000300000", "X-HubSpot-Signature-v3": "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=",
	}, 1700000300000},
}

// TestHubspotVectors: each published vector passes, and none with one byte of
// anything that is signed changed.
func TestHubspotVectors(t *testing.T) {
	s := find(t, "hubspot")
	for name, v := range hubspotVectors {
		fresh := func() *sources.Request {
			h := http.Header{}
			for key, value := range v.header {
				h.Set(key, value)
			}
			return &sources.Request{Method: v.method, URL: v.address, Header: h, Body: []byte(v.body)}
		}
		verify := func(r *sources.Request) error {
			return s.Verify(r, []string{hubspotSecret}, time.UnixMilli(v.at).Add(4*time.Minute))
		}
		if err := verify(fresh()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		fails := func(what string, change func(r *sources.Request)) {
			r := fresh()
			change(r)
			if err := verify(r); heed.CodeOf(err) != heed.Unauthorized || errors.Unwrap(err) == nil {
				t.Errorf("%s with another %s: %v", name, what, err)
			}
		}
		for i := range v.body {
			fails("byte "+strconv.Itoa(i)+" of the body", func(r *sources.Request) { r.Body[i] ^= 1 })
		}
		fails("end of the body", func(r *sources.Request) { r.Body = append(r.Body, '\n') })
		for key, value := range v.header {
			for i := range value {
				fails("byte "+strconv.Itoa(i)+" of "+key, func(r *sources.Request) {
					spoilt := []byte(value)
					spoilt[i] ^= 1
					r.Header.Set(key, string(spoilt))
				})
			}
			fails("missing "+key, func(r *sources.Request) { r.Header.Del(key) })
		}
		if name == "v1" { // which signs neither
			continue
		}
		fails("method", func(r *sources.Request) { r.Method = "PUT" })
		for i := range v.address {
			fails("byte "+strconv.Itoa(i)+" of the address", func(r *sources.Request) {
				r.URL = v.address[:i] + string(v.address[i]^1) + v.address[i+1:]
			})
		}
		fails("query", func(r *sources.Request) { r.URL += "?kind=deal.won" })
	}
}

// TestHubspotStrongest: no weaker signature saves a wrong one that is there.
func TestHubspotStrongest(t *testing.T) {
	s := find(t, "hubspot")
	for name, c := range map[string]struct {
		change func(h http.Header)
		passes bool
	}{
		"both right":             {func(http.Header) {}, true},
		"first wrong":            {func(h http.Header) { h.Set("X-HubSpot-Signature", "00") }, true},
		"third wrong":            {func(h http.Header) { h.Set("X-HubSpot-Signature-v3", "AAAA") }, false},
		"third taken away":       {func(h http.Header) { h.Del("X-HubSpot-Signature-v3") }, false},
		"time taken away":        {func(h http.Header) { h.Del("X-HubSpot-Request-Timestamp") }, false},
		"both of the third gone": {func(h http.Header) { h.Del("X-HubSpot-Signature-v3"); h.Del("X-HubSpot-Request-Timestamp") }, true},
		"only the first, no word": {func(h http.Header) {
			h.Del("X-HubSpot-Signature-v3")
			h.Del("X-HubSpot-Request-Timestamp")
			h.Del("X-HubSpot-Signature-Version")
		}, false},
		"the secret beside wrong": {func(h http.Header) { h.Set("X-HubSpot-Signature-v3", "AAAA"); h.Set("X-Heed-Secret", "secret") }, false},
	} {
		r := signed(t, s, []byte(`[{"objectId":1}]`), "secret", now)
		c.change(r.Header)
		if err := s.Verify(r, []string{"secret"}, now); (err == nil) != c.passes {
			t.Errorf("%s: %v", name, err)
		}
	}
	shown := &sources.Request{Method: "POST", URL: address, Header: http.Header{"X-Heed-Secret": {"secret"}}, Body: []byte("{}")}
	if err := s.Verify(shown, []string{"secret"}, now); err != nil {
		t.Errorf("the secret as an API key: %v", err)
	}
}

// TestHubspotEscapes: an address is signed as it stands, or with the escapes
// that HubSpot lists undone; not with others.
func TestHubspotEscapes(t *testing.T) {
	s := find(t, "hubspot")
	const posted = "https://heed.example.com/hooks/x?kind=deal%2Ewon&at=a%3Ab%2fc%40d%21%24%27%28%29%2A%2C%3B%3F%20"
	for as, passes := range map[string]bool{
		posted: true,
		"https://heed.example.com/hooks/x?kind=deal%2Ewon&at=a:b/c@d!$'()*,;?%20": true,
		"https://heed.example.com/hooks/x?kind=deal.won&at=a:b/c@d!$'()*,;? ":     false,
	} {
		r := &sources.Request{Method: "POST", URL: as, Body: []byte(`{}`)}
		if err := s.Sign(r, "secret", "", now); err != nil {
			t.Fatal(err)
		}
		r.URL = posted
		if err := s.Verify(r, []string{"secret"}, now); (err == nil) != passes {
			t.Errorf("signed as %s: %v", as, err)
		}
	}
}

// TestHubspotBatch: of 100 events, ten that come twice, five of no interest
// and one that says too little, 84 touchpoints come, and the one is told of.
func TestHubspotBatch(t *testing.T) {
	points, err := find(t, "hubspot").Parse(&sources.Request{Body: samples(t, "hubspot")["hubspot/batch-of-100.json"]})
	if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), "1 of 100 events; event ") || !strings.Contains(text(err), "objectId is missing") {
		t.Errorf("got %v", err)
	}
	kinds, ids := map[string]int{}, map[heed.TouchpointID]bool{}
	for _, p := range points {
		kinds[p.Kind]++
		ids[p.ID()] = true
		if contact := strings.HasPrefix(p.Object, "contact:"); contact != (p.Customer.ID != "") {
			t.Errorf("%s is of %q", p.Object, p.Customer.ID)
		}
	}
	want := map[string]int{
		"contact.created": 20, "deal.created": 12, "deal.stage_changed": 8, "deal.won": 8, "deal.lost": 4,
		"ticket.created": 12, "ticket.solved": 16, "ticket.reopened": 4,
	}
	if !reflect.DeepEqual(kinds, want) || len(points) != 84 || len(ids) != 84 {
		t.Errorf("%d touchpoints, %d ids, %v", len(points), len(ids), kinds)
	}
}

// TestHubspotSamples says what each sample is; "" is nothing of interest.
func TestHubspotSamples(t *testing.T) {
	s := find(t, "hubspot")
	want := map[string]string{
		"contact-created":          "contact.created contact:48120117 1 48120117",
		"contact-deleted":          "",
		"contact-lifecycle":        "",
		"deal-created":             "deal.created deal:17894561230 1 ",
		"deal-lost":                "deal.lost deal:17894561266 1 ",
		"deal-stage-changed":       "deal.stage_changed deal:17894561230 1794564400000 ",
		"deal-won":                 "deal.won deal:17894561230 1 ",
		"object-deal-won":          "deal.won deal:17894561302 1 ",
		"ticket-assigned":          "ticket.assigned ticket:3090145512 1794478300000 ",
		"ticket-created":           "ticket.created ticket:3090145512 1 ",
		"ticket-reopened":          "ticket.reopened ticket:3090145512 1794485200000 ",
		"ticket-replied":           "ticket.replied ticket:3090145512 1 ",
		"ticket-solved":            "ticket.solved ticket:3090145512 1794481600000 ",
		"workflow-deal-won":        "deal.won deal:17894561380 1 48120117",
		"workflow-onboarding-done": "onboarding.done contact:48120117 customer 48120117",
		"workflow-ticket-solved":   "ticket.solved ticket:3090145777 1794478000000 ",
	}
	for name, body := range samples(t, "hubspot") {
		name = strings.TrimSuffix(strings.TrimPrefix(name, "hubspot/"), ".json")
		if name == "batch-of-100" {
			continue
		}
		points, err := s.Parse(&sources.Request{Body: body})
		got := ""
		for _, p := range points {
			got += p.Kind + " " + p.Object + " " + p.Occurrence + " " + p.Customer.ID
		}
		if says, ok := want[name]; err != nil || !ok || got != says {
			t.Errorf("%s is %q (%v)", name, got, err)
		}
	}
}

func TestHubspotWorkflows(t *testing.T) {
	s, all := find(t, "hubspot"), samples(t, "hubspot")
	day := time.UnixMilli(1794478000000).UTC()
	for name, want := range map[string]heed.Touchpoint{
		"workflow-deal-won": {
			Kind: "deal.won", Object: "deal:17894561380", Occurrence: "1", At: day.Add(1200 * time.Millisecond),
			Customer: heed.Customer{ID: "48120117", Account: "9100220"}, Agent: "41629779",
			Facts: heed.Facts{Created: day.AddDate(0, 0, -30), Amount: 149990, Currency: "EUR"},
		},
		"workflow-ticket-solved": {
			Kind: "ticket.solved", Object: "ticket:3090145777", Occurrence: "1794478000000", At: day.Add(900 * time.Millisecond),
			Agent: "41629779", Channel: "email", Subject: "Invoice twice in the portal",
			Facts: heed.Facts{Created: day.AddDate(0, 0, -1), Replied: day.Add(-80000 * time.Second)},
		},
		"workflow-onboarding-done": {
			Kind: "onboarding.done", Object: "contact:48120117", Occurrence: "customer", At: day,
			Customer: heed.Customer{ID: "48120117", Email: "maren.oduya@example.com", Name: "Maren Oduya", Locale: "en-GB", Account: "9100220"},
		},
	} {
		points, err := s.Parse(&sources.Request{Body: all["hubspot/"+name+".json"]})
		if err != nil || !reflect.DeepEqual(points, []heed.Touchpoint{want}) {
			t.Errorf("%s\ngot  %+v (%v)\nwant %+v", name, points, err, want)
		}
	}
}

// TestHubspotWorkflowKinds: the address says what happened, before the body
// and its stage; without any of them the delivery is kept.
func TestHubspotWorkflowKinds(t *testing.T) {
	own, _ := sources.Of(&surveys.Source{Type: "hubspot", Kinds: map[string]string{"lifecyclestage:customer": "onboarding.started", "1178": "deal.won"}, Product: "properties.plan"})
	for name, c := range map[string]struct{ query, body, want string }{
		"contact":                {"?kind=onboarding.done", `{"vid":7,"properties":{"email":{"value":"a@example.com"},"lastmodifieddate":{"value":"1794478000000"}}}`, "onboarding.done contact:7 1 a@example.com "},
		"as the API writes":      {"?kind=renewal.due", `{"id":"8","properties":{"dealstage":"x","plan":"Team","email":"b@example.com","hs_lastmodifieddate":"2026-11-20T10:00:00Z"}}`, "renewal.due deal:8 x b@example.com Team"},
		"occurrence by name":     {"?kind=renewal.due&occurrence=renewed_at", `{"id":"8","properties":{"dealname":"x","renewed_at":"2026-11-20T10:00:00Z"},"updatedAt":"2026-11-20T10:00:00Z"}`, "renewal.due deal:8 1795168800000  "},
		"closing is the time":    {"?kind=ticket.solved", `{"id":"9","properties":{"hs_pipeline_stage":"7","closed_date":"2026-11-20T10:00:00Z"},"updatedAt":"2026-11-21T10:00:00Z"}`, "ticket.solved ticket:9 1795168800000  "},
		"before the stage":       {"?kind=deal.created", `{"dealId":9,"properties":{"dealstage":{"value":"closedwon"}},"updatedAt":"2026-11-20T10:00:00Z"}`, "deal.created deal:9 1  "},
		"its own stage":          {"", `{"dealId":9,"properties":{"dealstage":{"value":"1178"}},"updatedAt":"2026-11-20T10:00:00Z"}`, "deal.won deal:9 1  "},
		"its own lifecycle":      {"", `{"vid":9,"properties":{"lifecyclestage":{"value":"customer","timestamp":1795168800000}},"updatedAt":"2026-11-20T10:00:00Z"}`, "onboarding.started contact:9 1795168800000  "},
		"an open deal":           {"", `{"dealId":9,"properties":{"dealstage":{"value":"x"}},"updatedAt":"2026-11-20T10:00:00Z"}`, "what happened is not said"},
		"a contact as such":      {"", `{"vid":9,"updatedAt":"2026-11-20T10:00:00Z"}`, "what happened is not said"},
		"no kind":                {"?kind=Won%21", `{"dealId":9,"updatedAt":"2026-11-20T10:00:00Z"}`, "kind in the address is not a kind"},
		"no id":                  {"?kind=deal.won", `{"updatedAt":"2026-11-20T10:00:00Z"}`, "hs_object_id is missing"},
		"no time":                {"?kind=deal.won", `{"dealId":9}`, "hs_lastmodifieddate is no time"},
		"an address in pieces":   {"%zz?kind=deal.won", `{"dealId":9}`, "what happened is not said"},
		"a contact, flat":        {"?kind=onboarding.done", `{"hs_object_id":7,"email":"a@example.com","lastmodifieddate":1794478000000}`, "onboarding.done contact:7 1 a@example.com "},
		"a company":              {"?kind=onboarding.done", `{"companyId":7,"properties":{"domain":{"value":"a.example.com"},"lifecyclestage":{"value":"customer"},"hs_lastmodifieddate":{"value":"1794478000000"}}}`, "it is no contact, deal or ticket"},
		"a company's lifecycle":  {"", `{"companyId":7,"properties":{"lifecyclestage":{"value":"customer"},"hs_lastmodifieddate":{"value":"1794478000000"}}}`, "what happened is not said"},
		"an object of their own": {"?kind=contact.churned", `{"id":"7","objectTypeId":"2-118","properties":{"email":"a@example.com"},"updatedAt":"2026-11-20T10:00:00Z"}`, "it is no contact, deal or ticket"},
		"whatever it is":         {"?kind=onboarding.done", `{"hs_object_id":7,"hs_lastmodifieddate":1794478000000}`, "it is no contact, deal or ticket"},
		"a contact by its type":  {"?kind=onboarding.done", `{"objectId":7,"objectTypeId":"0-1","properties":{"firstname":"Ann"},"updatedAt":"2026-11-20T10:00:00Z"}`, "onboarding.done contact:7 1  "},
		"a ticket, or a contact": {"?kind=ticket.solved", `{"hs_object_id":7,"firstname":"Ann","hs_lastmodifieddate":1794478000000}`, "it is no contact, deal or ticket"},
		"a contact with a deal":  {"?kind=deal.won", `{"hs_object_id":7,"firstname":"Ann","lastmodifieddate":1794478000000}`, "deal.won contact:7 1  "},
		"a name that is a path":  {"?kind=deal.renewed&occurrence=properties.%40this", `{"dealId":9,"updatedAt":"2026-11-20T10:00:00Z"}`, "deal.renewed deal:9 1  "},
	} {
		points, err := own.Parse(&sources.Request{URL: address + c.query, Body: []byte(c.body)})
		got := text(err)
		for _, p := range points {
			got += p.Kind + " " + p.Object + " " + p.Occurrence + " " + p.Customer.Email + " " + p.Product
			if id, ok := strings.CutPrefix(p.Object, "contact:"); ok && p.Customer.ID != id {
				t.Errorf("%s: contact %s is customer %q", name, id, p.Customer.ID)
			}
		}
		if !strings.HasSuffix(got, c.want) && !strings.Contains(got, c.want) || (err != nil) != errors.Is(err, sources.ErrNotUnderstood) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestHubspotUnsignedAddress: the first version leaves the address out, so that
// whoever replays a body may have changed it.
func TestHubspotUnsignedAddress(t *testing.T) {
	s := find(t, "hubspot")
	r := &sources.Request{Method: "POST", URL: address + "?kind=renewal.done", Header: http.Header{}, Body: []byte(`{"vid":7,"updatedAt":"2026-11-20T10:00:00Z"}`)}
	sum := sha256.Sum256(append([]byte("secret"), r.Body...))
	r.Header.Set("X-HubSpot-Signature", hex.EncodeToString(sum[:]))
	r.Header.Set("X-HubSpot-Signature-Version", " V1")
	if err := s.Verify(r, []string{"secret"}, now); err != nil {
		t.Fatal(err)
	}
	if points, err := s.Parse(r); len(points) > 0 || !errors.Is(err, sources.ErrNotUnderstood) {
		t.Errorf("its kind counts: %v (%v)", points, err)
	}
	if err := s.Sign(r, "secret", "", now); err != nil { // adds the third
		t.Fatal(err)
	}
	if points, err := s.Parse(r); len(points) != 1 || err != nil {
		t.Errorf("with the third it does not: %v", err)
	}
}

// TestHubspotEvents goes through shapes and settings of single events.
func TestHubspotEvents(t *testing.T) {
	own := map[string]string{"lifecyclestage:customer": "onboarding.done", "1178": "deal.won", "hs_pipeline_stage:2": "ticket.reopened", "subscriber": "contact.churned"}
	const base = `"objectId":5,"occurredAt":1794478000000,`
	for name, c := range map[string]struct {
		event string
		kinds map[string]string
		want  string
	}{
		"an id as a string":          {`{"objectId":"5","occurredAt":"1794478000000","subscriptionType":"deal.creation"}`, nil, "deal.created deal:5 1"},
		"escaped":                    {`{` + base + `"subscriptionType":"de\u0061l.creation"}`, nil, "deal.created deal:5 1"},
		"won, as a truth":            {`{` + base + `"subscriptionType":"deal.propertyChange","propertyName":"hs_is_closed_won","propertyValue":true}`, nil, "deal.won deal:5 1"},
		"not won any more":           {`{` + base + `"subscriptionType":"deal.propertyChange","propertyName":"hs_is_closed_won","propertyValue":"false"}`, nil, ""},
		"lost by property":           {`{` + base + `"subscriptionType":"deal.propertyChange","propertyName":"hs_is_closed_lost","propertyValue":"true"}`, nil, "deal.lost deal:5 1"},
		"stage taken away":           {`{` + base + `"subscriptionType":"deal.propertyChange","propertyName":"dealstage","propertyValue":""}`, nil, ""},
		"own stage":                  {`{` + base + `"subscriptionType":"deal.propertyChange","propertyName":"dealstage","propertyValue":"1178"}`, own, "deal.won deal:5 1"},
		"that stage is no amount":    {`{` + base + `"subscriptionType":"deal.propertyChange","propertyName":"amount","propertyValue":"1178"}`, own, ""},
		"open stage of a ticket":     {`{` + base + `"subscriptionType":"ticket.propertyChange","propertyName":"hs_pipeline_stage","propertyValue":"2"}`, nil, ""},
		"by property and value":      {`{` + base + `"subscriptionType":"ticket.propertyChange","propertyName":"hs_pipeline_stage","propertyValue":"2"}`, own, "ticket.reopened ticket:5 1794478000000"},
		"lifecycle":                  {`{` + base + `"subscriptionType":"object.propertyChange","objectTypeId":"0-1","propertyName":"lifecyclestage","propertyValue":"customer"}`, own, "onboarding.done contact:5 1794478000000"},
		"lifecycle, bare":            {`{` + base + `"subscriptionType":"contact.propertyChange","propertyName":"lifecyclestage","propertyValue":"subscriber"}`, own, "contact.churned contact:5 1"},
		"the first of two":           {`{` + base + `"objectId":6,"subscriptionType":"deal.creation"}`, nil, "deal.created deal:5 1"},
		"another type of object":     {`{` + base + `"subscriptionType":"object.creation","objectTypeId":"2-118"}`, nil, ""},
		"a company":                  {`{` + base + `"subscriptionType":"company.creation"}`, nil, ""},
		"restored":                   {`{` + base + `"subscriptionType":"contact.restore"}`, nil, ""},
		"forgotten, without an id":   {`{"subscriptionType":"contact.privacyDeletion"}`, nil, ""},
		"an association":             {`{"subscriptionType":"object.associationChange","fromObjectId":1}`, nil, ""},
		"no type of object":          {`{` + base + `"subscriptionType":"object.creation"}`, nil, "objectTypeId is missing"},
		"no type":                    {`{` + base + `"x":1}`, nil, "subscriptionType is missing"},
		"a type of another shape":    {`{` + base + `"subscriptionType":["deal.creation"]}`, nil, "subscriptionType is missing"},
		"no property":                {`{` + base + `"subscriptionType":"deal.propertyChange"}`, nil, "propertyName is missing"},
		"no id":                      {`{"occurredAt":1794478000000,"subscriptionType":"deal.creation"}`, nil, "objectId is missing"},
		"nobody":                     {`{"objectId":0,"occurredAt":1794478000000,"subscriptionType":"deal.creation"}`, nil, "objectId is missing"},
		"no time":                    {`{"objectId":5,"subscriptionType":"deal.creation"}`, nil, "occurredAt is not a time"},
		"a time out of this world":   {`{"objectId":5,"occurredAt":1e300,"subscriptionType":"deal.creation"}`, nil, "occurredAt is not a time"},
		"a list in the list":         {`[]`, nil, "it is no object"},
		"nothing":                    {`null`, nil, "it is no object"},
		"alone, without its list, s": {`{` + base + `"subscriptionType":"deal.creation","attemptNumber":3}`, nil, "deal.created deal:5 1"},
	} {
		s, _ := sources.Of(&surveys.Source{Type: "hubspot", Kinds: c.kinds})
		for _, body := range []string{"[" + c.event + "]", c.event} {
			if body == c.event && !strings.Contains(body, `subscriptionType"`) {
				continue
			}
			points, err := s.Parse(&sources.Request{Body: []byte(body)})
			got := text(err)
			for _, p := range points {
				got += p.Kind + " " + p.Object + " " + p.Occurrence
			}
			if c.want != got && (err == nil || !strings.Contains(got, c.want)) {
				t.Errorf("%s: got %q, want %q", name, got, c.want)
			}
		}
	}
}

func TestHubspotImports(t *testing.T) {
	points, _ := find(t, "hubspot").Parse(&sources.Request{Body: samples(t, "hubspot")["hubspot/batch-of-100.json"]})
	if n := len(slices.DeleteFunc(points, func(p heed.Touchpoint) bool { return !slices.Contains(p.Tags, "import") })); n != 5 {
		t.Errorf("%d are imported", n)
	}
}

// FuzzHubspotParse seeds what a batch may hold as well as whole samples.
func FuzzHubspotParse(f *testing.F) {
	f.Add([]byte(`[{"objectId":5,"occurredAt":1794478000000,"subscriptionType":"object.propertyChange","objectTypeId":"0-5","propertyName":"hs_pipeline_stage","propertyValue":"4"},7,[],{"a":{}}]`), "")
	f.Add([]byte(`{"vid":7,"properties":{"email":{"value":"a@example.com","timestamp":1}},"kind":"a.b","updatedAt":"2026-11-20T10:00:00Z"}`), "")
	fuzzParse(f, "hubspot")
}

// FuzzHubspotVerify: only what was signed passes, whatever of the headers is
// there.
func FuzzHubspotVerify(f *testing.F) {
	s, secret := find(f, "hubspot"), sources.NewSecret("hubspot")
	good := signed(f, s, []byte("[]"), secret, now)
	h := func(name string) string { return good.Header.Get(name) }
	f.Add([]byte("[]"), address, h("X-HubSpot-Signature-v3"), h("X-HubSpot-Request-Timestamp"), h("X-HubSpot-Signature"), "v1")
	f.Add([]byte("[]"), address, "", "", h("X-HubSpot-Signature"), "v2")
	f.Add([]byte("[] "), "%3A%zz", h("X-HubSpot-Signature-v3"), "-1", strings.ToUpper(h("X-HubSpot-Signature")), " V1")
	f.Add([]byte(nil), address+"?%3a", "====", "99999999999999999999", "zz", "v3")
	f.Fuzz(func(t *testing.T, body []byte, to, third, ts, first, version string) {
		r := &sources.Request{Method: "POST", URL: to, Body: body, Header: http.Header{}}
		for name, value := range map[string]string{
			"X-HubSpot-Signature-v3": third, "X-HubSpot-Request-Timestamp": ts, "X-HubSpot-Signature": first, "X-HubSpot-Signature-Version": version,
		} {
			if value != "" {
				r.Header.Set(name, value)
			}
		}
		err := s.Verify(r, []string{secret}, now)
		switch {
		case err != nil && heed.CodeOf(err) != heed.Unauthorized:
			t.Errorf("got %v", err)
		case err != nil:
		case string(body) != "[]":
			t.Errorf("%q passes", body)
		case third+ts != "" && (third != h("X-HubSpot-Signature-v3") || ts != h("X-HubSpot-Request-Timestamp") || !strings.HasPrefix(to, "https:") && !strings.HasPrefix(strings.ToLower(to), "https%3a")):
			t.Errorf("%q at %q passes for %q", third, ts, to)
		case third+ts == "" && !strings.EqualFold(first, h("X-HubSpot-Signature")):
			t.Errorf("%q passes", first)
		}
	})
}

// hubspotTwenty is a delivery of a little over 20 kB: as many events as fit.
func hubspotTwenty(b testing.TB) []byte {
	all := samples(b, "hubspot")["hubspot/batch-of-100.json"]
	end := bytes.LastIndex(all[:21000], []byte("},{"))
	return append(bytes.Clone(all[:end+1]), ']')
}

func BenchmarkHubspot(b *testing.B) {
	s, secret := find(b, "hubspot"), sources.NewSecret("hubspot")
	r := signed(b, s, hubspotTwenty(b), secret, now)
	b.SetBytes(int64(len(r.Body)))
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Verify(r, []string{secret}, now); err != nil {
			b.Fatal(err)
		}
		if points, _ := s.Parse(r); len(points) < 50 {
			b.Fatal(len(points))
		}
	}
}

// TestHubspotFetch asks the stand-in, and holds what is asked to what is used.
func TestHubspotFetch(t *testing.T) {
	s, _ := sources.Of(&surveys.Source{Type: "hubspot", Product: "properties.plan"})
	fetcher := s.(sources.Fetcher)
	if a := fetcher.Access(); a.Base != "https://api.hubapi.com" || a.Scheme != sources.Bearer {
		t.Errorf("access is %+v", a)
	}
	api := hubspotAPI(t)
	for object, want := range map[string]heed.Touchpoint{
		"deal:17": {
			Customer: heed.Customer{ID: "517", Account: "717"}, Agent: "41629779", Team: "380291", Product: "plan of 17",
			Facts: heed.Facts{Created: time.Date(2026, 11, 2, 9, 5, 11, 482e6, time.UTC), Amount: 149990, Currency: "EUR"},
		},
		"ticket:18": {
			Customer: heed.Customer{ID: "518", Account: "718"}, Agent: "41629779", Team: "380291", Product: "plan of 18", Channel: "email",
			Subject: "Export stops half-way",
			Facts: heed.Facts{
				Created: time.Date(2026, 11, 2, 9, 5, 11, 482e6, time.UTC), Replied: time.Date(2026, 11, 2, 10, 20, 0, 0, time.UTC), Reopens: 1,
			},
		},
	} {
		want.Object = object
		got := heed.Touchpoint{Object: object}
		if err := fetcher.Touchpoint(t.Context(), api, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got  %+v (%v)\nwant %+v", got, err, want)
		}
	}
	c, err := fetcher.Customer(t.Context(), api, "517")
	if want := (heed.Customer{ID: "517", Email: "customer-517@example.com", Name: c.Name, Locale: "en-GB", Account: "7517"}); err != nil || !reflect.DeepEqual(c, want) || !strings.Contains(c.Name, " ") {
		t.Errorf("got  %+v (%v)\nwant %+v", c, err, want)
	}
	for _, object := range []string{"deal:gone", "contact:5"} {
		if err := fetcher.Touchpoint(t.Context(), api, &heed.Touchpoint{Object: object}); heed.CodeOf(err) != heed.NotFound {
			t.Errorf("%s: %v", object, err)
		}
	}
	if _, err := fetcher.Customer(t.Context(), api, "gone/../7"); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("an id that is a path: %v", err)
	}
}

// TestHubspotWithoutContact: nobody belongs to the deal, or the answer says
// nothing.
func TestHubspotWithoutContact(t *testing.T) {
	fetcher := find(t, "hubspot").(sources.Fetcher)
	for body, code := range map[string]heed.Code{
		`{"id":"1","properties":{"amount":"5"}}`:                          heed.NotFound,
		`{"id":"1","associations":{"contacts":{"results":[]}}}`:           heed.NotFound,
		`{"id":"1","associations":{"contacts":{"results":[{"id":"7"}]}}}`: "",
		`<html>`: heed.Unavailable,
	} {
		var p heed.Touchpoint
		p.Object = "deal:1"
		if err := fetcher.Touchpoint(t.Context(), hubspotSays(body), &p); heed.CodeOf(err) != code {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// hubspotAPI is the stand-in, asked with its credential.
func hubspotAPI(t testing.TB) sources.API {
	server := httptest.NewServer(standin.Handler("hubspot", standin.Credential))
	t.Cleanup(server.Close)
	return hubspotAsks{server.URL, standin.Credential}
}

type hubspotAsks struct{ base, token string }

func (a hubspotAsks) Get(ctx context.Context, path string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base+path, nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Authorization", "Bearer "+a.token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
		return io.ReadAll(answer.Body)
	case http.StatusNotFound:
		return nil, heed.Errorf(heed.NotFound, "there is none")
	}
	return nil, errors.New(answer.Status)
}

// hubspotSays is an API that always answers the same.
type hubspotSays string

func (a hubspotSays) Get(context.Context, string) ([]byte, error) { return []byte(a), nil }
