package surveys

//go:generate go test -run TestSchemaIsFresh -update .

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/jsonschema-go/jsonschema"
)

const schemaFile = "../../surveys.schema.json"

// TestSchemaIsFresh fails if the schema that editors get is not the one that
// the code makes; go generate writes it.
func TestSchemaIsFresh(t *testing.T) {
	made, err := json.MarshalIndent(schema(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	made = append(made, '\n')
	if *update {
		if err := os.WriteFile(schemaFile, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile(schemaFile); err != nil || !bytes.Equal(kept, made) {
		t.Errorf("surveys.schema.json is stale; run go generate ./shared/surveys (%v)", err)
	}
}

// kept is the schema as editors read it.
func kept(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(text, &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

// validate holds a text to the schema, as an editor would.
func validate(t *testing.T, s *jsonschema.Resolved, text []byte) error {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(asJSON, &v); err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestSchemaTakesGoodFiles(t *testing.T) {
	s := kept(t)
	for name, text := range map[string][]byte{"shipped": shipped(t), "smallest": []byte(smallest), "everything": []byte(everything)} {
		if err := validate(t, s, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// manyIssues writes n issues of a word each.
func manyIssues(n int) string {
	return numbered(n, "{name: a%d, words: [b]}")
}

// fewest are the fields that a mapped source needs.
const fewest = "{kind: a, object: b, at: c, customer.id: d}"

// TestSchemaRefuses spoils the smallest file in one place at a time. Schema
// and Load must both see it.
func TestSchemaRefuses(t *testing.T) {
	s := kept(t)
	for _, c := range []struct{ old, bad string }{
		{"name: Acme", "nam: Acme"},
		{"name: Acme", "name: 7"},
		{"name: Acme", "name: ''"},
		{"name: Acme", "name: " + strings.Repeat("é", 81)},
		{"name: Acme", "name: Acme, color: red"},
		{"name: Acme", "name: Acme, domains: [a@acme.example]"},
		{"name: Acme", "name: Acme, domains: "},
		{"sources: [{name: app, type: standard}]", "sources: []"},
		{"sources: [{name: app, type: standard}]", "sources: {name: app, type: standard}"},
		{"name: app", "name: App"},
		{"standard", "zendesc"},
		{"type: standard", "type: standard, api: 'https://acme.example.com'"},
		{"type: standard", "type: standard, kinds: {a: b.c}"},
		{"type: standard", "type: freshdesk, api: 'https://acme.example.com'"},
		{"type: standard", "type: zendesk, api: 'http://acme.example.com'"},
		{"type: standard", "type: zendesk, api: 'https://acme.example.com/api'"},
		{"type: standard", "type: zendesk, api: 'https://acme.example.com:8443'"},
		{"type: standard", "type: zendesk, organization: 00D000000000001"},
		{"type: standard", "type: salesforce, organization: 00D1"},
		{"type: standard", "type: zendesk, kinds: {}"},
		{"type: standard", "type: zendesk, kinds: {open: Ticket}"},
		{"type: standard", "type: zendesk, kinds: [a]"},
		{"type: standard", "type: zendesk, product: .a"},
		{"type: standard", "type: zendesk, product: ''"},
		{"type: standard", "type: zendesk, verify: {secret: X-A}"},
		{"type: standard", "type: mapped"},
		{"type: standard", "type: mapped, verify: {secret: X-A}"},
		{"type: standard", "type: mapped, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: sha256}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: md5, header: X-A}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: sha1, header: X A}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: sha1, header: X-A, secret: X-A}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: sha1, header: X-A, encoding: hexa}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: sha1, header: X-A, signed: v0}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {hmac: sha1, header: X-A, key: pem}, fields: " + fewest},
		{"type: standard", "type: mapped, verify: {secret: X-A}, fields: {kind: a, object: b, at: c}"},
		{"type: standard", "type: mapped, verify: {secret: X-A}, fields: {kind: a, object: b, customer.id: d}"},
		{"type: standard", "type: mapped, verify: {secret: X-A}, amounts: cents, fields: " + fewest},
		{", type: standard", ""},
		{"programs:", "quiet: 731\nprograms:"},
		{"programs:", "quiet: 3 months\nprograms:"},
		{"programs:", "holdout: 60\nprograms:"},
		{"programs:", "scope: company\nprograms:"},
		{"programs:", "dimensions: [colour]\nprograms:"},
		{"programs:", "exclude: [spam]\nprograms:"},
		{"programs:", "dimensions: [issue]\nprograms:"},
		{"programs:", "issues: []\nprograms:"},
		{"programs:", "issues: {name: a, words: [a]}\nprograms:"},
		{"programs:", "issues: [{words: [a]}]\nprograms:"},
		{"programs:", "issues: [{name: a}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: []}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: [a, a]}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: [a b c d e]}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: [" + strings.Repeat("a", 61) + "]}]\nprograms:"},
		{"programs:", "issues: [{name: " + strings.Repeat("a", 41) + ", words: [a]}]\nprograms:"},
		{"programs:", "issues: [{name: a, tags: [7]}]\nprograms:"},
		{"programs:", "issues: " + manyIssues(101) + "\nprograms:"},
		{"programs:", "notify: {}\nprograms:"},
		{"programs:", "notify: {digest: []}\nprograms:"},
		{"programs:", "notify: {digest: [acme]}\nprograms:"},
		{"programs:", "notify: {keywords: [lawyer]}\nprograms:"},
		{"programs:", "notify: {alerts: [a@acme.example], keywords: [a b c d e]}\nprograms:"},
		{"programs:", "timezone: berlin\nprograms:"},
		{"name: deals", "name: -"},
		{"ask: nps", "ask: npx"},
		{"{kinds: [deal.won]}", "{kinds: []}"},
		{"{kinds: [deal.won]}", "{kinds: [Deal.Won]}"},
		{"{kinds: [deal.won]}", "{kinds: [deal.won, deal.won]}"},
		{"{kinds: [deal.won]}", "{}"},
		{"rate: 0.1", "rate: 10"},
		{"rate: 0.1", "rate: often"},
		{", rate: 0.1", ""},
		{"rate: 0.1", "rate: 0.1, strata: []"},
		{"rate: 0.1", "rate: 0.1, strata: {name: a, when: {tags: [b]}, rate: 0.1}"},
		{"rate: 0.1", "rate: 0.1, strata: [{name: A, when: {tags: [b]}, rate: 0.1}]"},
		{"rate: 0.1", "rate: 0.1, strata: [{name: a, when: {}, rate: 0.1}]"},
		{"rate: 0.1", "rate: 0.1, strata: [{name: a, when: {tags: [b]}}]"},
		{"rate: 0.1", "rate: 0.1, strata: [{name: a, when: {tag: [b]}, rate: 0.1}]"},
		{"rate: 0.1", "rate: 0.1, strata: [{name: a, when: {kinds: [A]}, rate: 0.1}]"},
		{"rate: 0.1", "rate: 0.1, floor: 2"},
		{"rate: 0.1", "rate: 0.1, budget: 50"},
		{"rate: 0.1", "rate: 0.1, budget: {}"},
		{"rate: 0.1", "rate: 0.1, budget: {week: 5}"},
		{"rate: 0.1", "rate: 0.1, budget: {day: 0}"},
		{"rate: 0.1", "rate: 0.1, budget: {day: 1.5}"},
		{"rate: 0.1", "rate: 0.1, budget: {month: 1000000001}"},
		{"rate: 0.1", "rate: 0.1, ceiling: true"},
		{"rate: 0.1", "rate: 0.1, delay: 5"},
		{"rate: 0.1", "rate: 0.1, window: 1h2d"},
		{"rate: 0.1", "rate: 0.1, question: [Why?]"},
		{"rate: 0.1", "rate: 0.1, question: {}"},
		{"rate: 0.1", "rate: 0.1, question: {english: Why?}"},
		{"rate: 0.1", "rate: 0.1, question: {en: 7}"},
		{"rate: 0.1", "rate: 0.1, style: stars"},
		{"rate: 0.1", "rate: 0.1, agent: maybe"},
		{"rate: 0.1", "rate: 0.1, thanks: Thanks"},
		{"rate: 0.1", "rate: 0.1, labels: {middle: So so}"},
		{"rate: 0.1", "rate: 0.1, brand: {domains: [a.example]}"},
		{"rate: 0.1", "rate: 0.1, mails: {hours: day}"},
		{"rate: 0.1", "rate: 0.1, mails: {days: [monday]}"},
		{"rate: 0.1", "rate: 0.1, remind: soon"},
		{"name: Acme", "name: Acme, logo: 'http://acme.example/l.png'"},
		{"name: Acme", "name: Acme, sender: Acme"},
		{"name: Acme", "name: Acme, address: ''"},
		{"stage: sales", "stage: " + strings.Repeat("s", 41)},
	} {
		text := []byte(strings.Replace(smallest, c.old, c.bad, 1))
		if validate(t, s, text) == nil {
			t.Errorf("the schema takes %q for %q", c.bad, c.old)
		}
		if _, err := Load(text); err == nil {
			t.Errorf("Load takes %q for %q", c.bad, c.old)
		}
	}
}

// TestSchemaHasTheKeys asks Load, by an unknown key in each object, which keys
// it knows there, and wants the schema to have the same, in the same order,
// each with a description.
func TestSchemaHasTheKeys(t *testing.T) {
	whole := strings.Replace(smallest, "rate: 0.1", "rate: 0.1, strata: [{name: a, when: {tags: [b]}, rate: 0.1}], budget: {day: 5}, brand: {name: A}, labels: {low: No}, follow: {low: Why?}, thanks: {high: Ta}, mails: {hours: 9-17}", 1)
	whole = strings.Replace(whole, "type: standard", "type: mapped, verify: {secret: X-A}, fields: "+fewest, 1)
	text := "zzzzz: 1\n" + strings.NewReplacer("{", "{zzzzz: 1, ").Replace(whole) + "exclude: {zzzzz: 1}\nmails: {zzzzz: 1}\nissues: [{zzzzz: 1, name: a, tags: [b]}]\nnotify: {zzzzz: 1}\n"
	_, err := Load([]byte(text))
	var problems Problems
	if !errors.As(err, &problems) {
		t.Fatal(err)
	}
	objects := map[string]*jsonschema.Schema{}
	gather(schema(t), "", objects)
	for _, p := range problems {
		list, unknown := strings.CutPrefix(p.Message, "unknown key; it can ")
		if !unknown {
			t.Fatal(p)
		}
		path := strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(p.Path, "zzzzz"), "."), "[0]", "")
		known := strings.Fields(strings.NewReplacer("only", "", "be ", "", ",", "", " or ", " ").Replace(list))
		if o := objects[path]; o == nil || !slices.Equal(o.PropertyOrder, known) {
			t.Errorf("%q has the keys %v, its schema is %+v", path, known, o)
		}
		delete(objects, path)
	}
	for path := range objects {
		t.Errorf("Load knows no object %q", path)
	}
}

func gather(s *jsonschema.Schema, path string, objects map[string]*jsonschema.Schema) {
	if s.Items != nil {
		s = s.Items
	}
	if s.Properties == nil {
		return
	}
	objects[path] = s
	for key, p := range s.Properties {
		if p.Description == "" {
			objects["undescribed "+join(path, key)] = p
		}
		gather(p, join(path, key), objects)
	}
}
