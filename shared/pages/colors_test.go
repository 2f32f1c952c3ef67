package pages

import (
	"regexp"
	"testing"

	"heed/shared/contrast"
	"heed/shared/markup/proof"
)

func TestStyleSheetCanBeRead(t *testing.T) { proof.Readable(t, surveyCSS) }

// TestGrounds: the colours that a brand's is held against are the sheet's.
func TestGrounds(t *testing.T) {
	v := proof.Colors(t, surveyCSS)
	if v[0]["ground"] != day || v[1]["ground"] != night || v[1]["field"] != nightField {
		t.Errorf("grounds %s and %s, field %s", v[0]["ground"], v[1]["ground"], v[1]["field"])
	}
}

var brandVariable = regexp.MustCompile(`--(fill|on|rim|accent):(#[0-9a-f]{6})`)

// TestAnyBrandCanBeRead: text on the brand's colour, the colour as text, and
// the edge that it needs, by day and by night.
func TestAnyBrandCanBeRead(t *testing.T) {
	sheet := proof.Colors(t, surveyCSS)
	for n := range 8 * 8 * 8 {
		color := contrast.Color{uint8(n & 7 * 255 / 7), uint8(n >> 3 & 7 * 255 / 7), uint8(n >> 6 * 255 / 7)}
		v, accents := map[string]contrast.Color{}, []contrast.Color{}
		for _, m := range brandVariable.FindAllStringSubmatch(string(painted(color.String())), -1) {
			v[m[1]], _ = contrast.Parse(m[2])
			if m[1] == "accent" {
				accents = append(accents, v["accent"])
			}
		}
		if len(accents) != 2 || contrast.Ratio(v["on"], v["fill"]) < contrast.Text {
			t.Fatalf("%s: %v on %v, accents %v", color, v["on"], v["fill"], accents)
		}
		for i, accent := range accents {
			for _, ground := range []string{"ground", "field"} {
				if contrast.Ratio(accent, sheet[i]["ground"]) < contrast.Text || contrast.Ratio(v["rim"], sheet[i][ground]) < contrast.Edge {
					t.Errorf("%s, night %d, %s: accent %s, rim %s", color, i, ground, accent, v["rim"])
				}
			}
		}
	}
}
