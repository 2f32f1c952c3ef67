package pages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heed/shared/contrast"
)

// TestMarkupIsOurs: a string becomes markup by a conversion in these functions
// alone, and no template package comes in by the back door.
func TestMarkupIsOurs(t *testing.T) {
	allowed := []string{"OperatorHeaders", "begin", "ours", "painted", "script", "share"}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, imported := range file.Imports {
			if strings.Contains(imported.Path.Value, "template") {
				t.Errorf("%s imports %s", name, imported.Path.Value)
			}
		}
		for _, d := range file.Decls {
			ast.Inspect(d, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if id, is := callee(call, ok); is && id == "markup" {
					if f, is := d.(*ast.FuncDecl); !is || !slices.Contains(allowed, f.Name.Name) {
						t.Errorf("%s makes markup of a string", name)
					}
				}
				return true
			})
		}
	}
}

func callee(call *ast.CallExpr, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	id, is := call.Fun.(*ast.Ident)
	if !is {
		return "", false
	}
	return id.Name, true
}

var variable = regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{3,6});`)

// variables reads the colours of a style sheet, by day and by night.
func variables(t *testing.T, css string) [2]map[string]contrast.Color {
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

func TestStyleSheetsCanBeRead(t *testing.T) {
	for name, css := range map[string]string{"survey": surveyCSS, "board": boardCSS} {
		for i, v := range variables(t, css) {
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
					t.Errorf("%s, night %d: %s on %s: %.2f", name, i, pair.front, pair.back, contrast.Ratio(front, back))
				}
			}
		}
	}
}

// TestGrounds: the colours that a brand's is held against are the sheet's.
func TestGrounds(t *testing.T) {
	v := variables(t, surveyCSS)
	if v[0]["ground"] != day || v[1]["ground"] != night || v[1]["field"] != nightField {
		t.Errorf("grounds %s and %s, field %s", v[0]["ground"], v[1]["ground"], v[1]["field"])
	}
}

var brandVariable = regexp.MustCompile(`--(fill|on|rim|accent):(#[0-9a-f]{6})`)

// TestAnyBrandCanBeRead: text on the brand's colour, the colour as text, and
// the edge that it needs, by day and by night.
func TestAnyBrandCanBeRead(t *testing.T) {
	sheet := variables(t, surveyCSS)
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
