package plan_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"heed/shared/history"
	"heed/shared/history/madeup"
	"heed/shared/plan"
)

// BenchmarkPlan plans three variants at once, as heed plan does, without
// reading the file. Its memory is that of the ledgers: with ten times the
// touchpoints of as many customers it hardly grows.
func BenchmarkPlan(b *testing.B) {
	variants := plan.Usual(shipped(b))
	for _, tickets := range []float64{3, 30} {
		b.Run(fmt.Sprintf("tickets=%v", tickets), func(b *testing.B) {
			var p *plan.Plan
			var n, held uint64
			for b.Loop() {
				before := heap()
				lines := madeup.Touchpoints(madeup.Options{Seed: 1, Customers: 3_000, From: start, Days: 365, Tickets: tickets})
				p = of(b, func(yield func(*history.Line) bool) {
					for l := range lines {
						if !yield(l) {
							return
						}
					}
					held += heap() - before
				}, variants)
				n += p.Touchpoints
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "touchpoints/s")
			b.ReportMetric(float64(held)/float64(b.N)/float64(p.Scopes*len(variants)), "B/scope")
		})
	}
}

// heap is how much is in use, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkMillion plans three variants of a file of a million touchpoints, of
// 139,000 customers in a year, as heed plan does.
func BenchmarkMillion(b *testing.B) {
	file, err := os.Create(filepath.Join(b.TempDir(), "million.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	writeLines(b, file, 1_000_000)
	variants := plan.Usual(shipped(b))
	for b.Loop() {
		if _, err := file.Seek(0, io.SeekStart); err != nil {
			b.Fatal(err)
		}
		r, err := history.NewReader(file, 0)
		if err != nil {
			b.Fatal(err)
		}
		p, err := plan.Of(r.Lines(), ring(b, 1), variants, plan.Assume(0.2))
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(p.Touchpoints), "touchpoints")
	}
}

// writeLines makes up so many lines.
func writeLines(b *testing.B, w io.Writer, n int) {
	out := bufio.NewWriter(w)
	var line []byte
	for l := range madeup.Touchpoints(madeup.Options{Seed: 1, Customers: n * 139 / 1000, From: start, Days: 366, Tickets: 5}) {
		var err error
		if line, err = l.Append(line[:0]); err != nil {
			b.Fatal(err)
		}
		if _, err := out.Write(line); err != nil {
			b.Fatal(err)
		}
		if n--; n == 0 {
			break
		}
	}
	if err := out.Flush(); n > 0 || err != nil {
		b.Fatal(n, err)
	}
}
