package bench

import (
	"context"
	"fmt"
	"log/slog"
	"math/bits"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/shared/embedded"
	"heed/shared/handlers/rollup"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/wiring"
)

// midday is when benchmarks of the roll-up begin: late in a month, so that the
// month's cells are of many days.
var midday = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

// A stock is a table full of rows, on the embedded engine.
type stock struct {
	testing.TB
	config *surveys.Config
	folder string
	file   *embedded.File
	table  *embedded.Table
}

func newStock(tb testing.TB) *stock {
	tb.Helper()
	s := &stock{TB: tb, config: config(tb), folder: quick(tb)}
	s.open()
	tb.Cleanup(s.close)
	return s
}

func (s *stock) open() {
	s.Helper()
	var err error
	if s.file, err = embedded.Open(filepath.Join(s.folder, "heed.db")); err != nil {
		s.Fatal(err)
	}
	s.table = s.file.Table()
}

func (s *stock) close() {
	s.Helper()
	if err := s.file.Close(); err != nil {
		s.Error(err)
	}
}

// quick is a folder that lies in memory where there is such, so that filling a
// table does not wait for the disk.
func quick(tb testing.TB) string {
	tb.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "heed")
	if err != nil {
		return tb.TempDir()
	}
	tb.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

func (s *stock) store() records.Store { return records.Store{Table: s.table} }

func (s *stock) tick(at time.Time) time.Duration {
	s.Helper()
	h := rollup.Handler{
		Config: s.config, Store: records.Store{Table: table.Guard(s.table, wiring.Find("rollup").Table)},
		Now: func() time.Time { return at }, Log: slog.New(slog.DiscardHandler),
	}
	began := time.Now()
	if err := h.Tick(context.Background()); err != nil {
		s.Fatal(err)
	}
	return time.Since(began)
}

