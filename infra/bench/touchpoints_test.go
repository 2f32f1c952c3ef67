package bench

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/infra/laptop"
	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/wiring"
)

// A round posts so many touchpoints to each server.
const (
	rounds   = 9
	perRound = 10_000
)

// BenchmarkTouchpoints measures, by turns, what the laptop takes in a second
// and what a bare net/http handler does, with the same client and the same
// deliveries: each of another customer, verified, queued, decided, its rows
// written, its message deleted. The laptop's part of a round ends when the last
// row is there and the queue is empty; before and after it comes the bare
// handler's. Medians of the rounds.
func BenchmarkTouchpoints(b *testing.B) {
	l := running(b, b.TempDir())
	whole := serve(b, l.Handler())
	bare := serve(b, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
	secret := l.Secrets["zendesk"][0]
	sent := 0
	var here, least, share []float64
	for b.Loop() {
		for round := range rounds + 1 {
			requests := deliveries(b, sent, perRound, secret)
			sent += perRound
			bareTook := post(b, bare, requests)
			began := time.Now()
			post(b, whole, requests)
			if err := l.Idle(b.Context()); err != nil {
				b.Fatal(err)
			}
			took := time.Since(began)
			bareTook = (bareTook + post(b, bare, requests)) / 2
			if rows := countRows(b, l); rows != sent {
				b.Fatalf("%d rows of %d touchpoints", rows, sent)
			}
			if round > 0 { // the first warms up
				here = append(here, perRound/took.Seconds())
				least = append(least, perRound/bareTook.Seconds())
				share = append(share, 100*bareTook.Seconds()/took.Seconds())
			}
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(here), "touchpoints/s")
	b.ReportMetric(median(least), "bare/s")
	b.ReportMetric(median(share), "%-of-bare")
}

// config is surveys.yaml, whose support program waits a day before it mails:
// no mail goes while touchpoints are timed.
func config(tb testing.TB) *surveys.Config {
	tb.Helper()
	later := strings.Replace(string(shipped(tb)), "window: 14d", "delay: 1d\n    window: 14d", 1)
	c, err := surveys.Load([]byte(later))
	if err != nil {
		tb.Fatal(err)
	}
	if c.Program("support").Delay != 24*time.Hour {
		tb.Fatal("surveys.yaml has changed, and its support program mails at once")
	}
	return c
}

// shipped is the text of surveys.yaml.
func shipped(tb testing.TB) []byte {
	tb.Helper()
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

// running is a laptop as make run starts it, in a new data folder.
func running(tb testing.TB, data string) *laptop.Laptop {
	tb.Helper()
	l := opened(tb, data, config(tb))
	run(tb, l)
	return l
}

func opened(tb testing.TB, data string, c *surveys.Config) *laptop.Laptop {
	tb.Helper()
	l, err := laptop.Open(laptop.Options{
		Data: data, Config: c, Base: "http://localhost", Real: time.Now,
		Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

// run runs a laptop until the benchmark ends.
func run(tb testing.TB, l *laptop.Laptop) {
	tb.Helper()
	debug.SetGCPercent(wiring.GarbagePercent) // as heed run does
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { l.Run(ctx); close(ended) }()
	tb.Cleanup(func() {
		stop()
		<-ended
		if err := l.Close(); err != nil {
			tb.Error(err)
		}
	})
}

// serve returns the address of a server with that handler.
func serve(tb testing.TB, h http.Handler) string {
	server := httptest.NewServer(h)
	tb.Cleanup(server.Close)
	return server.Listener.Addr().String()
}

// countRows counts the rows decided today, and yesterday for a run around
// midnight.
func countRows(tb testing.TB, l *laptop.Laptop) int {
	tb.Helper()
	n := 0
	today := heed.DayOf(l.Clock.Now(), l.Config.Zone)
	for _, day := range []heed.Day{today - 1, today} {
		for _, err := range l.Store().Day(tb.Context(), day) {
			if err != nil {
				tb.Fatal(err)
			}
			n++
		}
	}
	return n
}

func median(of []float64) float64 {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[len(sorted)/2]
}
