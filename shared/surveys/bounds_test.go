package surveys

import (
	"fmt"
	"strings"
	"testing"
)

// TestBounds changes one place of the smallest file to the last value that is
// taken, and to the first that is not.
func TestBounds(t *testing.T) {
	for _, c := range []struct{ old, good, bad string }{
		{"Acme", strings.Repeat("ü", 80), strings.Repeat("ü", 81)},
		{"programs:", "holdout: 50%\nprograms:", "holdout: 50.0000001%\nprograms:"},
		{"programs:", "quiet: 730d\nprograms:", "quiet: 731d\nprograms:"},
		{"programs:", "quiet: 0\nprograms:", "quiet: -1\nprograms:"},
		{"programs:", "timezone: America/Argentina/Buenos_Aires\nprograms:", "timezone: america/argentina/buenos_aires\nprograms:"},
		{"programs:", "timezone: UTC\nprograms:", "timezone: Local\nprograms:"},
		{"programs:", "timezone: Etc/GMT+5\nprograms:", "timezone: posix/Europe/Berlin\nprograms:"},
		{"programs:", "timezone: Asia/Kolkata\nprograms:", "timezone: ../Europe/Berlin\nprograms:"},
		{"programs:", "issues: " + manyIssues(100) + "\nprograms:", "issues: " + manyIssues(101) + "\nprograms:"},
		{"programs:", "issues: [{name: " + strings.Repeat("a", 40) + ", words: [b]}]\nprograms:", "issues: [{name: " + strings.Repeat("a", 41) + ", words: [b]}]\nprograms:"},
		{"programs:", "issues: [{name: a" + strings.Repeat("請", 21) + ", words: [b]}]\nprograms:", "issues: [{name: ab" + strings.Repeat("請", 21) + ", words: [b]}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: [a b c d]}]\nprograms:", "issues: [{name: a, words: [a b c d e]}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: [" + strings.Repeat("ü", 60) + "]}]\nprograms:", "issues: [{name: a, words: [" + strings.Repeat("ü", 61) + "]}]\nprograms:"},
		{"programs:", "issues: [{name: a, words: " + numbered(50, "a%d") + "}]\nprograms:", "issues: [{name: a, words: " + numbered(51, "a%d") + "}]\nprograms:"},
		{"programs:", "issues: [{name: a, tags: " + numbered(50, "a%d") + "}]\nprograms:", "issues: [{name: a, tags: " + numbered(51, "a%d") + "}]\nprograms:"},
		{"programs:", "notify: {digest: " + numbered(20, "a%d@acme.example") + "}\nprograms:", "notify: {alerts: " + numbered(21, "a%d@acme.example") + "}\nprograms:"},
		{"deals", strings.Repeat("d", 32), strings.Repeat("d", 33)},
		{"sales", strings.Repeat("é", 40), strings.Repeat("é", 41)},
		{"deal.won", strings.Repeat("d", 64), strings.Repeat("d", 65)},
		{"0.1", "30%", "30.0000001%"},
		{"0.1", "0.01%", "0.0099999%"},
		{"0.1", "0", "-0"},
		{"0.1", "99%, ceiling: 99.9999999%", "99%, ceiling: 100%"},
		{"0.1", "0.1, ceiling: 10%", "0.1, ceiling: 9.9999999%"},
		{"0.1", "0.1, floor: 10%", "0.1, floor: 10.0000001%"},
		{"0.1", "0.1, floor: 0.01%", "0.1, floor: 0.0099999%"},
		{"0.1", "0, floor: 100%", "0.1, floor: 100%"},
		{"0.1", "0.1, floor: 0", "0.1, floor: -1%"},
		{"0.1", "0.1, budget: {day: 1}", "0.1, budget: {day: 0}"},
		{"0.1", "0.1, budget: {month: 1000000000}", "0.1, budget: {month: 1000000001}"},
		{"0.1", "0.1, budget: {day: 7, month: 5}", "0.1, budget: {day: 7, month: 5.0}"},
		{"0.1", "0.1, strata: [{name: " + strings.Repeat("a", 32) + ", when: {tags: [x]}, rate: 30%}]", "0.1, strata: [{name: " + strings.Repeat("a", 33) + ", when: {tags: [x]}, rate: 30%}]"},
		{"0.1", "0.1, strata: [{name: a, when: {tags: [x]}, rate: 30%}]", "0.1, strata: [{name: a, when: {tags: [x]}, rate: 30.0000001%}]"},
		{"0.1", "0.1, strata: [{name: a, when: {kinds: [deal.won]}, rate: 0}]", "0.1, strata: [{name: a, when: {kinds: [deal.lost]}, rate: 0}]"},
		{"0.1", "0.1, strata: [{name: a, when: {teams: [x]}, rate: 2%}], floor: 2%", "0.1, strata: [{name: a, when: {teams: [x]}, rate: 2%}], floor: 2.1%"},
		{"0.1", "0.1, delay: 30d", "0.1, delay: 30d1s"},
		{"0.1", "0.1, delay: 0", "0.1, delay: -1h"},
		{"0.1", "0.1, window: 1h", "0.1, window: 59m59s"},
		{"0.1", "0.1, window: 90d", "0.1, window: 90d1s"},
		{"0.1", "0.1, question: " + strings.Repeat("?", 300), "0.1, question: " + strings.Repeat("?", 301)},
		{"0.1", "0.1, question: 'Zoë 👩‍💻 عربى'", "0.1, question: \"a\\u2067b\""},
	} {
		if _, err := Load([]byte(strings.Replace(smallest, c.old, c.good, 1))); err != nil {
			t.Errorf("%s: %v", c.good, err)
		}
		_, err := Load([]byte(strings.Replace(smallest, c.old, c.bad, 1)))
		if err == nil || len(err.(Problems)) != 1 {
			t.Errorf("%s: want one problem, got %v", c.bad, err)
		}
	}
}

// numbered writes a list of n values.
func numbered(n int, format string) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(format, i)
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// TestQuietIsInherited gives programs the quiet period of all where they have
// none of their own, wherever in the file it stands.
func TestQuietIsInherited(t *testing.T) {
	c, err := Load([]byte(smallest + "  - {name: own, ask: nps, when: {kinds: [deal.lost]}, stage: sales, rate: 0.1, quiet: 7d}\nquiet: 30d\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c.Programs[0].Quiet != 30 || c.Programs[1].Quiet != 7 {
		t.Errorf("quiet for %d and %d days, want 30 and 7", c.Programs[0].Quiet, c.Programs[1].Quiet)
	}
}

// TestFloors gives programs that set no floor 1%, or their lowest rate.
func TestFloors(t *testing.T) {
	for rates, want := range map[string]uint32{
		"0.1":  10_000_000,
		"0":    10_000_000,
		"0.5%": 5_000_000,
		"1%":   10_000_000,
		"0, strata: [{name: a, when: {tags: [x]}, rate: 0.2%}]":                                           2_000_000,
		"20%, strata: [{name: a, when: {tags: [x]}, rate: 0.02%}, {name: b, when: {tags: [y]}, rate: 0}]": 200_000,
		"20%, strata: [{name: a, when: {tags: [x]}, rate: 0.02%}], floor: 0":                              0,
	} {
		c, err := Load([]byte(strings.Replace(smallest, "0.1", rates, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Programs[0].Floor; got != want {
			t.Errorf("%s: the floor is %d, want %d", rates, got, want)
		}
	}
}
