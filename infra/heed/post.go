package main

import (
	"bytes"
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
	New    int    `help:"Post it that many times, each as another ticket of another customer."`
}

// Run signs the sample as its vendor would and posts it.
func (c *post) Run(ctx context.Context, p *program) error {
	body, err := os.ReadFile(c.File)
	if err != nil {
		return fmt.Errorf("read the sample: %w", err)
	}
	to, err := c.target(ctx, p, filepath.Base(filepath.Dir(c.File)))
	if err != nil {
		return err
	}
	if c.New == 0 {
		return to.deliver(ctx, body, os.Stdout)
	}
	for i := range c.New {
		fresh, err := renew(body, fmt.Sprintf("%d-%d", time.Now().UnixNano(), i))
		if err != nil {
			return err
		}
		if err := to.deliver(ctx, fresh, os.Stdout); err != nil {
			return err
		}
	}
	return nil
}

// target is a source's door and what opens it.
type target struct {
	Name   string `json:"name"`
	Type   string `json:"type"`
	URL    string `json:"url"`
	Secret string `json:"secret"`
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
		return &target{name, typ, c.base(p) + "/hooks/" + name, c.Secret}, nil
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
			return &all[i], nil
		}
	}
	return nil, fmt.Errorf("surveys.yaml has no source for %s", typ)
}

// deliver posts one body and prints what came back.
func (t *target) deliver(ctx context.Context, body []byte, w io.Writer) error {
	adapter, ok := sources.Of(&surveys.Source{Name: t.Name, Type: t.Type})
	if !ok {
		return fmt.Errorf("%s is not a type of source; there are %s", t.Type, strings.Join(sources.Types(), ", "))
	}
	d := &sources.Request{Method: http.MethodPost, URL: t.URL, Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
	if err := adapter.Sign(d, t.Secret, fmt.Sprintf("msg_%d", time.Now().UnixNano()), time.Now()); err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, d.Method, d.URL, bytes.NewReader(d.Body))
	if err != nil {
		return fmt.Errorf("make the request: %w", err)
	}
	r.Header = d.Header
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("post the event: %w", err)
	}
	defer answer.Body.Close()
	if _, err := io.Copy(w, answer.Body); err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	if answer.StatusCode/100 != 2 {
		return fmt.Errorf("%s answered %s", t.URL, answer.Status)
	}
	return nil
}