// fill puts n rows of a day: of one program, with a hundred agents in ten teams,
// one in five asked, one in four of these answered.
func (s *stock) fill(day heed.Day, from, n int) {
	s.Helper()
	var group errgroup.Group
	const writers = 256
	for w := range writers {
		group.Go(func() error {
			rnd := rand.New(rand.NewPCG(uint64(day), uint64(from+w)))
			for i := from + w; i < from+n; i += writers {
				if err := s.store().PutRow(context.Background(), filler(rnd, day, i)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		s.Fatal(err)
	}
}

func filler(rnd *rand.Rand, day heed.Day, i int) *heed.Row {
	t := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint("ticket:", int(day)*10_000_000+i), Occurrence: "1"}
	at := time.Unix(int64(day)*86400+int64(i%86400)/2, 0).UTC()
	agent := rnd.IntN(100)
	row := &heed.Row{
		RowRef: heed.RowRef{Day: day, ID: t.ID().Row("support")},
		Source: t.Source, Kind: t.Kind, Object: t.Object, Occurrence: t.Occurrence, At: at,
		Dims: []heed.Dim{{Name: "agent", Value: fmt.Sprint("agent ", agent)}, {Name: "team", Value: fmt.Sprint("team ", agent%10)}},
		Decision: heed.Decision{
			Program: "support", Ask: heed.CSAT, Reason: heed.NotDrawn, Decided: at, N90: uint16(rnd.IntN(20)),
			Pi: uint32(1e7 + rnd.IntN(2e8)), Alpha: 9e8, Due: at, Expires: day + 32,
		},
	}
	row.Scope = heed.Hash{byte(rnd.Uint32()), byte(rnd.Uint32()), byte(rnd.Uint32()), 15: byte(rnd.Uint32())}
	row.Customer = row.Scope
	row.Limit, _ = bits.Div64(uint64(row.Pi), 0, uint64(row.Alpha))
	if i%5 == 0 {
		row.Reason, row.Invitation = heed.Asked, &heed.Invitation{To: address, Claimed: at, Sent: at, Delivered: at, MessageID: "1"}
		if i%20 == 0 {
			row.Response = &heed.Response{Score: 1 + rnd.IntN(5), Channel: heed.Page, At: at}
		}
	}
	return row
}

// BenchmarkRollup measures, by turns, a roll-up after the same new rows with so
// many days of history, and with ten times as many. Medians. Between 30 days and
// 300 today's month is the same; between 6 and 60 it holds 6 days or 27, so that
// its cells are of more answers.
func BenchmarkRollup(b *testing.B) {
	for _, days := range []int{6, 30} {
		b.Run(fmt.Sprintf("%d-%d-days", days, 10*days), func(b *testing.B) { measureRollup(b, days) })
	}
}

func measureRollup(b *testing.B, days int) {
	const fresh, ticks = 100, 25
	today := heed.DayOf(midday, time.UTC)
	stocks := []*stock{withHistory(b, days), withHistory(b, 10*days)}
	took := make([][]float64, len(stocks))
	for b.Loop() {
		for round := range ticks {
			for i, s := range stocks {
				s.fill(today, perDay+round*fresh, fresh)
				runtime.GC() // what filling left is not the roll-up's to clear away
				took[i] = append(took[i], s.tick(midday.Add(time.Duration(round+1)*15*time.Minute)).Seconds())
			}
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(1e3*median(took[0]), "ms")
	b.ReportMetric(1e3*median(took[1]), "ms-10x-history")
	b.ReportMetric(median(took[1])/median(took[0]), "x-for-10x-history")
}

// perDay is how many rows a day of history has.
const perDay = 1000

// withHistory is a stock of so many days up to midday, rolled up.
func withHistory(tb testing.TB, days int) *stock {
	tb.Helper()
	s, today := newStock(tb), heed.DayOf(midday, time.UTC)
	for d := today - heed.Day(days) + 1; d <= today; d++ { // ascending, as the engine likes it
		s.fill(d, 0, perDay)
		if err := s.store().PutMark(tb.Context(), d, midday.Add(-time.Hour)); err != nil {
			tb.Fatal(err)
		}
	}
	s.tick(midday)
	return s
}

// BenchmarkMillionRows measures the roll-up of a day of a million rows, and the
// most memory that the process held meanwhile. The mapped file does not count:
// its pages are the kernel's, to drop when it likes.
func BenchmarkMillionRows(b *testing.B) {
	const (
		million = 1_000_000
		limit   = 400 << 20
	)
	defer debug.SetGCPercent(debug.SetGCPercent(wiring.GarbagePercent)) // as a function in the cloud is told,
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(limit))             // but with half its memory
	s := newStock(b)
	today := heed.DayOf(midday, time.UTC)
	s.fill(today, 0, million)
	s.close() // what filling has left to write, and to clear away, is not the roll-up's
	s.open()
	debug.FreeOSMemory()
	for b.Loop() {
		peak, stop := watch(b)
		took := s.tick(midday)
		stop()
		all, err := s.store().Cells(b.Context(), "support", "", today, today)
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range all {
			if n := c.Population().N; n != million {
				b.Fatalf("%d rows in the cell", n)
			}
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(took.Seconds(), "s")
		b.ReportMetric(float64(peak.Load())/1024, "peak-MB")
	}
}

// watch follows the process's own memory, in kB, until stopped.
func watch(tb testing.TB) (peak *atomic.Int64, stop func()) {
	peak = &atomic.Int64{}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for ctx.Err() == nil {
			peak.Store(max(peak.Load(), ownMemory(tb)))
			time.Sleep(5 * time.Millisecond)
		}
	}()
	return peak, func() { cancel(); <-ended }
}

func ownMemory(tb testing.TB) int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		tb.Error(err)
	}
	_, rest, _ := strings.Cut(string(status), "RssAnon:")
	kB, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.ParseInt(kB, 10, 64)
	if err != nil {
		tb.Error(err)
	}
	return n
}

// BenchmarkMonthPage counts the read units of a page of a month over a hundred
// values of a dimension: from its sheet, and for comparison as merged from cells.
func BenchmarkMonthPage(b *testing.B) {
	s := newStock(b)
	today := heed.DayOf(midday, time.UTC)
	for d := range heed.Day(20) {
		s.fill(today-d, 0, 1000)
		if err := s.store().PutMark(b.Context(), today-d, midday.Add(-time.Hour)); err != nil {
			b.Fatal(err)
		}
	}
	s.tick(midday)
	month := heed.Day(20758) // 2026-11-01
	s.table.Meter = &table.Meter{}
	for b.Loop() {
		var sheet sheets.Scores
		ok, err := s.store().Sheet(b.Context(), "support", "scores/agent", "2026-11", &sheet)
		if err != nil || !ok || len(sheet.Parts) != 100 || !sheet.Parts[0].Figure.Shown {
			b.Fatal(len(sheet.Parts), ok, err)
		}
		units := s.table.Meter.Reset().Read
		if units > 40 {
			b.Errorf("%v read units, want 40 at most", units)
		}
		if _, err := s.store().Span(b.Context(), "support", "agent", month, month+29); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(units, "read-units")
		b.ReportMetric(s.table.Meter.Reset().Read, "read-units-from-month-cells")
	}
}
