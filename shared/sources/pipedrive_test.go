package sources_test

import (
	"encoding/base64"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/sources/standin"
	"heed/shared/surveys"
)

func TestPipedriveSamples(t *testing.T) {
	utc := func(at string) time.Time {
		instant, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		return instant
	}
	deal := func(kind, occurrence, at string) heed.Touchpoint {
		return heed.Touchpoint{
			Kind: kind, Object: "deal:742", Occurrence: occurrence, At: utc(at), Customer: heed.Customer{ID: "3391", Account: "118"},
			Agent: "20417801", Product: "31", Tags: []string{"12", "15"},
			Facts: heed.Facts{Created: utc("2026-10-02T09:14:20Z"), Amount: 1248050, Currency: "EUR"},
		}
	}
	lost := deal("deal.lost", "1", "2026-11-20T17:21:09.44Z")
	lost.Object, lost.Customer, lost.Tags, lost.Amount, lost.Currency = "deal:755", heed.Customer{ID: "3402", Account: "121"}, nil, 900, "JPY"
	first := func(kind, occurrence string) heed.Touchpoint { // of version 1
		return heed.Touchpoint{
			Kind: kind, Object: "deal:801", Occurrence: occurrence, At: utc("2026-11-19T09:45:10Z"),
			Customer: heed.Customer{ID: "3391", Name: "Goran Brandt", Account: "118"}, Agent: "Carmen Ito", Tags: []string{"12"},
			Facts: heed.Facts{Created: utc("2026-11-03T08:22:17Z"), Amount: 98000, Currency: "EUR"},
		}
	}
	want := map[string][]heed.Touchpoint{
		"pipedrive/deal-created.json":       {deal("deal.created", "1", "2026-10-02T09:14:20.611Z")},
		"pipedrive/deal-stage-changed.json": {deal("deal.stage_changed", "4@1794231602", "2026-11-09T13:40:02.118Z")},
		"pipedrive/deal-won.json":           {deal("deal.won", "1", "2026-11-20T16:05:47.902Z")},
		"pipedrive/deal-lost.json":          {lost},
		"pipedrive/deal-edited.json":        nil,
		"pipedrive/v1-deal-won.json":        {first("deal.won", "1"), first("deal.stage_changed", "5@1795081510")},
		"pipedrive/contact-created.json": {{
			Kind: "contact.created", Object: "contact:3410", Occurrence: "1", At: utc("2026-11-19T10:02:30.077Z"), Agent: "20417801",
			Customer: heed.Customer{ID: "3410", Email: "leila.haddad@example.com", Name: "Leila Haddad", Account: "118"},
			Facts:    heed.Facts{Created: utc("2026-11-19T10:02:29Z")},
		}},
		"pipedrive/v1-contact-created.json": {{
			Kind: "contact.created", Object: "contact:3391", Occurrence: "1", At: utc("2026-11-03T08:20:05Z"), Agent: "Carmen Ito",
			Customer: heed.Customer{ID: "3391", Email: "goran.brandt@example.com", Name: "Goran Brandt", Account: "118"},
			Facts:    heed.Facts{Created: utc("2026-11-03T08:20:05Z")},
		}},
	}
	s, _ := sources.Of(&surveys.Source{Name: "pipedrive", Type: "pipedrive", Product: "data.custom_fields.c7b3f5a09e4d41c2a8f6d07b1e93a55f2c6840de.id"})
	for name, body := range samples(t, "pipedrive") {
		points, err := s.Parse(&sources.Request{Body: body})
		if err != nil || !reflect.DeepEqual(points, want[name]) {
			t.Errorf("%s\ngot  %+v (%v)\nwant %+v", name, points, err, want[name])
		}
	}
}

