package surveys

import (
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"
)

// The bounds of issues and of whom is written to.
const (
	maxIssues      = 100
	maxIssue       = 40 // characters of a name
	maxIssueBytes  = 64 // of a name, as much as a row keeps of it
	maxPhrases     = 50 // of one issue, likewise tags
	maxPhrase      = 60 // characters
	maxPhraseWords = 4
	maxAddresses   = 20
)

// readIssues reads what customers come with.
func (c *Config) readIssues(s spot) {
	items := s.few(maxIssues, "issues")
	if items != nil && len(items) == 0 {
		s.wrong("is empty; name one, such as - {name: billing, words: [invoice]}, or leave the key out")
	}
	seen := names{}
	for _, item := range items {
		c.Issues = append(c.Issues, readIssue(item, seen))
	}
}

func readIssue(s spot, seen names) Issue {
	var i Issue
	before := len(*s.problems)
	s.object(
		field{"name", "it names the issue on pages and in exports", func(s spot) { i.Name = readIssueName(s, seen) }},
		field{"tags", "", func(s spot) { i.Tags = s.some(maxPhrases, "tags", value) }},
		field{"words", "", func(s spot) { i.Words = s.some(maxPhrases, "phrases", spot.phrase) }},
	)
	if len(i.Tags)+len(i.Words) == 0 && len(*s.problems) == before {
		s.wrong("says of nothing what it is; write tags or words, such as words: [invoice, paid twice]")
	}
	return i
}

// readIssueName reads a name that no other issue has, in whatever case.
func readIssueName(s spot, seen names) string {
	v := s.line(maxIssue)
	if n := len(v); n > maxIssueBytes && len([]rune(v)) <= maxIssue {
		s.wrong("has %d bytes; use at most %d, which is %d letters of this script", n, maxIssueBytes, maxIssueBytes*len([]rune(v))/n)
	}
	seen.take(s, "issue", strings.ToLower(v), v)
	return v
}

// phrase reads one word to four, as customers write them.
func (s spot) phrase() string {
	v := s.line(maxPhrase)
	switch n := len(strings.Fields(v)); {
	case v == "":
	case !strings.ContainsFunc(v, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }):
		s.wrong("%q has no letter and no digit; write a word, such as invoice", v)
	case n > maxPhraseWords:
		s.wrong("%q has %d words; use at most %d, those that matter", v, n, maxPhraseWords)
	}
	return v
}

// readNotify reads whom in the team Heed writes to.
func (c *Config) readNotify(s spot) {
	n := &c.Notify
	meant := s.object(
		field{"digest", "", func(s spot) { n.Digest = s.some(maxAddresses, "addresses", spot.address) }},
		field{"alerts", "", func(s spot) { n.Alerts = s.some(maxAddresses, "addresses", spot.address) }},
		field{"keywords", "", func(s spot) { n.Keywords = s.some(maxPhrases, "phrases", spot.phrase) }},
	)
	if m, ok := s.node.(*ast.MappingNode); ok && len(m.Values) == 0 {
		s.wrong("is empty; name an address, such as {digest: [team@example.com]}, or leave the key out")
	}
	if at, ok := s.peek("keywords"); ok {
		if _, ok := s.peek("alerts"); !ok && !slices.Contains(meant, "alerts") {
			at.wrong("would tell nobody; name whom, such as alerts: [team@example.com]")
		}
	}
}

// few returns the values of a list of at most most.
func (s spot) few(most int, what string) []spot {
	items := s.items()
	if len(items) > most {
		s.wrong("has %d %s; use at most %d", len(items), what, most)
	}
	return items
}

// some reads the values of a list that has one to most of them.
func (s spot) some(most int, what string, read func(spot) string) []string {
	values := s.list(read)
	switch {
	case values != nil && len(values) == 0:
		s.wrong("is empty; write at least one or leave the key out")
	case len(values) > most:
		s.wrong("has %d %s; use at most %d", len(values), what, most)
	}
	return values
}
