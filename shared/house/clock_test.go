package house_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"testing"
)

// Time comes in as an argument, so that a test or the laptop can move it. Only
// a program's main, the stack and tests may ask what time it is.
func TestNobodyReadsTheClock(t *testing.T) {
	each(t, func(r room, floor string) {
		if r.Name == "main" || floor == "tests" {
			return
		}
		for _, name := range r.GoFiles {
			for _, at := range readings(t, filepath.Join(r.Dir, name)) {
				t.Errorf("%s (%s) reads the clock", at, floor)
			}
		}
	})
}

// readings returns where a file asks for the time, directly or by handing on
// the function that tells it.
func readings(t *testing.T, path string) []string {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	ast.Inspect(file, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		from, ok := selector.X.(*ast.Ident)
		if ok && from.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, selector.Sel.Name) {
			found = append(found, files.Position(n.Pos()).String())
		}
		return true
	})
	return found
}
