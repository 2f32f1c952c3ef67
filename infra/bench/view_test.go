package bench

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/infra/laptop/year"
	"heed/shared/boards"
	"heed/shared/surveys"
)

// views are how often each page is asked for.
const views = 40

// BenchmarkFirstView measures how long whoever opens a page of the operator's
// waits on a laptop with the year that make demo makes, from the request to the
// last byte; by turns with a bare net/http handler that has the same bytes ready.
// Medians. A page is sent as it is; gzipped it would be as long as said.
func BenchmarkFirstView(b *testing.B) {
	programs, err := surveys.Load(shipped(b))
	if err != nil {
		b.Fatal(err)
	}
	o := year.Options{Seed: 1, Customers: 2400}
	l := opened(b, quick(b), programs)
	if err := year.Begin(b.Context(), l, o); err != nil {
		b.Fatal(err)
	}
	run(b, l)
	base := "http://" + serve(b, l.Handler())
	if err := year.Live(b.Context(), l, base, o); err != nil {
		b.Fatal(err)
	}
	for _, link := range boards.Nav("") {
		b.Run(link.Text, func(b *testing.B) {
			_, body := view(b, base+link.Path)
			ready := "http://" + serve(b, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(body) }))
			var took, least []float64
			for b.Loop() {
				for range views {
					t, _ := view(b, base+link.Path)
					took = append(took, t)
					t, _ = view(b, ready)
					least = append(least, t)
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(took), "ms")
			b.ReportMetric(median(took)/median(least), "x-bare")
			b.ReportMetric(float64(len(body))/1000, "kB")
			b.ReportMetric(float64(packed(b, body))/1000, "kB-gzipped")
		})
	}
}

// view asks for a page, and returns how many milliseconds that took, and it.
func view(b *testing.B, link string) (took float64, body []byte) {
	b.Helper()
	began := time.Now()
	answer, err := http.Get(link)
	if err != nil {
		b.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err = io.ReadAll(answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		b.Fatalf("%s answered %s, %v", strings.TrimPrefix(link, "http://"), answer.Status, err)
	}
	return float64(time.Since(began).Microseconds()) / 1000, body
}

func packed(b *testing.B, body []byte) int {
	b.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(body); err != nil {
		b.Fatal(err)
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	return out.Len()
}
