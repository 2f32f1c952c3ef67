package bench

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/tidwall/gjson"

	"heed/events"
	"heed/shared/sources"
	"heed/shared/surveys"
	"heed/shared/wiring"
)

// grownTo is how large deliveries are made, in bytes.
const grownTo = 20_000

// BenchmarkSources measures what a delivery of 20 kB costs beyond reading it
// from the wire: verified, and touchpoints made of it. Of each source's samples
// that make any it is the one that takes longest, grown as that vendor's bodies
// grow. Medians.
func BenchmarkSources(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(wiring.GarbagePercent)) // as the functions are told
	for _, typ := range sources.Types() {
		b.Run(typ, func(b *testing.B) {
			source, _ := sources.Of(settings(b, typ))
			secret, now := sources.NewSecret(typ), time.Now()
			var slowest, allocs, size float64
			which := "none of them"
			for b.Loop() {
				for name, r := range grown(b, typ) {
					if err := source.Sign(r, secret, "msg_1", now); err != nil {
						b.Fatal(err)
					}
					read := func() int {
						if err := source.Verify(r, []string{secret}, now); err != nil {
							b.Fatal(name, err)
						}
						points, _ := source.Parse(r)
						return len(points)
					}
					if read() == 0 || len(r.Body) < grownTo*9/10 || len(r.Body) > grownTo*11/10 {
						continue
					}
					if took := micros(read); took > slowest {
						slowest, size, which = took, float64(len(r.Body)), name
						allocs = testing.AllocsPerRun(20, func() { read() })
					}
				}
			}
			b.Log("the slowest is", which)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(slowest, "µs")
			b.ReportMetric(allocs, "allocs")
			b.ReportMetric(size/1000, "kB")
		})
	}
}

// micros is how long something takes, the median of many times.
func micros(do func() int) float64 {
	took := make([]float64, 201)
	for i := range took {
		began := time.Now()
		do()
		took[i] = float64(time.Since(began).Nanoseconds()) / 1000
	}
	return median(took)
}

// settings is a source as the shipped surveys.yaml shows it, its comments
// included, or where its samples need more, as its page does.
func settings(b *testing.B, typ string) *surveys.Source {
	b.Helper()
	if typ == "mapped" {
		return paged(b)
	}
	c, err := surveys.Load(bytes.ReplaceAll(shipped(b), []byte("  # - {name: "), []byte("  - {name: ")))
	if err != nil {
		b.Fatal(err)
	}
	for i := range c.Sources {
		if c.Sources[i].Type == typ {
			return &c.Sources[i]
		}
	}
	b.Fatalf("surveys.yaml shows no source of type %s", typ)
	return nil
}

// paged is the mapped source at the top of its page.
func paged(b *testing.B) *surveys.Source {
	b.Helper()
	page, err := os.ReadFile("../../docs/sources/mapped.md")
	if err != nil {
		b.Fatal(err)
	}
	_, text, _ := strings.Cut(string(page), "```yaml\n")
	text, _, _ = strings.Cut(text, "```")
	c, err := surveys.Load([]byte("brand: {name: Acme}\n" + text + "\nprograms: [{name: a, ask: nps, when: {kinds: [deal.won]}, stage: a, rate: 10%}]\n"))
	if err != nil {
		b.Fatal(err)
	}
	return &c.Sources[0]
}

// grown are a source's samples, not signed yet.
func grown(b *testing.B, typ string) map[string]*sources.Request {
	b.Helper()
	names, err := fs.Glob(events.FS, typ+"/*")
	if err != nil || len(names) == 0 {
		b.Fatalf("%s has no samples (%v)", typ, err)
	}
	all := map[string]*sources.Request{}
	for _, name := range names {
		if strings.HasSuffix(name, sources.HeadersExt) {
			continue
		}
		r, err := sources.Sample(events.FS, name)
		if err != nil {
			b.Fatal(err)
		}
		r.URL = "https://heed.example.com/hooks/" + typ
		r.Body = grow(r.Body, path.Ext(name))
		all[name] = r
	}
	return all
}

// grow makes a body as long as it may be: a batch has more events, from a dozen of
// Salesforce's to 82 of HubSpot's, and a single event in its middle, one half
// each, a description and a list of some 230 fields of the team's own. Few
// senders come near that: it is the wordy end of what is posted.
func grow(body []byte, ext string) []byte {
	missing := grownTo - len(body)
	switch {
	case missing <= 0:
		return body
	case ext == ".form":
		return append(bytes.TrimSpace(body), "&description="+strings.Repeat("It+stopped+again%2C+%22twice%22.%0A", missing/34)...)
	case ext == ".xml":
		return repeat(body, notification)
	}
	if e := gjson.ParseBytes(body); e.IsArray() {
		return more(body, 0, e)
	}
	if list := gjson.GetBytes(body, "events"); list.IsArray() {
		return more(body, list.Index, list)
	}
	at := middle(gjson.ParseBytes(body))
	wordy := fmt.Sprintf(",%q:%q,", "description", strings.Repeat("It stopped again,\n\"twice\" — as before.\t", missing/2/45))
	fields := make([]string, 0, missing/2/40)
	for i := range cap(fields) {
		fields = append(fields, fmt.Sprintf(`{"id":%d,"value":"%d-%x"}`, 360000+i, i, i*i*7919))
	}
	insert := wordy + `"fields_of_ours":[` + strings.Join(fields, ",") + `]`
	return bytes.Join([][]byte{body[:at], body[at:]}, []byte(insert))
}

// more repeats the events of a list that begins at a place in the body, each
// with ids of its own.
func more(body []byte, at int, list gjson.Result) []byte {
	one := list.Array()[0].Raw
	var events []string
	for n := len(body); n < grownTo; n += len(one) + 1 {
		events = append(events, another(one, len(events)))
	}
	return bytes.Join([][]byte{body[:at+1], body[at+1:]}, []byte(strings.Join(events, ",")+","))
}

// repeat does so with elements of XML.
func repeat(body []byte, element *regexp.Regexp) []byte {
	at := element.FindIndex(body)
	if at == nil {
		return body
	}
	one := string(body[at[0]:at[1]])
	var all strings.Builder
	for i := 0; len(body)+all.Len() < grownTo && i < 99; i++ {
		all.WriteString(another(one, i))
	}
	return bytes.Join([][]byte{body[:at[0]], body[at[0]:]}, []byte(all.String()))
}

var (
	notification = regexp.MustCompile(`(?s)<Notification>.*?</Notification>`)
	idNumber     = regexp.MustCompile(`("(?:objectId|eventId)":\s*\d|"ref":\s*"[a-z]+:|<(?:\w+:)?Id>\w{6})(\w{3,6})`)
)

// another is an event with other ids.
func another(event string, n int) string {
	return idNumber.ReplaceAllString(event, fmt.Sprintf("${1}%06d", 100+n))
}

// middle is a place between two values of an event, or of the one value of its
// envelope that is most of it.
func middle(whole gjson.Result) int {
	object := whole
	whole.ForEach(func(_, v gjson.Result) bool {
		if v.IsObject() && len(v.Raw) > len(whole.Raw)/2 {
			object = v
		}
		return true
	})
	var ends []int
	object.ForEach(func(_, v gjson.Result) bool {
		ends = append(ends, v.Index+len(v.Raw))
		return true
	})
	return ends[len(ends)/2]
}
