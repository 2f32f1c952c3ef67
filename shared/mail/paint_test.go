package mail_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"heed/shared/contrast"
	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

var (
	cell   = regexp.MustCompile(`<td align="center" valign="middle" width="20%" height="48" (?:bgcolor="(#[0-9a-f]{6})")?`)
	link   = regexp.MustCompile(`border:1px solid (#[0-9a-f]{6});.*?[^-]color:(#[0-9a-f]{6});`)
	accent = regexp.MustCompile(`<span class="name" style="[^"]*[^-]color:(#[0-9a-f]{6});`)
	name   = regexp.MustCompile(`\.name { color: (#[0-9a-f]{6}) `)
	rim    = regexp.MustCompile(`\.rim { border-color: (#[0-9a-f]{6}) `)
)

// Whatever colour a brand has, what is written in it and on it can be read, by
// day, by night and where a mail program inverts what it likes: on a coloured
// ground the digits are white, which such programs leave alone or turn together
// with the ground.
func TestAnyBrandCanBeRead(t *testing.T) {
	white, black, letter, nightly := contrast.White, contrast.Black, parse(t, "#ffffff"), parse(t, "#1b1d21")
	for i := range 4096 {
		color := fmt.Sprintf("#%02x%02x%02x", i>>8*17, i>>4&15*17, i&15*17)
		m := must(t, (*mail.Writer).Invitation, occasion(surveys.Program{Ask: heed.CSAT, Brand: surveys.Brand{Name: "Acme", Color: color}}))
		see := func(what string, re *regexp.Regexp, group int) contrast.Color {
			found := re.FindStringSubmatch(m.HTML)
			if found == nil {
				t.Fatalf("%s: no %s in\n%s", color, what, m.HTML)
			}
			return parse(t, found[group])
		}
		far := func(what string, a, b contrast.Color, ratio float64) {
			if got := contrast.Ratio(a, b); got < ratio {
				t.Errorf("%s: %s %s on %s has %.2f", color, what, a, b, got)
			}
		}
		edge, digits := see("edge", link, 1), see("digits", link, 2)
		if fill := cell.FindStringSubmatch(m.HTML)[1]; fill != "" {
			far("digits", digits, parse(t, fill), contrast.Text)
			if fill != color || digits != white {
				t.Errorf("%s: %s on %s", color, digits, fill)
			}
		} else {
			far("digits", digits, letter, contrast.Text)
			if !strings.Contains(m.HTML, "border-bottom:4px solid "+color) {
				t.Errorf("%s is nowhere to be seen", color)
			}
		}
		far("edge", edge, white, contrast.Edge)
		far("edge", edge, black, contrast.Edge)
		far("edge at night", see("edge at night", rim, 1), nightly, contrast.Edge)
		far("name", see("name", accent, 1), letter, contrast.Text)
		far("name at night", see("name at night", name, 1), nightly, contrast.Text)
	}
}

// The letter's own colours, as the templates pair them.
func TestTheLetterCanBeRead(t *testing.T) {
	for _, c := range []struct{ text, ground string }{
		{"#1b1c1e", "#ffffff"}, {"#5b5e62", "#ffffff"}, {"#5b5e62", "#f5f3ee"}, // by day
		{"#f1f0ec", "#1b1d21"}, {"#b3b6ba", "#1b1d21"}, {"#b3b6ba", "#111315"}, // by night
	} {
		if got := contrast.Ratio(parse(t, c.text), parse(t, c.ground)); got < contrast.Text {
			t.Errorf("%s on %s has %.2f", c.text, c.ground, got)
		}
		m := must(t, (*mail.Writer).Invitation, occasion(surveys.Program{Ask: heed.NPS}))
		if !strings.Contains(m.HTML, c.text) || !strings.Contains(m.HTML, c.ground) {
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
