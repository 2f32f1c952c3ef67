package replies

import (
	"os"
	"strings"
	"testing"
)

// mailOf makes a mail of a header and, behind a blank line, a body.
func mailOf(text string) []byte {
	text = strings.ReplaceAll(text, `\n`, "\n")
	header, body, _ := strings.Cut(text+"\n", "\n\n")
	for _, usual := range []string{"From: Ann <ann@example.com>", "To: reply+TOKEN@in.example.com", "Subject: Re: How was it?"} {
		name, _, _ := strings.Cut(usual, ":")
		if !strings.Contains("\n"+header, "\n"+name+":") {
			header = usual + "\n" + strings.TrimRight(header, "\n")
		}
	}
	if body == "" {
		body = "9\n"
	}
	return []byte(strings.ReplaceAll(strings.TrimRight(header, "\n")+"\n\n"+body, "\n", "\r\n"))
}

// Each line of the table is a mail, and names the rule that tells it.
func TestVerdicts(t *testing.T) {
	text, err := os.ReadFile("testdata/verdicts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	told, cases := map[string]bool{}, 0
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cases++
		f := strings.Split(line, "\t")
		if len(f) != 5 || f[3] == "" {
			t.Fatalf("line %d: %d fields, and the rule's source is %q", i+1, len(f), f[3])
		}
		l, err := Read(mailOf(f[4]))
		if err != nil {
			t.Errorf("line %d: %v", i+1, err)
			continue
		}
		if told[l.Rule] = true; string(l.Judge(false)) != f[0] || string(l.Judge(true)) != f[1] || l.Rule != f[2] {
			t.Errorf("line %d: %q is %s, %s by rule %q; want %s, %s by %q", i+1, f[4], l.Judge(false), l.Judge(true), l.Rule, f[0], f[1], f[2])
		}
	}
	for _, r := range rules {
		if !told[r.name] {
			t.Errorf("no case for the rule %q", r.name)
		}
		if r.source == "" {
			t.Errorf("the rule %q has no source", r.name)
		}
	}
	if cases < 60 {
		t.Errorf("only %d cases", cases)
	}
}

// Who asks for no automatic answer gets none, and is no machine for that.
func TestQuiet(t *testing.T) {
	l, err := Read(mailOf("X-Auto-Response-Suppress: All"))
	if err != nil || !l.Quiet || l.Verdict != Human {
		t.Errorf("%+v, %v", l, err)
	}
}
