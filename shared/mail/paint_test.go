package mail

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"heed/shared/contrast"
)

var (
	bgcolor = regexp.MustCompile(`bgcolor="(#[0-9a-f]{6})"`)
	link    = regexp.MustCompile(`border:1px solid (#[0-9a-f]{6});.*[^-]color:(#[0-9a-f]{6});`)
)

// Whatever colour a brand has, what is written in it and on it can be read, by
// day, by night and where a mail program inverts what it likes: on a coloured
// ground the digits are white, which such programs leave alone or turn together
// with the ground.
func TestAnyBrandCanBeRead(t *testing.T) {
	for i := range 4096 {
		color := fmt.Sprintf("#%02x%02x%02x", i>>8*17, i>>4&15*17, i&15*17)
		p := painted(color)
		far := func(what, a, b string, ratio float64) {
			if got := contrast.Ratio(parse(t, a), parse(t, b)); got < ratio {
				t.Errorf("%s: %s %s on %s has %.2f", color, what, a, b, got)
			}
		}
		looks := string(p.Link("", ""))
		found := link.FindStringSubmatch(looks)
		if found == nil {
			t.Fatalf("%s: %s", color, looks)
		}
		edge, digits := found[1], found[2]
		if fill := bgcolor.FindStringSubmatch(string(p.Cell)); fill != nil {
			far("digits", digits, fill[1], contrast.Text)
			if fill[1] != color || digits != "#ffffff" {
				t.Errorf("%s: %s on %s", color, digits, fill[1])
			}
		} else {
			far("digits", digits, "#ffffff", contrast.Text)
			if !strings.Contains(looks, "border-bottom:4px solid "+color) || !strings.Contains(looks, `"rim ink"`) {
				t.Errorf("%s is nowhere to be seen, or its digits stay dark at night", color)
			}
		}
		for _, ground := range []string{"#ffffff", "#000000"} {
			far("edge", edge, ground, contrast.Edge)
		}
		far("edge at night", string(p.RimAtNight), "#1b1d21", contrast.Edge)
		far("name", string(p.Accent), "#ffffff", contrast.Text)
		far("name at night", string(p.AtNight), "#1b1d21", contrast.Text)
	}
}

// The letter's own colours, as the templates pair them.
func TestTheLetterCanBeRead(t *testing.T) {
	all := ""
	for _, name := range []string{"head", "frame", "scale", "survey", "link", "footer"} {
		text, err := templates.ReadFile("templates/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
	}
	for _, c := range []struct{ text, ground string }{
		{"#1b1c1e", "#ffffff"}, {"#5b5e62", "#ffffff"}, {"#5b5e62", "#f5f3ee"}, // by day
		{"#f1f0ec", "#1b1d21"}, {"#b3b6ba", "#1b1d21"}, {"#b3b6ba", "#111315"}, // by night
	} {
		if got := contrast.Ratio(parse(t, c.text), parse(t, c.ground)); got < contrast.Text {
			t.Errorf("%s on %s has %.2f", c.text, c.ground, got)
		}
		if !strings.Contains(all, c.text) || !strings.Contains(all, c.ground) {
			t.Errorf("the letter has no %s on %s any more", c.text, c.ground)
		}
	}
}

func parse(t *testing.T, s string) contrast.Color {
	t.Helper()
	c, ok := contrast.Parse(s)
	if !ok {
		t.Fatalf("%q is no colour", s)
	}
	return c
}
