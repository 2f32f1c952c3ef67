package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"slices"
	"time"

	"github.com/cheggaaa/pb/v3"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/history"
	"heed/shared/keyring"
	"heed/shared/plan"
	"heed/shared/surveys"
	"heed/shared/wiring"
)

type planning struct {
	File     string `arg:"" optional:"" name:"surveys.yaml" help:"What to ask; without it, the one that Heed runs with."`
	History  string `required:"" help:"What happened to customers: JSON lines or CSV, .gz too, or what heed export wrote; - is standard input. docs/plan.md has the format."`
	Rates    []part `help:"Rates to compare for every program, such as 10%,20%,30%; without them half of what is configured, that, and double."`
	Response part   `default:"20%" help:"Share of those asked that is taken to answer."`
	SkipBad  int    `help:"How many bad lines of the history may be left out."`
	Top      int    `default:"5" help:"How many values of each dimension to show; the others are counted."`
	JSON     bool   `name:"json" help:"Print everything as JSON."`
	HTML     string `name:"html" help:"Write a page with pictures to this file instead; with --json as well."`
}

// Run plans, and prints or writes the plan.
func (c *planning) Run(p *program) error {
	if err := c.check(); err != nil {
		return err
	}
	if c.File != "" {
		p.Surveys = c.File
	}
	config, err := p.config()
	if err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(wiring.GarbagePercent)
	}
	made, err := c.plan(config)
	if err != nil {
		return err
	}
	if c.HTML != "" {
		if err := c.page(config, made); err != nil {
			return err
		}
	}
	switch {
	case c.JSON:
		out := json.NewEncoder(os.Stdout)
		out.SetIndent("", "  ")
		return out.Encode(made)
	case c.HTML != "":
		_, err := fmt.Printf("The plan is in %s\n", c.HTML)
		return err
	}
	return writePlan(os.Stdout, c.view(config, made))
}

// check says what of the options is none.
func (c *planning) check() error {
	switch {
	case c.SkipBad < 0 || c.Top < 0:
		return heed.Errorf(heed.Invalid, "--skip-bad and --top are numbers from 0 up")
	case len(slices.Compact(slices.Sorted(slices.Values(c.Rates)))) < len(c.Rates):
		return heed.Errorf(heed.Invalid, "--rates has one rate twice")
	}
	return nil
}

// open opens the history, and says what to call it.
func (c *planning) open() (file *os.File, name string, err error) {
	if c.History == "-" {
		return os.Stdin, "standard input", nil
	}
	file, err = os.Open(c.History)
	var wrong *fs.PathError
	if errors.As(err, &wrong) { // it names the file as we do
		err = fmt.Errorf("%s: %w", c.History, wrong.Err)
	}
	return file, c.History, err
}

// plan reads the history, and says which lines of it were left out, though
// there may be no plan without them.
func (c *planning) plan(config *surveys.Config) (*plan.Plan, error) {
	file, name, err := c.open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size := int64(0)
	if info, err := file.Stat(); err == nil {
		size = info.Size()
	}
	bar := meter(size, `Reading the history {{ bar . }} {{ percent . }} {{ rtime . }}`)
	defer bar.Finish()
	reader, err := history.NewReader(bar.NewProxyReader(file), c.SkipBad)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	// Any keys will do: a plan is made of chances, and the same one each time.
	ring, err := keyring.Make(rand.NewChaCha8([32]byte{}), time.Unix(0, 0))
	if err != nil {
		return nil, err
	}
	made, err := plan.Of(reader.Lines(), ring, c.variants(config), plan.Assume(float64(c.Response)/heed.PPB))
	told(os.Stderr, reader)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return made, nil
}

func (c *planning) variants(config *surveys.Config) []plan.Variant {
	if len(c.Rates) == 0 {
		return plan.Usual(config)
	}
	var list []plan.Variant
	for _, rate := range c.Rates {
		list = append(list, plan.Rated(rate.String(), config, uint32(rate)))
	}
	return list
}

// told says what was left out of a history.
func told(w io.Writer, r *history.Reader) {
	n, first := r.Skipped()
	if n == 0 {
		return
	}
	fmt.Fprintf(w, "Left out %s. The first of them:\n", many(uint64(n), "bad line"))
	for _, bad := range first {
		fmt.Fprintf(w, "  %v\n", bad)
	}
}

func (c *planning) page(config *surveys.Config, made *plan.Plan) error {
	file, err := os.Create(c.HTML)
	if err != nil {
		return fmt.Errorf("make the page: %w", err)
	}
	if err := boards.Plan(file, c.view(config, made)); err != nil {
		_ = file.Close()
		return fmt.Errorf("write the page: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}

// meter is a bar on stderr, which shows itself to people only.
func meter(total int64, template string) *pb.ProgressBar {
	bar := pb.New64(total).SetTemplateString(template).SetWriter(os.Stderr)
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		bar.Start()
	}
	return bar
}
