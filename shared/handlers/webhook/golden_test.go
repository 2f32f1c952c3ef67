package webhook

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/events"
	"heed/shared/queue"
	"heed/shared/sources"
)

var update = flag.Bool("update", false, "write testdata/golden anew, from what comes out now; then read it")

// samples are all of events/, of all types.
func samples(t *testing.T) (files []string) {
	t.Helper()
	for _, typ := range sources.Types() {
		of, err := fs.Glob(events.FS, typ+"/*")
		of = slices.DeleteFunc(of, func(name string) bool { return strings.HasSuffix(name, sources.HeadersExt) })
		if err != nil || len(of) == 0 {
			t.Errorf("%s has no samples in events/ (%v)", typ, err)
		}
		files = append(files, of...)
	}
	return files
}

// TestGolden: every sample goes through the door, signed as its vendor signs,
// and comes out as testdata/golden says.
func TestGolden(t *testing.T) {
	var want []string
	for _, file := range samples(t) {
		golden := filepath.Join("testdata", "golden", filepath.FromSlash(file)+".txt")
		want = append(want, golden)
		t.Run(file, func(t *testing.T) {
			got := came(t, file)
			if *update {
				write(t, golden, got)
			}
			text, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v: run the test with -update, and read what it writes", err)
			}
			if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("it came out otherwise (-golden +got):\n%s", diff)
			}
		})
	}
	have, err := filepath.Glob(filepath.Join("testdata", "golden", "*", "*"))
	for _, name := range have {
		if !slices.Contains(want, name) {
			t.Errorf("%s is of no sample (%v)", name, err)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// came is what came of a sample, for people to read: what was answered, the
// touchpoints as they lie on the queue, and why the delivery was kept if it was.
func came(t *testing.T, file string) string {
	t.Helper()
	d := open(t)
	w := d.post(d.sample(file))
	var b strings.Builder
	fmt.Fprintf(&b, "%s, posted to /hooks/%s, is answered %d (%s):\n%s\n", path.Base(file), path.Dir(file), w.Code, w.Header().Get("Content-Type"), strings.TrimSpace(w.Body.String()))
	p := d.took()
	for _, touchpoint := range p.touchpoints {
		text, err := queue.Parcel{Touchpoint: touchpoint}.Pack()
		if err != nil {
			t.Fatal(err)
		}
		_, lines, _ := strings.Cut(string(text), "\n")
		fmt.Fprintf(&b, "\n%s\n", lines)
	}
	for _, k := range p.kept {
		fmt.Fprintf(&b, "\nkept: %s\n", k.Why)
	}
	if len(p.touchpoints)+len(p.kept) == 0 {
		b.WriteString("\nof no interest\n")
	}
	return b.String()
}

// TestRetriesMakeTheSame: an hour later, by another name and signed anew, a
// sample makes the touchpoints that it made before.
func TestRetriesMakeTheSame(t *testing.T) {
	ids := func(d *door) (all []string) {
		for _, touchpoint := range d.took().touchpoints {
			all = append(all, touchpoint.ID().String())
		}
		return all
	}
	for _, file := range samples(t) {
		first, second := open(t), open(t)
		first.post(first.sample(file))
		second.at = now.Add(time.Hour)
		second.post(second.sample(file))
		if diff := cmp.Diff(ids(first), ids(second)); diff != "" {
			t.Errorf("%s makes others when it comes again:\n%s", file, diff)
		}
	}
}
