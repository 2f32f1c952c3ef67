package surveys

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"heed/shared/heed"
)

// FuzzLoad holds Load to what callers rely on, whatever is in the file: it
// comes back, with a config in which everything is in bounds or with problems
// that stand somewhere and say something.
func FuzzLoad(f *testing.F) {
	f.Add(shipped(f))
	f.Add([]byte(everything))
	files, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no bad files to begin with", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(txtar.Parse(text).Files[0].Data)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		kept := bytes.Clone(text)
		c, err := Load(text)
		if !bytes.Equal(kept, text) {
			t.Fatal("Load changed the text")
		}
		again, errAgain := Load(text)
		if !reflect.DeepEqual(c, again) || !reflect.DeepEqual(err, errAgain) {
			t.Fatal("Load read the same text in two ways")
		}
		if err != nil {
			checkProblems(t, text, c, err)
			return
		}
		checkConfig(t, c)
	})
}

func checkProblems(t *testing.T, text []byte, c *Config, err error) {
	var problems Problems
	if !errors.As(err, &problems) || len(problems) == 0 || c != nil {
		t.Fatalf("config %v with error %v", c, err)
	}
	lines := bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) + 1
	last := 0
	for _, p := range problems {
		if p.Line < 1 || p.Column < 1 || p.Line > lines || p.Line < last {
			t.Errorf("%v: line %d after line %d, of %d", p, p.Line, last, lines)
		}
		if p.Message == "" || strings.ContainsAny(p.Path+p.Message, "\n\r\x00") || len(p.String()) > 4000 {
			t.Errorf("bad message %q at %q", p.Message, p.Path)
		}
		last = p.Line
	}
}

func checkConfig(t *testing.T, c *Config) {
	if len(c.Programs) == 0 || len(c.Sources) == 0 || c.Brand.Name == "" || c.Zone == nil {
		t.Errorf("something is missing: %+v", c)
	}
	if c.Holdout > heed.PPB/2 || c.Quiet < 0 || c.Quiet > 730 || !isColor(c.Brand.Color) {
		t.Errorf("something is out of bounds: %+v", c)
	}
	checkIssues(t, c)
	for _, src := range c.Sources {
		checkSource(t, &src)
	}
	for _, p := range c.Programs {
		low, high := p.Ask.Range()
		if p.Rate > p.Ceiling || p.Ceiling >= heed.PPB || low > high || len(p.When.Kinds) == 0 || !isName(p.Name) {
			t.Errorf("something is out of bounds: %+v", p)
		}
		if p.Delay < 0 || p.Delay > 30*day || p.Window < minWindow || p.Window > 90*day || p.Quiet < 0 || p.Quiet > 730 {
			t.Errorf("some time is out of bounds: %+v", p)
		}
		if c.Program(p.Name).Name != p.Name {
			t.Errorf("two programs are called %q", p.Name)
		}
		checkStrata(t, &p)
		for _, name := range p.When.Sources {
			if c.Source(name) == nil {
				t.Errorf("program %q is for unknown source %q", p.Name, name)
			}
		}
	}
}

func checkIssues(t *testing.T, c *Config) {
	taken := map[string]bool{}
	for _, i := range c.Issues {
		name := strings.ToLower(i.Name)
		if name == "" || taken[name] || len(i.Name) > maxIssueBytes || len(i.Tags)+len(i.Words) == 0 || len(i.Words) > maxPhrases {
			t.Errorf("issue is out of bounds: %+v", i)
		}
		taken[name] = true
	}
	if len(c.Issues) > maxIssues || len(c.Issues) == 0 && slices.Contains(c.Dimensions, "issue") {
		t.Errorf("%d issues with dimensions %v", len(c.Issues), c.Dimensions)
	}
	if n := c.Notify; len(n.Digest) > maxAddresses || len(n.Alerts) > maxAddresses || len(n.Keywords) > 0 && len(n.Alerts) == 0 {
		t.Errorf("notify is out of bounds: %+v", n)
	}
}

func checkSource(t *testing.T, s *Source) {
	for word, kind := range s.Kinds {
		if word == "" || word != strings.TrimSpace(word) || !isKind(kind) {
			t.Errorf("%q stands for %q", word, kind)
		}
	}
	if (s.Mapping != nil) != (s.Type == "mapped") || s.API != "" && !strings.HasPrefix(s.API, "https://") {
		t.Errorf("settings of another type, or a bad address: %+v", s)
	}
	if s.Mapping == nil {
		return
	}
	r, f := s.Mapping.Recipe, s.Mapping.Fields
	if (r.Secret == "") == (r.Hash == "") || r.Hash != "" && (!isHeader(r.Header) || strings.Count(r.Signed, "{body}") != 1) {
		t.Errorf("the recipe proves nothing: %+v", r)
	}
	if strings.Contains(r.Signed, "{timestamp}") != (r.Timestamp != "") || strings.Contains(r.Signed, "{id}") != (r.ID != "") {
		t.Errorf("a header is signed that has no name, or named that is not signed: %+v", r)
	}
	if f["kind"] == "" || f["object"] == "" || f["at"] == "" || f["customer.id"] == "" && f["customer.email"] == "" {
		t.Errorf("a field is missing: %v", f)
	}
}

func checkStrata(t *testing.T, p *Program) {
	if b := p.Budget; b.Day < 0 || b.Month < 0 || b.Day > maxBudget || b.Month > maxBudget || p.Rate > 0 && p.Floor > p.Rate {
		t.Errorf("budget or floor is out of bounds: %+v", p)
	}
	taken := map[string]bool{}
	for _, h := range p.Strata {
		if !isName(h.Name) || taken[h.Name] || h.Rate > p.Ceiling || h.Rate > 0 && h.Rate < p.Floor {
			t.Errorf("stratum is out of bounds: %+v of %+v", h, p)
		}
		if len(h.When.Kinds)+len(h.When.Sources)+len(h.When.Teams)+len(h.When.Tags) == 0 {
			t.Errorf("stratum %q is for everything", h.Name)
		}
		taken[h.Name] = true
	}
}
