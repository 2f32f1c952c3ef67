package surveys

import (
	"strings"
	"testing"
)

// What the shipped file shows in comments can be used by taking the # away.
func TestShippedExamples(t *testing.T) {
	text := strings.NewReplacer(
		"  # logo:", "  logo:", "  # sender:", "  sender:", "  # locale:", "  locale:", "  # review:", "  review:", "# mails: {", "mails: {",
		"    # remind:", "    remind:", "    # agent:", "    agent:", "    # quote:", "    quote:", "    # subject:", "    subject:",
		"    # intro:", "    intro:", "    # follow:", "    follow:", "    # thanks:", "    thanks:", "    # strata:", "    strata:", "    #   - {", "      - {", "    # budget:", "    budget:", "    # floor:", "    floor:",
		"# notify:", "notify:", "#   digest:", "  digest:", "#   alerts:", "  alerts:", "#   keywords:", "  keywords:",
	).Replace(string(shipped(t)))
	c, err := Load([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	p := c.Program("support")
	if c.Brand.Review == "" || c.Hours.From != 9*60 || p.Remind == 0 || !p.Agent || !p.Quote || p.Intro.In("de") == "" || p.Follow.In(0, "") == "" {
		t.Errorf("its words and mails are read as %+v", p)
	}
	if n := c.Notify; len(n.Digest) == 0 || len(n.Alerts) == 0 || len(n.Keywords) == 0 || len(c.Issues) < 6 {
		t.Errorf("its issues and addresses are read as %+v, %+v", c.Issues, n)
	}
	if len(p.Strata) != 2 || p.Floor == 0 || p.Budget.Day == 0 || p.Budget.Month == 0 {
		t.Errorf("read as %+v", p)
	}
}

// Every type of source stands in the shipped file, most of them in a comment.
func TestShippedSources(t *testing.T) {
	c, err := Load([]byte(strings.ReplaceAll(string(shipped(t)), "  # - {name: ", "  - {name: ")))
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, s := range c.Sources {
		there[s.Type] = true
	}
	if len(there) != len(SourceTypes) || len(c.Sources) != len(SourceTypes) {
		t.Errorf("of %d types of sources the file shows %d", len(SourceTypes), len(there))
	}
}
