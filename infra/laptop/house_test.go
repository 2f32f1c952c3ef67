package laptop_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/infra/laptop"
	"heed/shared/keyring"
	"heed/shared/surveys"
)

// A house is a laptop that somebody lives in: it answers over HTTP, works its
// queues and keeps its schedules. Tests look at it from outside.
type house struct {
	*testing.T
	visitor
	laptop  *laptop.Laptop
	options laptop.Options
	begin   func(context.Context, *laptop.Laptop) error // done before anything runs; nil for nothing
	still   bool                                        // nothing is worked and no schedule kept but by the test
	stop    func()                                      // nil while it does not run
}

// open makes a house in a new folder. Its keys follow from the test's name, so
// that a test draws the same each time it runs.
func open(t *testing.T, config *surveys.Config, change ...func(*house)) *house {
	t.Helper()
	base := "http://127.0.0.1:" + freePort(t)
	h := &house{T: t, visitor: newVisitor(base), options: laptop.Options{
		Data: filepath.Join(t.TempDir(), "data"), Config: config, Base: base, Log: alarm(t), Real: time.Now,
	}}
	giveKeys(t, h.options.Data)
	for _, c := range change {
		c(h)
	}
	h.start()
	t.Cleanup(h.close)
	return h
}

func giveKeys(t *testing.T, data string) {
	t.Helper()
	ring, err := keyring.Make(rand.NewChaCha8(sha256.Sum256([]byte(t.Name()))), time.Unix(1_700_000_000, 0))
	if err == nil {
		err = os.MkdirAll(data, 0o755) // the laptop closes it to others
	}
	if err == nil {
		err = laptop.WriteFile(filepath.Join(data, laptop.KeysFile), ring.Text())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// start opens the data folder and lives in it, at the same address each time.
func (h *house) start() {
	h.Helper()
	var err error
	if h.laptop, err = laptop.Open(h.options); err == nil && h.begin != nil {
		err = h.begin(h.Context(), h.laptop)
	}
	if err != nil {
		h.Fatal(err)
	}
	listener, err := net.Listen("tcp", strings.TrimPrefix(h.base, "http://"))
	if err != nil {
		h.Fatal(err)
	}
	ctx, end := context.WithCancel(context.Background())
	server := &http.Server{Handler: h.laptop.Handler()}
	var work sync.WaitGroup
	if !h.still {
		work.Go(func() { h.laptop.Run(ctx) })
	}
	work.Go(func() {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			h.Error(err)
		}
	})
	h.stop = func() {
		end()
		_ = server.Shutdown(context.Background())
		work.Wait()
		if err := h.laptop.Close(); err != nil {
			h.Error(err)
		}
	}
}

func (h *house) close() {
	if h.stop != nil {
		h.stop()
		h.stop = nil
		h.client.CloseIdleConnections() // whoever posts is not told that the other end is gone
	}
}

// restart closes the house and opens it again, with what it remembers.
func (h *house) restart() {
	h.Helper()
	h.close()
	h.start()
}

// freePort finds a port that nothing listens on, and below those that outgoing
// connections come from: a client could take one of these in a restart.
func freePort(t *testing.T) string {
	t.Helper()
	for range 100 {
		port := fmt.Sprint(20_000 + rand.IntN(10_000))
		if l, err := net.Listen("tcp", "127.0.0.1:"+port); err == nil {
			_ = l.Close()
			return port
		}
	}
	t.Fatal("no port is free")
	return ""
}

// alarm is a log whose errors fail the test: an operator would have to hear of
// them. What was under way when the house closed is no error, nor is an answer
// that comes as soon as its mail.
func alarm(t *testing.T) *slog.Logger {
	return slog.New(slog.NewTextHandler(bell{t}, &slog.HandlerOptions{Level: slog.LevelError}))
}

type bell struct{ *testing.T }

func (b bell) Write(line []byte) (int, error) {
	if !strings.Contains(string(line), context.Canceled.Error()) && !strings.Contains(string(line), "answer kept apart") {
		b.Errorf("logged: %s", line)
	}
	return len(line), nil
}
