package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"heed/shared/sources"
	"heed/shared/surveys"
)

type post struct {
	at
	File   string `arg:"" type:"existingfile" help:"A sample: events/SOURCE/FILE."`
	Source string `help:"Name of the source in surveys.yaml; without it, the first of the type that the folder is named after."`
	Secret string `env:"HEED_SECRET" help:"Signing secret of a deployed source; the laptop's is known."`
	New    int    `help:"Post it that many times, each as another ticket or deal of another customer."`
}

// Run signs the sample as its vendor would and posts it.
func (c *post) Run(ctx context.Context, p *program) error {
	folder, name := filepath.Split(c.File) // absolute, as it is read
	sample, err := sources.Sample(os.DirFS(folder), name)
	if err != nil {
		return err
	}
	to, err := c.target(ctx, p, filepath.Base(folder))
	if err != nil {
		return err
	}
	if c.New == 0 {
		return to.deliver(ctx, sample, os.Stdout)
	}
	numbers := numbersFrom(time.Now().UnixMicro()) // ahead of those of any run before
	for range c.New {
		fresh, err := renewed(to, sample, numbers)
		if err != nil {
			return err
		}
		if err := to.deliver(ctx, fresh, os.Stdout); err != nil {
			return err
		}
	}
	return nil
}

// target is a source's door, what opens it, and who knocks.
type target struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	URL    string `json:"url"`
	Secret string `json:"secret"`

	adapter sources.Source
}

func (c *post) target(ctx context.Context, p *program, typ string) (*target, error) {
	if c.At != "" {
		name := c.Source
		if name == "" {
			name = typ
		}
		if c.Secret == "" {
			return nil, fmt.Errorf("a deployed source wants its signing secret in HEED_SECRET")
		}
		return p.equip(&target{Name: name, Type: typ, URL: c.base(p) + "/hooks/" + name, Secret: c.Secret})
	}
	answer, err := c.call(ctx, p, http.MethodGet, "/local/sources")
	if err != nil {
		return nil, err
	}
	var all []target
	if err := json.Unmarshal(answer, &all); err != nil {
		return nil, fmt.Errorf("read the sources: %w", err)
	}
	for i := range all {
		if all[i].Name == c.Source || c.Source == "" && all[i].Type == typ {
			return p.equip(&all[i])
		}
	}
	return nil, missing(c.Source, typ, p.Surveys)
}

// equip adds the adapter, with the settings of surveys.yaml if it names the
// source.
func (p *program) equip(t *target) (*target, error) {
	settings := &surveys.Source{Name: t.Name, Type: t.Type}
	if config, err := p.config(); err == nil {
		if s := config.Source(t.Name); s != nil {
			settings, t.Type = s, s.Type
		}
	}
	var ok bool
	if t.adapter, ok = sources.Of(settings); !ok {
		return nil, fmt.Errorf("%s is not a type of source; there are %s", t.Type, strings.Join(sources.Types(), ", "))
	}
	return t, nil
}

// missing says what to write where surveys.yaml has no such source.
func missing(name, typ, file string) error {
	line, ok := sourceLines[typ]
	if name == "" && typ == "mapped" {
		return fmt.Errorf("the Heed that runs knows no source of type mapped; add the one that docs/sources/mapped.md begins with to the sources in %s and start Heed again", file)
	}
	if name != "" || !ok {
		return fmt.Errorf("the Heed that runs knows no source %s; say with --source which of %s it is", cmp.Or(name, typ), file)
	}
	return fmt.Errorf("the Heed that runs knows no source of type %s; add this line to the sources in %s and start Heed again:\n\n  %s", typ, file, line)
}

// signed is the sample as its vendor would send it to the target now.
func (t *target) signed(sample *sources.Request) (*sources.Request, error) {
	d := *sample
	d.URL, d.Header = t.URL, sample.Header.Clone()
	now := time.Now()
	if d.Header.Get("Date") == "" { // the only time that some bodies come with
		d.Header.Set("Date", now.UTC().Format(http.TimeFormat))
	}
	return &d, t.adapter.Sign(&d, t.Secret, fmt.Sprintf("msg_%d", now.UnixNano()), now)
}

// deliver posts the sample and prints what came back.
func (t *target) deliver(ctx context.Context, sample *sources.Request, w io.Writer) error {
	d, err := t.signed(sample)
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, d.Method, d.URL, bytes.NewReader(d.Body)) // it may show its secret in the URL
	if err != nil {
		return fmt.Errorf("make the request: %w", err)
	}
	r.Header = d.Header
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("post the event: %w", err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	if err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("%s answered %s: %s", t.URL, answer.Status, bytes.TrimSpace(said))
	}
	if _, err := fmt.Fprintf(w, "%s\n", bytes.TrimSpace(said)); err != nil {
		return fmt.Errorf("print the answer: %w", err)
	}
	return t.tell(d, w)
}
