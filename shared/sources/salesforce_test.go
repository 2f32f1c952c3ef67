package sources_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// TestSalesforceSamples says what each sample is.
func TestSalesforceSamples(t *testing.T) {
	s := find(t, "salesforce")
	want := map[string]string{
		"deal-won.xml":              "deal.won deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV maren.oduya@example.com\n",
		"deal-lost.xml":             "deal.lost deal:0065e000009KlMoAAK 1 0035e00001HaItOAAV hana.ito@example.com\n",
		"deal-stage-changed.xml":    "deal.stage_changed deal:0065e000009KlMpAAK 1795183351 0035e00001AmDiAAAV amina.diallo@example.com\n",
		"ticket-solved.xml":         "ticket.solved ticket:5005e000003YzAbAAK 1795192805 0035e00001MoOdUAAV maren.oduya@example.com\n",
		"case-open.xml":             "",
		"contact-created.xml":       "contact.created contact:0035e00001AmDiAAAV 1 0035e00001AmDiAAAV amina.diallo@example.com\n",
		"flow-deal-won.json":        "deal.won deal:0065e000009KlMtAAK 1 0035e00001MoOdUAAV maren.oduya@example.com\n",
		"flow-onboarding-done.json": "onboarding.done onboarding:a015e00000OnBdAAAV 1 0035e00001HaItOAAV hana.ito@example.com\n",
		"several.xml": "deal.won deal:0065e000009KlMqAAK 1 0035e00001MoOdUAAV maren.oduya@example.com\n" +
			"deal.won deal:0065e000009KlMrAAK 1 0035e00001HaItOAAV hana.ito@example.com\n" +
			"deal.lost deal:0065e000009KlMsAAK 1 0035e00001AmDiAAAV amina.diallo@example.com\n",
	}
	for name, body := range samples(t, "salesforce") {
		points, err := s.Parse(&sources.Request{URL: address, Body: body})
		got := ""
		for _, p := range points {
			got += strings.Join([]string{p.Kind, p.Object, p.Occurrence, p.Customer.ID, p.Customer.Email}, " ") + "\n"
		}
		if says, ok := want[strings.TrimPrefix(name, "salesforce/")]; err != nil || !ok || got != says {
			t.Errorf("%s is %q (%v)", name, got, err)
		}
	}
}

func TestSalesforceFields(t *testing.T) {
	all := samples(t, "salesforce")
	account, agent := "0015e000012QrStAAK", "0055e000007UvWxAAK"
	for name, want := range map[string]heed.Touchpoint{
		"deal-lost.xml": {
			Kind: "deal.lost", Object: "deal:0065e000009KlMoAAK", Occurrence: "1", At: time.Date(2026, 11, 20, 14, 2, 31, 0, time.UTC),
			Customer: heed.Customer{ID: "0035e00001HaItOAAV", Email: "hana.ito@example.com", Name: `Hana "Bo" Ito`, Account: account}, Agent: agent,
			Facts: heed.Facts{Created: time.Date(2026, 9, 14, 8, 15, 11, 0, time.UTC), Amount: 1840000, Currency: "EUR"},
		},
		"ticket-solved.xml": {
			Kind: "ticket.solved", Object: "ticket:5005e000003YzAbAAK", Occurrence: "1795192805", At: time.Date(2026, 11, 20, 16, 40, 5, 0, time.UTC),
			Customer: heed.Customer{ID: "0035e00001MoOdUAAV", Email: "maren.oduya@example.com", Name: "Maren Oduya", Account: account},
			Agent:    "Tomas Weber", Channel: "email", Subject: "Refund for a cancelled order", Facts: heed.Facts{Created: time.Date(2026, 11, 19, 7, 21, 40, 0, time.UTC)},
		},
		"contact-created.xml": {
			Kind: "contact.created", Object: "contact:0035e00001AmDiAAAV", Occurrence: "1", At: time.Date(2026, 11, 20, 9, 0, 12, 0, time.UTC),
			Customer: heed.Customer{ID: "0035e00001AmDiAAAV", Email: "amina.diallo@example.com", Name: "Amina Diallo", Locale: "fr", Account: account},
			Facts:    heed.Facts{Created: time.Date(2026, 11, 20, 9, 0, 12, 0, time.UTC)},
		},
		"flow-deal-won.json": {
			Kind: "deal.won", Object: "deal:0065e000009KlMtAAK", Occurrence: "1", At: time.Date(2026, 11, 20, 14, 2, 31, 0, time.UTC),
			Customer: heed.Customer{ID: "0035e00001MoOdUAAV", Email: "maren.oduya@example.com", Name: "Maren Oduya", Locale: "en-GB", Account: account},
			Agent:    "Tomas Weber", Team: "North", Product: "18400.0",
			Facts: heed.Facts{Created: time.Date(2026, 9, 14, 8, 15, 11, 0, time.UTC), Amount: 1840000, Currency: "EUR"},
		},
	} {
		settings := &surveys.Source{Type: "salesforce"}
		if want.Product != "" {
			settings.Product = "Amount"
		}
		s, _ := sources.Of(settings)
		points, err := s.Parse(&sources.Request{Body: all["salesforce/"+name]})
		if err != nil || !reflect.DeepEqual(points, []heed.Touchpoint{want}) {
			t.Errorf("%s\ngot  %+v (%v)\nwant %+v", name, points, err, want)
		}
	}
}

