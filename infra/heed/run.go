package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"heed/infra/laptop"
	"heed/shared/wiring"
)

type run struct {
	Observe bool `env:"HEED_OBSERVE" help:"Decide and record, but invite nobody."`
	Verbose bool `short:"v" help:"Log everything, not only trouble."`
}

// Run runs a laptop until it is interrupted.
func (r *run) Run(ctx context.Context, p *program) error {
	l, listener, err := p.laptop(p.Data, r.Observe, r.Verbose, time.Now)
	if err != nil {
		return err
	}
	defer l.Close()
	greet(os.Stdout, l)
	return serve(ctx, l, listener)
}

// laptop opens the data folder and the port.
func (p *program) laptop(data string, observe, verbose bool, now func() time.Time) (*laptop.Laptop, net.Listener, error) {
	config, err := p.config()
	if err != nil {
		return nil, nil, err
	}
	address := net.JoinHostPort("127.0.0.1", strconv.Itoa(p.Port))
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, nil, fmt.Errorf("%w\nAnother port will do: PORT=8081 make run", err)
	}
	level := slog.LevelWarn
	if verbose {
		level = slog.LevelDebug
	}
	port := listener.Addr().(*net.TCPAddr).Port
	l, err := laptop.Open(laptop.Options{
		Data: data, Config: config, Base: fmt.Sprintf("http://localhost:%d", port), Observe: observe,
		Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level})), Real: now,
	})
	if err != nil {
		return nil, nil, errors.Join(err, listener.Close())
	}
	return l, listener, nil
}

// mostMemory is how much memory, in bytes, the laptop uses before it collects
// its garbage sooner.
const mostMemory = 400 << 20

// serve answers and works until ctx ends, then finishes what is in hand.
func serve(ctx context.Context, l *laptop.Laptop, listener net.Listener) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(wiring.GarbagePercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(mostMemory)
	}
	server := &http.Server{Handler: l.Handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute}
	var work sync.WaitGroup
	work.Go(func() { l.Run(ctx) })
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(listener) }()
	var err error
	select {
	case err = <-stopped:
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		err = server.Shutdown(grace)
	}
	work.Wait()
	return err
}

func greet(w io.Writer, l *laptop.Laptop) {
	fmt.Fprintf(w, `
  Heed is running. Ask a few, hear everyone.

  Dashboard   %[1]s/
  Mailbox     %[1]s/local/mail
  Webhooks    %[1]s/hooks/{source}      secrets: %[1]s/local/sources
  Data        %[2]s

  Try it, from another terminal: post fifty solved tickets, as Zendesk would.

      go run ./infra/heed post events/zendesk/ticket-solved.json --new 50

  About one in five of them is asked; look into the mailbox.
  Stop with Ctrl-C.

`, l.Base, l.Data)
	if names := l.StoodInFor(); len(names) > 0 {
		fmt.Fprintf(w, `  Stood in for: %s.
  What their deliveries leave out, such as addresses, is made up until there is
  a credential for their API. The source's page in docs/sources says where that
  is had; then

      go run ./infra/heed credential NAME

`, strings.Join(names, ", "))
	}
}
