// Package judge holds what package said finds against cases: mails with what
// should come out. The cases are files, and not all of them are in this house.
package judge

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"heed/shared/said"
)

// A Case is a mail and what is expected of the words found in it.
type Case struct {
	ID     string `json:"id"`
	Input  string `json:"input"`
	Mode   string `json:"mode"` // reply; or quote: a signature may stay or go
	Lang   string `json:"lang"`
	HTML   bool   `json:"html,omitempty"` // the input is HTML
	Expect Expect `json:"expect"`
}

// Expect is what is asked of the words; what is not set is not asked. White
// space is compared as one space.
type Expect struct {
	Equals   *string  `json:"equals,omitempty"`
	Starts   string   `json:"starts,omitempty"`
	Ends     string   `json:"ends,omitempty"`
	Contains []string `json:"contains,omitempty"`
	Absent   []string `json:"absent,omitempty"`
}

// Read reads a file of cases.
func Read(r io.Reader) ([]Case, error) {
	var cases []Case
	if err := json.NewDecoder(r).Decode(&cases); err != nil {
		return nil, fmt.Errorf("reading the cases: %w", err)
	}
	return cases, nil
}

// Words is what package said finds in a case's mail.
func (c *Case) Words() string {
	if c.HTML {
		return said.HTML(c.Input)
	}
	return said.Plain(c.Input)
}

// Passes says whether words are what the case expects.
func (c *Case) Passes(words string) bool {
	words, e := squeeze(words), c.Expect
	if e.Equals != nil && !c.equals(words, *e.Equals) {
		return false
	}
	if !strings.HasPrefix(words, squeeze(e.Starts)) || !strings.HasSuffix(words, squeeze(e.Ends)) {
		return false
	}
	for _, s := range e.Contains {
		if !strings.Contains(words, squeeze(s)) {
			return false
		}
	}
	for _, s := range e.Absent {
		if strings.Contains(words, squeeze(s)) {
			return false
		}
	}
	return true
}

// equals lets a signature go where only the quote is asked about.
func (c *Case) equals(words, want string) bool {
	return words == squeeze(want) || c.Mode == "quote" && words == squeeze(said.Plain(want))
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// A Count is how many of some cases pass.
type Count struct{ Passed, Of int }

// Add counts one case.
func (n *Count) Add(passed bool) {
	n.Of++
	if passed {
		n.Passed++
	}
}

func (n Count) String() string {
	if n.Of == 0 {
		return "none"
	}
	return fmt.Sprintf("%d of %d (%.1f %%)", n.Passed, n.Of, 100*float64(n.Passed)/float64(n.Of))
}