// message is an outbound message about one record.
func message(typ, fields string) string {
	return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">` +
		`<OrganizationId>00D5e000001AbCdEAK</OrganizationId><Notification><Id>1</Id><sObject xsi:type="sf:` + typ + `">` + fields + `</sObject></Notification></notifications></e:Body></e:Envelope>`
}

// TestSalesforceRecords goes through what records may say.
func TestSalesforceRecords(t *testing.T) {
	const who = `<sf:ContactId>0035e00001MoOdU</sf:ContactId><sf:LastModifiedDate>2026-11-20T14:02:33Z</sf:LastModifiedDate><sf:Id>0065e000009KlMn</sf:Id>`
	own := map[string]string{"Signed": "deal.won", "Resolved": "ticket.solved", "Escalated": "ticket.escalated", "Live": "onboarding.done"}
	for name, c := range map[string]struct {
		query, typ, fields string
		want               string
	}{
		"short ids":                  {"", "Opportunity", who + `<sf:IsWon>true</sf:IsWon>`, "deal.won deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"won by stage":               {"", "Opportunity", who + `<sf:StageName>Closed Won</sf:StageName>`, "deal.won deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"lost by stage":              {"", "Opportunity", who + `<sf:StageName>Closed Lost</sf:StageName>`, "deal.lost deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"own stage":                  {"", "Opportunity", who + `<sf:StageName>Signed</sf:StageName>`, "deal.won deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"open, no time of the stage": {"", "Opportunity", who + `<sf:StageName>Id. Decision Makers</sf:StageName>`, "deal.stage_changed deal:0065e000009KlMnAAK Id. Decision Makers 0035e00001MoOdUAAV"},
		"closed, nobody knows how":   {"", "Opportunity", who + `<sf:IsClosed>true</sf:IsClosed><sf:StageName>x</sf:StageName>`, "IsWon or StageName is missing"},
		"no stage":                   {"", "Opportunity", who, "IsWon or StageName is missing"},
		"kind in the address":        {"?key=s&kind=deal.created", "Opportunity", who + `<sf:IsWon>true</sf:IsWon>`, "deal.created deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"no kind in the address":     {"?kind=%24", "Opportunity", who, "kind is not one"},
		"case closed by status":      {"", "Case", who + `<sf:Status>Closed</sf:Status>`, "ticket.solved ticket:0065e000009KlMnAAK Closed 0035e00001MoOdUAAV"},
		"case with its own status":   {"", "Case", who + `<sf:Status>Resolved</sf:Status><sf:ClosedDate>2026-11-20T14:00:00Z</sf:ClosedDate>`, "ticket.solved ticket:0065e000009KlMnAAK 1795183200 0035e00001MoOdUAAV"},
		"own kind of a case":         {"", "Case", who + `<sf:Status>Escalated</sf:Status>`, "ticket.escalated ticket:0065e000009KlMnAAK Escalated 0035e00001MoOdUAAV"},
		"open case":                  {"", "Case", who + `<sf:Status>New</sf:Status>`, ""},
		"case without a status":      {"", "Case", who, "neither IsClosed nor Status"},
		"own object":                 {"?kind=onboarding.done", "Onboarding__c", who, "onboarding.done onboarding:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"own object, own status":     {"", "Onboarding__c", who + `<sf:Status>Live</sf:Status>`, "onboarding.done onboarding:0065e000009KlMnAAK Live 0035e00001MoOdUAAV"},
		"object that says nothing":   {"", "Account", who, "what happened is not said"},
		"occurrence of its own":      {"", "Opportunity", who + `<sf:IsWon>true</sf:IsWon><sf:Occurrence__c>2</sf:Occurrence__c>`, "deal.won deal:0065e000009KlMnAAK 2 0035e00001MoOdUAAV"},
		"cut into pieces":            {"", "Opportunity", who + `<sf:StageName><![CDATA[Sig]]><!-- - -->&#110;&#x65;d</sf:StageName>`, "deal.won deal:0065e000009KlMnAAK 1 0035e00001MoOdUAAV"},
		"nobody":                     {"", "Opportunity", `<sf:IsWon>true</sf:IsWon><sf:Id>1</sf:Id><sf:LastModifiedDate>2026-11-20T14:02:33Z</sf:LastModifiedDate>`, "neither an id nor an address"},
		"no id":                      {"", "Opportunity", `<sf:IsWon>true</sf:IsWon><sf:ContactId>1</sf:ContactId><sf:LastModifiedDate>2026-11-20T14:02:33Z</sf:LastModifiedDate>`, "Id is missing"},
		"no time":                    {"", "Opportunity", `<sf:IsWon>true</sf:IsWon><sf:Id>1</sf:Id><sf:ContactId>1</sf:ContactId>`, "LastModifiedDate is missing"},
		"the day alone":              {"", "Opportunity", `<sf:IsWon>true</sf:IsWon><sf:Id>1</sf:Id><sf:ContactId>7</sf:ContactId><sf:CloseDate>2026-11-20</sf:CloseDate>`, "deal.won deal:1 1 7"},
		"a record that is empty":     {"", "Opportunity", ``, "IsWon or StageName is missing"},
	} {
		s, _ := sources.Of(&surveys.Source{Type: "salesforce", Kinds: own})
		points, err := s.Parse(&sources.Request{URL: address + c.query, Body: []byte(message(c.typ, c.fields))})
		got := text(err)
		for _, p := range points {
			got += strings.Join([]string{p.Kind, p.Object, p.Occurrence, p.Customer.ID}, " ")
		}
		if got != c.want && (err == nil || !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(got, c.want)) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// TestSalesforceLatestState: a message that comes twice, late and with the
// record as it is by then is one touchpoint; closing again is another.
func TestSalesforceLatestState(t *testing.T) {
	s, sample := find(t, "salesforce"), string(samples(t, "salesforce")["salesforce/ticket-solved.xml"])
	id := func(pairs ...string) heed.TouchpointID {
		points, err := s.Parse(&sources.Request{Body: []byte(strings.NewReplacer(pairs...).Replace(sample))})
		if err != nil || len(points) != 1 {
			t.Fatalf("%d touchpoints (%v)", len(points), err)
		}
		return points[0].ID()
	}
	if id() != id("2026-11-20T16:41:00.000Z", "2026-11-21T08:00:00.000Z", "04l5e000003QwErWAA0", "04l5e000003QwErWAA9", "Tomas", "Petra") {
		t.Error("a later state of the same closing is another touchpoint")
	}
	if id() == id("2026-11-20T16:40:05.000Z", "2026-11-24T10:00:00.000Z") {
		t.Error("closing again is the same touchpoint")
	}
}

func TestSalesforceOneOfSeveralIsBroken(t *testing.T) {
	body := strings.Replace(string(samples(t, "salesforce")["salesforce/several.xml"]), "<sf:Id>0065e000009KlMrAAK</sf:Id>", "", 1)
	points, err := find(t, "salesforce").Parse(&sources.Request{Body: []byte(body)})
	if len(points) != 2 || !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), "1 of 4 records; Id is missing") {
		t.Errorf("%d touchpoints (%v)", len(points), err)
	}
}

// TestSalesforceOrganization: where surveys.yaml names it, only that one
// passes, however the last three characters are.
func TestSalesforceOrganization(t *testing.T) {
	s, _ := sources.Of(&surveys.Source{Type: "salesforce", Organization: "00D5e000001AbCdEAK"})
	all := samples(t, "salesforce")
	for name, c := range map[string]struct {
		body   string
		passes bool
	}{
		"message":               {string(all["salesforce/deal-won.xml"]), true},
		"flow":                  {string(all["salesforce/flow-deal-won.json"]), true},
		"fifteen":               {strings.Replace(string(all["salesforce/deal-won.xml"]), "AbCdEAK</Org", "AbCd</Org", 1), true},
		"another":               {strings.Replace(string(all["salesforce/deal-won.xml"]), "AbCdEAK</Org", "AbCeEAK</Org", 1), false},
		"another case":          {strings.Replace(string(all["salesforce/deal-won.xml"]), "AbCdEAK</Org", "ABCdEAK</Org", 1), false},
		"another flow":          {`{"OrganizationId":"00D5e000001AbCeEAK"}`, false},
		"left out":              {`<a><b/></a>`, false},
		"too late":              {`<a><Notification/><OrganizationId>00D5e000001AbCdEAK</OrganizationId></a>`, false},
		"no XML":                {`<OrganizationId>00D5e000001AbCdEAK</Organization`, true}, // says whose it is before it breaks off
		"no XML from the start": {`<a <OrganizationId>00D5e000001AbCdEAK</OrganizationId>`, false},
		"short":                 {`{"OrganizationId":"00D5e"}`, false},
		"nothing":               {``, false},
	} {
		r := &sources.Request{Method: "POST", URL: address + "?kind=deal.won", Header: http.Header{}, Body: []byte(c.body)}
		if err := s.Sign(r, "secret", "", now); err != nil {
			t.Fatal(err)
		}
		err := s.Verify(r, []string{"secret"}, now)
		if (err == nil) != c.passes || err != nil && (heed.CodeOf(err) != heed.Unauthorized || !errors.Is(err, sources.ErrForged)) {
			t.Errorf("%s: %v", name, err)
		}
		if err := s.Verify(r, []string{"another"}, now); heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("%s with another secret: %v", name, err)
		}
	}
}

// TestSalesforceAnswer: only a message is acknowledged, in the words that end
// its retries.
func TestSalesforceAnswer(t *testing.T) {
	a := find(t, "salesforce").(sources.Answerer)
	for name, body := range samples(t, "salesforce") {
		answer := a.Answer(&sources.Request{Body: body})
		if message := strings.HasSuffix(name, ".xml"); (answer != nil) != message {
			t.Errorf("%s is answered %v", name, answer)
		}
	}
	var said struct {
		XMLName xml.Name `xml:"http://schemas.xmlsoap.org/soap/envelope/ Envelope"`
		Ack     string   `xml:"Body>notificationsResponse>Ack"`
	}
	answer := a.Answer(&sources.Request{Body: []byte("\ufeff\n<x/>")})
	if err := xml.Unmarshal(answer.Body, &said); err != nil || said.Ack != "true" || answer.ContentType != "text/xml; charset=utf-8" {
		t.Errorf("got %+v (%v)", said, err)
	}
}

// TestSalesforceSession: what is left to keep opens no session, also where the
// message is not understood.
func TestSalesforceSession(t *testing.T) {
	s := find(t, "salesforce")
	for _, body := range []string{
		string(samples(t, "salesforce")["salesforce/several.xml"]),
		`<a><SessionId>AQ0AQ</SessionId><b></a>`, `<a><e:SessionId x="1">AQ0AQ</e:SessionId><SessionId>AQ0AQ</SessionId>`,
		`<a><SessionId>AQ0AQ`, `<a><SessionId x="/"><![CDATA[AQ0AQ]]></SessionId></a>`, `<a><SessionId xsi:nil="true"/><SessionId>AQ0AQ</SessionId>`,
		`<SessionId>AQ0AQ</SessionId>`, `<SessionId>AQ0AQ<SessionId>AQ0AQ</SessionId>`, `</a <SessionId>AQ0AQ</SessionId>`, "\ufeff<a><SessionId>AQ0AQ</SessionId></a>",
	} {
		r := &sources.Request{Body: []byte(body)}
		_, _ = s.Parse(r)
		if bytes.Contains(r.Body, []byte("AQ0AQ")) || len(r.Body) != len(body) {
			t.Errorf("%s is left as %s", body, r.Body)
		}
	}
}

// TestSalesforceLong: the longest body takes no longer than its length says,
// however it is made.
func TestSalesforceLong(t *testing.T) {
	s := find(t, "salesforce")
	for name, body := range map[string]string{
		"sessions":      strings.Repeat("<SessionId>a</SessionId>", 43_000),
		"names":         strings.Repeat("SessionId", 115_000),
		"nothing ended": strings.Repeat("<SessionId", 100_000),
		"pieces":        "<sf:A>" + strings.Repeat("a<!---->", 130_000) + "</sf:A>",
		"fields":        strings.Repeat("<sf:A/>", 145_000),
	} {
		began := time.Now()
		_, err := s.Parse(&sources.Request{URL: address, Body: []byte(message("Case", body))})
		if took := time.Since(began); took > 2*time.Second || !errors.Is(err, sources.ErrNotUnderstood) {
			t.Errorf("%s: %v (%v)", name, took, err)
		}
	}
}

// TestSalesforceTemplate: the page's template is what the samples look like.
func TestSalesforceTemplate(t *testing.T) {
	template := block(t, "salesforce.md", "json")
	if got, want := shape(t, samples(t, "salesforce")["salesforce/flow-deal-won.json"]), shape(t, []byte(template)); !reflect.DeepEqual(got, want) {
		t.Errorf("the sample has the shape %v, the template %v", got, want)
	}
}

func FuzzSalesforceParse(f *testing.F) {
	f.Add([]byte(message("Case", `<sf:Status>Closed</sf:Status>`)), "")
	fuzzParse(f, "salesforce")
}

// FuzzSalesforceVerify: only who shows the secret passes.
func FuzzSalesforceVerify(f *testing.F) {
	s, _ := sources.Of(&surveys.Source{Type: "salesforce", Organization: "00D5e000001AbCdEAK"})
	f.Add([]byte(message("Case", "")), address+"?key=secret", "", "")
	f.Add([]byte(`{"OrganizationId":"00D5e000001AbCd"}`), "%zz?key=%", "secret", "Basic c2VjcmV0OnNlY3JldA==")
	f.Fuzz(func(t *testing.T, body []byte, to, shown, credential string) {
		r := &sources.Request{Method: "POST", URL: to, Body: body, Header: http.Header{"X-Heed-Secret": {shown}, "Authorization": {credential}}}
		err := s.Verify(r, []string{"secret"}, now)
		if err != nil && heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("got %v", err)
		}
		if err == nil && (!bytes.Contains(body, []byte("OrganizationId")) && !bytes.Contains(body, []byte(`\`)) || to+shown+credential == "") {
			t.Errorf("%q passes", body)
		}
	})
}

// FuzzSalesforceXML: what is read of a message is what encoding/xml reads.
func FuzzSalesforceXML(f *testing.F) {
	for name, body := range samples(f, "salesforce") {
		if strings.HasSuffix(name, ".xml") {
			f.Add(body)
		}
	}
	for _, odd := range []string{
		`<a><sObject xsi:type='x'><Id>&lt;1&#x41;</Id><B/><C>a<!-- b -->c<![CDATA[<&]]></C></sObject></a>`,
		`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, `<?xml version="1.0" encoding="latin1"?><a/>`, `<a></b>`, `<a b=c/>`, `<a><![CDATA[]]`, "<a>\r\n]]></a>", `<a:b:c/>`, `<?xml version="1.0"?><?x y?><a/>`,
	} {
		f.Add([]byte(odd))
	}
	s := find(f, "salesforce")
	f.Fuzz(func(t *testing.T, body []byte) {
		if !bytes.HasPrefix(body, []byte("<")) {
			return
		}
		r := &sources.Request{URL: address + "?kind=a.b", Body: bytes.Clone(body)}
		points, err := s.Parse(r)
		if strings.Contains(text(err), "not the XML") {
			return
		}
		ids, err := theirs(r.Body) // without what is struck out
		if err != nil {
			t.Fatalf("encoding/xml does not read it: %v", err)
		}
		for _, p := range points {
			if _, id, _ := strings.Cut(p.Object, ":"); len(id) != 18 && !strings.Contains(id, "~") && !ids[id] {
				t.Errorf("%q is no Id, there are %v", id, ids)
			}
		}
	})
}

// theirs are the ids that encoding/xml finds.
func theirs(body []byte) (map[string]bool, error) {
	ids, d, open := map[string]bool{}, xml.NewDecoder(bytes.NewReader(body)), ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return ids, nil
		}
		if err != nil {
			return nil, err
		}
		switch v := token.(type) {
		case xml.StartElement:
			if open = ""; v.Name.Local == "Id" {
				open = " "
			}
		case xml.CharData:
			if open != "" {
				open += string(v)
			}
		case xml.EndElement:
			if v.Name.Local == "Id" {
				ids[strings.TrimSpace(strings.Map(func(r rune) rune {
					if r < ' ' || r >= 0x7F && r < 0xA0 {
						return -1
					}
					return r
				}, open))] = true
			}
		}
	}
}

// salesforceTwenty is a message of about 20 kB.
func salesforceTwenty(b testing.TB) []byte {
	one := string(samples(b, "salesforce")["salesforce/deal-won.xml"])
	begin, end := strings.Index(one, "   <Notification>"), strings.Index(one, "  </notifications>")
	return []byte(one[:begin] + strings.Repeat(one[begin:end], 18) + one[end:])
}

func BenchmarkSalesforce(b *testing.B) {
	s, _ := sources.Of(&surveys.Source{Type: "salesforce", Organization: "00D5e000001AbCdEAK"})
	r := signed(b, s, salesforceTwenty(b), "secret", now)
	b.SetBytes(int64(len(r.Body)))
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Verify(r, []string{"secret"}, now); err != nil {
			b.Fatal(err)
		}
		if points, err := s.Parse(r); len(points) != 1 || err != nil {
			b.Fatal(len(points), err)
		}
	}
}
