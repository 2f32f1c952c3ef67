package markup_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestMarkupIsOurs: a string becomes markup by a conversion in these functions
// alone, and no template package comes in by the back door.
func TestMarkupIsOurs(t *testing.T) {
	for folder, allowed := range map[string][]string{
		".":         nil,
		"../boards": {"OperatorHeaders", "begin", "head", "share", "y"},
		"../pages":  {"begin", "ours", "painted", "script"},
	} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) < 3 {
			t.Fatal(folder, files, err)
		}
		for _, name := range files {
			if !strings.HasSuffix(name, "_test.go") {
				conversions(t, name, allowed)
			}
		}
	}
}

// conversions finds those in a file that are in none of the allowed functions.
func conversions(t *testing.T, name string, allowed []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, imported := range file.Imports {
		if strings.Contains(imported.Path.Value, "template") {
			t.Errorf("%s imports %s", name, imported.Path.Value)
		}
		if imported.Path.Value == `"heed/shared/markup"` && imported.Name != nil {
			t.Errorf("%s has another name for markup, under which nobody looks for it", name)
		}
	}
	for _, d := range file.Decls {
		ast.Inspect(d, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && converts(call) {
				if f, is := d.(*ast.FuncDecl); !is || !slices.Contains(allowed, f.Name.Name) {
					t.Errorf("%s makes markup of a string", name)
				}
			}
			return true
		})
	}
}

// converts reports whether a call is Markup(s), within the package or without.
func converts(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "Markup"
	case *ast.SelectorExpr:
		from, is := f.X.(*ast.Ident)
		return is && from.Name == "markup" && f.Sel.Name == "Markup"
	}
	return false
}
