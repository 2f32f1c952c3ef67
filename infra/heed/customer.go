package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"

	"heed/shared/heed"
)

// about writes what is known of a customer, for whoever asks to see what is stored
// of them.
type about struct {
	at
	Who string `arg:"" help:"Mail address of a customer, or their id as a source gives it, also as source:id."`
}

// Run writes one JSON text: how they stand, sums of all, and every row, the latest
// first.
func (c *about) Run(ctx context.Context, p *program) error {
	path, err := c.find(ctx, p, c.Who)
	if err != nil {
		return err
	}
	all, err := c.life(ctx, p, path)
	if err != nil {
		return err
	}
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// life puts the pages of a customer together.
func (c *about) life(ctx context.Context, p *program, path string) (map[string]any, error) {
	var all map[string]any
	rows, addresses, names := []any{}, []any{}, []any{}
	for query := "?sums=all"; ; {
		body, err := c.fetch(ctx, p, path+query)
		if err != nil {
			return nil, err
		}
		page := map[string]any{}
		d := json.NewDecoder(strings.NewReader(string(body)))
		d.UseNumber()
		if err := d.Decode(&page); err != nil {
			return nil, fmt.Errorf("read what is known: %w", err)
		}
		if all == nil {
			all = page
		}
		rows, addresses, names = append(rows, items(page["rows"])...), joined(addresses, page["addresses"]), joined(names, page["names"])
		next, _ := page["next"].(string)
		if next == "" {
			break
		}
		query = "?after=" + url.QueryEscape(next)
	}
	delete(all, "next")
	all["rows"], all["addresses"], all["names"] = rows, addresses, names
	return all, nil
}

func items(v any) []any {
	list, _ := v.([]any)
	return list
}

// joined adds what a list does not have yet.
func joined(list []any, more any) []any {
	for _, one := range items(more) {
		known := false
		for _, is := range list {
			known = known || is == one
		}
		if !known {
			list = append(list, one)
		}
	}
	return list
}

// forget has a customer forgotten.
type forget struct {
	at
	Who string `arg:"" help:"Mail address of a customer, or their id as a source gives it, also as source:id."`
	Yes bool   `help:"Don't ask whether that is meant."`
}

// Run asks for the word before anything is taken out, and prints what stays.
func (c *forget) Run(ctx context.Context, p *program) error {
	path, err := c.find(ctx, p, c.Who)
	if err != nil {
		return err
	}
	if !c.Yes && !sure(os.Stdin, os.Stderr) {
		return errors.New("nothing was forgotten")
	}
	body, err := c.form(ctx, p, path+"/forget", url.Values{"sure": {"forget"}}, nil)
	if err != nil {
		return err
	}
	return show(body)
}

// sure asks for the word.
func sure(in io.Reader, out io.Writer) bool {
	fmt.Fprint(out, "This takes out of all of their rows what names them and what they said. It cannot be taken back.\nType forget to go on: ")
	line, _ := bufio.NewReader(in).ReadString('\n')
	return strings.TrimSpace(line) == "forget"
}

// find returns the path of a customer's page. Who they are is posted: no address
// is in a URL.
func (a at) find(ctx context.Context, p *program, who string) (path string, err error) {
	_, err = a.form(ctx, p, "/customers", url.Values{"who": {who}}, func(to string) { path = to })
	if err == nil && !strings.HasPrefix(path, "/customers/") {
		err = heed.Errorf(heed.Internal, "the answer does not say where the customer is")
	}
	return path, err
}

// fetch reads a page's JSON.
func (a at) fetch(ctx context.Context, p *program, path string) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base(p)+path, nil)
	if err != nil {
		return nil, fmt.Errorf("make the request: %w", err)
	}
	return a.do(ctx, p, r, nil, nil)
}

// form posts a form. Where it leads elsewhere, led is told; nil if it must not.
func (a at) form(ctx context.Context, p *program, path string, form url.Values, led func(to string)) ([]byte, error) {
	text := []byte(form.Encode())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, a.base(p)+path, strings.NewReader(string(text)))
	if err != nil {
		return nil, fmt.Errorf("make the request: %w", err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return a.do(ctx, p, r, text, led)
}

func (a at) do(ctx context.Context, p *program, r *http.Request, body []byte, led func(to string)) ([]byte, error) {
	r.Header.Set("Accept", "application/json")
	if err := sign(ctx, r, body); err != nil {
		return nil, err
	}
	// Whoever is led elsewhere has to sign anew.
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		return nil, fmt.Errorf("%w\nIs Heed running there? `make run` starts one on this machine", err)
	}
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read the answer: %w", err)
	case led != nil && answer.StatusCode == http.StatusSeeOther:
		led(answer.Header.Get("Location"))
	case answer.StatusCode/100 != 2:
		return nil, &refusal{a.base(p), answer.Status, answer.StatusCode, []byte(strings.TrimSpace(string(said)))}
	}
	return said, nil
}
