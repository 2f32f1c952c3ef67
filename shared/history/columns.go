package history

import (
	"bufio"
	"bytes"
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
	csv   *csv.Reader
	from  *bound.Reader
	put   []func(*wire, string)
	above int // lines before the header
	line  int
}

// openColumns reads the header, which so many lines are above.
func openColumns(r *bufio.Reader, above int) (*columns, error) {
	between := delimiter(r)
	from := &bound.Reader{From: r, Left: LongestLine}
	c := &columns{csv: csv.NewReader(from), from: from, above: above}
	c.csv.Comma, c.csv.ReuseRecord = between, true
	c.csv.TrimLeadingSpace = between != '\t' // a tab is space, and an empty column would go with it
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

// delimiter is what stands between the columns: the comma, unless there are more
// semicolons or tabs in the header.
func delimiter(r *bufio.Reader) rune {
	head, _ := r.Peek(r.Size()) // less, if there is less
	head, _, _ = bytes.Cut(head, []byte("\n"))
	best := ','
	for _, other := range ";\t" {
		if bytes.Count(head, []byte(string(other))) > bytes.Count(head, []byte(string(best))) {
			best = other
		}
	}
	return best
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
		c.line = c.above + wrong.StartLine
		return nil, &Error{c.line, "is not CSV: " + wrong.Err.Error()}
	case errors.Is(err, io.EOF):
		return nil, io.EOF
	case err != nil:
		return nil, fmt.Errorf("read the history after line %d: %w", c.line, err)
	}
	line, _ := c.csv.FieldPos(0)
	c.line = c.above + line
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
