package proof

import (
	"regexp"
	"strings"
	"testing"

	"heed/shared/contrast"
)

var variable = regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{3,6});`)

// Colors reads the colours of a style sheet, by day and by night.
func Colors(t *testing.T, css string) [2]map[string]contrast.Color {
	t.Helper()
	light, dark, ok := strings.Cut(css, "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("no night")
	}
	var both [2]map[string]contrast.Color
	for i, part := range []string{light, dark} {
		both[i] = map[string]contrast.Color{}
		for _, m := range variable.FindAllStringSubmatch(part, -1) {
			if len(m[2]) == 4 {
				m[2] = "#" + strings.Repeat(m[2][1:2], 2) + strings.Repeat(m[2][2:3], 2) + strings.Repeat(m[2][3:4], 2)
			}
			both[i][m[1]], ok = contrast.Parse(m[2])
			if !ok {
				t.Fatal(m)
			}
		}
	}
	return both
}

// Readable holds a style sheet to what can be read.
func Readable(t *testing.T, css string) {
	t.Helper()
	for i, v := range Colors(t, css) {
		for _, pair := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "ground", contrast.Text},
			{"soft", "ground", contrast.Text},
			{"ink", "field", contrast.Text},
			{"alarm", "ground", contrast.Text},
			{"edge", "field", contrast.Edge},
			{"edge", "ground", contrast.Edge},
			{"ink", "raised", contrast.Text},
			{"soft", "raised", contrast.Text},
			{"edge", "raised", contrast.Edge},
			{"ink", "notice", contrast.Text},
			{"dot", "ground", contrast.Edge},
			{"dot", "bar", contrast.Edge},
		} {
			front, have := v[pair.front]
			back, too := v[pair.back]
			if have && too && contrast.Ratio(front, back) < pair.least {
				t.Errorf("night %d: %s on %s: %.2f", i, pair.front, pair.back, contrast.Ratio(front, back))
			}
		}
	}
}
