package webhook

import (
	"fmt"
	"net/http"
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
	r.URL += "?key=" + s
	if w := d.post(r); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"kept"`) {
		t.Fatalf("answered %d %s", w.Code, w.Body)
	}
	k := d.took().kept[0]
	if diff := cmp.Diff(map[string]string{"Content-Type": "application/json", "Date": "Sat, 21 Nov 2026 09:30:00 GMT", "X-Plain": "plain"}, k.Header); diff != "" {
		t.Errorf("headers (-want +got):\n%s", diff)
	}
	if strings.Contains(fmt.Sprintf("%s %+v %s", k.Body, k, d.log.String()), s) {
		t.Errorf("the secret is kept: %s %+v", k.Body, k)
	}
}

func TestSessionsAreNotKept(t *testing.T) {
	for body, want := range map[string]string{
		`<a><SessionId>00D!AQ8</SessionId><b>c</b></a>`:           `<a><SessionId></SessionId><b>c</b></a>`,
		`<a><n:SessionId x="1">00D!AQ8</n:SessionId></a>`:         `<a><n:SessionId x="1"></n:SessionId></a>`,
		`<a><SessionId xsi:nil="true"/><b>c</b></a>`:              `<a><SessionId xsi:nil="true"/><b>c</b></a>`,
		`<a><SessionId/><b>c</b></a>`:                             `<a><SessionId/><b>c</b></a>`,
		"<SessionId>\n 00D\n</SessionId><SessionId>2</SessionId>": "<SessionId></SessionId><SessionId></SessionId>",
		`<SessionId><![CDATA[00D<!]]></SessionId>`:                `<SessionId></SessionId>`,
		`<SessionIds>1</SessionIds>`:                              `<SessionIds>1</SessionIds>`,
		`{"SessionId":"1 < 2"}`:                                   `{"SessionId":"1 < 2"}`,
		`<sf:Name>my-secret is 12345678</sf:Name>`:                `<sf:Name>my-secret is </sf:Name>`,
		`<SessionId>00D!AQ8`:                                      `<SessionId>`,
	} {
		if got := string(blank([]byte(body), []string{"short", "12345678", ""})); got != want {
			t.Errorf("of %s is kept %s", body, got)
		}
	}
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
