package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/surveys"
	"heed/shared/wiring"
)

// A template is a synthesized stack, as CloudFormation would be given it, and
// what the rules complained of. Resources are known by their place in the
// stack, such as Function-webhook/Role, not by CloudFormation's ids.
type template struct {
	text       []byte
	resources  map[string]resource
	places     map[string]string // of a resource, by CloudFormation's id
	complaints []string
}

type resource struct {
	Type           string
	Properties     map[string]any
	DependsOn      []string
	DeletionPolicy string
}

// all is a deployment with everything there is, none one that was told nothing.
var (
	all = Settings{
		Stack: "heed", Sender: "Acme <surveys@feedback.example.com>", ReplyDomain: "in.example.com",
		Host: "ask.example.com", Certificate: "arn:aws:acm:eu-west-1:123456789012:certificate/0a",
		AlarmAddress: "On call <oncall@example.com>",
	}
	none = Settings{Stack: "heed", Observe: true}
)

func TestMain(m *testing.M) {
	code := m.Run()
	jsii.Close()
	os.Exit(code)
}

// A template takes a second or two to make, so tests share them.
var made = map[Settings]*template{}

func of(t *testing.T, s Settings) *template {
	t.Helper()
	if made[s] == nil {
		made[s] = synthesize(t, func(app awscdk.App, assets string) {
			config := asked
			NewStack(app, &s, config, assets)
		})
	}
	return made[s]
}

// synthesize makes the template of the stack, called heed, that fill puts in
// an app. The functions' folders hold no real programs.
func synthesize(t *testing.T, fill func(app awscdk.App, assets string)) *template {
	t.Helper()
	assets, out := t.TempDir(), t.TempDir()
	for _, f := range wiring.Functions {
		write(t, filepath.Join(assets, f.Name, "bootstrap"), f.Name)
	}
	app := awscdk.NewApp(&awscdk.AppProps{Outdir: &out})
	fill(app, assets)
	check(app)
	app.Synth(nil)
	made := &template{text: slurp(t, filepath.Join(out, "heed.template.json")), places: map[string]string{}}
	made.readMetadata(t, slurp(t, filepath.Join(out, "heed.metadata.json")))
	made.readResources(t)
	return made
}

func (m *template) readMetadata(t *testing.T, text []byte) {
	t.Helper()
	var metadata map[string][]struct{ Type, Data any }
	if err := json.Unmarshal(text, &metadata); err != nil {
		t.Fatal(err)
	}
	for path, entries := range metadata {
		place := strings.TrimSuffix(strings.TrimPrefix(path, "/heed/"), "/Resource")
		for _, entry := range entries {
			switch entry.Type {
			case "aws:cdk:logicalId":
				m.places[entry.Data.(string)] = place
			case "aws:cdk:error", "aws:cdk:warning":
				m.complaints = append(m.complaints, place+": "+fmt.Sprint(entry.Data))
			}
		}
	}
}

func (m *template) readResources(t *testing.T) {
	t.Helper()
	var parsed struct{ Resources map[string]resource }
	if err := json.Unmarshal(m.text, &parsed); err != nil {
		t.Fatal(err)
	}
	m.resources = map[string]resource{}
	for id, r := range parsed.Resources {
		m.resources[m.places[id]] = r
	}
}

// get returns the resource at a place.
func (m *template) get(t *testing.T, place string) map[string]any {
	t.Helper()
	r, ok := m.resources[place]
	if !ok {
		t.Fatalf("there is no %s", place)
	}
	return r.Properties
}

// typed returns the resources of a type, by place.
func (m *template) typed(name string) map[string]map[string]any {
	found := map[string]map[string]any{}
	for place, r := range m.resources {
		if r.Type == name {
			found[place] = r.Properties
		}
	}
	return found
}

// flat writes a value as one string: what it refers to by its place, in
// braces, and account and region as stars.
func (m *template) flat(value any) string {
	switch v := value.(type) {
	case map[string]any:
		if ref, ok := v["Ref"].(string); ok {
			return m.name(ref, "")
		}
		if attr, ok := v["Fn::GetAtt"].([]any); ok {
			return m.name(attr[0].(string), "."+attr[1].(string))
		}
		if join, ok := v["Fn::Join"].([]any); ok {
			var parts []string
			for _, part := range join[1].([]any) {
				parts = append(parts, m.flat(part))
			}
			return strings.Join(parts, join[0].(string))
		}
	}
	return fmt.Sprint(value)
}

func (m *template) name(id, attribute string) string {
	switch id {
	case "AWS::Partition":
		return "aws"
	case "AWS::Region", "AWS::AccountId":
		return "*"
	}
	return "{" + m.places[id] + attribute + "}"
}

// list returns what may be one value or many as many.
func list(value any) []any {
	if many, ok := value.([]any); ok {
		return many
	}
	if value == nil {
		return nil
	}
	return []any{value}
}

// dig follows keys down into a value; nil if one leads nowhere.
func dig(value any, keys ...string) any {
	for _, key := range keys {
		m, _ := value.(map[string]any)
		value = m[key]
	}
	return value
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
		t.Fatal(err)
	}
}

func slurp(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// asked has a source whose vendor is asked, and two whose vendors are not: one
// that nobody says the place of, and one that is no vendor.
var asked = &surveys.Config{Sources: []surveys.Source{{Name: "zendesk", Type: "zendesk"}, {Name: "app"}, {Name: "desk", Type: "helpscout"}}}