func TestPipedriveChanges(t *testing.T) {
	const won, moved = "deal.won 1", "deal.stage_changed 4@1794231602"
	sample := samples(t, "pipedrive")["pipedrive/deal-won.json"]
	stages := map[string]string{"4": "deal.won", "5": "onboarding.started"}
	none := map[string]any(nil)
	for name, c := range map[string]struct {
		change map[string]any
		kinds  map[string]string
		want   string
	}{
		"as it is":                      {none, nil, won},
		"the third retry":               {map[string]any{"meta.attempt": 4}, nil, won},
		"won before, another value":     {map[string]any{"previous": map[string]any{"value": 3}}, nil, ""},
		"won before, as a whole":        {map[string]any{"previous": map[string]any{"status": "won", "stage_id": 4, "value": 3}}, nil, ""},
		"lost, then won":                {map[string]any{"previous.status": "lost"}, nil, won},
		"reopened":                      {map[string]any{"data.status": "open", "previous.status": "won"}, nil, ""},
		"status was nothing":            {map[string]any{"previous.status": []any{}, "previous.x": nil}, nil, won},
		"won and moved":                 {map[string]any{"previous.stage_id": 2}, nil, won + ", " + moved},
		"moved to where won is":         {map[string]any{"previous.stage_id": 2}, stages, won},
		"only moved to where won is":    {map[string]any{"previous": map[string]any{"stage_id": 2}}, stages, won},
		"a stage of the team's":         {map[string]any{"previous": map[string]any{"stage_id": 2}, "data.stage_id": 5}, stages, "onboarding.started 5@1794231602"},
		"moved, the time is not told":   {map[string]any{"previous": map[string]any{"stage_id": 2}, "data.stage_change_time": nil}, nil, "deal.stage_changed 4@1795190747"},
		"moved, the ids are strings":    {map[string]any{"previous": map[string]any{"stage_id": "4"}, "data.stage_id": "4"}, nil, ""},
		"created as won":                {map[string]any{"meta.action": "create", "previous": nil}, nil, "deal.created 1"},
		"deleted":                       {map[string]any{"meta.action": "delete", "data": nil}, nil, ""},
		"merged into it":                {map[string]any{"meta.merged_from_id": "700"}, nil, ""},
		"merged, in version 1":          {map[string]any{"meta.action": "merged"}, nil, ""},
		"many at once":                  {map[string]any{"meta.is_bulk_edit": true}, nil, won},
		"an activity":                   {map[string]any{"meta.entity": "activity"}, nil, ""},
		"a person changed":              {map[string]any{"meta.entity": "person"}, nil, ""},
		"something new":                 {map[string]any{"meta.action": "archive"}, nil, "error: not understood: meta.action is none of create, change and delete"},
		"no action":                     {map[string]any{"meta.action": nil}, nil, "error: not understood: meta.entity or meta.action is missing"},
		"no time":                       {map[string]any{"meta.timestamp": nil, "data.update_time": nil}, nil, "error: not understood: meta.timestamp is not a time"},
		"no id":                         {map[string]any{"meta.entity_id": nil, "data.id": nil}, nil, "error: not understood: there is no id of a deal or a person"},
		"time in seconds":               {map[string]any{"meta.timestamp": 1795190747}, nil, won},
		"nobody, until somebody is had": {map[string]any{"data.person_id": nil}, nil, won},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := sources.Of(&surveys.Source{Name: "pipedrive", Type: "pipedrive", Kinds: c.kinds})
			if got := toldBy(t, s, change(t, sample, c.change)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestPipedriveShapes(t *testing.T) {
	s := find(t, "pipedrive")
	for name, c := range map[string]struct {
		sample string
		change map[string]any
		got    func(p heed.Touchpoint) any
		want   any
	}{
		"person as an object":  {"deal-won", map[string]any{"data.person_id": map[string]any{"value": 7, "name": "Leila"}}, customer, "7"},
		"company as an object": {"deal-won", map[string]any{"data.org_id": map[string]any{"value": 7}}, account, "7"},
		"no person":            {"deal-won", map[string]any{"data.person_id": nil}, customer, ""},
		"no currency":          {"deal-won", map[string]any{"data.currency": nil}, func(p heed.Touchpoint) any { return p.Facts.Amount }, int64(0)},
		"labels as a string":   {"deal-won", map[string]any{"data.label_ids": "3,4"}, tags, []string{"3", "4"}},
		"address as a string":  {"contact-created", map[string]any{"data.emails": nil, "data.email": "leila@example.com"}, email, "leila@example.com"},
		"no primary address":   {"contact-created", map[string]any{"data.emails": []any{map[string]any{"value": ""}, map[string]any{"value": "a@example.com"}, map[string]any{"value": "b@example.com"}}}, email, "a@example.com"},
		"primary in words":     {"contact-created", map[string]any{"data.emails": []any{map[string]any{"value": "a@example.com"}, map[string]any{"value": "b@example.com", "primary": "true"}}}, email, "b@example.com"},
		"two primary ones":     {"contact-created", map[string]any{"data.emails": []any{map[string]any{"value": "a@example.com", "primary": true}, map[string]any{"value": "b@example.com", "primary": true}}}, email, "a@example.com"},
		"no address":           {"contact-created", map[string]any{"data.emails": []any{}}, email, ""},
	} {
		t.Run(name, func(t *testing.T) {
			points, err := s.Parse(&sources.Request{Body: change(t, samples(t, "pipedrive")["pipedrive/"+c.sample+".json"], c.change)})
			if err != nil || len(points) != 1 {
				t.Fatalf("%d touchpoints (%v)", len(points), err)
			}
			if got := c.got(points[0]); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %#v, want %#v", got, c.want)
			}
		})
	}
}

// Pipedrive shows user and password; whoever can't may show the secret alone.
func TestPipedriveDoor(t *testing.T) {
	s, secret := find(t, "pipedrive"), sources.NewSecret("pipedrive")
	basic := func(of string) http.Header {
		return http.Header{"Authorization": {"Basic " + base64.StdEncoding.EncodeToString([]byte(of))}}
	}
	for name, c := range map[string]struct {
		header  http.Header
		url     string
		because error
	}{
		"any user":          {basic("anybody:" + secret), address, nil},
		"no user":           {basic(":" + secret), address, nil},
		"in the address":    {nil, address + "?key=" + secret, nil},
		"secret as user":    {basic(secret + ":"), address, sources.ErrUnsigned},
		"wrong password":    {basic("heed:" + secret[1:]), address, sources.ErrForged},
		"not base64":        {http.Header{"Authorization": {"Basic !" + secret}}, address, sources.ErrUnsigned},
		"nothing":           {nil, address, sources.ErrUnsigned},
		"wrong in the URL":  {nil, address + "?key=" + secret + "x", sources.ErrForged},
		"the header's name": {http.Header{"authorization": basic("heed:" + secret)["Authorization"]}, address, nil},
	} {
		err := s.Verify(&sources.Request{URL: c.url, Header: c.header}, []string{secret}, now)
		if !errors.Is(err, c.because) {
			t.Errorf("%s: got %v", name, err)
		}
		if strings.Contains(text(err), secret[1:]) {
			t.Errorf("%s: the error tells the secret", name)
		}
	}
}

func TestPipedriveIsAsked(t *testing.T) {
	f, api := standInOf(t, "pipedrive")
	c, err := f.Customer(t.Context(), api, "3391")
	p := standin.Of("3391")
	if err != nil || c.ID != "3391" || c.Email != p.Email || c.Name != p.First+" "+p.Last || c.Account == "" {
		t.Errorf("got %+v (%v)", c, err)
	}
	if _, err := f.Customer(t.Context(), api, "gone"); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	point := heed.Touchpoint{Object: "deal:742"}
	if err := f.Touchpoint(t.Context(), api, &point); err != nil || point.Customer.ID == "" {
		t.Errorf("got %+v (%v)", point.Customer, err)
	}
	if err := f.Touchpoint(t.Context(), api, &heed.Touchpoint{Object: "deal:gone"}); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	access := find(t, "pipedrive").(sources.Fetcher).Access()
	if access.Base != "https://api.pipedrive.com" || access.Scheme != sources.Header {
		t.Errorf("asked by %+v", access)
	}
}

// A deal of a company alone has nobody to ask.
func TestPipedriveDealOfNobody(t *testing.T) {
	f, api := find(t, "pipedrive").(sources.Fetcher), &cannedAPI{body: `{"success":true,"data":{"id":742,"person_id":null}}`}
	if err := f.Touchpoint(t.Context(), api, &heed.Touchpoint{Object: "deal:742"}); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("got %v", err)
	}
	if want := []string{"/api/v2/deals/742"}; !reflect.DeepEqual(api.asked, want) {
		t.Errorf("asked %q", api.asked)
	}
}

func FuzzPipedriveParse(f *testing.F) { fuzzParse(f, "pipedrive") }

// FuzzPipedriveVerify: only the secret passes, wherever it is shown.
func FuzzPipedriveVerify(f *testing.F) {
	s, secret := find(f, "pipedrive"), sources.NewSecret("pipedrive")
	f.Add(signed(f, s, nil, secret, now).Header.Get("Authorization"), "", "")
	f.Add("Bearer "+secret, secret, secret)
	f.Add("Basic Og==", "\x00", "%zz&key")
	f.Fuzz(func(t *testing.T, authorization, header, key string) {
		r := &sources.Request{URL: address + "?key=" + key, Header: http.Header{"Authorization": {authorization}, "X-Heed-Secret": {header}}}
		_, plain, _ := strings.Cut(authorization, " ")
		if decoded, err := base64.StdEncoding.DecodeString(strings.TrimSpace(plain)); err == nil {
			plain += string(decoded)
		}
		switch err := s.Verify(r, []string{secret}, now); {
		case err == nil && !strings.Contains(plain+header+key, secret):
			t.Errorf("%q, %q and %q pass", authorization, header, key)
		case err != nil && heed.CodeOf(err) != heed.Unauthorized:
			t.Errorf("got %v", err)
		}
	})
}
