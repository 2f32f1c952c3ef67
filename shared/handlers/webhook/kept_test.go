package webhook

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/events"
	"heed/shared/heed"
	"heed/shared/sources"
)

// Ten events come twice, five are of types that nobody knows, and one is broken:
// the rest makes its touchpoints, once each, and the whole is kept for the one.
func TestABatchOfAHundred(t *testing.T) {
	d := open(t)
	w := d.post(d.sample("hubspot/batch-of-100.json"))
	if w.Code != http.StatusOK || len(d.shelf.puts) != 1 || len(d.shelf.puts[0]) != 84+2+1 { // touchpoints, the kept delivery's parts, a tally
		t.Fatalf("answered %d %.200s, after %d puts", w.Code, w.Body, len(d.shelf.puts))
	}
	p := d.took()
	kinds := map[string]int{}
	for _, one := range p.touchpoints {
		kinds[one.Kind]++
	}
	want := map[string]int{
		"contact.created": 20, "deal.created": 12, "deal.won": 8, "deal.lost": 4, "deal.stage_changed": 8, "ticket.created": 12,
		"ticket.solved": 16, "ticket.reopened": 4,
	}
	if diff := cmp.Diff(want, kinds); diff != "" || len(p.touchpoints) != 84 {
		t.Errorf("%d touchpoints (-want +got):\n%s", len(p.touchpoints), diff)
	}
	body, err := events.FS.ReadFile("hubspot/batch-of-100.json")
	if err != nil || len(p.kept) != 1 || string(p.kept[0].Body) != string(body) {
		t.Fatalf("kept are %+v, error %v", p.kept, err)
	}
	for _, say := range []string{`"kept":"` + p.kept[0].ID.String(), `"why":"`, `"kind":"deal.won"`} {
		if !strings.Contains(w.Body.String(), say) {
			t.Errorf("the answer does not say %s", say)
		}
	}
	if got := p.tallies[0]; got.Deliveries != 1 || got.Touchpoints != 84 || got.Kept != 1 || got.Idle != 0 {
		t.Errorf("counted %+v", got)
	}
}

// A delivery is kept with what it says of itself, and without what would let
// anybody act in its sender's name.
func TestCredentialsAreNotKept(t *testing.T) {
	d := open(t)
	s := secret(d.Config.Source("freshdesk"))
	r := d.signed("freshdesk", &sources.Request{Body: []byte(`{"hello":"` + s + `"}`), Header: http.Header{
		"Content-Type": {"application/json"}, "X-Odd": {"a " + s}, "X-Api-Token": {"t"}, "Cookie": {"c"}, "X-Plain": {"plain"}, "X-Empty": nil,
	}})
	r.URL += "?key=" + s + "&kind=deal.won&again=" + s
	if w := d.post(r); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"kept"`) {
		t.Fatalf("answered %d %s", w.Code, w.Body)
	}
	k := d.took().kept[0]
	if diff := cmp.Diff(map[string]string{"Content-Type": "application/json", "Date": "Sat, 21 Nov 2026 09:30:00 GMT", "X-Plain": "plain"}, k.Header); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
	if k.Query != "kind=deal.won" {
		t.Errorf("of the query is kept %q", k.Query)
	}
	if strings.Contains(fmt.Sprintf("%s %+v %s", k.Body, k, d.log.String()), s) {
		t.Errorf("the secret is kept: %s %+v", k.Body, k)
	}
}

// Carriers write the address that was posted to into headers of their own.
func TestCredentialsAreNotKeptAsInAnAddress(t *testing.T) {
	s := "a+b/c=d e"
	for _, written := range []string{s, url.QueryEscape(s), url.PathEscape(s)} {
		if kept := worth(http.Header{"X-Original-Url": {"/hooks/a?x=" + written}}, []string{s}); len(kept) > 0 {
			t.Errorf("%s is kept: %v", written, kept)
		}
		if kept := blank([]byte("<"+written+">"), []string{s}); string(kept) != "<>" {
			t.Errorf("%s is kept: %s", written, kept)
		}
	}
}

// An outbound message of Salesforce carries a session, with which anybody could
// act for whoever caused it.
func TestSessionsAreNotKept(t *testing.T) {
	d := open(t)
	sample, err := events.FS.ReadFile("salesforce/deal-won.xml")
	if err != nil || !strings.Contains(string(sample), "<SessionId>") {
		t.Fatal("the sample has no session", err)
	}
	_, session, _ := strings.Cut(string(sample), "<SessionId>")
	session, _, _ = strings.Cut(session, "</SessionId>")
	body := strings.ReplaceAll(string(sample), "</sObject>", "") // so that it is not understood
	w := d.post(d.signed("salesforce", &sources.Request{Body: []byte(body), Header: http.Header{"Content-Type": {"text/xml"}}}))
	p := d.took()
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "<Ack>true</Ack>") || len(p.kept) != 1 {
		t.Fatalf("answered %d %s, and kept %d", w.Code, w.Body, len(p.kept))
	}
	if k := p.kept[0]; strings.Contains(string(k.Body), session) || !strings.Contains(string(k.Body), "00D5e000001AbCdEAK") || strings.Contains(fmt.Sprint(k), secret(d.Config.Source("salesforce"))) {
		t.Errorf("kept is %s %+v", k.Body, k)
	}
}

// A vendor that wants an acknowledgement gets it once all is durable, never
// before.
func TestNothingIsAcknowledgedThatIsNotStored(t *testing.T) {
	d := open(t)
	d.shelf.fail = errors.New("on fire")
	for _, file := range []string{"salesforce/several.xml", "salesforce/deal-won.xml"} {
		if w := d.post(d.sample(file)); w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "Ack") || w.Header().Get("Retry-After") != "30" {
			t.Errorf("answered %d %s", w.Code, w.Body)
		}
	}
}

func TestAnotherOrganizationIsRefused(t *testing.T) {
	d := open(t)
	r := d.sample("salesforce/deal-won.xml")
	r.Body = []byte(strings.ReplaceAll(string(r.Body), "00D5e000001AbCdEAK", "00D5e000001XyZwEAK"))
	if w := d.post(r); w.Code != http.StatusUnauthorized || !strings.Contains(w.Body.String(), "OrganizationId") {
		t.Errorf("answered %d %s", w.Code, w.Body)
	}
	d.counts(t, func(sum *heed.Tally) { sum.Deliveries, sum.Rejected[heed.RejectedForged] = 1, 1 })
}

// What is not understood at all is kept whole, in one Put, and answered 200.
func TestKeptWhole(t *testing.T) {
	d := open(t)
	body := `{"hello":"` + strings.Repeat("wörld ", 100_000) + `"}`
	w := d.post(d.signed("zendesk", &sources.Request{Body: []byte(body), Header: http.Header{"Content-Type": {"application/json"}}}))
	if w.Code != http.StatusOK || len(d.shelf.puts) != 1 || len(d.shelf.puts[0]) != 1+3+1 {
		t.Fatalf("answered %d %s", w.Code, w.Body)
	}
	p := d.took()
	if len(p.kept) != 1 || string(p.kept[0].Body) != body || !p.kept[0].At.Equal(now) || len(p.touchpoints) > 0 {
		t.Errorf("kept %d deliveries", len(p.kept))
	}
	if got := p.tallies[0]; got.Kept != 1 || got.Idle != 0 || got.AllRejected() != 0 || got.Median() != -1 || got.Source != "zendesk" {
		t.Errorf("counted %+v", got)
	}
	d.counts(t, func(*heed.Tally) {})
}
