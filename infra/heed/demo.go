package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/cheggaaa/pb/v3"

	"heed/infra/laptop"
	"heed/infra/laptop/year"
)

type demo struct {
	Seed      uint64 `default:"1" help:"Another seed makes other customers."`
	Customers int    `default:"2400" help:"How many customers the year has."`
	Days      int    `default:"365" help:"How many days it has, the last of them today."`
	Stay      bool   `default:"true" negatable:"" help:"Run on when the year is over."`
}

// Run lives through a year that ends today, in a data folder of its own, and
// then runs on with it.
func (d *demo) Run(ctx context.Context, p *program) error {
	data := filepath.Join(p.Data, "demo")
	if err := os.RemoveAll(data); err != nil {
		return fmt.Errorf("clear the last demo: %w", err)
	}
	if err := os.MkdirAll(p.Data, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	l, listener, err := p.laptop(data, false, false, time.Now)
	if err != nil {
		return err
	}
	defer l.Close()
	if err := d.live(ctx, l); err != nil {
		return err
	}
	if !d.Stay {
		return listener.Close()
	}
	greet(os.Stdout, l)
	return serve(ctx, l, listener)
}

// live serves the laptop for as long as the year takes.
func (d *demo) live(ctx context.Context, l *laptop.Laptop) error {
	options := year.Options{Seed: d.Seed, Customers: d.Customers, Days: d.Days}
	if err := year.Begin(ctx, l, options); err != nil {
		return err
	}
	own, err := net.Listen("tcp", "127.0.0.1:0") // the port for people opens when there is something to see
	if err != nil {
		return fmt.Errorf("open a port for the demo: %w", err)
	}
	running, stop := context.WithCancel(ctx)
	served := make(chan error, 1)
	go func() { served <- serve(running, l, own) }()
	bar := meter(int64(d.Days), `A year of made-up customers {{ bar . }} day {{ counters . }} {{ rtime . }}`)
	options.Day = counting(bar, os.Stderr)
	err = year.Live(ctx, l, "http://"+own.Addr().String(), options)
	bar.Finish()
	http.DefaultClient.CloseIdleConnections() // one that was never used would keep the server waiting
	stop()
	if s := <-served; s != nil && !errors.Is(s, context.Canceled) {
		err = errors.Join(err, s)
	}
	return err
}

// counting counts days on the bar. Where nobody sees that, it says in a line
// how far the year is, every fifth of it.
func counting(bar *pb.ProgressBar, out io.Writer) func() {
	return func() {
		day := bar.Increment().Current()
		days := bar.Total()
		if !bar.IsStarted() && day%max(days/5, 1) == 0 {
			_, _ = fmt.Fprintf(out, "A year of made-up customers: day %d of %d\n", day, days)
		}
	}
}
