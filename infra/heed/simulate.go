package main

import (
	"context"
	"encoding/json"
	"os"
	"runtime/debug"

	"github.com/cheggaaa/pb/v3"

	"heed/shared/heed"
	"heed/shared/simulation"
)

type simulate struct {
	Seed        uint64 `default:"1" help:"Another seed makes other populations; the same one the same report."`
	Populations int    `default:"300" help:"How many populations live a year."`
	Customers   int    `default:"3000" help:"How many customers each has."`
	Quiet       int    `default:"90" help:"Days that an invitation keeps a customer in peace."`
	Workers     int    `default:"2" help:"How many populations live at once. The report does not depend on it."`
	JSON        bool   `name:"json" help:"Print JSON instead of text."`
}

// Run compares ways of asking on made-up populations. The progress bar goes to
// standard error, so the report can be kept; away from a terminal there is none.
func (s *simulate) Run(ctx context.Context) error {
	if err := s.check(); err != nil {
		return err
	}
	debug.SetGCPercent(400) // a world is made of much that is soon thrown away, and is small
	bar := pb.New(s.Populations).SetTemplateString(`Populations {{ bar . }} {{ counters . }} {{ rtime . }}`).SetWriter(os.Stderr)
	if terminal(os.Stderr) {
		bar.Start()
	}
	report, err := simulation.Run(ctx, simulation.Options{
		Seed: s.Seed, Populations: s.Populations, Customers: s.Customers, Quiet: s.Quiet,
		Workers: s.Workers, Done: func() { bar.Increment() },
	})
	bar.Finish()
	if err != nil {
		return err
	}
	if s.JSON {
		out := json.NewEncoder(os.Stdout)
		out.SetIndent("", "  ")
		return out.Encode(report)
	}
	_, err = report.WriteTo(os.Stdout)
	return err
}

func (s *simulate) check() error {
	switch {
	case s.Populations < 1 || s.Workers < 1:
		return heed.Errorf(heed.Invalid, "--populations and --workers are at least 1")
	case s.Customers < 100: // of fewer there may be none that answers
		return heed.Errorf(heed.Invalid, "--customers is at least 100")
	case s.Populations > 100_000 || s.Customers > 100_000:
		return heed.Errorf(heed.Invalid, "--populations and --customers are at most 100000")
	}
	return nil
}

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
