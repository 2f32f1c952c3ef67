package history

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"heed/shared/bound"
	"heed/shared/heed"
)

// known are the columns that a CSV may have, and where they go.
var known = []struct {
	name string
	put  func(*wire, string)
}{
	{"at", func(w *wire, v string) { w.At = v }},
	{"source", func(w *wire, v string) { w.Source = v }},
	{"kind", func(w *wire, v string) { w.Kind = v }},
	{"object", func(w *wire, v string) { w.Object = v }},
	{"occurrence", func(w *wire, v string) { w.Occurrence = v }},
	{"customer.id", func(w *wire, v string) { w.Customer.ID = v }},
	{"customer.email", func(w *wire, v string) { w.Customer.Email = v }},
	{"customer.hash", func(w *wire, v string) { w.Customer.Hash = v }},
	{"customer.account", func(w *wire, v string) { w.Customer.Account = v }},
	{"customer.locale", func(w *wire, v string) { w.Customer.Locale = v }},
	{"team", func(w *wire, v string) { w.Team = v }},
	{"agent", func(w *wire, v string) { w.Agent = v }},
	{"product", func(w *wire, v string) { w.Product = v }},
	{"channel", func(w *wire, v string) { w.Channel = v }},
	{"tags", func(w *wire, v string) { w.Tags = split(v) }},
	{"reachable", func(w *wire, v string) { w.Reachable = truth(v) }},
}

// split parts tags, which a semicolon stands between.
func split(v string) []string {
	var tags []string
	for tag := range strings.SplitSeq(v, ";") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

// truth is false for what people write for no; everything else is reachable.
func truth(v string) *bool {
	return new(!slices.Contains([]string{"false", "no", "0"}, strings.ToLower(v)))
}

// columns reads CSV (RFC 4180).
type columns struct {
	csv  *csv.Reader
	from *bound.Reader
	put  []func(*wire, string)
	line int
}

// openColumns reads the header.
func openColumns(r io.Reader) (*columns, error) {
	from := &bound.Reader{From: r, Left: LongestLine}
	c := &columns{csv: csv.NewReader(from), from: from}
	c.csv.ReuseRecord, c.csv.TrimLeadingSpace = true, true
	header, err := c.csv.Read()
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the history is neither JSON lines nor CSV with a header").Because(err)
	}
	var seen []string
	for _, name := range header {
		name = strings.ToLower(strings.TrimSpace(name))
		i := slices.IndexFunc(columnNames(), func(have string) bool { return have == name })
		if i < 0 {
			return nil, heed.Errorf(heed.Invalid, "there is no column %q; the columns are %s", heed.Clip(name, 40), strings.Join(columnNames(), ", "))
		}
		if slices.Contains(seen, name) {
			return nil, heed.Errorf(heed.Invalid, "column %q is there twice", name)
		}
		seen, c.put = append(seen, name), append(c.put, known[i].put)
	}
	return c, lacks(seen)
}

func columnNames() []string {
	names := make([]string, len(known))
	for i := range known {
		names[i] = known[i].name
	}
	return names
}

// lacks says which columns there must be and aren't.
func lacks(seen []string) error {
	for _, name := range []string{"at", "source", "kind", "object"} {
		if !slices.Contains(seen, name) {
			return heed.Errorf(heed.Invalid, "the header has no column %q; it must have at, source, kind, object and customer.id, customer.email or customer.hash", name)
		}
	}
	return nil
}

func (c *columns) next() (*Line, error) {
	c.from.Left = LongestLine
	before := c.csv.InputOffset()
	record, err := c.csv.Read()
	var wrong *csv.ParseError
	switch {
	case errors.Is(err, bound.ErrTooLong):
		return nil, heed.Errorf(heed.Invalid, "the line after %d is longer than a megabyte; perhaps a quotation mark is not closed", c.line)
	case errors.As(err, &wrong) && c.csv.InputOffset() > before:
		c.line = wrong.StartLine
		return nil, &Error{c.line, "is not CSV: " + wrong.Err.Error()}
	case errors.Is(err, io.EOF):
		return nil, io.EOF
	case err != nil:
		return nil, fmt.Errorf("read the history after line %d: %w", c.line, err)
	}
	c.line, _ = c.csv.FieldPos(0)
	var w wire
	for i, v := range record {
		c.put[i](&w, strings.TrimSpace(v))
	}
	l, why := w.touchpoint()
	if why != "" {
		return nil, &Error{c.line, why}
	}
	return l, nil
}
