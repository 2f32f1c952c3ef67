package house_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"heed/shared/wiring"
)

// A room is one package as the go command sees it.
type room struct {
	ImportPath, Name, Dir, Doc string
	GoFiles, Imports, Deps     []string
}

// root is the folder of the module, seen from here.
const root = "../.."

// rooms lists every package of the module.
var rooms = sync.OnceValues(func() ([]room, error) {
	// Looked at by this process too, or the go command would not run a test
	// again whose package is the same as before.
	for _, folder := range []string{"events", "functions", "infra", "shared"} {
		err := filepath.WalkDir(filepath.Join(root, folder), func(string, os.DirEntry, error) error { return nil })
		if err != nil {
			return nil, err
		}
	}
	list := exec.Command("go", "list", "-json=ImportPath,Name,Dir,Doc,GoFiles,Imports,Deps", "heed/...")
	list.Dir = root
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, err
	}
	var found []room
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var r room
		switch err := decoder.Decode(&r); {
		case errors.Is(err, io.EOF):
			return found, nil
		case err != nil:
			return nil, err
		}
		if len(r.GoFiles) > 0 {
			found = append(found, r)
		}
	}
})

func each(t *testing.T, check func(r room, floor string)) {
	t.Helper()
	found, err := rooms()
	if err != nil {
		t.Fatal("listing the packages:", err)
	}
	if len(found) < 10 {
		t.Fatalf("there are %d packages; the list is not whole", len(found))
	}
	for _, r := range found {
		check(r, floorOf(r.ImportPath))
	}
}

// floorOf says on which floor of the house a package lives. What knows package
// testing is there for tests alone, and stands beside the house.
func floorOf(path string) string {
	found, _ := rooms()
	i := slices.IndexFunc(found, func(r room) bool { return r.ImportPath == path })
	if i >= 0 && slices.Contains(found[i].Imports, "testing") {
		return "tests"
	}
	path = strings.TrimPrefix(path, "heed/")
	first, rest, _ := strings.Cut(path, "/")
	if first != "shared" {
		if first == "infra" && rest != "" {
			return "laptop"
		}
		return first // functions, infra, events
	}
	second, _, _ := strings.Cut(rest, "/")
	switch second {
	case "handlers", "cloud", "embedded":
		return second
	}
	return "domain"
}

// may lists what each floor may import of the house.
var may = map[string][]string{
	"events":    nil,
	"domain":    {"domain"},
	"handlers":  {"handlers", "domain"},
	"cloud":     {"cloud", "domain"},
	"embedded":  {"embedded", "domain"},
	"functions": {"handlers", "cloud", "domain"},
	"infra":     {"domain"},
	"laptop":    {"laptop", "handlers", "cloud", "embedded", "domain", "events"},
	"tests":     {"tests", "handlers", "cloud", "embedded", "domain", "events"},
}

func TestImportsGoOneWay(t *testing.T) {
	each(t, func(r room, floor string) {
		allowed, ok := may[floor]
		if !ok {
			t.Errorf("%s is on no floor of the house", r.ImportPath)
		}
		for _, path := range r.Imports {
			if strings.HasPrefix(path, "heed/") && !slices.Contains(allowed, floorOf(path)) {
				t.Errorf("%s (%s) imports %s (%s)", r.ImportPath, floor, path, floorOf(path))
			}
		}
	})
}

// Everything that an import brings along counts.
func TestWhoKnowsAWS(t *testing.T) {
	each(t, func(r room, floor string) {
		for _, path := range r.Deps {
			aws := strings.HasPrefix(path, "github.com/aws/") || strings.HasPrefix(path, "github.com/awslabs/")
			cdk := strings.HasPrefix(path, "github.com/aws/aws-cdk-go/") || strings.HasPrefix(path, "github.com/aws/jsii-runtime-go") ||
				strings.HasPrefix(path, "github.com/aws/constructs-go/")
			switch {
			case cdk && floor != "infra":
				t.Errorf("%s brings along %s; only the stack may, or make run takes minutes to build", r.ImportPath, path)
			case aws && slices.Contains([]string{"domain", "handlers", "embedded", "events"}, floor):
				t.Errorf("%s brings along %s", r.ImportPath, path)
			default:
				continue
			}
			return
		}
	})
}

// What operators see stays out of the functions that serve customers, and
// nobody but these two packages writes HTML for a browser.
func TestWhoShowsWhat(t *testing.T) {
	const boards, markup = "heed/shared/boards", "heed/shared/markup"
	each(t, func(r room, floor string) {
		report := strings.HasSuffix(r.ImportPath, "/report")
		if slices.Contains([]string{"functions", "handlers"}, floor) && !report && slices.Contains(r.Deps, boards) {
			t.Errorf("%s brings along what operators see; only report may", r.ImportPath)
		}
		if floor == "domain" && slices.Contains(r.Imports, boards) {
			t.Errorf("%s imports %s", r.ImportPath, boards)
		}
		if slices.Contains(r.Imports, markup) && r.ImportPath != boards && r.ImportPath != "heed/shared/pages" {
			t.Errorf("%s writes HTML of its own; that is for pages and boards", r.ImportPath)
		}
	})
}

func TestRowsAreFolders(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join(root, "functions"))
	if err != nil {
		t.Fatal(err)
	}
	var folders, rows []string
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, e.Name())
		}
	}
	for _, f := range wiring.Functions {
		rows = append(rows, f.Name)
	}
	slices.Sort(rows)
	if !slices.Equal(folders, rows) {
		t.Errorf("functions/ has %v,\nthe wiring has %v", folders, rows)
	}
}

// A function is wired in one small main; what it does is a handler's.
func TestFunctionsAreSmall(t *testing.T) {
	each(t, func(r room, floor string) {
		if floor != "functions" {
			return
		}
		if !slices.Equal(r.GoFiles, []string{"main.go"}) || r.Name != "main" {
			t.Errorf("%s is package %s of %v, want main.go alone", r.ImportPath, r.Name, r.GoFiles)
		}
		text, err := os.ReadFile(filepath.Join(r.Dir, "main.go"))
		if err != nil {
			t.Error(err)
		}
		if lines := bytes.Count(text, []byte("\n")); lines > 35 {
			t.Errorf("%s/main.go has %d lines, want 35 at most", r.ImportPath, lines)
		}
	})
}

func TestNames(t *testing.T) {
	banned := strings.Fields("util utils common helper helpers model models type types manager misc base core shared lib internal")
	each(t, func(r room, _ string) {
		if slices.Contains(banned, r.Name) {
			t.Errorf("%s: package %s says nothing of what is in it", r.ImportPath, r.Name)
		}
		if r.Doc == "" {
			t.Errorf("%s does not say what lives in it", r.ImportPath)
		}
	})
}
