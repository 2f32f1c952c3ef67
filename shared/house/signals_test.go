package house_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"heed/shared/wiring"
)

// A signal that its function no longer logs would never be heard of again.
func TestSignalsAreLogged(t *testing.T) {
	for _, signal := range wiring.Signals {
		files, err := filepath.Glob(filepath.Join(root, "shared", "handlers", signal.Function, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		logged := false
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			for _, beginning := range messages(t, path) {
				logged = logged || strings.HasPrefix(signal.Message, beginning)
			}
		}
		if !logged {
			t.Errorf("%s logs nothing that begins as %q does", signal.Function, signal.Message)
		}
	}
}

// messages returns how the messages begin that a file logs: the string that
// each call of a logger's method begins with.
func messages(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		method, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if logger, ok := method.X.(*ast.SelectorExpr); !ok || logger.Sel.Name != "Log" {
			return true
		}
		first := call.Args[0]
		if sum, ok := first.(*ast.BinaryExpr); ok {
			first = sum.X
		}
		if text, ok := first.(*ast.BasicLit); ok {
			if beginning, err := strconv.Unquote(text.Value); err == nil && len(beginning) > 4 {
				found = append(found, beginning)
			}
		}
		return true
	})
	return found
}
