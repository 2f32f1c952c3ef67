package said_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"heed/shared/said"
	"heed/shared/said/judge"
)

func casesOf(tb testing.TB, name string) []judge.Case {
	tb.Helper()
	file, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	cases, err := judge.Read(file)
	if err != nil {
		tb.Fatal(err)
	}
	return cases
}

func TestCases(t *testing.T) {
	for _, name := range []string{"cases.json", "blind.json"} {
		var all, foreign judge.Count
		for _, c := range casesOf(t, name) {
			words := c.Words()
			passed := c.Passes(words)
			all.Add(passed)
			if c.Lang != "en" {
				foreign.Add(passed)
			}
			if !passed {
				t.Errorf("%s: %s came out as %q", name, c.ID, words)
			}
		}
		t.Logf("%s: %s; not English: %s", name, all, foreign)
		if all.Of < 300 || foreign.Of < 250 {
			t.Errorf("%s: only %d cases, %d of them not in English", name, all.Of, foreign.Of)
		}
	}
}

// What comes out stands in what came in, in the same order.
func TestNothingIsMadeUp(t *testing.T) {
	for _, name := range []string{"cases.json", "blind.json"} {
		for _, c := range casesOf(t, name) {
			if !c.HTML {
				stems(t, c.Input, said.Plain(c.Input))
			}
			words := said.Words(said.Mail{Text: c.Input, HTML: "<p>" + c.Input})
			if len(words) > len(c.Input) {
				t.Errorf("%s: %d bytes of %d", c.ID, len(words), len(c.Input))
			}
		}
	}
}

// What a person said has nothing more to be dropped.
func TestWordsOfWords(t *testing.T) {
	for _, name := range []string{"cases.json", "blind.json"} {
		for _, c := range casesOf(t, name) {
			words := c.Words()
			if again := said.Plain(words); again != words {
				t.Errorf("%s: %q of %q", c.ID, again, words)
			}
		}
	}
}

// stems fails unless each line of the words is part of the text, behind the
// one before it.
func stems(t *testing.T, text, words string) {
	t.Helper()
	if len(words) > len(text) {
		t.Fatalf("%d bytes of words in %d", len(words), len(text))
	}
	text = strings.ToValidUTF8(text, "")
	for line := range strings.SplitSeq(words, "\n") {
		i := strings.Index(text, line)
		if i < 0 {
			t.Fatalf("%q is not there", line)
		}
		text = text[i+len(line):]
	}
}

func TestWordsChoosesBetweenTheBodies(t *testing.T) {
	gmail := `<div>Nine.</div><div class="gmail_quote">On Monday<blockquote class="gmail_quote">How likely?</blockquote></div>`
	for _, c := range []struct {
		name string
		mail said.Mail
		want string
	}{
		{"nothing", said.Mail{}, ""},
		{"text alone", said.Mail{Text: "Nine.\n\n> Well?"}, "Nine."},
		{"HTML alone", said.Mail{HTML: gmail}, "Nine."},
		{"HTML that knows what is quoted", said.Mail{Text: "Nine.\n\nHow likely?", HTML: gmail}, "Nine."},
		{"a text that shows it better", said.Mail{Text: "Nine.\n\n> How likely?", HTML: "<p>Nine.</p><p>How likely?</p>"}, "Nine."},
		{"an empty answer", said.Mail{Text: "How likely?", HTML: `<div class="gmail_quote">On Monday<blockquote class="gmail_quote">How likely?</blockquote></div>`}, ""},
		{"no HTML to speak of", said.Mail{Text: "Nine.", HTML: "<div></div>"}, "Nine."},
		{"invalid UTF-8", said.Mail{Text: "Ni\xffne.\xc3"}, "Nine."},
	} {
		if got := said.Words(c.mail); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// Our own sentences are quoted wherever they stand.
func TestWordsKnowsOurs(t *testing.T) {
	ours := []string{"How likely are you to recommend Acme to a friend or colleague?", "Answer above this rule, please."}
	for _, c := range []struct{ name, text, want string }{
		{"below", "Nine.\n\nHow likely are you to recommend Acme to a friend or colleague?\n0 1 2 3\nAcme", "Nine."},
		{"wrapped", "Nine.\n\nHow likely are you to recommend\nAcme to a friend or colleague?\nAcme", "Nine."},
		{"above", "How likely are you to recommend Acme to a friend or colleague?\nNine.", "Nine."},
		{"decorated", "Nine.\n\n=== Answer above this rule, please. ===\nAcme", "Nine."},
		{"spoken of", "You ask \"How likely are you to recommend Acme to a friend or colleague?\" and I say nine.", "You ask \"How likely are you to recommend Acme to a friend or colleague?\" and I say nine."},
	} {
		if got := said.Words(said.Mail{Text: c.text, Ours: ours}); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// No line of what came out is one that only steers direction.
func TestWordsAreTrimmed(t *testing.T) {
	got := said.Plain("\u200f\n \u00a0תשע.\u200f \n\n\u202c")
	if got != strings.TrimFunc(got, unicode.IsSpace) || got != "תשע." {
		t.Errorf("%q", got)
	}
}
