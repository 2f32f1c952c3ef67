package surveys

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"heed/shared/heed"
)

var update = flag.Bool("update", false, "write what is read into the expected files")

func shipped(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestLoadShipped(t *testing.T) {
	c, err := Load(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Version != VersionOf(c.Text) || c.Version == (heed.ConfigVersion{}) {
		t.Errorf("version is %v", c.Version)
	}
	p := c.Program("renewal")
	if p == nil || p.Rate != 250_000_000 || p.Ceiling != 300_000_000 || p.Delay != 24*time.Hour || p.Quiet != 90 {
		t.Errorf("renewal is read as %+v", p)
	}
	if src := c.Source("app"); src == nil || src.Type != "standard" {
		t.Errorf("app is read as %+v", src)
	}
	seen := map[string]string{}
	for _, p := range c.Programs {
		for _, kind := range p.When.Kinds {
			if other := seen[kind]; other != "" {
				t.Errorf("%s and %s both ask about %s", other, p.Name, kind)
			}
			seen[kind] = p.Name
		}
	}
}

const smallest = `brand: {name: Acme}
sources: [{name: app, type: standard}]
programs:
  - {name: deals, ask: nps, when: {kinds: [deal.won]}, stage: sales, rate: 0.1}
`

func TestLoadDefaults(t *testing.T) {
	c, err := Load([]byte(smallest))
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Version: c.Version, Text: []byte(smallest),
		Brand: Brand{Name: "Acme", Color: "#2457d6"}, Zone: time.UTC,
		Quiet: 90, Scope: Customer,
		Dimensions: []string{"stage", "team", "product", "source", "channel"},
		Sources:    []Source{{Name: "app", Type: "standard"}},
		Programs: []Program{{
			Name: "deals", Ask: heed.NPS, Style: Numbers, Brand: Brand{Name: "Acme", Color: "#2457d6"}, When: Match{Kinds: []string{"deal.won"}}, Stage: "sales",
			Rate: 100_000_000, Ceiling: 300_000_000, Window: 14 * day, Quiet: 90, Floor: 10_000_000,
		}},
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("read %+v\nwant %+v", c, want)
	}
}

const everything = `--- # one document may say so
brand: {name: Ümläut & Co, color: "#ABCDEF", domains: [Acme.Example, acme.co.uk], logo: "https://acme.example/l.png", sender: hi@acme.example, address: "1 Main St, Springfield", locale: pt, review: "https://reviews.example/acme"}
timezone: America/New_York
quiet: 30
mails: {hours: 9-17:30, days: [mon, fri]}
holdout: 0.125
scope: account
exclude: {tags: [spam, "2024"]}
dimensions: [tag, issue, cohort]
issues:
- {name: Rechnung & Preis, tags: [billing, "7"], words: [invoice, Rechnung, paid twice, "2FA", 請求]}
- {name: down, words: ["can't log in again"]}
- name: plain
  tags: [plain]
notify: {digest: [team@acme.example], alerts: [lead@acme.example, on-call+heed@acme.example], keywords: [lawyer, "money back"]}
sources:
- {name: app, type: standard}
- {name: zendesk, type: zendesk, api: "https://Acme.Zendesk.com/", product: detail.custom_status, kinds: {7: ticket.solved, In review: ticket.replied, "1.10": ticket.created}}
- {name: sales, type: salesforce, organization: 00D000000000001AAA}
- name: shop
  type: mapped
  verify: {hmac: sha1, header: X-Signature, prefix: "sha1=", encoding: base64, timestamp: X-Time, id: X-Id, signed: "{method}\n{url}\n{timestamp}.{id}.{body}", key: hex}
  each: "@this"
  kinds: {paid: deal.won}
  fields:
    kind: status
    object: order.id
    occurrence: order.visit
    at: order.paid_at
    customer.id: customer.id
    customer.email: customer.emails.0
    customer.name: customer.name
    customer.locale: customer.language
    customer.zone: customer.tz
    customer.account: company.id
    team: team
    agent: 'agents.#(role=="owner").email'
    product: lines.0.sku
    channel: via
    locale: ticket.language
    tags: tags
    subject: order.title
    created: order.created_at
    replied: order.confirmed_at
    reopens: order.returns
    handled: order.worked
    amount: order.total
    currency: '!"EUR"'
  amounts: minor
- {name: wiki, type: mapped, verify: {secret: Authorization, prefix: "Token "}, fields: {kind: event, object: id, at: time, customer.email: who}}
- {name: forum, type: mapped, verify: {secret: basic}, fields: {kind: event, object: id, at: time, customer.email: who}}
- {name: till, type: mapped, verify: {hmac: sha512, header: X-Sum}, fields: {kind: event, object: id, at: time, customer.email: who}}
programs:
- name: deals
  ask: ces
  question: >-
    How easy was it
    to buy?
  brand: {name: Acme Deals, color: "#123456", locale: de}
  subject: {en: "{brand} asks {name|you}", DE: Frage}
  intro: "Hello {name|there}, {agent|our team} sold you {product|it}."
  labels: {low: Hard, high: {ja: 簡単}}
  agent: true
  follow: {low: "What was hard at {brand}?"}
  thanks: {middle: Thanks, high: {fr: Merci}}
  quote: true
  remind: 5d
  mails: {days: [sat]}
  when: {kinds: [deal.won, deal.lost], sources: [app], teams: [Sales], tags: []}
  stage: pre-sales
  rate: '50 %'
  ceiling: 0.9
  strata:
  - name: vip
    when: {tags: [vip, gold]}
    rate: 90%
  - {name: lost-at-sales, when: {kinds: [deal.lost], sources: [app], teams: [Sales]}, rate: 0}
  floor: 2.5%
  budget: {day: 50, month: 1000}
  delay: 1d12h
  window: 90d
  quiet: 0d
...
`

func TestLoadEverything(t *testing.T) {
	c, err := Load([]byte(everything))
	if err != nil {
		t.Fatal(err)
	}
	zone, _ := time.LoadLocation("America/New_York")
	few := map[string]string{"kind": "event", "object": "id", "at": "time", "customer.email": "who"}
	brand := Brand{
		Name: "Ümläut & Co", Color: "#abcdef", Logo: "https://acme.example/l.png", Sender: "hi@acme.example", Address: "1 Main St, Springfield",
		Locale: "pt", Review: "https://reviews.example/acme", Domains: []string{"acme.example", "acme.co.uk"},
	}
	own := brand
	own.Name, own.Color, own.Locale = "Acme Deals", "#123456", "de"
	want := &Config{
		Version: VersionOf([]byte(everything)), Text: []byte(everything),
		Brand: brand,
		Hours: Hours{From: 9 * 60, To: 17*60 + 30, Days: [7]bool{1: true, 5: true}},
		Zone:  zone, Quiet: 30, Holdout: 125_000_000, Scope: Account,
		ExcludedTags: []string{"spam", "2024"}, Dimensions: []string{"tag", "issue", "cohort"},
		Issues: []Issue{
			{"Rechnung & Preis", []string{"billing", "7"}, []string{"invoice", "Rechnung", "paid twice", "2FA", "請求"}},
			{"down", nil, []string{"can't log in again"}},
			{"plain", []string{"plain"}, nil},
		},
		Notify: Notify{
			Digest: []string{"team@acme.example"}, Alerts: []string{"lead@acme.example", "on-call+heed@acme.example"},
			Keywords: []string{"lawyer", "money back"},
		},
		Sources: []Source{
			{Name: "app", Type: "standard"},
			{
				Name: "zendesk", Type: "zendesk", API: "https://acme.zendesk.com", Product: "detail.custom_status",
				Kinds: map[string]string{"7": "ticket.solved", "In review": "ticket.replied", "1.10": "ticket.created"},
			},
			{Name: "sales", Type: "salesforce", Organization: "00D000000000001AAA"},
			{Name: "shop", Type: "mapped", Kinds: map[string]string{"paid": "deal.won"}, Mapping: &Mapping{
				Recipe: Recipe{
					Hash: "sha1", Header: "X-Signature", Prefix: "sha1=", Encoding: "base64", Timestamp: "X-Time", ID: "X-Id",
					Signed: "{method}\n{url}\n{timestamp}.{id}.{body}", Key: "hex",
				},
				Each: "@this", Minor: true,
				Fields: map[string]string{
					"kind": "status", "object": "order.id", "occurrence": "order.visit", "at": "order.paid_at",
					"customer.id": "customer.id", "customer.email": "customer.emails.0", "customer.name": "customer.name",
					"customer.locale": "customer.language", "customer.zone": "customer.tz", "customer.account": "company.id", "locale": "ticket.language",
					"team": "team", "agent": `agents.#(role=="owner").email`, "product": "lines.0.sku", "channel": "via", "tags": "tags", "subject": "order.title",
					"created": "order.created_at", "replied": "order.confirmed_at", "reopens": "order.returns", "handled": "order.worked",
					"amount": "order.total", "currency": `!"EUR"`,
				},
			}},
			{Name: "wiki", Type: "mapped", Mapping: &Mapping{Recipe: Recipe{Secret: "Authorization", Prefix: "Token "}, Fields: few}},
			{Name: "forum", Type: "mapped", Mapping: &Mapping{Recipe: Recipe{Secret: ShownBasic}, Fields: few}},
			{Name: "till", Type: "mapped", Mapping: &Mapping{
				Recipe: Recipe{Hash: "sha512", Header: "X-Sum", Encoding: "hex", Signed: "{body}", Key: "text"}, Fields: few,
			}},
		},
		Programs: []Program{{
			Name: "deals", Ask: heed.CES, Style: Numbers, Brand: own, Question: Text{"": "How easy was it to buy?"},
			Subject: Text{"en": "{brand} asks {name|you}", "de": "Frage"}, Intro: Text{"": "Hello {name|there}, {agent|our team} sold you {product|it}."},
			Low: Text{"": "Hard"}, High: Text{"ja": "簡単"}, Agent: true, Quote: true, Remind: 5 * day,
			Follow: ByScore{0: {"": "What was hard at {brand}?"}}, Thanks: ByScore{1: {"": "Thanks"}, 2: {"fr": "Merci"}},
			Hours: Hours{Days: [7]bool{6: true}},
			When:  Match{Kinds: []string{"deal.won", "deal.lost"}, Sources: []string{"app"}, Teams: []string{"Sales"}, Tags: []string{}},
			Stage: "pre-sales", Rate: 500_000_000, Ceiling: 900_000_000, Delay: 36 * time.Hour, Window: 90 * day,
			Strata: []Stratum{
				{"vip", Match{Tags: []string{"vip", "gold"}}, 900_000_000},
				{"lost-at-sales", Match{[]string{"deal.lost"}, []string{"app"}, []string{"Sales"}, nil}, 0},
			},
			Floor: 25_000_000, Budget: Budget{50, 1000},
		}},
	}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("read %+v\nwant %+v", c, want)
	}
}

// TestBad reads files with mistakes and compares what is said of them, to the
// letter: these lines are what people mend their files by.
func TestBad(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no bad files", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil || len(archive.Files) != 2 {
				t.Fatalf("want surveys.yaml and problems: %v", err)
			}
			_, err = Load(archive.Files[0].Data)
			if err == nil {
				t.Fatal("nothing is wrong with it")
			}
			if got, want := err.Error()+"\n", string(archive.Files[1].Data); got != want && !*update {
				t.Errorf("said:\n%s\nwant:\n%s", got, want)
			} else if got != want {
				archive.Files[1].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	text := shipped(b)
	for b.Loop() {
		if _, err := Load(text); err != nil {
			b.Fatal(err)
		}
	}
}
