package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"heed/shared/wiring"
)

func TestSettingsAreRead(t *testing.T) {
	got, err := readSettings(map[string]any{
		"heed:sender": "Acme <surveys@feedback.example.com>", "heed:replyDomain": "in.example.com", "heed:observe": "false",
		"heed:senderVerified": true, "aws:cdk:bundling-stacks": []any{"**"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := Settings{Stack: "heed", Sender: "Acme <surveys@feedback.example.com>", ReplyDomain: "in.example.com", SenderVerified: true}
	if *got != want {
		t.Errorf("got %+v, want %+v", *got, want)
	}
	if got := got.SenderDomain(); got != "feedback.example.com" {
		t.Errorf("mails come from %q", got)
	}
}

func TestObservingIsTheDefault(t *testing.T) {
	got, err := readSettings(nil)
	if err != nil || *got != none {
		t.Errorf("got %+v and %v", got, err)
	}
}

func TestSettingsThatAreWrong(t *testing.T) {
	for _, c := range []struct {
		name    string
		context map[string]any
		want    []string // in the message, a line each
	}{
		{"misspelt", map[string]any{"heed:sendr": "a@example.com"}, []string{"heed:sendr: there is no such setting"}},
		{"no address", map[string]any{"heed:sender": "surveys"}, []string{`heed:sender is "surveys"`}},
		{"no domain", map[string]any{"heed:sender": "root@localhost"}, []string{`heed:sender is "root@localhost"`}},
		{"a list", map[string]any{"heed:alarmAddress": []any{"a@example.com"}}, []string{"heed:alarmAddress is"}},
		{"upper case", map[string]any{"heed:stack": "Heed"}, []string{`heed:stack is "Heed"`}},
		{"too long", map[string]any{"heed:stack": strings.Repeat("h", 25)}, []string{"heed:stack is"}},
		{"a URL", map[string]any{"heed:replyDomain": "https://in.example.com"}, []string{"heed:replyDomain is"}},
		{"neither yes nor no", map[string]any{"heed:observe": "maybe"}, []string{`heed:observe is "maybe"; it should be true or false`}},
		{"nobody to send", map[string]any{"heed:observe": false}, []string{"heed:observe is false, but there is no heed:sender"}},
		{"half a host", map[string]any{"heed:host": "ask.example.com"}, []string{"heed:host and heed:certificate go together"}},
		{"verified nobody", map[string]any{"heed:senderVerified": true}, []string{"heed:senderVerified without a heed:sender"}},
		{"rules for nothing", map[string]any{"heed:ruleSet": "ours"}, []string{"heed:ruleSet without a heed:replyDomain"}},
		{"replies among bounces", map[string]any{"heed:sender": "a@example.com", "heed:replyDomain": "bounce.example.com"}, []string{"take another one, such as in.example.com"}},
		{"all of one's mail", map[string]any{"heed:sender": "a@example.com", "heed:replyDomain": "example.com"}, []string{"take one below it, such as in.example.com"}},
		{
			"everything at once",
			map[string]any{"heed:host": "/", "heed:certificate": "abc", "heed:observe": 1.0, "heed:ruleSet": "a b", "heed:restoredTable": "t", "heed:x": ""},
			[]string{"heed:ruleSet is", "heed:host is", "heed:certificate is", "heed:restoredTable is", "heed:observe is", "heed:x: there is no"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := readSettings(c.context)
			if err == nil {
				t.Fatal("nothing was said")
			}
			lines := strings.Split(err.Error(), "\n")
			if len(lines) != len(c.want) {
				t.Fatalf("said\n%s\nwant %d lines", err, len(c.want))
			}
			for i, want := range c.want {
				if !strings.Contains(lines[i], want) {
					t.Errorf("line %d is\n%s\nwant %s", i+1, lines[i], want)
				}
			}
		})
	}
}

func TestWhatAPersonWritesIsReadInOneGo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "surveys.yaml")
	write(t, path, "quiet: never\n")
	_, _, err := read(map[string]any{"heed:sender": "surveys"}, path)
	if err == nil || !strings.Contains(err.Error(), "heed:sender") || !strings.Contains(err.Error(), "quiet") {
		t.Errorf("said %v; want a word on both the sender and quiet", err)
	}
	_, _, err = read(nil, path+".gone")
	if err == nil || !strings.Contains(err.Error(), "reading what to ask") {
		t.Errorf("said %v of a file that is not there", err)
	}
}

func TestFunctionsAreBuiltFirst(t *testing.T) {
	assets := t.TempDir()
	for _, f := range wiring.Functions[1:] {
		write(t, filepath.Join(assets, f.Name, "bootstrap"), "program")
		write(t, filepath.Join(assets, f.Name, "surveys.yaml"), "text")
	}
	first := filepath.Join(assets, wiring.Functions[0].Name)
	write(t, filepath.Join(first, "surveys.yaml"), "text")
	if err := built(assets); err == nil || err.Error() != "run make build: there is no "+filepath.Join(first, "bootstrap") {
		t.Errorf("said %v", err)
	}
	write(t, filepath.Join(first, "bootstrap"), "program")
	if err := built(assets); err != nil {
		t.Error(err)
	}
}

// The settings that cdk.json shows are those that there are, and as they are
// there, a deployment can be made of them.
func TestTheSettingsInTheBox(t *testing.T) {
	text, err := os.ReadFile("../cdk.json")
	if err != nil {
		t.Fatal(err)
	}
	var box struct{ Context map[string]any }
	if err := json.Unmarshal(text, &box); err != nil {
		t.Fatal(err)
	}
	settings, _, err := read(box.Context, "../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !settings.Observe {
		t.Error("a fresh deployment would send mail")
	}
	_, err = readSettings(map[string]any{"heed:?": ""})
	_, list, _ := strings.Cut(err.Error(), "there are ")
	for _, name := range strings.Split(list, ", ") {
		if _, ok := box.Context[name]; !ok {
			t.Errorf("cdk.json does not show %s", name)
		}
	}
	if slices.Contains(strings.Split(list, ", "), "") {
		t.Errorf("the settings are %q", list)
	}
}
