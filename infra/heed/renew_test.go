package main

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"heed/events"
	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// settled is a source as surveys.yaml has it after the line is added that post
// tells to add.
func settled(t *testing.T, typ string) *surveys.Source {
	t.Helper()
	line, ok := sourceLines[typ]
	if ok == (typ == "mapped") {
		t.Fatalf("%s has a line to add: %v", typ, ok)
	}
	added := "sources:\n  " + line + "\n"
	if !ok {
		page, err := os.ReadFile("../../docs/sources/mapped.md")
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(page), "```yaml\n")
		added, _, _ = strings.Cut(after, "```")
	}
	config, err := surveys.Load([]byte("brand: {name: Acme}\n" + added + "\nprograms:\n" +
		"  - {name: all, ask: nps, when: {kinds: [deal.won]}, stage: sales, rate: 10%}\n"))
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return &config.Sources[0]
}

// samples are a source's, by file.
func samples(t *testing.T, typ string) map[string]*sources.Request {
	t.Helper()
	names, err := fs.Glob(events.FS, typ+"/*")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*sources.Request{}
	for _, name := range names {
		if strings.HasSuffix(name, sources.HeadersExt) {
			continue
		}
		if all[name], err = sources.Sample(events.FS, name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// Every sample of every source can be posted again and again as what happened
// to somebody else: nothing but who and which is another.
func TestRenewedSamples(t *testing.T) {
	numbers := numbersFrom(1_795_341_600_000_000)
	for _, typ := range sources.Types() {
		t.Run(typ, func(t *testing.T) {
			of, _ := sources.Of(settled(t, typ))
			to := &target{Type: typ, URL: "https://heed.example.com/hooks/x", Secret: sources.NewSecret(typ), adapter: of}
			some := false
			for name, r := range samples(t, typ) {
				before := read(t, name, to, r)
				some = some || len(before) > 0
				first, err := renewed(to, r, numbers)
				if err != nil {
					t.Fatal(name, err)
				}
				second, err := renewed(to, r, numbers)
				if err != nil {
					t.Fatal(name, err)
				}
				differ(t, name, before, read(t, name, to, first))
				differ(t, name, read(t, name, to, first), read(t, name, to, second))
			}
			if !some {
				t.Error("no sample makes a touchpoint")
			}
		})
	}
}

// read is what a source makes of a delivery. A batch may have an event in it
// that says too little.
func read(t *testing.T, name string, to *target, r *sources.Request) []heed.Touchpoint {
	t.Helper()
	signed, err := to.signed(r)
	if err != nil {
		t.Fatal(name, err)
	}
	points, err := to.adapter.Parse(signed)
	if err != nil && len(points) == 0 {
		t.Errorf("%s is not understood: %v", name, err)
	}
	return points
}

// differ holds two readings of a sample to be of others, and of the same.
func differ(t *testing.T, name string, a, b []heed.Touchpoint) {
	t.Helper()
	if len(a) != len(b) {
		t.Fatalf("%s: %d touchpoints became %d", name, len(a), len(b))
	}
	for i := range a {
		x, y := &a[i], &b[i]
		if x.ID() == y.ID() || x.Object == y.Object || x.At.Sub(y.At).Abs() > time.Minute || x.Kind != y.Kind || x.Team != y.Team || x.Product != y.Product || x.Amount != y.Amount {
			t.Errorf("%s: %+v became %+v", name, x, y)
		}
		for _, who := range [][2]string{{x.Customer.ID, y.Customer.ID}, {x.Customer.Email, y.Customer.Email}, {x.Customer.Account, y.Customer.Account}} {
			if (who[0] == "") != (who[1] == "") || who[0] != "" && who[0] == who[1] {
				t.Errorf("%s: the customer %+v became %+v", name, x.Customer, y.Customer)
			}
		}
	}
}

// Numbers stay numbers, strings strings; what only looks alike stays as it is.
func TestExchanged(t *testing.T) {
	values := map[string]string{"12": "7", "ada@example.com": "bo@example.com", "A-12": "A-9"}
	for text, want := range map[string]string{
		`{"id":12,"n":"12","at":"2012"}`:    `{"id":7,"n":"7","at":"2012"}`,
		`<Id>12</Id><k>A-12</k>`:            `<Id>7</Id><k>A-9</k>`,
		`mail=ada%40example.com&id=12`:      `mail=bo%40example.com&id=7`,
		`ada@example.community 12a _12 112`: `ada@example.community 12a _12 112`,
		`to ada@example.com`:                `to bo@example.com`,
		``:                                  ``,
	} {
		if got := string(exchanged([]byte(text), values)); got != want {
			t.Errorf("%s became %s, want %s", text, got, want)
		}
	}
}

func TestAnother(t *testing.T) {
	for id, want := range map[string]string{"48117": "77", "7d1f": "7d77f", "c_5560": "c_77", "SUP-12": "SUP-77", "abc": "abc77"} {
		if got := another(id, "77"); got != want {
			t.Errorf("%s became %s, want %s", id, got, want)
		}
	}
}
