package surveys

import (
	"fmt"
	"testing"

	"heed/shared/heed"
)

func TestOwnDomain(t *testing.T) {
	c := &Config{Brand: Brand{Domains: []string{"acme.example", "acme.co.uk"}}}
	for address, want := range map[string]bool{
		"ada@acme.example": true, "Ada@ACME.Example": true, "ada@mail.eu.acme.example": true, "ada@acme.example.": true,
		"ada@acme.co.uk": true, `"a@b"@acme.example`: true, " ada@acme.example ": true,
		"ada@notacme.example": false, "ada@acme.example.com": false, "ada@co.uk": false, "acme.example": false,
		"acme.example@other.example": false, "@": false, "": false, "ada@": false,
	} {
		if got := c.OwnDomain(address); got != want {
			t.Errorf("%q: %v, want %v", address, got, want)
		}
	}
	if (&Config{}).OwnDomain("ada@acme.example") {
		t.Error("without domains an address is the team's own")
	}
}

func TestExcluded(t *testing.T) {
	c := &Config{ExcludedTags: []string{"spam", "internal"}}
	if !c.Excluded([]string{"vip", "spam"}) || c.Excluded([]string{"Spam", "vip"}) || c.Excluded(nil) {
		t.Error("tags are not told apart")
	}
	if (&Config{}).Excluded([]string{"spam"}) {
		t.Error("without excluded tags a tag is excluded")
	}
}

func TestFits(t *testing.T) {
	point := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Team: "billing", Tags: []string{"vip", "eu"}}
	for name, c := range map[string]struct {
		match Match
		want  bool
	}{
		"all lists":       {Match{[]string{"ticket.solved"}, []string{"app", "zendesk"}, []string{"billing"}, []string{"eu"}}, true},
		"kind alone":      {Match{Kinds: []string{"deal.won", "ticket.solved"}}, true},
		"empty lists":     {Match{Kinds: []string{"ticket.solved"}, Sources: []string{}, Teams: []string{}, Tags: []string{}}, true},
		"another kind":    {Match{Kinds: []string{"deal.won"}}, false},
		"another source":  {Match{Kinds: []string{"ticket.solved"}, Sources: []string{"app"}}, false},
		"another team":    {Match{Kinds: []string{"ticket.solved"}, Teams: []string{"Billing"}}, false},
		"none of the tag": {Match{Kinds: []string{"ticket.solved"}, Tags: []string{"us"}}, false},
	} {
		if got := c.match.Fits(point); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// The first stratum that fits gives the rate; where none does, the program.
func TestRated(t *testing.T) {
	p := &Program{Rate: 5, Strata: []Stratum{
		{"vip", Match{Tags: []string{"vip"}}, 30},
		{"sales", Match{Teams: []string{"Sales"}}, 20},
	}}
	for want, point := range map[string]heed.Touchpoint{
		"vip 30":   {Team: "Sales", Tags: []string{"eu", "vip"}},
		"sales 20": {Team: "Sales", Tags: []string{"eu"}},
		" 5":       {Team: "Support"},
	} {
		if stratum, rate := p.Rated(&point); fmt.Sprint(stratum, " ", rate) != want {
			t.Errorf("%+v: %q at %d, want %q", point, stratum, rate, want)
		}
	}
}
